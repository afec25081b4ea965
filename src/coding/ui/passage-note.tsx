import { useState, type KeyboardEvent } from 'react'
import { Button, IconButton, TextArea, useText } from '../../../web/kit/index.ts'
import type { HighlightShown } from './coding-data.ts'
import { focusTurn, noteBoxId } from './turn-focus.ts'
import type { Reader } from './use-reader.ts'
import { wordsAt } from './words-at.ts'

/** The open passage and what the team thinks of it. Ctrl and Enter keep it, Escape goes back to the text. */
export function PassageNote({ reader }: { reader: Reader }) {
  const open = reader.highlights.find(({ highlightId }) => highlightId === reader.activeId)
  if (!open || !reader.mayCode) return null
  return <Writing key={open.highlightId} passage={open} reader={reader} />
}

function Writing({ passage, reader }: { passage: HighlightShown; reader: Reader }) {
  const t = useText()
  const { actions, interview } = reader
  const [note, write] = useState(passage.note)
  const leave = () => {
    reader.activate(undefined)
    focusTurn(passage.utteranceId)
  }
  const save = async () => {
    const isKept = await actions.writeNote(passage, note)
    if (isKept) focusTurn(passage.utteranceId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
  }
  return (
    <section
      id={noteBoxId}
      aria-label={t('coding.note')}
      className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:rounded-b-none max-lg:shadow-lift"
    >
      <div className="flex items-start justify-between gap-2">
        <q className="line-clamp-3 min-w-0 font-quote">{wordsAt(interview, passage)}</q>
        <IconButton icon="close" label={t('coding.passage.close')} onPress={leave} />
      </div>
      <TextArea
        label={t('coding.note')}
        description={t('coding.note.hint')}
        rows={3}
        maxLength={5000}
        value={note}
        onChange={write}
        onKeyDown={onKeyDown}
      />
      <div>
        <Button isDisabled={note.trim() === passage.note} onPress={() => void save()}>
          {t('kit.save')}
        </Button>
      </div>
    </section>
  )
}
