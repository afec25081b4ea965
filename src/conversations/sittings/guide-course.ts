import type { NoteKind } from './sitting-note.schema.ts'

// Safe in the browser.

type Stamp = { kind: NoteKind; at: string; about: string | null }

export type GuideCourse = {
  /** Ids of the questions that were asked. */
  asked: ReadonlySet<string>
  /** The part that is on; null: none was begun. */
  part: string | null
  /** Milliseconds spent with each part, by its id. */
  spent: ReadonlyMap<string, number>
}

/**
 * How a conversation goes through its guide: a part lasts from the moment it is begun until another is, or until the end. The same part may be
 * begun again. Pure.
 */
export function guideCourse(notes: readonly Stamp[], until: Date): GuideCourse {
  const asked = new Set(
    notes.flatMap(({ kind, about }) => (kind === 'asked' && about !== null ? [about] : [])),
  )
  const begun = notes
    .filter(({ kind, about }) => kind === 'part' && about !== null)
    .toSorted((a, b) => a.at.localeCompare(b.at))
  const spent = new Map<string, number>()
  for (const [place, { about, at }] of begun.entries()) {
    const next = begun[place + 1]
    const ended = next ? Date.parse(next.at) : until.getTime()
    const before = spent.get(about ?? '') ?? 0
    spent.set(about ?? '', before + Math.max(0, ended - Date.parse(at)))
  }
  return { asked, part: begun.at(-1)?.about ?? null, spent }
}
