import { Suspense, useState, type KeyboardEvent } from 'react'
import {
  Button,
  IconButton,
  ProblemNotice,
  TextArea,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useHighlights, useWriteNote, type HighlightShown } from './coding-data.ts'
import { passageParts } from './passage-parts.ts'
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
  const { interview } = reader
  const keep = useKeepNote(interview.interviewId)
  const [note, write] = useState(passage.note)
  const leave = () => {
    reader.activate(undefined)
    focusTurn(passage.utteranceId)
  }
  const save = async () => {
    const isKept = await keep.note(passage, note)
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
      data-risen
      className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:rounded-b-none max-lg:shadow-lift"
    >
      <div className="flex items-start justify-between gap-2">
        <q lang={interview.language} dir="auto" className="line-clamp-3 min-w-0 font-quote">
          {wordsAt(interview, passage)}
        </q>
        <IconButton icon="close" label={t('coding.passage.close')} onPress={leave} />
      </div>
      {keep.problem !== null && <ProblemNotice problem={keep.problem} />}
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
      {passageParts().map((part) => (
        <Contributed key={part.id} part={part} passage={passage} interview={interview} />
      ))}
    </section>
  )
}

type OfPassage = {
  part: ReturnType<typeof passageParts>[number]
  passage: HighlightShown
  interview: Reader['interview']
}

/** For what a participant said: nobody else has a quote taken out. */
function Contributed({ part: { permission, Part }, passage, interview }: OfPassage) {
  const may = useMay(permission)
  const turn = interview.utterances.find(({ utteranceId }) => utteranceId === passage.utteranceId)
  const speaker = interview.speakers.find(({ speakerId }) => speakerId === turn?.speakerId)
  if (!may || speaker?.role !== 'participant' || passage.lostText !== null) return null
  const words = wordsAt(interview, passage)
  return (
    <Suspense fallback={null}>
      <Part highlightId={passage.highlightId} words={words} language={interview.language} />
    </Suspense>
  )
}

function useKeepNote(interviewId: string) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const marked = useHighlights(interviewId)
  const write = useWriteNote()
  return {
    problem: write.error,
    /** Whether it was kept. */
    note: async ({ highlightId, note: before }: HighlightShown, text: string): Promise<boolean> => {
      const body = { note: text.trim(), before }
      try {
        await write.mutateAsync({ path: { workspaceId, highlightId }, body })
      } catch {
        // A colleague may have written meanwhile: theirs is shown beside the text, and this one stays in its box.
        void marked.refetch()
        return false
      }
      toast({ text: t(body.note === '' ? 'coding.note.removed' : 'coding.note.saved') })
      return true
    },
  }
}
