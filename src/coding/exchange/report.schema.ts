import { z } from 'zod'
import { Study } from '../../conversations/study.schema.ts'
import { CodeId } from '../../workspace/ids.ts'

// Safe in the browser.

/** Items of the checklist, numbered as in Tong, Sainsbury & Craig 2007 (doi:10.1093/intqhc/mzm042), by domain. */
export const coreqDomains = [
  { domain: 'team', items: [1, 2, 3, 4, 5, 6, 7, 8] },
  { domain: 'design', items: [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] },
  { domain: 'findings', items: [24, 25, 26, 27, 28, 29, 30, 31, 32] },
] as const

/** One item: what the program knows of it, and what a member has written over it. */
export const CoreqItem = z.object({
  item: z.int(),
  /** Figures for the sentence of this item; null where the program knows nothing. */
  told: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  answer: z.string().nullable(),
  /** 0: nobody has written. */
  version: z.int(),
})
export type CoreqItem = z.output<typeof CoreqItem>

/** What a member writes of an item; empty takes it back to what the program knows. */
export const CoreqWritten = z.object({
  item: z.int().min(1).max(32),
  answer: z.string().trim().max(5000),
  version: z.int().min(0).max(1_000_000_000),
})

/** A study as it is told to others: what was suspected, how it was asked, and what was heard, with n and in people's own words. */
export const StudyReport = z.object({
  study: Study.pick({
    studyId: true,
    title: true,
    kind: true,
    mode: true,
    hypothesis: true,
    confirmation: true,
    contradiction: true,
    lockedAt: true,
    amendments: true,
    target: true,
    heard: true,
    interviews: true,
    participants: true,
  }),
  method: z.object({
    from: z.string().nullable(),
    until: z.string().nullable(),
    languages: z.array(z.string()),
    interviewers: z.array(z.string()),
    /** Of what may be read now. */
    words: z.int(),
    /** People heard who took back that their words are analysed, or objected. */
    withdrawn: z.int(),
    coders: z.int(),
  }),
  /** In the codebook's order, each before those below it. */
  codes: z.array(
    z.object({
      codeId: CodeId,
      name: z.string(),
      description: z.string(),
      /** 0: it stands under none. */
      depth: z.int(),
      /** Of the code alone. */
      passages: z.int(),
      people: z.int(),
      /** With the codes below it, each passage and person once; null: there are none. */
      withBelow: z.object({ passages: z.int(), people: z.int() }).nullable(),
      withheld: z.int(),
      /** At most five, of different people as far as there are. */
      quotes: z.array(
        z.object({ text: z.string(), who: z.string(), when: z.string(), language: z.string() }),
      ),
    }),
  ),
  coreq: z.array(CoreqItem),
  at: z.string(),
})
export type StudyReport = z.output<typeof StudyReport>
