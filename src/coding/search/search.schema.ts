import { z } from 'zod'
import { Language } from '../../language/index.ts'
import {
  CodeId,
  HighlightId,
  InterviewId,
  PersonId,
  SegmentId,
  SittingId,
  StudyId,
  UtteranceId,
} from '../../workspace/index.ts'

export const SpeakerAsked = z.enum(['participant', 'interviewer', 'other'])

/** What is looked for, and where. Days are of the conversation, `from` and `to` both included. */
export const SearchAsked = z.object({
  q: z.string().trim().min(1).max(500),
  studyId: StudyId.optional(),
  segmentId: SegmentId.optional(),
  codeId: CodeId.optional(),
  role: SpeakerAsked.optional(),
  language: Language.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type SearchAsked = z.output<typeof SearchAsked>

/** A place where it was said, or noted beside a passage. */
export const Hit = z.object({
  interviewId: InterviewId,
  interview: z.string(),
  studyId: StudyId,
  study: z.string(),
  utteranceId: UtteranceId,
  /** The passage the note stands beside; null where it was said. */
  highlightId: HighlightId.nullable(),
  /** A participant's pseudonym; of anybody else the name in the file. */
  who: z.string().nullable(),
  role: SpeakerAsked,
  when: z.string(),
  language: z.string(),
  /** The words around the first mark. */
  text: z.string(),
  /** What was looked for, in codepoints of `text`. */
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
})
export type Hit = z.output<typeof Hit>

export const NoteKind = z.enum(['memo', 'interview_note'])
export type NoteKind = z.output<typeof NoteKind>

/** A place in what the team wrote: a memo, or a note of a conversation. What it is about is null where it is about none. */
export const NoteHit = z.object({
  kind: NoteKind,
  noteId: z.string(),
  studyId: StudyId.nullable(),
  study: z.string().nullable(),
  interviewId: InterviewId.nullable(),
  sittingId: SittingId.nullable(),
  codeId: CodeId.nullable(),
  personId: PersonId.nullable(),
  writer: z.string().nullable(),
  when: z.string(),
  language: z.string(),
  text: z.string(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
})
export type NoteHit = z.output<typeof NoteHit>

export const Found = z.object({
  items: z.array(Hit),
  /** With the first page: up to twenty notes that may be read, newest first. */
  notes: z.array(NoteHit),
  areMoreNotes: z.boolean(),
  next: z.string().nullable(),
  /** Places that may be read now. */
  total: z.int(),
  /** There are more than are counted: only the newest hundred and fifty are looked at. */
  isMore: z.boolean(),
  /** Conversations whose newest words are not found yet, because they were only just brought in. */
  unread: z.int(),
})
export type Found = z.output<typeof Found>
