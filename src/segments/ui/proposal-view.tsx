import { Fresh, Notice, Section, Table, useFormat, useText } from '../../../web/kit/index.ts'
import { ProposalSegments } from './proposal-segments.tsx'
import { ProposalWarnings } from './proposal-warnings.tsx'
import { useRuleWords } from './rule-words.tsx'
import type { ProposalShown, ResultShown } from './segments-data.ts'

type Props = { shown: ProposalShown; result: ResultShown }

/** What was found: first how far to trust it, then the factors, then the segments, then what was left out. */
export function ProposalView({ shown, result }: Props) {
  const t = useText()
  if (result.segments.length === 0)
    return (
      <>
        <Notice look="warning" title={t('segments.nothing')}>
          {t('segments.nothing.todo')}
        </Notice>
        <ProposalWarnings shown={shown} result={result} />
        <LeftOut shown={shown} result={result} />
      </>
    )
  return (
    <>
      <Verdict result={result} />
      <Factors result={result} />
      <ProposalSegments shown={shown} result={result} />
      <ProposalWarnings shown={shown} result={result} />
      <LeftOut shown={shown} result={result} />
      <Fresh at={result.asOf} />
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
