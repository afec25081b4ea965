import {
  Button,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  Progress,
  useGo,
  useMay,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useRuleWords } from './rule-words.tsx'
import { ProposalView } from './proposal-view.tsx'
import { useAskProposal, useCancelProposal, useProposal, type ProposalShown } from './segments-data.ts'

export function Page() {
  const { proposalId } = usePageParams('proposalId')
  const proposal = useProposal(proposalId)
  return <Loaded query={proposal}>{(shown) => <Proposal shown={shown} />}</Loaded>
}

function Proposal({ shown }: { shown: ProposalShown }) {
  const t = useText()
  const words = useRuleWords()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('segments.write')
  const audience = shown.audience.length === 0 ? t('segments.everybody') : words.rule(shown.audience)
  const lead =
    shown.outcome === null
      ? t('segments.proposal.lead', { audience })
      : t('segments.proposal.lead.outcome', { audience, outcome: words.outcome(shown.outcome) })
  const canSave = mayWrite && shown.state === 'done' && (shown.result?.segments.length ?? 0) > 0
  return (
    <>
      <PageHeader
        title={t('segments.proposal.title')}
        lead={lead}
        back={{ href: `/w/${workspaceId}/segments`, label: t('segments.title') }}
        actions={
          canSave && (
            <Button look="primary" href={`/w/${workspaceId}/segments/new?proposal=${shown.proposalId}`}>
              {t('segments.adjust')}
            </Button>
          )
        }
      />
      <State shown={shown} />
    </>
  )
}

function State({ shown }: { shown: ProposalShown }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const cancel = useCancelProposal()
  const { state, done, of, proposalId, result } = shown
  if (state === 'waiting' || state === 'working')
    return (
      <>
        <Progress
          label={t(of === 0 ? 'segments.working.reading' : 'segments.working')}
          share={of === 0 ? undefined : done / of}
          onCancel={() => cancel.mutate({ path: { workspaceId, proposalId } })}
        >
          {of > 0 && t('segments.working.of', { done, of })}
        </Progress>
        {cancel.error && <ProblemNotice problem={cancel.error} />}
      </>
    )
  if (state === 'cancelled')
    return (
      <Notice title={t('segments.cancelled')} action={<Again shown={shown} />}>
        {t('segments.cancelled.todo')}
      </Notice>
    )
  if (state === 'failed' || result === null) {
    const problem = problems.find((known) => known === shown.problem) ?? 'unexpected'
    return (
      <Notice look="error" title={t(`segments.failed.${problem}`)} action={<Again shown={shown} />}>
        {t(`segments.failed.${problem}.todo`)}
      </Notice>
    )
  }
  return <ProposalView shown={shown} result={result} />
}

const problems = ['too-few-people', 'no-such-outcome', 'unexpected'] as const

function Again({ shown }: { shown: ProposalShown }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('segments.write')
  const ask = useAskProposal()
  if (!mayWrite) return null
  const { audience, outcome, leaveOut, trusted } = shown
  const start = () =>
    ask.mutate(
      { path: { workspaceId }, body: { audience, outcome, leaveOut, trusted } },
      { onSuccess: ({ proposalId }) => go(`/w/${workspaceId}/segments/proposals/${proposalId}`) },
    )
  return (
    <Button isPending={ask.isPending} onPress={start}>
      {t('kit.retry')}
    </Button>
  )
}
