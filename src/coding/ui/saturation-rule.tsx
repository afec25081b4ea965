import { Fold, Section, Select, Table, useFormat, useSearchValue, useText } from '../../../web/kit/index.ts'
import type { SaturationAsked } from '../saturation.schema.ts'
import type { HearingShown, SaturationShown } from './saturation-data.ts'

const choices = { base: ['4', '5', '6'], run: ['2', '3'], most: ['5', '0'] } as const

/** How saturation is measured here: as usual unless chosen otherwise; the choice is in the address. */
export function useRule(): SaturationAsked {
  const [base] = useSearchValue('base')
  const [run] = useSearchValue('run')
  const [most] = useSearchValue('most')
  return {
    base: choices.base.find((one) => one === base) ?? '4',
    run: choices.run.find((one) => one === run) ?? '2',
    most: choices.most.find((one) => one === most) ?? '5',
  }
}

/** The choices that Guest, Namey and Chen leave open. */
export function RuleForm() {
  const t = useText()
  const { base, run, most } = useRule()
  const [, setBase] = useSearchValue('base')
  const [, setRun] = useSearchValue('run')
  const [, setMost] = useSearchValue('most')
  return (
    <Fold title={t('coding.saturation.rule')} isOpen={base !== '4' || run !== '2' || most !== '5'}>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-3">
        <Select
          label={t('coding.saturation.rule.base')}
          isRequired
          value={base}
          onChange={setBase}
          options={choices.base.map((id) => ({ id, label: id }))}
        />
        <Select
          label={t('coding.saturation.rule.run')}
          isRequired
          value={run}
          onChange={setRun}
          options={choices.run.map((id) => ({ id, label: id }))}
        />
        <Select
          label={t('coding.saturation.rule.most')}
          isRequired
          value={most}
          onChange={setMost}
          options={choices.most.map((id) => ({ id, label: t(`coding.saturation.rule.most.${id}`) }))}
        />
      </div>
    </Fold>
  )
}

type RunShown = HearingShown['runs'][number]

/** New codes of each run against those of the base: what "6+2" is read from. */
export function Runs({ data: { all, run } }: { data: SaturationShown }) {
  const t = useText()
  const format = useFormat()
  const codes = all.baseCodes ?? 0
  if (all.runs.length === 0 || codes === 0) return null
  return (
    <Section title={t('coding.saturation.runs')}>
      <Table
        label={t('coding.saturation.runs')}
        rows={all.runs}
        rowKey={({ after }) => String(after)}
        columns={[
          {
            key: 'after',
            title: t('coding.saturation.runs.after'),
            isRowHeader: true,
            cell: ({ after }: RunShown) => `${after}+${run}`,
          },
          {
            key: 'news',
            title: t('coding.saturation.runs.news'),
            align: 'end',
            cell: ({ news }: RunShown) =>
              `${t('coding.saturation.runs.of', { news, codes })} · ${format.percent(news / codes)}`,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
