import { useState } from 'react'
import { Button, IconButton, Section, TextField, useText } from '../../../../web/kit/index.ts'
import type { NoteShown, Notes } from './use-notes.ts'

/** Ladders: from what a thing is to why it matters, one "why is that important to you?" after another (Reynolds & Gutman 1988). */
export function LadderPad({ notes }: { notes: Notes }) {
  const t = useText()
  const [begun, begin] = useState<string>()
  const ladders = notes.notes.filter(({ kind, isMine }) => kind === 'ladder' && isMine)
  const start = () => {
    if (begun === undefined || begun.trim() === '') return
    notes.write({ kind: 'ladder', lines: [begun.trim()] })
    begin(undefined)
  }
  return (
    <Section
      title={t('conversations.ladder')}
      lead={t('conversations.ladder.lead')}
      actions={
        begun === undefined && <Button onPress={() => begin('')}>{t('conversations.ladder.begin')}</Button>
      }
    >
      {begun !== undefined && (
        <Rung label={t('conversations.ladder.first')} value={begun} onChange={begin} onKeep={start} />
      )}
      <div className="flex flex-col gap-6">
        {ladders.map((ladder) => (
          <Ladder key={ladder.noteId} ladder={ladder} notes={notes} />
        ))}
      </div>
    </Section>
  )
}

function Ladder({ ladder, notes }: { ladder: NoteShown; notes: Notes }) {
  const t = useText()
  const [next, write] = useState('')
  const keep = (lines: string[]) => notes.write({ noteId: ladder.noteId, kind: 'ladder', lines })
  const climb = () => {
    if (next.trim() === '') return
    keep([...ladder.lines, next.trim()])
    write('')
  }
  return (
    <div>
      <ol className="mb-2 flex flex-col gap-1 border-l-2 border-line-strong pl-3">
        {ladder.lines.map((line, at) => (
          <li key={`${at} ${line}`} className="flex items-center justify-between gap-2">
            <span>{line}</span>
            <IconButton
              icon="close"
              label={t('conversations.ladder.remove', { rung: line })}
              onPress={() => {
                const left = ladder.lines.filter((_, place) => place !== at)
                if (left.length === 0) notes.remove(ladder.noteId, 'ladder')
                else keep(left)
              }}
            />
          </li>
        ))}
      </ol>
      <Rung label={t('conversations.ladder.why')} value={next} onChange={write} onKeep={climb} />
    </div>
  )
}

type RungProps = { label: string; value: string; onChange: (text: string) => void; onKeep: () => void }

function Rung({ label, value, onChange, onKeep }: RungProps) {
  const t = useText()
  return (
    <form
      className="mb-3 flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <div className="grow">
        <TextField label={label} isRequired validationBehavior="aria" value={value} onChange={onChange} />
      </div>
      <Button type="submit">{t('kit.add')}</Button>
    </form>
  )
}
