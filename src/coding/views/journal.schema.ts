import { z } from 'zod'

// Safe in the browser.

export const JournalEntryId = z.uuid().brand<'JournalEntryId'>()
export type JournalEntryId = z.output<typeof JournalEntryId>

export const JournalWords = z.object({
  /** The day it is about. */
  on: z.iso.date(),
  text: z.string().max(50_000),
})
export type JournalWords = z.output<typeof JournalWords>

/** An entry of one's own, or one that a colleague has shared. */
export const JournalEntry = JournalWords.extend({
  entryId: JournalEntryId,
  version: z.int(),
  isMine: z.boolean(),
  isShared: z.boolean(),
  who: z.string(),
  changedAt: z.string(),
})
export type JournalEntry = z.output<typeof JournalEntry>
