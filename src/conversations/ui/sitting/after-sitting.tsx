import { Button, Notice, PageHeader, Section, useText, useWorkspace } from '../../../../web/kit/index.ts'
import { marks, type NoteKind } from '../../sittings/sitting-note.schema.ts'
import { SittingState } from './before-sitting.tsx'
import { Debrief, DebriefOf } from './debrief.tsx'
import { NoteLine } from './note-pad.tsx'
import { NoteState } from './running-sitting.tsx'
import type { SittingProps } from './sitting-page.tsx'
import { isThere } from './sitting-phase.ts'
import { useWhen, useWho } from './sitting-words.ts'
import { HandedOver, TakeOver } from './take-over.tsx'
import { TranscriptOfSitting } from './transcript-of-sitting.tsx'

const shownKinds: readonly NoteKind[] = ['note', ...marks, 'ladder']

/** After the conversation: the debrief at once, then everybody's notes and the transcript. */
export function AfterSitting({ sitting, notes, onResume }: SittingProps & { onResume: () => void }) {
  const t = useText()
  const { id } = useWorkspace()
  const who = useWho()
  const when = useWhen()
  const wasThere = isThere({ sitting, notes: notes.notes })
  const beganAt = notes.notes.find(({ kind }) => kind === 'begin')?.at ?? sitting.beganAt
  const shown = notes.notes.filter(({ kind }) => shownKinds.includes(kind))
  const wasHeld = sitting.state === 'held' || beganAt !== null
  const end = notes.notes.find(({ kind, isMine }) => kind === 'end' && isMine)
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={who(sitting)}
        lead={when(sitting)}
        back={{ href: `/w/${id}/studies/${sitting.studyId}`, label: sitting.study }}
        actions={
          <span className="flex items-center gap-3">
            <SittingState sitting={sitting} />
            <TakeOver sitting={sitting} />
            {wasThere && <NoteState notes={notes} />}
          </span>
        }
      />
      <div className="flex flex-col gap-10">
        <HandedOver sitting={sitting} />
        {notes.standing === 'not yet' && wasHeld && (
          <Notice look="warning" title={t('conversations.notes.not.yet')}>
            {t('conversations.notes.not.yet.todo')}
          </Notice>
        )}
        {notes.standing === 'refused' && wasHeld ? (
          <Notice title={t('conversations.notes.closed')}>{t('conversations.notes.closed.why')}</Notice>
        ) : (
          wasHeld && (
            <>
              {wasThere && <Debrief notes={notes} />}
              <DebriefOf notes={notes} wasThere={wasThere} />
              <Section title={t('conversations.notes')}>
                {shown.length === 0 ? (
                  <p className="text-soft">{t('conversations.notes.none')}</p>
                ) : (
                  <ol className="flex flex-col gap-1">
                    {shown.map((note) => (
                      <NoteLine key={note.noteId} note={note} notes={notes} beganAt={beganAt} />
                    ))}
                  </ol>
                )}
              </Section>
            </>
          )
        )}
        {wasHeld && <TranscriptOfSitting sitting={sitting} />}
        {end && (
          <div>
            <Button
              look="quiet"
              onPress={() => {
                notes.remove(end.noteId, 'end')
                onResume()
              }}
            >
              {t('conversations.sitting.resume')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
