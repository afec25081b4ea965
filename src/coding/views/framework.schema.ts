import { z } from 'zod'
import { CodeId, ParticipantId } from '../../workspace/ids.ts'

// Safe in the browser.

const Written = z.object({
  text: z.string(),
  version: z.int(),
  /** Null: somebody who has left. */
  by: z.string().nullable(),
  at: z.string(),
})

/**
 * What stands of one participant under one theme. Of the quotes a summary was written on: `gone` are shown nowhere any more (taken back, taken out,
 * erased), `unmarked` are no longer of the theme, `corrected` have other words now; `news` came since.
 */
export const FrameworkCell = z.object({
  participantId: ParticipantId,
  codeId: CodeId,
  /** Quotes that may be shown now. */
  quotes: z.int(),
  /** Coded places on pages and photos and stretches of sound that may be analysed now. */
  places: z.int(),
  /** 0: nobody has written. */
  version: z.int(),
  text: z.string(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  restsOn: z.int(),
  gone: z.int(),
  unmarked: z.int(),
  corrected: z.int(),
  news: z.int(),
})
export type FrameworkCell = z.output<typeof FrameworkCell>

/** Participants (rows) by themes: codes with those below them. */
export const Framework = z.object({
  rows: z.array(z.object({ participantId: ParticipantId, who: z.string() })),
  themes: z.array(z.object({ codeId: CodeId, name: z.string() })),
  /** Only those with quotes, places or a summary. */
  cells: z.array(FrameworkCell),
  rowsInAll: z.int(),
  next: z.string().nullable(),
})
export type Framework = z.output<typeof Framework>

export const SummaryWritten = z.object({
  text: z.string().trim().max(10_000),
  /** The one that was read; 0 where nobody had written. */
  version: z.int().min(0).max(1_000_000_000),
})

export const SummaryHistory = z.object({ versions: z.array(Written) })
