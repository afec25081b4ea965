import { Badge, BarList, Section, Table, useText, type Column } from '../../../web/kit/index.ts'
import { RuleSentence, useRuleWords } from './rule-words.tsx'
import type { ProposalShown, ResultShown } from './segments-data.ts'
import { ShareCell, Size } from './size-cell.tsx'
import { trustKeys } from './trust.ts'

type Props = { shown: ProposalShown; result: ResultShown }
type Row =
  | Pick<ResultShown['segments'][number], 'people' | 'isExact' | 'heldOut' | 'all' | 'trust'>
  | Pick<ResultShown['rest'], 'people' | 'isExact'>

/** The segments found, with their size, their outcome on people who had no say, and how far to trust each. */
export function ProposalSegments({ shown, result }: Props) {
  const t = useText()
  const words = useRuleWords()
  const { outcome } = shown
  const title = outcome === null ? '' : words.outcome(outcome)
  const { audience, minimum, overall, segments, rest } = result
  return (
    <Section
      title={t('segments.found', { n: segments.length })}
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
      <Bars segments={segments} title={title} />
      <Table
        label={t('segments.found', { n: segments.length })}
        rows={[...segments, rest]}
        rowKey={(row) => ('all' in row ? JSON.stringify(row.all) : 'rest')}
        empty={null}
        columns={useColumns({ minimum, outcomeTitle: outcome === null ? undefined : title })}
      />
      {outcome !== null && <p className="mt-3 max-w-prose text-sm text-soft">{t('segments.held.out')}</p>}
    </Section>
  )
}

function Bars({ segments, title }: { segments: ResultShown['segments']; title: string }) {
  const t = useText()
  const words = useRuleWords()
  const bars = segments.flatMap(({ heldOut, all }, index) => {
    if (heldOut === null) return []
    const { share: value, low, high, of: n } = heldOut
    return [{ id: String(index), label: words.rule(all), value, interval: [low, high] as const, n }]
  })
  if (bars.length < 2) return null
  return (
    <div className="mb-8 max-w-3xl">
      <BarList
        label={t('segments.bars', { outcome: title })}
        valueTitle={t('segments.share')}
        as="share"
        bars={bars}
      />
    </div>
  )
}

function useColumns({
  minimum,
  outcomeTitle,
}: {
  minimum: number
  outcomeTitle: string | undefined
}): Column<Row>[] {
  const t = useText()
  const outcome: Column<Row> = {
    key: 'outcome',
    title: outcomeTitle,
    align: 'end',
    cell: (row) => ('all' in row ? <ShareCell share={row.heldOut} /> : null),
  }
  return [
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
      cell: (row) => <Size people={row.people} minimum={minimum} isExact={row.isExact} />,
    },
    ...(outcomeTitle === undefined ? [] : [outcome]),
    {
      key: 'trust',
      title: t('segments.trust'),
      isWideOnly: true,
      cell: (row) => 'all' in row && <Trust trust={row.trust} />,
    },
  ]
}

function Trust({ trust }: { trust: keyof typeof trustKeys }) {
  const t = useText()
  const looks = { high: 'good', valid: 'good', pattern: 'warning', none: 'danger' } as const
  const key = trustKeys[trust]
  return <Badge look={looks[key]}>{t(`segments.trust.short.${key}`)}</Badge>
}
