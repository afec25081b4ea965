import { z } from 'zod'

// Safe in the browser.

export const MemoId = z.uuid().brand<'MemoId'>()
export type MemoId = z.output<typeof MemoId>

/** What a memo can be about, besides a passage, whose memo is its note. */
const memoKinds = ['study', 'interview', 'code', 'person'] as const
const MemoKind = z.enum(memoKinds)

export const listedKinds = [...memoKinds, 'passage'] as const

export const MemoAbout = z.object({ kind: MemoKind, id: z.uuid() })
export type MemoAbout = z.output<typeof MemoAbout>

export const MemoText = z.string().trim().min(1).max(20_000)

export const Memo = z.object({
  memoId: MemoId,
  kind: MemoKind,
  text: z.string(),
  version: z.int(),
  /** Null: somebody who has left. */
  by: z.string().nullable(),
  at: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
})
export type Memo = z.output<typeof Memo>

/** A memo or a passage's note in the list of a study, with what it is about and where that is. */
export const MemoListed = z.object({
  /** Null: the note of a passage. */
  memoId: MemoId.nullable(),
  kind: z.enum(listedKinds),
  /** The title of a study or conversation, the name of a code, a pseudonym, or the words of a passage. */
  about: z.string(),
  /** Id of what it is about; of a passage its conversation's. */
  aboutId: z.uuid(),
  utteranceId: z.uuid().nullable(),
  text: z.string(),
  by: z.string().nullable(),
  changedAt: z.string().nullable(),
})
export type MemoListed = z.output<typeof MemoListed>
