import type { ReactNode } from 'react'
import {
  Button,
  Notice,
  ProblemNotice,
  Section,
  useGo,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useRuleWords } from './rule-words.tsx'
import { useAskProposal, type ProposalShown, type ResultShown } from './segments-data.ts'

type Props = { shown: ProposalShown; result: ResultShown }

/** What whoever reads a proposal should know, and what to do about it. */
export function ProposalWarnings({ shown, result }: Props) {
  const t = useText()
  const warnings = result.warnings
  if (warnings.length === 0) return null
  return (
    <Section title={t('segments.warnings')}>
      <ul className="flex flex-col gap-3">
        {warnings.map((warning) => (
          <li key={JSON.stringify(warning)}>
            <Warning shown={shown} warning={warning} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type OneWarning = ResultShown['warnings'][number]

function Warning({ shown, warning }: { shown: ProposalShown; warning: OneWarning }) {
  const t = useText()
  const words = useRuleWords()
  const column = 'column' in warning ? warning.column : ''
  const isSuspect = warning.kind === 'leak' || warning.kind === 'tells when, not who'
  const text = (): ReactNode => {
    switch (warning.kind) {
      case 'leak':
        return t(`segments.leak.${warning.reason.replaceAll(' ', '-')}`, { column })
      case 'tells when, not who':
        return t('segments.warning.moment', { column })
      case 'two suffice':
        return t('segments.warning.two', { columns: words.names(warning.columns) })
      case 'nothing tells the outcome':
        return t('segments.warning.nothing')
      case 'fewer than four segments':
        return t('segments.warning.fewer', { found: warning.found })
      case 'factor not needed':
        return t('segments.warning.factor', { column })
      case 'few people':
        return t('segments.warning.few', { people: warning.people, wanted: warning.wanted })
      case 'sampled':
        return t('segments.warning.sampled', { people: warning.people, of: warning.of })
      case 'outcome not known':
        return t('segments.warning.unknown', { people: warning.people })
    }
  }
  return (
    <Notice look={isSuspect ? 'warning' : 'info'} title={text()}>
      {isSuspect && <Otherwise shown={shown} column={column} />}
    </Notice>
  )
}

/** Whoever knows better uses what was suspected, or leaves out what was used. */
function Otherwise({ shown, column }: { shown: ProposalShown; column: string }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('segments.write')
  const ask = useAskProposal()
  const isUsed = shown.result?.leftOut.every((left) => left.column !== column) ?? false
  if (!mayWrite) return null
  const { audience, outcome, leaveOut, trusted } = shown
  const change = isUsed
    ? { leaveOut: [...leaveOut, column], trusted }
    : { leaveOut, trusted: [...trusted, column] }
  const start = () =>
    ask.mutate(
      { path: { workspaceId }, body: { audience, outcome, ...change } },
      { onSuccess: ({ proposalId }) => go(`/w/${workspaceId}/segments/proposals/${proposalId}`) },
    )
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      {ask.error && <ProblemNotice problem={ask.error} />}
      <Button isPending={ask.isPending} onPress={start}>
        {t(isUsed ? 'segments.again.without' : 'segments.again.with', { column })}
      </Button>
    </div>
  )
}
