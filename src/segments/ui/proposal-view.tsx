import type { ReactNode } from 'react'
import {
  Badge,
  BarList,
  Button,
  Notice,
  ProblemNotice,
  Section,
  Table,
  useFormat,
  useGo,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { RuleSentence, useRuleWords } from './rule-words.tsx'
import { useAskProposal, type ProposalShown, type ResultShown } from './segments-data.ts'
import { ShareCell, Size } from './size-cell.tsx'
import { trustKeys } from './trust.ts'

type Props = { shown: ProposalShown; result: ResultShown }

/** What was found: first how far to trust it, then the factors, then the segments, then what was left out. */
export function ProposalView({ shown, result }: Props) {
  const t = useText()
  const format = useFormat()
  if (result.segments.length === 0)
    return (
      <>
        <Notice look="warning" title={t('segments.nothing')}>
          {t('segments.nothing.todo')}
        </Notice>
        <Warnings shown={shown} result={result} />
        <LeftOut shown={shown} result={result} />
      </>
    )
  return (
    <>
      <Verdict result={result} />
      <Factors result={result} />
      <Segments shown={shown} result={result} />
      <Warnings shown={shown} result={result} />
      <LeftOut shown={shown} result={result} />
      <p className="mt-8 text-xs text-soft">{t('kit.fresh', { ago: format.ago(result.asOf) })}</p>
    </>
  )
}

function Verdict({ result: { stability, segments } }: { result: ResultShown }) {
  const t = useText()
  const format = useFormat()
  if (stability === null) return null
  const { verdict, agreement, sameFactors, runs } = stability
  const looks = { natural: 'good', reproducible: 'info', constructive: 'warning' } as const
  const doubtful = segments.filter(({ trust }) => trust === 'do not trust').length
  return (
    <Notice look={looks[verdict]} title={t(`segments.verdict.${verdict}`)}>
      <p>{t(`segments.verdict.${verdict}.meaning`)}</p>
      <p className="mt-1.5">
        {t('segments.verdict.people', {
          runs,
          median: format.number(Math.round(agreement.median * 100) / 100),
          low: format.number(Math.round(agreement.low * 100) / 100),
          high: format.number(Math.round(agreement.high * 100) / 100),
        })}{' '}
        {sameFactors !== null && t('segments.verdict.factors', { share: format.percent(sameFactors) })}{' '}
        {doubtful > 0 && t('segments.verdict.doubtful', { n: doubtful })}
      </p>
    </Notice>
  )
}

function Factors({ result }: { result: ResultShown }) {
  const t = useText()
  const format = useFormat()
  const words = useRuleWords()
  const { factors, gain, told, stability } = result
  const pair = gain?.pair.columns ?? []
  return (
    <Section title={t('segments.factors', { n: factors.length })}>
      <ol className="flex flex-wrap gap-2">
        {factors.map((factor) => {
          const again = stability?.factors.find(({ column }) => column === factor)
          return (
            <li key={factor} className="rounded-lg border border-line bg-raised px-4 py-3">
              <div className="font-medium">{factor}</div>
              {again && (
                <div className="text-sm text-soft">
                  {t('segments.factor.again', { share: format.percent(again.share) })}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <p className="mt-4 max-w-prose">
        {gain !== null && gain.gain !== null
          ? t('segments.gain', {
              pair: words.names(pair),
              gain: format.percent(Math.max(0, gain.gain)),
              is: gain.gain > 0 ? 'more' : 'none',
            })
          : ''}{' '}
        {gain === null
          ? t('segments.told.likeness', { told: format.percent(told) })
          : t('segments.told', { told: format.percent(told, told < 0.1 ? 1 : 0) })}
      </p>
    </Section>
  )
}

type Row =
  | Pick<ResultShown['segments'][number], 'people' | 'heldOut' | 'all' | 'trust'>
  | { people: number | null }

function Segments({ shown, result }: Props) {
  const t = useText()
  const words = useRuleWords()
  const { outcome } = shown
  const title = outcome === null ? '' : words.outcome(outcome)
  const rows: Row[] = [...result.segments, { people: result.rest.people }]
  const bars = result.segments.flatMap(({ heldOut, all }, index) =>
    heldOut === null
      ? []
      : [
          {
            id: String(index),
            label: words.rule(all),
            value: heldOut.share,
            interval: [heldOut.low, heldOut.high] as const,
            n: heldOut.of,
          },
        ],
  )
  const { audience, minimum, overall } = result
  return (
    <Section
      title={t('segments.found', { n: result.segments.length })}
      lead={
        <>
          <Size people={audience.people} minimum={minimum} isExact={audience.isExact} />{' '}
          {audience.people !== null && t('segments.people.of', { n: audience.people })}
          {overall && (
            <>
              {' · '}
              {title}: <ShareCell share={overall} />
            </>
          )}
        </>
      }
    >
      {bars.length > 1 && (
        <div className="mb-8 max-w-3xl">
          <BarList
            label={t('segments.bars', { outcome: title })}
            valueTitle={t('segments.share')}
            as="share"
            bars={bars}
          />
        </div>
      )}
      <Table
        label={t('segments.found', { n: result.segments.length })}
        rows={rows}
        rowKey={(row) => ('all' in row ? JSON.stringify(row.all) : 'rest')}
        empty={null}
        columns={[
          {
            key: 'rule',
            title: t('segments.rule'),
            isRowHeader: true,
            cell: (row) =>
              'all' in row ? (
                <RuleSentence all={row.all} />
              ) : (
                <span className="font-normal text-soft">{t('segments.rest')}</span>
              ),
          },
          {
            key: 'size',
            title: t('segments.size'),
            align: 'end',
            cell: (row) => <Size people={row.people} minimum={minimum} />,
          },
          ...(outcome === null
            ? []
            : [
                {
                  key: 'outcome',
                  title,
                  align: 'end' as const,
                  cell: (row: Row) => ('all' in row ? <ShareCell share={row.heldOut} /> : null),
                },
              ]),
          {
            key: 'trust',
            title: t('segments.trust'),
            isWideOnly: true,
            cell: (row) => 'all' in row && <Trust trust={row.trust} />,
          },
        ]}
      />
      {outcome !== null && <p className="mt-3 max-w-prose text-sm text-soft">{t('segments.held.out')}</p>}
    </Section>
  )
}

function Trust({ trust }: { trust: keyof typeof trustKeys }) {
  const t = useText()
  const looks = { high: 'good', valid: 'good', pattern: 'warning', none: 'danger' } as const
  const key = trustKeys[trust]
  return <Badge look={looks[key]}>{t(`segments.trust.short.${key}`)}</Badge>
}

function Warnings({ shown, result }: Props) {
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

function LeftOut({ result: { leftOut } }: Props) {
  const t = useText()
  if (leftOut.length === 0) return null
  return (
    <Section title={t('segments.not.used')} lead={t('segments.not.used.lead')}>
      <Table
        label={t('segments.not.used')}
        rows={leftOut}
        rowKey={(row) => row.column}
        empty={null}
        columns={[
          { key: 'trait', title: t('segments.trait'), isRowHeader: true, cell: (row) => row.column },
          {
            key: 'why',
            title: t('segments.why'),
            cell: (row) => t(`segments.why.${row.why.replaceAll(/[ ,]+/g, '-')}`, { other: row.other ?? '' }),
          },
        ]}
      />
    </Section>
  )
}
