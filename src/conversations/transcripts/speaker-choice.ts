import type { LineLabel } from './line-label.ts'
import { isRemark, labelStrength } from './speaker-words.ts'

/** A line that may begin a turn, and what stands around it. */
export type Candidate = LineLabel & {
  line: number
  /** Whether the line before is empty (or there is none). */
  afterBlank: boolean
  /** Whether text of the turn follows: on the line itself or on the next, which is no label in capitals. */
  followed: boolean
}

/** Names that are one speaker have one key: case, brackets' affiliation and a final dot do not count. */
export type SpeakerNames = { nameOf: (label: string) => string; affiliations: Map<string, string> }

/**
 * Decides which candidates begin a turn. A label is a speaker's when it names a part (Interviewer, Q), when it comes
 * again, or when the whole file is labelled so; "Note:", times, addresses and a remark that stands once are not.
 */
export function chooseSpeakers(candidates: readonly Candidate[], lines: number): Set<number> {
  const told = candidates.filter(({ form }) => form === 'told')
  if (told.length > 0) return new Set(told.map(({ line }) => line))
  const chosen = new Set<number>()
  const plain = keyed(candidates)
  const counted = countLabels(plain)
  const strengths = new Map([...counted].map(([key, { label }]) => [key, labelStrength(label)]))
  const named = plain.filter(({ key }) => namedStrengths.has(strengths.get(key) ?? 'never'))
  const alone = named.filter(({ candidate }) => candidate.form === 'alone')
  const again = alone.filter(({ key }) => (counted.get(key)?.count ?? 0) >= 2)
  const context: Context = {
    share: named.filter(({ candidate }) => candidate.form !== 'capitals').length / Math.max(1, lines),
    letters: plain.filter(({ key }) => strengths.get(key) === 'letter').length,
    timed: named.filter(({ candidate }) => candidate.form === 'time').length,
    capitals: capitalsFile(plain),
    lines,
    spaced: spacedFile(named, counted),
    labelled:
      plain.filter(({ candidate, key }) => candidate.form === 'colon' && strengths.get(key) !== 'never')
        .length / Math.max(1, lines),
    alone: again.length / Math.max(1, alone.length),
    firstAlone: again[0]?.candidate.line ?? 0,
  }
  const numbered = numberedOnce(counted)
  const remarks = remarksAmong(counted, strengths)
  for (const { candidate, key } of plain) {
    if (numbered.has(key) && context.share < 0.6 && strengths.get(key) === 'name') continue
    if (remarks.has(key) && candidate.form === 'colon') continue
    const seen = counted.get(key)
    const strength = strengths.get(key) ?? 'never'
    if (seen && strength !== 'never' && isSpeaker({ candidate, seen, strength, context }))
      chosen.add(candidate.line)
  }
  const loneKey = onlyKey(plain, chosen)
  const lone = loneKey === undefined ? undefined : strengths.get(loneKey)
  // One label that stands over a few lines of a text is a heading or a turn of speech ("Problem: …"), not who speaks.
  return (lone === 'name' || lone === 'weak') && context.share < 0.6 ? new Set() : chosen
}

