import { z } from 'zod'
import { HighlightId, StudyId } from '../../workspace/ids.ts'
import { ViewQuote } from './view.schema.ts'

// Safe in the browser.

export const QuoteSetId = z.uuid().brand<'QuoteSetId'>()
export type QuoteSetId = z.output<typeof QuoteSetId>

export const QuoteSetWords = z.object({
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().max(5000).default(''),
})
export type QuoteSetWords = z.output<typeof QuoteSetWords>

export const QuoteSetListed = QuoteSetWords.extend({
  quoteSetId: QuoteSetId,
  /** Quotes that may be shown now, and those taken out since: taken back, taken out by the participant, erased. */
  quotes: z.int(),
  takenOut: z.int(),
  changedAt: z.string(),
})
export type QuoteSetListed = z.output<typeof QuoteSetListed>

export const SetQuote = ViewQuote.extend({ note: z.string() })

/** A set with its quotes in their order, as they may be shown now. */
export const QuoteSet = QuoteSetWords.extend({
  quoteSetId: QuoteSetId,
  studyId: StudyId,
  version: z.int(),
  items: z.array(SetQuote),
  takenOut: z.int(),
  /** Passages that are no longer marked. */
  unmarked: z.int(),
  by: z.string().nullable(),
  changedAt: z.string(),
})
export type QuoteSet = z.output<typeof QuoteSet>

export const HighlightIds = z.array(HighlightId).min(1).max(500)
