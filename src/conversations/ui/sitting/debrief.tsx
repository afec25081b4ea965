import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Section, TextArea, useText } from '../../../../web/kit/index.ts'
import { debriefLines } from '../../sittings/sitting-note.schema.ts'
import type { Notes } from './use-notes.ts'

const pause = 400

/** Three questions while it is fresh. Each who was there answers for themself; it saves itself. */
export function Debrief({ notes }: { notes: Notes }) {
  const t = useText()
  const mine = notes.notes.find(({ kind, isMine }) => kind === 'debrief' && isMine)
  const [typed, type] = useState<readonly string[]>()
  const noteId = useRef<string | undefined>(undefined)
  const lines = typed ?? mine?.lines ?? []
  const save = useEffectEvent((written: readonly string[]) => {
    const known = mine?.noteId ?? noteId.current
    noteId.current = notes.write({
      ...(known === undefined ? {} : { noteId: known }),
      kind: 'debrief',
      lines: debriefLines.map((_, at) => written[at] ?? ''),
    })
  })
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(() => save(typed), pause)
    // Leaving the page keeps what was typed a moment ago.
    const now = () => save(typed)
    addEventListener('pagehide', now)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', now)
    }
  }, [typed])
  return (
    <Section title={t('conversations.debrief')} lead={t('conversations.debrief.lead')}>
      <div className="flex flex-col gap-5">
        {debriefLines.map((line, at) => (
          <TextArea
            key={line}
            label={t(`conversations.debrief.${line}`)}
            rows={3}
            isRequired
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the debrief opens by itself to be written at once
            autoFocus={at === 0}
            value={lines[at] ?? ''}
            onChange={(text) =>
              type(debriefLines.map((_, place) => (place === at ? text : (lines[place] ?? ''))))
            }
          />
        ))}
      </div>
    </Section>
  )
}

/** What colleagues wrote. */
export function DebriefOf({ notes, wasThere }: { notes: Notes; wasThere: boolean }) {
  const t = useText()
  const others = notes.notes.filter(({ kind, isMine }) => kind === 'debrief' && !(isMine && wasThere))
  return others.map((note) => (
    <Section
      key={note.noteId}
      title={
        note.writer === null
          ? t('conversations.debrief')
          : t('conversations.debrief.by', { name: note.writer })
      }
    >
      <dl className="flex flex-col gap-3">
        {debriefLines.map(
          (line, at) =>
            note.lines[at] && (
              <div key={line}>
                <dt className="text-sm text-soft">{t(`conversations.debrief.${line}`)}</dt>
                <dd className="whitespace-pre-line">{note.lines[at]}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  ))
}