/** "Step 1", "Step 2", each of them once: parts of a whole, unless everything is labelled so. */
function numberedOnce(counted: ReadonlyMap<string, Seen>): Set<string> {
  const series = Map.groupBy(counted.keys(), (key) => /^(.*\p{L})[\s.#]*\d+$/u.exec(key)?.[1])
  const numbered = [...series].filter(
    ([name, keys]) =>
      name !== undefined && keys.length >= 2 && keys.every((key) => counted.get(key)?.count === 1),
  )
  return new Set(numbered.flatMap(([, keys]) => keys))
}

/** Labels that begin a remark ("Reason: none."): those that stand once, and those far rarer than two others who take turns. */
function remarksAmong(
  counted: ReadonlyMap<string, Seen>,
  strengths: ReadonlyMap<string, string>,
): Set<string> {
  const others = [...counted].flatMap(([key, { label, count }]) =>
    !isRemark(label) && namedStrengths.has(strengths.get(key) ?? 'never') ? [count] : [],
  )
  const second = others.toSorted((a, b) => b - a)[1] ?? 0
  const remarks = [...counted].filter(
    ([, { label, count }]) => isRemark(label) && (count < 2 || count * 4 <= second),
  )
  return new Set(remarks.map(([key]) => key))
}

/** The one label of all chosen lines, when they are told apart by a colon alone. */
function onlyKey(plain: readonly Keyed[], chosen: ReadonlySet<number>): string | undefined {
  const used = plain.filter(({ candidate }) => chosen.has(candidate.line))
  const keys = new Set(used.map(({ key }) => key))
  return keys.size === 1 && used.every(({ candidate }) => candidate.form === 'colon')
    ? used[0]?.key
    : undefined
}

/** One name for all spellings of a speaker's label: the commonest; with "RUTTE" in the file, "RUTTE (RTL)" is RUTTE. */
export function nameSpeakers(labels: readonly string[]): SpeakerNames {
  const written = new Map<string, number>()
  for (const label of labels) written.set(label, (written.get(label) ?? 0) + 1)
  const bare = new Set([...written.keys()].map(exactKey))
  const spellings = new Map<string, Map<string, number>>()
  const affiliations = new Map<string, string>()
  const keys = new Map<string, string>()
  for (const [label, times] of written) {
    const base = withoutAffiliation(label)
    const stripped = base !== label && base !== '' && bare.has(exactKey(base))
    if (stripped) affiliations.set(label, base)
    const shown = (stripped ? base : label).replace(/(?<=\p{L}{2})\.$/u, '')
    const key = exactKey(shown)
    keys.set(label, key)
    const counts = spellings.get(key) ?? new Map<string, number>()
    counts.set(shown, (counts.get(shown) ?? 0) + times)
    spellings.set(key, counts)
  }
  const names = new Map([...spellings].map(([key, counts]) => [key, commonest(counts)]))
  return { nameOf: (label) => names.get(keys.get(label) ?? '') ?? label, affiliations }
}

type Keyed = { candidate: Candidate; key: string }
type Seen = { label: string; count: number; followed: number; afterBlank: number; forms: Map<string, number> }
type Context = {
  share: number
  letters: number
  timed: number
  capitals: boolean
  lines: number
  spaced: boolean
  /** Share of lines with any label before a colon, however it is written. */
  labelled: number
  /** Share of the lines that stand alone like a name which come again. */
  alone: number
  /** The line of the first of those. */
  firstAlone: number
}
const namedStrengths = new Set(['role', 'name', 'letter'])

type Question = { candidate: Candidate; seen: Seen; strength: string; context: Context }

function isSpeaker({ candidate, seen, strength, context }: Question): boolean {
  if (candidate.form === 'capitals')
    return context.capitals && strength !== 'letter' && (candidate.followed || seen.followed >= 2)
  if (candidate.form === 'alone') {
    const again = (seen.forms.get('alone') ?? 0) >= 2 || candidate.line > context.firstAlone
    return again && strength !== 'weak' && context.alone >= 0.5
  }
  if (candidate.form === 'bracket') {
    const again = seen.count >= 2 ? context.share >= 0.4 : context.share >= 0.6
    return again && (strength !== 'weak' || /\d/.test(seen.label))
  }
  if (candidate.form === 'time')
    return strength === 'weak'
      ? seen.count >= 2 && seen.label.length <= 30
      : context.timed >= 2 || strength === 'role' || context.share >= 0.4
  if (strength === 'role') return true
  if (strength === 'letter') return context.letters >= 2 && (seen.count >= 2 || context.share >= 0.3)
  if (strength === 'weak')
    return (
      (seen.count >= 3 && seen.count / context.lines >= 0.15) || (seen.count >= 2 && context.labelled >= 0.8)
    )
  if (context.spaced && seen.afterBlank === 0) return false
  if (context.share >= 0.6) return true
  if (seen.count < 2)
    return context.share >= 0.25 && /^\S+\s\S+/u.test(seen.label) && !/^\S+\s\p{Ll}/u.test(seen.label)
  return seen.count / context.lines >= 0.02 || seen.count >= 5
}

/** Candidates with their label's key, each label's found once. */
function keyed(candidates: readonly Candidate[]): Keyed[] {
  const keys = new Map<string, string>()
  const found: Keyed[] = []
  for (const candidate of candidates) {
    if (candidate.label === '') continue
    const key = keys.get(candidate.label) ?? keyOf(candidate.label)
    keys.set(candidate.label, key)
    found.push({ candidate, key })
  }
  return found
}

function countLabels(candidates: readonly Keyed[]): Map<string, Seen> {
  const counted = new Map<string, Seen>()
  for (const { candidate, key } of candidates) {
    const { label, followed, afterBlank, form } = candidate
    const seen = counted.get(key) ?? {
      label,
      count: 0,
      followed: 0,
      afterBlank: 0,
      forms: new Map<string, number>(),
    }
    seen.count++
    if (followed) seen.followed++
    if (afterBlank) seen.afterBlank++
    seen.forms.set(form, (seen.forms.get(form) ?? 0) + 1)
    counted.set(key, seen)
  }
  return counted
}

/** A file whose speakers stand in capitals on lines of their own: at least four, and at least one of them again. */
function capitalsFile(candidates: readonly Keyed[]): boolean {
  const capitals = countLabels(
    candidates.filter(({ candidate }) => candidate.form === 'capitals' && candidate.followed),
  )
  const total = [...capitals.values()].reduce((sum, { followed }) => sum + followed, 0)
  return total >= 4 && capitals.size >= 2 && [...capitals.values()].some(({ count }) => count >= 2)
}

/** A file whose turns are set apart by empty lines: a label in the middle of a paragraph is then no speaker's. */
function spacedFile(named: readonly Keyed[], counted: ReadonlyMap<string, Seen>): boolean {
  const recurring = named.filter(({ key }) => (counted.get(key)?.count ?? 0) >= 3)
  return (
    recurring.length >= 6 &&
    recurring.filter(({ candidate }) => candidate.afterBlank).length / recurring.length >= 0.9
  )
}

/** "BOS (NOS)" is BOS; "Speaker (1)" and "Guest (b)" stay whole, because the bracket tells them apart. */
function withoutAffiliation(label: string): string {
  return label.replace(/\s*\((?=[^)]*\p{L}{2})[^)]*\)?$/u, '').trim()
}

function keyOf(label: string): string {
  return exactKey(withoutAffiliation(label) || label)
}

function exactKey(label: string): string {
  return label
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.:\s]+$/u, '')
}

function commonest(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
