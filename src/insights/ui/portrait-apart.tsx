import { DataNumber, Fresh, Section, Table, useFormat, useText } from '../../../web/kit/index.ts'
import type { MarkShown, PortraitShown } from './insights-data.ts'
import { EvidenceButton } from './portrait-evidence.tsx'

/** What sets them apart from everybody else, strongest first, with all that makes it honest. */
export function Apart({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const format = useFormat()
  const words = useMarkWords()
  const { apart, tested, size } = portrait
  if (size === null) return null
  const times = ({ lift }: MarkShown) =>
    t('insights.apart.times', { lift: format.number(Number(lift.toPrecision(2))) })
  const evidence = (mark: MarkShown) => (
    <EvidenceButton portrait={portrait} figure={words(mark)} query={mark.kind}>
      <Counted mark={mark} />
    </EvidenceButton>
  )
  return (
    <Section title={t('insights.apart')} lead={t('insights.apart.lead', { tested })}>
      <Table
        label={t('insights.apart')}
        rows={apart}
        rowKey={(mark) => `${mark.kind} ${mark.name}`}
        empty={<p className="text-soft">{t('insights.apart.none')}</p>}
        columns={[
          { key: 'what', title: t('insights.apart.what'), isRowHeader: true, cell: words },
          {
            key: 'here',
            title: t('insights.apart.here'),
            align: 'end',
            cell: (mark) => (
              <span className="inline-grid min-w-32">
                <DataNumber
                  value={mark.here.share}
                  as="share"
                  interval={[mark.here.low, mark.here.high]}
                  n={mark.here.of}
                />
                {/* Beside one another they do not fit on a phone. */}
                <span className="block text-soft md:hidden">
                  {t('insights.apart.everybody')}{' '}
                  <DataNumber value={mark.everybody.share} as="share" n={mark.everybody.of} />
                </span>
                <span className="block font-medium md:hidden">{times(mark)}</span>
                <span className="-mr-3.5 md:hidden" data-screen-only>
                  {evidence(mark)}
                </span>
              </span>
            ),
          },
          {
            key: 'everybody',
            title: t('insights.apart.everybody'),
            align: 'end',
            isWideOnly: true,
            cell: ({ everybody }) => <DataNumber value={everybody.share} as="share" n={everybody.of} />,
          },
          {
            key: 'lift',
            title: t('insights.apart.lift'),
            align: 'end',
            isWideOnly: true,
            cell: times,
          },
          {
            key: 'open',
            title: <span className="sr-only">{t('insights.evidence')}</span>,
            align: 'end',
            isWideOnly: true,
            isScreenOnly: true,
            cell: evidence,
          },
        ]}
      />
      {portrait.apartAsOf !== null && <Fresh at={portrait.apartAsOf} />}
    </Section>
  )
}

function Counted({ mark: { here, everybody, p } }: { mark: MarkShown }) {
  const t = useText()
  const format = useFormat()
  const smallest = 0.0001
  return (
    <p>
      {t('insights.apart.counted', {
        here: here.yes,
        ofHere: here.of,
        everybody: everybody.yes,
        ofEverybody: everybody.of,
        p: p < smallest ? `< ${format.number(0.001)}` : `= ${format.number(Math.ceil(p * 1000) / 1000)}`,
      })}
    </p>
  )
}

/** "bike: e-bike", "at least 45: age", "did: Workshop visited". */
function useMarkWords() {
  const t = useText()
  const format = useFormat()
  return ({ kind, name, value }: MarkShown): string => {
    if (kind === 'event') return t('insights.mark.event', { name })
    if (kind === 'at least') return t('insights.mark.at-least', { name, value: format.number(Number(value)) })
    if (value === 'true') return t('insights.mark.yes', { name })
    return t('insights.mark.value', { name, value })
  }
}
