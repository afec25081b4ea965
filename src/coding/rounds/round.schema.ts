import { z } from 'zod'
import { CodeId, HighlightId, InterviewId, StudyId, UserId, UtteranceId } from '../../workspace/ids.ts'

// Safe in the browser.

export const RoundId = z.uuid().brand<'RoundId'>()
export type RoundId = z.output<typeof RoundId>

const roundStates = ['open', 'comparing', 'settled', 'cancelled'] as const
export const RoundState = z.enum(roundStates)
export type RoundState = z.output<typeof RoundState>

/** A round to begin: conversations by hand, or so many drawn at random. */
export const NewRound = z.object({
  name: z.string().trim().min(1).max(200),
  conversations: z.union([
    z.object({ interviewIds: z.array(InterviewId).min(1).max(200) }),
    z.object({ draw: z.int().min(1).max(200), seed: z.int().min(0).max(2_147_483_646).optional() }),
  ]),
  coderIds: z.array(UserId).min(2).max(10),
  /** None: all codes the study may use. */
  codeIds: z.array(CodeId).max(1000).default([]),
})
export type NewRound = z.output<typeof NewRound>

const Coder = z.object({
  userId: UserId,
  /** Null: somebody who has left. */
  name: z.string().nullable(),
  finished: z.boolean(),
})

/** A round as everybody may see it: who and what, never what anybody marked. */
export const Round = z.object({
  roundId: RoundId,
  studyId: StudyId,
  name: z.string(),
  state: RoundState,
  seed: z.int().nullable(),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  conversations: z.array(z.object({ interviewId: InterviewId, title: z.string() })),
  coders: z.array(Coder),
  codes: z.int(),
})
export type Round = z.output<typeof Round>

/** What a running round means to somebody who reads one of its conversations. */
export const RoundHere = z.object({
  roundId: RoundId,
  name: z.string(),
  /** coding: they mark, blind; waiting: they have finished or it is compared; outside: others code. */
  part: z.enum(['coding', 'waiting', 'outside']),
  codeIds: z.array(CodeId),
})
export type RoundHere = z.output<typeof RoundHere>

/** What is judged as one: a turn, a sentence, or each character (Unicode codepoint). */
export const agreementUnits = ['turn', 'sentence', 'character'] as const
export const AgreementUnit = z.enum(agreementUnits)
export type AgreementUnit = z.output<typeof AgreementUnit>

/** Whether text to which nobody gave any code counts as agreed that no code fits. */
export const uncodedTexts = ['counted', 'left out'] as const
export const UncodedText = z.enum(uncodedTexts)
export type UncodedText = z.output<typeof UncodedText>

/** How far coders agree about one thing. Null where it is not defined. */
export const Coefficients = z.object({
  /** Units judged (codepoints for characters). */
  units: z.int(),
  alpha: z.number().nullable(),
  /** 95 %: percentiles of alpha over turns drawn again. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  /** Of two coders only. */
  kappa: z.number().nullable(),
  /** Share of pairs of judgements that are the same. */
  share: z.number().nullable(),
})
export type Coefficients = z.output<typeof Coefficients>

export const RoundAgreement = z.object({
  unit: AgreementUnit,
  uncoded: UncodedText,
  /** Turns of participants that may be analysed now. */
  turns: z.int(),
  resamples: z.int(),
  /** Every code of every unit as one judgement. */
  overall: Coefficients,
  codes: z.array(
    Coefficients.extend({
      codeId: CodeId,
      name: z.string(),
      /** Units each coder gave it to, in the order of the coders. */
      given: z.array(z.int()),
    }),
  ),
})
export type RoundAgreement = z.output<typeof RoundAgreement>

const Mark = z.object({
  highlightId: HighlightId,
  userId: UserId,
  words: z.string(),
  /** Whether it is kept; null while nobody has decided. */
  kept: z.boolean().nullable(),
})

/** Where coders differ about one code: only some gave it, or they gave it to more or fewer words. */
export const Disagreement = z.object({
  codeId: CodeId,
  code: z.string(),
  kind: z.enum(['not everybody', 'other words']),
  interviewId: InterviewId,
  interview: z.string(),
  utteranceId: UtteranceId,
  language: z.string(),
  /** The turn they stand in, and who said it: a pseudonym, or the name in the file of somebody who asks. */
  text: z.string(),
  who: z.string().nullable(),
  marks: z.array(Mark),
  settled: z.object({ by: z.string().nullable(), at: z.string(), note: z.string() }).nullable(),
})
export type Disagreement = z.output<typeof Disagreement>

/** Disagreements to settle alike. Of each: its marks, those to keep, and when it was settled before (null: not yet). */
export const Settlement = z.object({
  codeId: CodeId,
  highlightIds: z.array(HighlightId).min(1).max(200),
  keep: z.array(HighlightId).max(200),
  before: z.string().nullable(),
})
export type Settlement = z.output<typeof Settlement>
