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

/** What two members changed since both read it: by one alone, or by both otherwise. What is locked meanwhile is theirs alone. */
export function compareVersions({ read, mine, theirs }: Versions): {
  both: WrittenField[]
  onlyMine: WrittenField[]
  onlyTheirs: WrittenField[]
  locked: WrittenField[]
} {
  const differs = (one: StudyWritten, other: StudyWritten) => (field: WrittenField) =>
    textOf(one[field]) !== textOf(other[field])
  const isLocked = (field: WrittenField) =>
    theirs.lockedAt !== null && suspicionFields.some((known) => known === field)
  const [iDid, theyDid] = [differs(read, mine), differs(read, theirs)]
  const apart = writtenFields.filter(differs(mine, theirs))
  const locked = apart.filter((field) => isLocked(field) && iDid(field))
  const open = apart.filter((field) => !locked.includes(field))
  return {
    both: open.filter((field) => iDid(field) && theyDid(field)),
    onlyMine: open.filter((field) => iDid(field) && !theyDid(field)),
    onlyTheirs: open.filter((field) => !iDid(field)),
    locked,
  }
}

/** Both put together: what one of them changed alone, and of what both changed mine where it was chosen. */
export function joinVersions(versions: Versions, kept: readonly WrittenField[]): StudyWritten {
  const { both, onlyMine } = compareVersions(versions)
  const fields = [...onlyMine, ...both.filter((field) => kept.includes(field))]
  const { mine, theirs } = versions
  return { ...theirs, ...Object.fromEntries(fields.map((field) => [field, mine[field]])) }
}

/** The same text for the same value, in whatever order its parts were written. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
