import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  Link,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  Section,
  Tabs,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { Agreement } from './round-agreement.tsx'
import { Disagreements } from './round-disagreements.tsx'
import {
  useCancelRound,
  useEndRound,
  useFinishRound,
  useLiveRounds,
  useResumeRound,
  useRound,
  type RoundShown,
} from './rounds-data.ts'
import { RoundBadge } from './rounds-page.tsx'

/** One round of blind double coding: who has finished, then how far they agree and what to settle. */
export function Page() {
  const { roundId } = usePageParams('roundId')
  const query = useRound(roundId)
  usePageTitle(query.data?.name)
  useLiveRounds()
  return <Loaded query={query}>{(round) => <OneRound round={round} />}</Loaded>
}

function OneRound({ round }: { round: RoundShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const facts = [
    t('coding.round.facts', { n: round.conversations.length, codes: round.codes }),
    t('coding.round.begun.on', { when: format.date(round.begunAt) }),
    ...(round.seed === null ? [] : [t('coding.round.seed', { seed: String(round.seed) })]),
  ]
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{round.name}</span>}
        lead={
          <>
            <RoundBadge state={round.state} /> <span>{facts.join(' · ')}</span>
          </>
        }
        back={{ href: `/w/${id}/double-coding?study=${round.studyId}`, label: t('coding.rounds.title') }}
        actions={<Lead round={round} />}
      />
      {round.state === 'open' && <Coding round={round} />}
      {round.state === 'cancelled' && (
        <Notice title={t('coding.round.cancelled')}>{t('coding.round.cancelled.why')}</Notice>
      )}
      {(round.state === 'comparing' || round.state === 'settled') && <Comparing round={round} />}
    </>
  )
}

function Coding({ round }: { round: RoundShown }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const finish = useFinishRound()
  const resume = useResumeRound()
  const own = round.coders.find(({ userId }) => userId === round.you)
  const given = { path: { workspaceId, roundId: round.roundId } }
  const problem = finish.error ?? resume.error
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Notice
        title={t(
          own === undefined
            ? 'coding.round.outside'
            : own.finished
              ? 'coding.round.waiting'
              : 'coding.round.yours',
        )}
        action={
          own !== undefined &&
          (own.finished ? (
            <Button isPending={resume.isPending} onPress={() => resume.mutate(given)}>
              {t('coding.round.resume')}
            </Button>
          ) : (
            <Button look="primary" isPending={finish.isPending} onPress={() => finish.mutate(given)}>
              {t('coding.round.finish')}
            </Button>
          ))
        }
      >
        {t(own === undefined ? 'coding.round.outside.why' : 'coding.round.blind.why')}
      </Notice>
      <Section title={t('coding.round.conversations')}>
        <Conversations round={round} />
      </Section>
      <Section title={t('coding.round.coders')}>
        <ul className="flex flex-col gap-2">
          {round.coders.map(({ userId, name, finished }) => (
            <li key={userId} className="flex items-center gap-2">
              <span className="font-medium">{name ?? t('coding.round.somebody')}</span>
              <Badge look={finished ? 'good' : 'neutral'}>
                {t(finished ? 'coding.round.has.finished' : 'coding.round.is.coding')}
              </Badge>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Conversations({ round }: { round: RoundShown }) {
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  return (
    <ul className="flex flex-col gap-2">
      {round.conversations.map(({ interviewId, title }) => (
        <li key={interviewId} className="wrap-anywhere">
          {mayRead ? <Link href={`/w/${id}/interviews/${interviewId}`}>{title}</Link> : title}
        </li>
      ))}
    </ul>
  )
}

function Comparing({ round }: { round: RoundShown }) {
  const t = useText()
  const mayRead = useMay('transcripts.read')
  const unfinished = round.coders.filter(({ finished }) => !finished)
  return (
    <>
      {unfinished.length > 0 && (
        <div className="mb-6">
          <Notice
            title={t('coding.round.unfinished', {
              names: unfinished.map(({ name }) => name ?? '–').join(', '),
            })}
          >
            {t('coding.round.unfinished.why')}
          </Notice>
        </div>
      )}
      <Tabs
        label={round.name}
        tabs={[
          { id: 'agreement', label: t('coding.round.agreement'), content: <Agreement round={round} /> },
          ...(mayRead
            ? [
                {
                  id: 'settle',
                  label: t('coding.round.disagreements'),
                  content: <Disagreements round={round} />,
                },
              ]
            : []),
          { id: 'talks', label: t('coding.round.conversations'), content: <Conversations round={round} /> },
        ]}
      />
    </>
  )
}

/** What who leads the study may do: end the coding, or call all of it off. */
function Lead({ round }: { round: RoundShown }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const mayLead = useMay('studies.write')
  const end = useEndRound()
  const cancel = useCancelRound()
  const [asked, ask] = useState<'end' | 'cancel'>()
  const given = { path: { workspaceId, roundId: round.roundId } }
  if (!mayLead || (round.state !== 'open' && round.state !== 'comparing')) return null
  const change = asked === 'end' ? end : cancel
  return (
    <>
      {round.state === 'open' && <Button onPress={() => ask('end')}>{t('coding.round.end')}</Button>}
      <Button look="quiet" onPress={() => ask('cancel')}>
        {t('coding.round.cancel')}
      </Button>
      <Dialog
        title={t(asked === 'end' ? 'coding.round.end' : 'coding.round.cancel')}
        isOpen={asked !== undefined}
        onClose={() => ask(undefined)}
        actions={
          <Button
            look={asked === 'end' ? 'primary' : 'danger'}
            isPending={change.isPending}
            onPress={() =>
              change.mutate(given, {
                onSuccess: () => {
                  toast({ text: t(asked === 'end' ? 'coding.round.ended' : 'coding.round.cancelled') })
                  ask(undefined)
                },
              })
            }
          >
            {t(asked === 'end' ? 'coding.round.end' : 'coding.round.cancel')}
          </Button>
        }
      >
        <p>{t(asked === 'end' ? 'coding.round.end.what' : 'coding.round.cancel.what')}</p>
        {change.error && <ProblemNotice problem={change.error} />}
      </Dialog>
    </>
  )
}
