import { z } from 'zod'
import { Condition, Outcome, ToldPurposes } from '../segments/index.ts'
import { CodeId, HighlightId, InterviewId, Language, SegmentId } from '../workspace/index.ts'

/** A share of people with its 95 % interval (Wilson) and the counts it rests on. */
export const PortraitShare = z.object({
  yes: z.int(),
  of: z.int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
})
export type PortraitShare = z.output<typeof PortraitShare>

/** SQL a reader can run, with the values bound in it. */
export const Evidence = z.object({ sql: z.string(), params: z.record(z.string(), z.string()) })
export type Evidence = z.output<typeof Evidence>

/** What sets a segment apart: a value of a trait, a number from a threshold up, or an event of the last 180 days. */
export const Mark = z.object({
  kind: z.enum(['value', 'at least', 'event']),
  /** Trait or event. */
  name: z.string(),
  /** The value, or the threshold as text; empty for events. */
  value: z.string(),
  here: PortraitShare,
  everybody: PortraitShare,
  /** 2: twice as common here as among everybody. */
  lift: z.number(),
  /** Benjamini and Hochberg's adjusted p-value of the test against everybody else. */
  p: z.number(),
})
export type Mark = z.output<typeof Mark>

export const Why = z.object({
  codeId: CodeId,
  name: z.string(),
  /** How many of the people here said something under it, of those who may be analysed. */
  people: z.int(),
  /** What those people said under it. */
  passages: z.int(),
  /** Of everybody's passages under it those that may be shown, and those that may not (any more). */
  quotable: z.int(),
  withheld: z.int(),
  /** Everybody who said something under it, and how many of them have taken their permission back. */
  sources: z.int(),
  withdrawn: z.int(),
  quotes: z.array(
    z.object({
      highlightId: HighlightId,
      interviewId: InterviewId,
      utteranceId: z.string(),
      text: z.string(),
      who: z.string(),
      when: z.string(),
      language: z.string(),
    }),
  ),
})
export type Why = z.output<typeof Why>

export const OwnWords = z.object({
  language: Language,
  state: z.enum(['compared', 'nothing said', 'nobody else']),
  speakers: z.int(),
  others: z.int(),
  withheld: z.int(),
  words: z.array(
    z.object({
      stem: z.string(),
      word: z.string(),
      speakers: z.int(),
      others: z.int(),
      verdict: z.enum(['confirmed', 'indicative']),
    }),
  ),
})
export type OwnWords = z.output<typeof OwnWords>

/** What is not known yet; each has a sentence and a next step on the screen. */
export const unknowns = [
  'too small',
  'nobody heard',
  'few heard',
  'nothing coded',
  'all withheld',
  'few speakers',
  'no outcome',
  'no events',
  'nothing apart',
  'nobody to invite',
  'old facts',
] as const
export const Unknown = z.enum(unknowns)
export type Unknown = z.output<typeof Unknown>

export const Portrait = z.object({
  segmentId: SegmentId,
  setId: z.string(),
  name: z.string(),
  setName: z.string(),
  /** The rule's conditions, as the segments' room has them. */
  rule: z.array(Condition),
  place: z.int(),
  /** When size and outcome were counted, and what sets them apart, which is kept for longer; null: nothing was compared. */
  asOf: z.string(),
  apartAsOf: z.string().nullable(),
  /** Newer figures are being worked out: ask again in a moment. */
  isRenewing: z.boolean(),
  /** Newest fact and newest event of anybody in the workspace; null: none. */
  newestFact: z.string().nullable(),
  newestEvent: z.string().nullable(),
  minimum: z.int(),
  /** Null where fewer than the minimum, and perhaps nobody; at least so many where not exact. */
  size: PortraitShare.extend({ isExact: z.boolean() }).nullable(),
  outcome: z.object({ here: PortraitShare, everybody: PortraitShare }).nullable(),
  /** What counts as the outcome; null: none was chosen. */
  outcomeRule: Outcome.nullable(),
  apart: z.array(Mark),
  /** How many differences were tested at once, which the correction is for. */
  tested: z.int(),
  why: z.array(Why),
  words: z.array(OwnWords),
  /** Everybody whom the rule describes, whether or not they may be analysed. */
  described: ToldPurposes.shape.all,
  mayBe: ToldPurposes.shape.purposes,
  mayBeAsOf: z.string(),
  heard: z.object({
    people: z.int(),
    interviews: z.int(),
    /** Who asked last, newest first; a name as the conversation gives it, or a member's. */
    last: z.array(
      z.object({ interviewId: InterviewId, by: z.array(z.string()), who: z.string(), when: z.string() }),
    ),
  }),
  unknown: z.array(Unknown),
  evidence: z.record(z.string(), Evidence),
})
export type Portrait = z.output<typeof Portrait>
