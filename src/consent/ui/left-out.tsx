import { useFormat, useText } from '../../../web/kit/index.ts'

type Why = { because?: 'analysis' | 'purpose'; reason: string }
type LeftOutProps = {
  told: {
    leftOut: readonly (Why & { people: number })[]
    fewer: readonly Why[]
    others: 'nobody' | 'few' | 'not told'
  }
  minimum: number
}

/** Why people are left out of a use, as far as it can be told without telling of single persons. */
export function LeftOut({ told: { leftOut, fewer, others }, minimum }: LeftOutProps) {
  const t = useText()
  const format = useFormat()
  const name = ({ because, reason }: Why) =>
    t(because === 'analysis' ? 'consent.left.not-analysed' : `consent.reason.${reason}`)
  // Somebody who may not be analysed is left out for one reason here, whichever it is there.
  const names = [...new Set(fewer.map(name))]
  const rest = () => {
    if (others === 'not told') return t('consent.left.not-told')
    if (others === 'nobody') return leftOut.length === 0 ? t('consent.everybody') : null
    if (names.length === 0) return t('consent.left.few', { minimum })
    return t('consent.left.fewer', { minimum, n: names.length, reasons: names.join(', ') })
  }
  const last = rest()
  return (
    <ul className="flex flex-col gap-0.5 text-soft">
      {leftOut.map((row) => (
        <li key={`${row.because} ${row.reason}`}>
          <span className="tabular-nums">
            {others === 'not told'
              ? t('consent.left.at-least', { people: row.people })
              : format.number(row.people)}
          </span>{' '}
          {name(row)}
        </li>
      ))}
      {last !== null && <li>{last}</li>}
    </ul>
  )
}
