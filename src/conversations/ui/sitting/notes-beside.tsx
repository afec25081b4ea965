import { useState } from 'react'
import { Badge, Button, ProblemNotice, TextField, useText, useWorkspace } from '../../../../web/kit/index.ts'
import { marks, type NoteKind } from '../../sittings/sitting-note.schema.ts'
import { placeNotes } from '../../sittings/place-notes.ts'
import { useMatchTranscript, useSittingNotes, useSittingOf, type SittingShown } from './sitting-data.ts'
import { clockText } from './sitting-words.ts'

/** What the transcript beside is, as the notes need to know it. */
export type NotesBesideProps = {
  interviewId: string
  turns: readonly { utteranceId: string; startMs: number | null; isAnswer: boolean; isCoded: boolean }[]
  /** Whether marks are offered to be coded. */
  mayCode: boolean
  onShow: (utteranceId: string) => void
  onCode: (utteranceId: string) => void
}

const shownKinds: readonly NoteKind[] = ['note', ...marks]

/** The notes of the conversation beside its transcript, each with its place; what was marked waits to be coded. */
export function NotesBeside(props: NotesBesideProps) {
  const sitting = useSittingOf(props.interviewId).data?.items[0]
  return sitting ? <Notes {...props} sitting={sitting} /> : null
}

function Notes(props: NotesBesideProps & { sitting: SittingShown }) {
  const { sitting, turns, mayCode, onShow, onCode } = props
  const t = useText()
  const found = useSittingNotes(sitting.sittingId).data
  const notes = found?.notes.filter(({ kind }) => shownKinds.includes(kind)) ?? []
  const beganAt = sitting.beganAt ?? sitting.startsAt
  const placed = placeNotes(notes, { beganAt, offsetMs: sitting.offsetMs, turns })
  const coded = new Set(turns.filter(({ isCoded }) => isCoded).map(({ utteranceId }) => utteranceId))
  const waits = (kind: NoteKind, utteranceId: string | null): utteranceId is string =>
    mayCode && kind !== 'note' && kind !== 'why' && utteranceId !== null && !coded.has(utteranceId)
  const waiting = placed.filter(({ note, utteranceId }) => waits(note.kind, utteranceId)).length
  if (notes.length === 0) return null
  return (
    <details className="mb-6 rounded-lg border border-line px-4 py-2" open={waiting > 0}>
      <summary className="cursor-pointer py-1 font-medium">
        {t('conversations.notes.beside', { n: notes.length })}
        {waiting > 0 && ` · ${t('conversations.notes.to.code', { n: waiting })}`}
      </summary>
      <ol className="mt-2 flex flex-col gap-2">
        {placed.map(({ note, utteranceId }) => (
          <li key={note.noteId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="text-sm text-soft tabular-nums">
              {clockText(Date.parse(note.at) - Date.parse(beganAt) + sitting.offsetMs)}
            </span>
            {note.kind !== 'note' && <Badge look="accent">{t(`conversations.mark.${note.kind}`)}</Badge>}
            <span className="min-w-0 grow basis-60">
              {note.text}
              {note.writer !== null && <span className="text-sm text-soft"> · {note.writer}</span>}
            </span>
            {utteranceId !== null && (
              <Button look="quiet" onPress={() => onShow(utteranceId)}>
                {t('conversations.notes.show')}
              </Button>
            )}
            {waits(note.kind, utteranceId) && (
              <Button onPress={() => onCode(utteranceId)}>{t('conversations.notes.code')}</Button>
            )}
          </li>
        ))}
      </ol>
      {placed.every(({ utteranceId }) => utteranceId === null) && (
        <p className="mt-2 text-sm text-soft">{t('conversations.notes.no.places')}</p>
      )}
      {sitting.mine !== 'outside' && <Offset sitting={sitting} />}
    </details>
  )
}

/** A recording seldom begins with the clock: how many seconds lie between. */
function Offset({ sitting }: { sitting: SittingShown }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const match = useMatchTranscript()
  const [seconds, type] = useState(String(sitting.offsetMs / 1000))
  const path = { workspaceId, sittingId: sitting.sittingId }
  return (
    <form
      className="mt-3 flex max-w-xs items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const offsetMs = Math.round(Number(seconds) * 1000)
        void match
          .mutateAsync({ path, body: { interviewId: sitting.interviewId, offsetMs } })
          .catch(() => undefined)
      }}
    >
      {match.error && <ProblemNotice problem={match.error} />}
      <TextField
        label={t('conversations.notes.offset')}
        description={t('conversations.notes.offset.hint')}
        type="number"
        isRequired
        value={seconds}
        onChange={type}
      />
      <Button type="submit">{t('kit.save')}</Button>
    </form>
  )
}
