import {
  Loaded,
  Select,
  Table,
  useFormat,
  useSearchValue,
  useText,
  type Column,
} from '../../../web/kit/index.ts'
import { AgreementUnit, UncodedText, agreementUnits, uncodedTexts } from '../rounds/round.schema.ts'
import { useAgreement, type AgreementShown, type RoundShown } from './rounds-data.ts'

type Row = AgreementShown['overall'] & { codeId: string; name: string; given: readonly number[] }

/** How far the coders agree, with the unit and what counts chosen and said. */
export function Agreement({ round }: { round: RoundShown }) {
  const t = useText()
  const [askedUnit, askUnit] = useSearchValue('unit')
  const [askedUncoded, askUncoded] = useSearchValue('uncoded')
  const unit = AgreementUnit.catch('turn').parse(askedUnit)
  const uncoded = UncodedText.catch('counted').parse(askedUncoded)
  const query = useAgreement(round.roundId, { unit, uncoded })
  return (
    <>
      <div className="mb-6 grid max-w-xl gap-4 sm:grid-cols-2" data-screen-only>
        <Select
          label={t('coding.agreement.unit')}
          isRequired
          value={unit}
          onChange={askUnit}
          options={agreementUnits.map((id) => ({ id, label: t(`coding.agreement.unit.${id}`) }))}
        />
        <Select
          label={t('coding.agreement.uncoded')}
          isRequired
          value={uncoded}
          onChange={askUncoded}
          options={uncodedTexts.map((id) => ({
            id,
            label: t(`coding.agreement.uncoded.${id.replace(' ', '.')}`),
          }))}
        />
      </div>
      <Loaded query={query}>{(found) => <Figures round={round} found={found} />}</Loaded>
    </>
  )
}

function Figures({ round, found }: { round: RoundShown; found: AgreementShown }) {
  const t = useText()
  const format = useFormat()
  const names = round.coders.map(({ name }) => name ?? t('coding.round.somebody'))
  const two = (value: number | null) => (value === null ? '–' : format.coefficient(value))
  const figure = (key: 'alpha' | 'kappa' | 'share'): Column<Row> => ({
    key,
    title: t(`coding.agreement.${key}`),
    align: 'end',
    cell: (row) =>
      key === 'share' ? (row.share === null ? '–' : format.percent(row.share, 1)) : two(row[key]),
  })
  const columns: Column<Row>[] = [
    {
      key: 'code',
      title: t('coding.code.name'),
      isRowHeader: true,
      cell: ({ name }) => <span className="wrap-anywhere">{name}</span>,
    },
    {
      ...figure('alpha'),
      cell: ({ alpha, interval }) => (
        <span className="whitespace-nowrap">
          {two(alpha)}
          {interval !== null && (
            <span className="ml-2 text-xs text-soft">
              {t('kit.interval', { from: two(interval[0]), to: two(interval[1]) })}
            </span>
          )}
        </span>
      ),
    },
    ...(names.length === 2 ? [figure('kappa')] : []),
    figure('share'),
    {
      key: 'units',
      title: t('coding.agreement.units'),
      align: 'end',
      cell: ({ units }) => format.number(units),
    },
    {
      key: 'given',
      title: t('coding.agreement.given', { names: names.join(' / ') }),
      align: 'end',
      isWideOnly: true,
      cell: ({ given }) => given.map((n) => format.number(n)).join(' / '),
    },
  ]
  const overall: Row = { ...found.overall, codeId: 'all', name: t('coding.agreement.all'), given: [] }
  return (
    <>
      <Table
        label={t('coding.round.agreement')}
        rows={[overall, ...found.codes]}
        rowKey={({ codeId }) => codeId}
        columns={columns}
        empty={null}
      />
      <p className="mt-4 max-w-prose text-sm text-soft">
        {t('coding.agreement.how', {
          unit: t(`coding.agreement.unit.${found.unit}`),
          turns: found.turns,
          n: found.resamples,
        })}
      </p>
      <p className="mt-2 max-w-prose text-sm text-soft">{t('coding.agreement.read')}</p>
    </>
  )
}
