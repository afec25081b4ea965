import { useEffect, useState } from 'react'
import {
  Loaded,
  Notice,
  opensWithoutNetwork,
  usePageParams,
  usePageTitle,
  useStandingIn,
  useText,
} from '../../../../web/kit/index.ts'
import { useStudy, type StudyShown } from '../conversations-data.ts'
import { AfterSitting } from './after-sitting.tsx'
import { BeforeSitting } from './before-sitting.tsx'
import { RunningSitting } from './running-sitting.tsx'
import { useSitting, type SittingShown } from './sitting-data.ts'
import { isThere, phaseOf } from './sitting-phase.ts'
import { useWho } from './sitting-words.ts'
import { useKeptPage } from './use-kept-page.ts'
import { useNotes, type Notes } from './use-notes.ts'

/** One conversation from its plan to its debrief: whoever opens it finds what is to be done now. */
export function Page() {
  const { sittingId } = usePageParams('sittingId')
  const sitting = useSitting(sittingId)
  return (
    <Loaded query={sitting}>
      {(data) => <WithStudy key={data.sittingId} sitting={data} onSent={() => void sitting.refetch()} />}
    </Loaded>
  )
}

type Opened = { sitting: SittingShown; onSent: () => void }

function WithStudy({ sitting, onSent }: Opened) {
  const study = useStudy(sitting.studyId)
  usePageTitle(useWho()(sitting))
  return <Loaded query={study}>{(data) => <Sitting sitting={sitting} study={data} onSent={onSent} />}</Loaded>
}

export type SittingProps = { sitting: SittingShown; study: StudyShown; notes: Notes }

function Sitting({ sitting, study, onSent }: Opened & { study: StudyShown }) {
  const [isResumed, resume] = useState(false)
  const notes = useNotes(sitting.sittingId, {
    isLive: sitting.endedAt === null ? 'live' : 'over',
    onSent,
  })
  const phase = phaseOf({ sitting, notes: notes.notes, isResumed })
  const given = { sitting, study, notes }
  useQuiet(phase === 'running')
  useLeaving(notes.waiting)
  useKeptPage({ sitting, study, isThere: isThere({ sitting, notes: notes.notes }) })
  return (
    <>
      <WithoutNetwork />
      <NotTaken notes={notes} />
      {phase === 'before' && <BeforeSitting {...given} />}
      {phase === 'running' && <RunningSitting {...given} onEnd={() => resume(false)} />}
      {phase === 'after' && <AfterSitting {...given} onResume={() => resume(true)} />}
    </>
  )
}

/** Nothing that distracts: the navigation rests while somebody talks. */
function useQuiet(isQuiet: boolean): void {
  useEffect(() => {
    if (!isQuiet) return undefined
    document.documentElement.dataset['quiet'] = 'yes'
    return () => {
      delete document.documentElement.dataset['quiet']
    }
  }, [isQuiet])
}

/** Where this page cannot open without the network, a reload shows the browser's own until it is back: asked before it happens, nothing would be lost by it. */
function useLeaving(waiting: number): void {
  useEffect(() => {
    if (waiting === 0) return undefined
    const ask = (event: BeforeUnloadEvent) => {
      if (!navigator.onLine && !opensWithoutNetwork()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [waiting])
}

/** Whoever opened it without the network is told what they see, and what becomes of what they write. */
function WithoutNetwork() {
  const t = useText()
  if (!useStandingIn()) return null
  return (
    <div className="mb-6">
      <Notice look="warning" title={t('conversations.offline')}>
        {t('conversations.offline.todo')}
      </Notice>
    </div>
  )
}

function NotTaken({ notes }: { notes: Notes }) {
  const t = useText()
  const { outcome, waiting } = notes
  if (outcome.state !== 'refused' || waiting === 0) return null
  return (
    <div className="mb-6">
      <Notice look="warning" title={t('conversations.notes.refused', { n: waiting })}>
        {t('conversations.notes.refused.todo')}
      </Notice>
    </div>
  )
}
