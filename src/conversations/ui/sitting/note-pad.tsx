import { useRef, useState, type ComponentProps } from 'react'
import { Badge, Button, IconButton, TextArea, store, stored, useText } from '../../../../web/kit/index.ts'
import { marks, type Mark, type NoteKind } from '../../sittings/sitting-note.schema.ts'
import { clockText } from './sitting-words.ts'
import type { NoteShown, Notes } from './use-notes.ts'

type TextAreaKeys = NonNullable<ComponentProps<typeof TextArea>['onKeyDown']>
type PadProps = { notes: Notes; beganAt: string | null; sittingId: string }

const padKinds: readonly NoteKind[] = ['note', ...marks]

/** Notes by keyboard: Enter keeps one, Alt and a number marks it. Each bears the time at which it was begun, which is when it was said. */
export function NotePad({ notes, beganAt, sittingId }: PadProps) {
  const t = useText()
  const draft = useDraft(sittingId)
  const keep = (kind: Mark | 'note') => {
    if (kind === 'note' && draft.text.trim() === '') return
    notes.write({ kind, text: draft.text.trim(), at: draft.at ?? new Date().toISOString() })
    draft.clear()
  }
  const onKeyDown: TextAreaKeys = (event) => {
    const mark = event.altKey ? marks[Number(/^Digit([1-4])$/.exec(event.code)?.[1] ?? 0) - 1] : undefined
    if (mark === undefined && (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing))
      return
    event.preventDefault()
    keep(mark ?? 'note')
  }
  const mine = notes.notes.filter(({ kind, isMine }) => isMine && padKinds.includes(kind)).toReversed()
  return (
    <section aria-label={t('conversations.notes')} className="flex flex-col gap-3">
      <TextArea
        label={t('conversations.notes.write')}
        description={t('conversations.notes.keys')}
        rows={2}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens this page came to write while somebody talks
        autoFocus
        value={draft.text}
        onChange={draft.change}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onPress={() => keep('note')}>
          {t('conversations.notes.keep')}
        </Button>
        {marks.map((mark) => (
          <Button key={mark} onPress={() => keep(mark)}>
            {t(`conversations.mark.${mark}`)}
          </Button>
        ))}
      </div>
      <ol className="flex flex-col gap-1">
        {mine.map((note) => (
          <NoteLine key={note.noteId} note={note} notes={notes} beganAt={beganAt} />
        ))}
      </ol>
    </section>
  )
}

/** What is being typed is in this browser with every letter. */
function useDraft(sittingId: string) {
  const key = `note.draft.${sittingId}`
  const [text, write] = useState(() => stored(key) ?? '')
  const at = useRef<string | undefined>(undefined)
  return {
    text,
    get at() {
      return at.current
    },
    change: (typed: string) => {
      if (at.current === undefined || typed === '')
        at.current = typed === '' ? undefined : new Date().toISOString()
      write(typed)
      store(key, typed === '' ? null : typed)
    },
    clear: () => {
      at.current = undefined
      write('')
      store(key, null)
    },
  }
}

/** A note with its time in the conversation and its mark; one's own can be corrected and taken out. */
export function NoteLine(props: { note: NoteShown; notes: Notes; beganAt: string | null }) {
  const { note, notes, beganAt } = props
  const t = useText()
  const [edited, edit] = useState<string>()
  const save = () => {
    if (edited !== undefined && edited.trim() !== note.text)
      notes.write({ noteId: note.noteId, kind: note.kind, text: edited.trim(), lines: note.lines })
    edit(undefined)
  }
  return (
    <li className="flex items-start gap-3 rounded-md py-1" id={`note-${note.noteId}`}>
      <span className="w-14 shrink-0 pt-0.5 text-right text-sm text-soft tabular-nums">
        {beganAt === null ? '' : clockText(Date.parse(note.at) - Date.parse(beganAt))}
      </span>
      <div className="min-w-0 grow">
        {note.kind !== 'note' && (
          <span className="mr-2">
            <Badge look="accent">{t(`conversations.mark.${note.kind}`)}</Badge>
          </span>
        )}
        {edited === undefined ? (
          <span className="whitespace-pre-line">{note.text}</span>
        ) : (
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              save()
            }}
          >
            <TextArea
              label={t('conversations.notes.edit')}
              rows={2}
              isRequired
              value={edited}
              onChange={edit}
            />
            <div className="flex gap-2">
              <Button type="submit">{t('kit.save')}</Button>
              <Button look="quiet" onPress={() => edit(undefined)}>
                {t('kit.cancel')}
              </Button>
            </div>
          </form>
        )}
        {note.lines.length > 0 && <Rungs lines={note.lines} />}
        {!note.isMine && note.writer !== null && (
          <span className="block text-sm text-soft">{note.writer}</span>
        )}
      </div>
      {note.isMine && edited === undefined && (
        <span className="flex shrink-0">
          {note.kind !== 'ladder' && (
            <Button look="quiet" onPress={() => edit(note.text)}>
              {t('kit.edit')}
            </Button>
          )}
          <IconButton
            icon="close"
            label={t('conversations.notes.remove')}
            onPress={() => notes.remove(note.noteId, note.kind)}
          />
        </span>
      )}
    </li>
  )
}

function Rungs({ lines }: { lines: readonly string[] }) {
  return (
    <ol className="list-decimal pl-5 text-soft">
      {lines.map((line, at) => (
        <li key={`${at} ${line}`}>{line}</li>
      ))}
    </ol>
  )
}
