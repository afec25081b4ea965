import { z } from 'zod'
import { ParticipantId, PersonId, SegmentId } from '../workspace/ids.ts'

// Safe in the browser.

export const languages = ['en', 'da', 'sv', 'nl', 'de'] as const
export const InviteeLanguage = z.enum(languages)
export type InviteeLanguage = z.output<typeof InviteeLanguage>

/** Words in the languages they were written in. */
export const Texts = z.partialRecord(InviteeLanguage, z.string().trim().max(5000))
export type Texts = z.output<typeof Texts>

/** Words, and the language they are in. */
export type Written = { text: string; language: InviteeLanguage }

/** The words in a language, or else in the one the study is held in, or else in any; empty where nobody wrote any. */
export function writtenIn(
  texts: Texts,
  { language, main }: { language: InviteeLanguage; main: string },
): Written {
  const found = [language, InviteeLanguage.catch('en').parse(main), ...languages].find((one) => texts[one])
  return found === undefined ? { text: '', language } : { text: texts[found] ?? '', language: found }
}

export const InviteeId = z.uuid().brand<'InviteeId'>()
export type InviteeId = z.output<typeof InviteeId>

/** A question before taking part. `fits` is known to members only. */
export const ScreenerQuestion = z.object({
  id: z.string().min(1).max(40),
  text: Texts,
  answers: z
    .array(z.object({ id: z.string().min(1).max(40), text: Texts, fits: z.boolean() }))
    .min(2)
    .max(12),
})
export type ScreenerQuestion = z.output<typeof ScreenerQuestion>

/** How a study asks people. */
export const RecruitmentDraft = z.object({
  /** Months in which somebody asked by any study is left in peace. */
  restMonths: z.int().min(0).max(60),
  /** Minutes of one interview. */
  minutes: z.int().min(10).max(240),
  about: Texts,
  gift: Texts,
  place: Texts,
  screener: z.array(ScreenerQuestion).max(10),
})
export type RecruitmentDraft = z.output<typeof RecruitmentDraft>

export const Recruitment = RecruitmentDraft.extend({
  version: z.int(),
  /** Whether there is a mail server; without one letters only lie in the outbox page. */
  mailConfigured: z.boolean(),
})
export type Recruitment = z.output<typeof Recruitment>

/** What is left of people after each filter, in this order. */
export const filters = ['invitation', 'address', 'new', 'rested'] as const
export type Filter = (typeof filters)[number]

export const inviteeStates = [
  'drawn',
  'invited',
  'withheld',
  'failed',
  'unknown',
  'declined',
  'refused',
  'unfit',
  'waiting',
  'fits',
  'agreed',
  'booked',
] as const
export type InviteeState = (typeof inviteeStates)[number]

/** A quota with how many of it are still to be found, and what the filters leave. */
export const Stratum = z.object({
  segmentId: SegmentId.nullable(),
  segment: z.string().nullable(),
  language: InviteeLanguage.nullable(),
  wanted: z.int(),
  open: z.int(),
  /** Who may be described, as the rule of small groups tells it; null: fewer than the minimum, or not a segment. */
  people: z.int().nullable(),
  isExact: z.boolean(),
  /** Why some may not be invited, as far as it may be told. */
  leftOut: z.array(z.object({ reason: z.string(), people: z.int() })),
  fewer: z.array(z.object({ reason: z.string() })),
  /** People left after each filter. */
  left: z.record(z.enum(filters), z.int()),
})
export type Stratum = z.output<typeof Stratum>

export const Draw = z.object({
  drawId: z.uuid(),
  seed: z.string(),
  method: z.string(),
  drawnAt: z.string(),
  drawnBy: z.string().nullable(),
  strata: z.array(
    z.object({
      segmentId: SegmentId.nullable(),
      segment: z.string().nullable(),
      language: InviteeLanguage.nullable(),
      open: z.int(),
      candidates: z.int(),
      drawn: z.int(),
    }),
  ),
  /** Of this draw, those whose letter waits for a member to let it go. */
  waiting: z.int(),
  /** In which those who wait would be written to. */
  languages: z.array(InviteeLanguage),
})
export type Draw = z.output<typeof Draw>

/** Somebody asked, as everybody who may see the study sees them: never by name or address. */
export const Invitee = z.object({
  inviteeId: InviteeId,
  personId: PersonId.nullable(),
  /** Null: a friend who has not opened their letter. */
  pseudonym: z.string().nullable(),
  isIntroduced: z.boolean(),
  language: InviteeLanguage,
  state: z.enum(inviteeStates),
  askedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  participantId: ParticipantId.nullable(),
  sitting: z
    .object({
      sittingId: z.uuid(),
      startsAt: z.string(),
      minutes: z.int(),
      state: z.enum(['planned', 'held', 'missed', 'cancelled']),
      interviewer: z.string().nullable(),
      version: z.int(),
      /** Reminded of it as it stands. */
      isReminded: z.boolean(),
    })
    .nullable(),
  thanks: z.int(),
  /** Whether whoever asks may see their name and address. */
  mayKnow: z.boolean(),
})
export type Invitee = z.output<typeof Invitee>

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** Hours within one day, `from` before `to`; `24:00` is its end. */
export const Hours = z
  .object({ from: time, to: z.union([time, z.literal('24:00')]) })
  .refine(({ from, to }) => from < to)
export type Hours = z.output<typeof Hours>

export const MemberHours = z.object({
  zone: z.string().min(1).max(60),
  /** Monday is 1. */
  weekly: z.array(z.object({ weekday: z.int().min(1).max(7), hours: z.array(Hours).max(6) })).max(7),
  /** Days that are otherwise; without hours, away. */
  exceptions: z.array(z.object({ day: z.iso.date(), hours: z.array(Hours).max(6) })).max(400),
  bufferMinutes: z.int().min(0).max(240),
  noticeHours: z.int().min(0).max(336),
})
export type MemberHours = z.output<typeof MemberHours>

export const currencies = ['EUR', 'DKK', 'SEK', 'NOK', 'GBP', 'CHF', 'USD'] as const

export const ThanksDraft = z.object({
  what: z.string().trim().min(1).max(300),
  /** In hundredths; with its currency or neither. */
  amount: z.int().min(0).max(100_000_000).nullable(),
  currency: z.enum(currencies).nullable(),
  how: z.string().trim().max(300).default(''),
  givenOn: z.iso.date(),
})
export type ThanksDraft = z.output<typeof ThanksDraft>

export const Thanks = ThanksDraft.extend({ thanksId: z.uuid(), participantId: ParticipantId })
export type Thanks = z.output<typeof Thanks>

/** A root of the tree of introductions, and how much of all who came is theirs. */
export const IntroductionTree = z.object({
  /** People who agreed to take part, introduced or not. */
  came: z.int(),
  introduced: z.int(),
  roots: z.array(
    z.object({
      inviteeId: InviteeId,
      pseudonym: z.string().nullable(),
      /** Of those who agreed: the root themself and everybody who came through them. */
      came: z.int(),
      /** Null where fewer than twelve came. */
      share: z.number().nullable(),
      isDominant: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      inviteeId: InviteeId,
      pseudonym: z.string().nullable(),
      introducedBy: InviteeId.nullable(),
      depth: z.int(),
      state: z.enum(inviteeStates),
    }),
  ),
})
export type IntroductionTree = z.output<typeof IntroductionTree>
