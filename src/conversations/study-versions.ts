import type { StudyKind } from './study-kinds.ts'
import type { StudyLanguage } from './guide/guide.schema.ts'
import {
  suspicionFields,
  type Mode,
  type StudyBasis,
  type StudyPurpose,
  type SuspicionField,
} from './study.schema.ts'

// Safe in the browser.

/** What a member writes of a study, whole. */
export type StudyWritten = Record<SuspicionField, string> & {
  kind: StudyKind
  title: string
  mode: Mode
  language: StudyLanguage
  languages: StudyLanguage[]
  target: number
  sessionSize: number | null
  plan: { startsOn: string | null; weeks: number; shares: { memberId: string; perWeek: number }[] }
  quotas: { segmentId: string | null; language: StudyLanguage | null; count: number }[]
  bases: Record<StudyPurpose, StudyBasis>
  quotesByName: boolean
}
export type WrittenField = keyof StudyWritten

/** In the order of the form. */
const writtenFields = [
  'title',
  'kind',
  ...suspicionFields,
  'mode',
  'language',
  'languages',
  'target',
  'sessionSize',
  'plan',
  'quotas',
  'bases',
  'quotesByName',
] as const satisfies WrittenField[]

export type Versions = {
  read: StudyWritten
  mine: StudyWritten
  theirs: StudyWritten & { lockedAt: string | null }
}

type Compared = {
  both: WrittenField[]
  onlyMine: WrittenField[]
  onlyTheirs: WrittenField[]
  locked: WrittenField[]
  /** Of `both`, what would contradict itself if some of it were mine and some theirs: one choice for all of them. */
  together: WrittenField[]
}

/**
 * What two members changed since both read it: by one alone, or by both otherwise. What is locked meanwhile is theirs alone. What each changed alone counts as changed by both
 * where put together it would contradict itself.
 */
export function compareVersions(versions: Versions): Compared {
  const { read, mine, theirs } = versions
  const isLocked = (field: WrittenField) =>
    theirs.lockedAt !== null && suspicionFields.some((known) => known === field)
  const [iDid, theyDid] = [differs(read, mine), differs(read, theirs)]
  const apart = writtenFields.filter(differs(mine, theirs))
  const locked = apart.filter((field) => isLocked(field) && iDid(field))
  const open = apart.filter((field) => !locked.includes(field))
  const sides: Sides = {
    both: open.filter((field) => iDid(field) && theyDid(field)),
    onlyMine: open.filter((field) => iDid(field) && !theyDid(field)),
    onlyTheirs: open.filter((field) => !iDid(field)),
  }
  const together = contradicts(versions, sides) ? open.filter(isOfLanguages) : []
  const alone = (fields: WrittenField[]) => fields.filter((field) => !together.includes(field))
  return {
    both: open.filter((field) => sides.both.includes(field) || together.includes(field)),
    onlyMine: alone(sides.onlyMine),
    onlyTheirs: alone(sides.onlyTheirs),
    locked,
    together,
  }
}

/** Both put together: what one of them changed alone, and of what both changed mine where it was chosen; of what belongs together all or nothing. */
export function joinVersions(versions: Versions, kept: readonly WrittenField[]): StudyWritten {
  const { both, onlyMine, together } = compareVersions(versions)
  const isMine = (field: WrittenField) =>
    together.includes(field) ? together.every((one) => kept.includes(one)) : kept.includes(field)
  return joined(versions, [...onlyMine, ...both.filter(isMine)])
}

type Sides = Pick<Compared, 'both' | 'onlyMine' | 'onlyTheirs'>

const differs = (one: StudyWritten, other: StudyWritten) => (field: WrittenField) =>
  textOf(asCompared(one, field)) !== textOf(asCompared(other, field))

/** Languages in another order are the same languages. */
const asCompared = (study: StudyWritten, field: WrittenField) =>
  field === 'languages' ? study.languages.toSorted() : study[field]

const ofLanguages: readonly WrittenField[] = ['language', 'languages', 'quotas']
const isOfLanguages = (field: WrittenField) => ofLanguages.includes(field)

function joined({ mine, theirs }: Versions, fields: readonly WrittenField[]): StudyWritten {
  return { ...theirs, ...Object.fromEntries(fields.map((field) => [field, mine[field]])) }
}

/** Whether some choice of what both changed leaves a quota in a language that nobody is asked in, as neither of the two has it. */
function contradicts(versions: Versions, { both, onlyMine }: Sides): boolean {
  const known = new Set([...unasked(versions.mine), ...unasked(versions.theirs)])
  const choices = both
    .filter(isOfLanguages)
    .reduce<WrittenField[][]>((all, field) => [...all, ...all.map((chosen) => [...chosen, field])], [[]])
  return choices.some((chosen) =>
    unasked(joined(versions, [...onlyMine, ...chosen])).some((language) => !known.has(language)),
  )
}

/** Languages of quotas that the study is not held in. */
function unasked({ language, languages, quotas }: StudyWritten): StudyLanguage[] {
  const asked = new Set([language, ...languages])
  return quotas.flatMap((quota) =>
    quota.language === null || asked.has(quota.language) ? [] : [quota.language],
  )
}

/** The same text for the same value, in whatever order its parts were written. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
