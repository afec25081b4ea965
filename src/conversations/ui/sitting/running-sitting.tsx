import { useMemo } from 'react'
import { Badge, Button, Notice, useText } from '../../../../web/kit/index.ts'
import { GuideAtHand } from './guide-at-hand.tsx'
import { LadderPad } from './ladder-pad.tsx'
import { NotePad } from './note-pad.tsx'
import type { SittingProps } from './sitting-page.tsx'
import { asks } from './sitting-phase.ts'
import { HandedOver, TakeOver } from './take-over.tsx'
import { clockText, useWho } from './sitting-words.ts'
import { useNow } from './use-now.ts'
import type { Notes } from './use-notes.ts'

/** The conversation itself: the guide at hand for who asks, a clock, and notes. Note-takers and observers have their notes alone. */
export function RunningSitting({ sitting, study, notes, onEnd }: SittingProps & { onEnd: () => void }) {
  const t = useText()
  const who = useWho()
  const beganAt = useBeginning(notes) ?? sitting.beganAt
  const isAsking = asks({ sitting, notes: notes.notes })
  const untold = sitting.companions.filter(({ isTold }) => !isTold)
  return (
    <div className="flex flex-col gap-5">
      <header className="sticky top-0 z-5 flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line bg-paper py-2">
        <h1 className="min-w-0 grow truncate text-lg font-semibold">{who(sitting)}</h1>
        {beganAt !== null && <Clock beganAt={beganAt} minutes={sitting.minutes} />}
        <NoteState notes={notes} />
        <TakeOver sitting={sitting} />
        {isAsking && (
          <Button
            onPress={() => {
              notes.write({ kind: 'end' })
              onEnd()
            }}
          >
            {t('conversations.sitting.end')}
          </Button>
        )}
      </header>
      <HandedOver sitting={sitting} />
      {isAsking && untold.length > 0 && notes.waiting === 0 && (
        <Notice
          look="warning"
          title={t('conversations.sitting.tell', { names: untold.map(({ name }) => name).join(', ') })}
        />
      )}
      {sitting.kind === 'focus-group' && (
        <Notice title={t('conversations.group.caution')}>{t('conversations.group.caution.todo')}</Notice>
      )}
      <div className={isAsking ? 'grid gap-8 lg:grid-cols-2' : 'max-w-2xl'}>
        {isAsking && <GuideAtHand {...{ sitting, study, notes }} />}
        <div className="flex min-w-0 flex-col gap-8">
          <NotePad notes={notes} beganAt={beganAt} sittingId={sitting.sittingId} />
          <LadderPad notes={notes} />
        </div>
      </div>
    </div>
  )
}

function useBeginning({ notes }: Notes): string | null {
  return useMemo(() => notes.find(({ kind }) => kind === 'begin')?.at ?? null, [notes])
}

function Clock({ beganAt, minutes }: { beganAt: string; minutes: number }) {
  const t = useText()
  const passed = useNow(1000) - Date.parse(beganAt)
  return (
    <span className="tabular-nums" role="timer" aria-label={t('conversations.sitting.clock')}>
      <b className="text-lg font-semibold">{clockText(passed)}</b>
      <span className={passed > minutes * 60_000 ? 'text-warning' : 'text-soft'}>
        {' / '}
        {t('conversations.guide.minutes.n', { n: minutes })}
      </span>
    </span>
  )
}

/** Whether everything is at the server, said in words: nobody should wonder while somebody talks. */
export function NoteState({ notes }: { notes: Notes }) {
  const t = useText()
  const { waiting, outcome } = notes
  return (
    <span role="status">
      {waiting === 0 ? (
        <Badge look="good">{t('conversations.notes.saved')}</Badge>
      ) : outcome.state === 'sent' ? (
        <Badge>{t('conversations.notes.saving')}</Badge>
      ) : (
        <Badge look="warning">{t('conversations.notes.waiting', { n: waiting })}</Badge>
      )}
    </span>
  )
}
