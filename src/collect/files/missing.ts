/** A value that stands for "not known", with why it is taken for one. */
export type MissingGuess = {
  value: string
  share: number
  why: 'a word for missing' | 'stands apart from the rest'
}

const words = new Set(
  `na n/a n.a. n.a #n/a nan null nil - -- — – . ? ?? unknown unspecified undefined not_available
  ukendt uoplyst okänd okand uppgift_saknas onbekend unbekannt keine_angabe k.a. k._a. ikke_oplyst
  not_available not_applicable not_stated no_answer no_response no_data missing prefer_not_to_answer prefer_not_to_say doesn't_apply
  does_not_apply refused don't_want_to_answer
  intet_svar ingen_svar ikke_besvaret ønsker_ikke_at_svare ikke_relevant ved_ikke_/_ønsker_ikke_at_svare
  inget_svar ej_svar vill_inte_svara saknas ej_angivet ej_tillämpligt
  geen_antwoord niet_bekend niet_van_toepassing n.v.t. nvt wil_niet_zeggen geen_gegevens
  keine_antwort nicht_bekannt nicht_zutreffend entfällt möchte_nicht_antworten fehlt`
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' ')),
)

/** Codes people use for "no value" among numbers, where the numbers themselves are far away. */
const codes = [-999, -99, -9, -1, 99, 999, 9999, 99_999, 999_999]

/** Empty, or a word that means "no value" in one of the five languages (also as `p_unknown`). */
export function isMissingWord(text: string): boolean {
  const value = text.trim().toLowerCase().replace('’', "'")
  return value === '' || words.has(value) || /^[a-z]{1,3}[._]unknown$/.test(value)
}

/** Which of the values stand for "missing", as written. `values` without the empty ones. */
export function guessMissing(values: readonly string[]): MissingGuess[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1)
  const found: MissingGuess[] = []
  for (const [value, count] of counts) {
    if (value !== '' && isMissingWord(value)) {
      found.push({ value, share: count / values.length, why: 'a word for missing' })
    }
  }
  // A column of nothing but such a word keeps it: there is nothing it could be missing from.
  if (found.length === counts.size) return []
  const rest = [...counts].filter(([value]) => !isMissingWord(value))
  return [...found, ...codesApart(rest, values.length)]
}

/** 999 among 0..27, -1 among 0..500: whole numbers only, far outside of all others. */
function codesApart(counts: [string, number][], total: number): MissingGuess[] {
  const numbers = counts.map(([value, count]) => ({ value, count, n: Number(value) }))
  if (numbers.length < 3 || numbers.some(({ value, n }) => value === '' || !Number.isFinite(n))) return []
  const found: MissingGuess[] = []
  for (const code of codes) {
    const candidate = numbers.find(({ n }) => n === code)
    if (!candidate) continue
    const others = numbers.filter(({ n }) => !codes.includes(n))
    if (
      others.length >= 2 &&
      standsApart(
        code,
        others.map(({ n }) => n),
      )
    )
      found.push({
        value: candidate.value,
        share: candidate.count / total,
        why: 'stands apart from the rest',
      })
  }
  return found
}

function standsApart(code: number, others: number[]): boolean {
  const low = others.reduce((a, b) => Math.min(a, b))
  const high = others.reduce((a, b) => Math.max(a, b))
  if (code < 0) return low >= 0 && others.every(Number.isInteger) && (code !== -1 || high > 2)
  return low >= 0 && high < code / 3
}
