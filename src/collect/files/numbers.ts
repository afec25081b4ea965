/** How a column writes its numbers. */
export type NumberFormat = { decimal: '.' | ',' }

const unit = String.raw`(?:€|\$|£|kr\.?|EUR|USD|GBP|DKK|SEK|NOK|%|,-)`
const shape = new RegExp(
  String.raw`^([-+−(])?\s*${unit}?\s*([-+−])?(\d[\d.,'’\s\u00a0\u202f]*|[.,]\d+)(?:e([-+]?\d{1,3}))?\s*${unit}?\s*\)?$`,
  'i',
)

/**
 * Which decimal sign the column uses, from its values; null when fewer than all of them look like numbers.
 * "1.234" alone says nothing; "1.234,5", "1,234.5", "12,5" and "0.125" do.
 */
export function guessNumberFormat(values: readonly string[]): NumberFormat | null {
  let comma = 0
  let point = 0
  for (const value of values) {
    const body = shape.exec(value.trim())?.[3]
    if (body === undefined) return null
    const sign = decimalSign(body)
    if (sign === ',') comma++
    if (sign === '.') point++
  }
  if (values.length === 0) return null
  // A column of nothing but "1,234" and "12,345" groups thousands; "1.234" is more often a decimal, as programs write it.
  if (comma === 0 && point === 0) return { decimal: '.' }
  return { decimal: comma > point ? ',' : '.' }
}

/** The number a person wrote, or null. "1.234,56", "1,234.56", "1 234,5", "12 %" (12), "€ 5", "(3)" (−3), "1e-3". */
export function readNumber(text: string, format: NumberFormat): number | null {
  if (format.decimal === '.' && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
  const match = shape.exec(text.trim())
  const body = match?.[3]
  if (!match || body === undefined) return null
  const grouping = format.decimal === ',' ? '.' : ','
  let digits = body.replace(/[\s\u00a0\u202f'’]/g, '')
  if (digits.includes(grouping) && !groupsThousands(digits, { grouping, decimal: format.decimal }))
    return null
  digits = digits.replaceAll(grouping, '').replace(format.decimal, '.')
  if (!/^(\d+\.?\d*|\.\d+)$/.test(digits)) return null
  const size = Number(match[4] === undefined ? digits : `${digits}e${match[4]}`)
  if (!Number.isFinite(size)) return null
  const negative =
    match[1] === '(' || match[1] === '-' || match[1] === '−' || match[2] === '-' || match[2] === '−'
  return negative ? -size : size
}

/** "," or "." when the digits can only be read one way. */
function decimalSign(body: string): ',' | '.' | null {
  const lastComma = body.lastIndexOf(',')
  const lastPoint = body.lastIndexOf('.')
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.'
  const at = Math.max(lastComma, lastPoint)
  if (at < 0) return null
  const sign = lastComma >= 0 ? ',' : '.'
  if (body.indexOf(sign) !== at) return sign === ',' ? '.' : ','
  const before = body.slice(0, at).replace(/\D/g, '')
  const after = body.slice(at + 1).trim()
  const couldGroup = after.length === 3 && before.length >= 1 && before.length <= 3 && before !== '0'
  return couldGroup ? null : sign
}

function groupsThousands(digits: string, signs: { grouping: string; decimal: string }): boolean {
  const whole = digits.split(signs.decimal)[0] ?? ''
  const groups = whole.split(signs.grouping)
  return (
    groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? '').length <= 3 && groups[0] !== ''
  )
}
