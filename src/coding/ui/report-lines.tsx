import { useText } from '../../../web/kit/index.ts'
import { isLoss, type ReportLine } from '../exchange/import-report.ts'

/** What was left out and what was put right, each with how often and which. */
export function ReportLines({ lines }: { lines: readonly ReportLine[] }) {
  const t = useText()
  const lost = lines.filter(({ what }) => isLoss(what))
  const mended = lines.filter(({ what }) => !isLoss(what))
  return (
    <div className="flex flex-col gap-6">
      {lost.length > 0 && <Part title={t('coding.exchange.lost')} lines={lost} />}
      {mended.length > 0 && <Part title={t('coding.exchange.mended')} lines={mended} />}
    </div>
  )
}

function Part({ title, lines }: { title: string; lines: readonly ReportLine[] }) {
  const t = useText()
  return (
    <div>
      <h2 className="mb-2 font-medium">{title}</h2>
      <ul className="flex flex-col gap-2">
        {lines.map(({ what, count, examples }) => (
          <li key={what} className="flex gap-3">
            <span className="w-10 shrink-0 text-end tabular-nums text-soft">{count}</span>
            <div className="min-w-0">
              <div>{t(`coding.exchange.what.${what}`)}</div>
              {examples.length > 0 && (
                <div className="text-sm wrap-anywhere text-soft">{examples.join(' · ')}</div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
