/** Factors that know the outcome because they come after it. */

/** Why a factor is suspected: its name says that it is measured during or after, or it tells too much to be true. */
export type LeakReason = 'measured during or after' | 'named after the outcome' | 'tells too much'

/** Words, in the five languages, for what is only known once the outcome is; a word must stand alone in the name. */
const afterwards = new Set(
  [
    'duration call_duration talk_time handle_time churned cancelled canceled cancellation termination closed_at won_at',
    'varighed samtaletid samtalelængde opsagt opsigelse afsluttet',
    'varaktighet samtalslängd samtalstid uppsagd uppsägning avslutad',
    'duur gespreksduur beltijd opgezegd opzegging beëindigd',
    'dauer gesprächsdauer anrufdauer gekündigt kündigung beendet',
  ]
    .join(' ')
    .split(' '),
)

/** Whether a factor's name gives it away. `outcome` is the name of the outcome's column. */
export function leakByName(name: string, outcome: string): LeakReason | null {
  const plain = words(name)
  for (const word of afterwards) {
    if (` ${plain} `.includes(` ${words(word)} `)) return 'measured during or after'
  }
  const wanted = words(outcome)
  return wanted.length >= 4 && ` ${plain} `.includes(` ${wanted} `) ? 'named after the outcome' : null
}

/**
 * Whether a factor tells too much: half or more of all there is to know, or a quarter and three times as much
 * as the next one. Thresholds are ours; real drivers of what people do rarely reach a fifth.
 */
export function leakByScore({
  score,
  entropy,
  next,
}: {
  score: number
  entropy: number
  next: number
}): LeakReason | null {
  const part = entropy === 0 ? 0 : score / entropy
  return part >= 0.5 || (part >= 0.25 && score >= 3 * next) ? 'tells too much' : null
}

function words(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}
