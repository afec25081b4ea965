import { compareParts, type Compared } from '../../../web/kit/index.ts'
import type { StudyLanguage } from '../guide/guide.schema.ts'
import type { StudyKind } from '../study-kinds.ts'
import {
  suspicionFields,
  type Mode,
  type StudyBasis,
  type StudyPurpose,
  type SuspicionField,
} from '../study.schema.ts'

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

type ComparedStudies = Compared<WrittenField> & {
  locked: WrittenField[]
  /** Of `both`, what would contradict itself if some of it were mine and some theirs: one choice for all of them. */
  together: WrittenField[]
}

/**
 * What two members changed since both read it: by one alone, or by both otherwise. What is locked meanwhile is theirs alone. What each changed alone counts as changed by both
 * where put together it would contradict itself.
 */
export function compareVersions(versions: Versions): ComparedStudies {
  const { read, mine, theirs } = versions
  const isOpen = (field: WrittenField) =>
    theirs.lockedAt === null || !suspicionFields.some((known) => known === field)
  const apart = compareParts({ read: partsOf(read), mine: partsOf(mine), theirs: partsOf(theirs) })
  const sides: Sides = {
    both: apart.both.filter(isOpen),
    onlyMine: apart.onlyMine.filter(isOpen),
    onlyTheirs: apart.onlyTheirs,
  }
  const open = [...sides.both, ...sides.onlyMine, ...sides.onlyTheirs]
  const together = contradicts(versions, sides) ? inOrder(open.filter(isOfLanguages)) : []
  const alone = (fields: WrittenField[]) => fields.filter((field) => !together.includes(field))
  return {
    both: inOrder([...new Set([...sides.both, ...together])]),
    onlyMine: alone(sides.onlyMine),
    onlyTheirs: alone(sides.onlyTheirs),
    locked: inOrder([...apart.both, ...apart.onlyMine].filter((field) => !isOpen(field))),
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

type Sides = Compared<WrittenField>

/** Languages in another order are the same languages. */
const partsOf = (study: StudyWritten) =>
  Object.fromEntries(
    writtenFields.map((field) => [field, field === 'languages' ? study.languages.toSorted() : study[field]]),
  ) as Record<WrittenField, unknown>

const inOrder = (fields: readonly WrittenField[]) => writtenFields.filter((field) => fields.includes(field))

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
