import { z } from 'zod'
import { CodeId, HighlightId, InterviewId, SpeakerId, StudyId, UtteranceId } from '../workspace/ids.ts'

// Safe in the browser.

export const codeColours = ['teal', 'green', 'amber', 'red', 'grey', 'ink'] as const
export const CodeColour = z.enum(codeColours)
export type CodeColour = z.output<typeof CodeColour>

export const CodeName = z.string().trim().min(1).max(200)

/** What a member writes of a code. */
export const CodeWords = z.object({
  name: CodeName,
  description: z.string().trim().max(5000).default(''),
  colour: CodeColour.default('teal'),
})
export type CodeWords = z.output<typeof CodeWords>

/** How a code came about: expected from the hypothesis, found in what was said, or found and named in somebody's own words. */
export const codeOrigins = ['deductive', 'inductive', 'in vivo'] as const
export const CodeOrigin = z.enum(codeOrigins)
export type CodeOrigin = z.output<typeof CodeOrigin>

export const CodebookId = z.uuid().brand<'CodebookId'>()
export type CodebookId = z.output<typeof CodebookId>

/** What else a member writes of a code, and where it stands in the tree. */
export const CodePlace = z.object({
  example: z.string().trim().max(5000).default(''),
  origin: CodeOrigin.default('inductive'),
  /** The code it stands under; null: at the top. */
  parentId: CodeId.nullable().default(null),
  /** A codebook by name; null: the workspace's, or the study's own. */
  codebookId: CodebookId.nullable().default(null),
})
export type CodePlace = z.output<typeof CodePlace>

/** A code to add. */
export type NewCode = CodeWords & Partial<CodePlace>

/** How abstract a code is on a ladder: what a thing is, what that brings, why it matters (Reynolds & Gutman 1988). */
export const codeLevels = ['attribute', 'consequence', 'value'] as const
export const CodeLevel = z.enum(codeLevels)
export type CodeLevel = z.output<typeof CodeLevel>

/** What moved somebody to change or kept them where they were. */
export const codeForces = ['push', 'pull', 'anxiety', 'habit'] as const
export const CodeForce = z.enum(codeForces)
export type CodeForce = z.output<typeof CodeForce>

/** What a code stands for when what was said is read as ladders or as a switch; null: nothing. */
export const CodeReading = z.object({ level: CodeLevel.nullable(), force: CodeForce.nullable() })
export type CodeReading = z.output<typeof CodeReading>

/** A code with what rests on it now: passages of participants that may be analysed, how many people said them, and what is withheld. */
export const Code = z.object({
  codeId: CodeId,
  /** Null: the workspace's codebook. */
  studyId: StudyId.nullable(),
  name: z.string(),
  /** The name, with its place where another code of the workspace has it too: for wherever the tree is not seen. */
  label: z.string(),
  description: z.string(),
  colour: CodeColour,
  example: z.string(),
  origin: CodeOrigin,
  parentId: CodeId.nullable(),
  /** A codebook by name; null: the workspace's, or the study's own. */
  codebookId: CodebookId.nullable(),
  /** Where it stands among those beside it; 0: by its name, after those that were put somewhere. */
  place: z.int(),
  ...CodeReading.shape,
  passages: z.int(),
  people: z.int(),
  /** The same, counting the codes below it too; a passage of two of them is one. */
  passagesBelow: z.int(),
  peopleBelow: z.int(),
  /** Passages that count no longer because the person's permission does not cover it. */
  withheld: z.int(),
})
export type Code = z.output<typeof Code>

/** What a change of coding was, for whoever is to take it back. */
const deeds = [
  'marked',
  'unmarked',
  'code added',
  'code changed',
  'codes moved',
  'codes merged',
  'code split',
  'code removed',
  'codebook changed',
  'turn corrected',
  'turns changed',
  'answers coded',
  'place coded',
  'double coding',
] as const
export type Deed = (typeof deeds)[number]

/** Whether there is something to undo and to redo, and what it was; null: from before that was written down. */
export const History = z.object({
  undo: z.boolean(),
  redo: z.boolean(),
  undoes: z.enum(deeds).nullable(),
  redoes: z.enum(deeds).nullable(),
})
export type History = z.output<typeof History>

/** What was done to a code, by whom and when. Never what was written: a name may be somebody's own words. */
export const CodeChange = z.object({
  what: z.enum(['added', 'changed', 'moved', 'merged', 'split', 'removed', 'put back']),
  fields: z.array(
    z.enum([
      'name',
      'description',
      'example',
      'colour',
      'origin',
      'parentId',
      'place',
      'level',
      'force',
      'codebook',
    ]),
  ),
  /** The other code it is about: the one it moved under, merged with or was split from. */
  other: z.object({ codeId: CodeId, name: z.string() }).nullable(),
  /** Null: the program, or somebody who has left. */
  who: z.string().nullable(),
  at: z.string(),
})
export type CodeChange = z.output<typeof CodeChange>

/** A marked passage of an interview, from `start` to before `end` in codepoints of the utterance at `version`. */
export const Highlight = z.object({
  highlightId: HighlightId,
  utteranceId: UtteranceId,
  start: z.int(),
  end: z.int(),
  version: z.int(),
  codeIds: z.array(CodeId),
  /** The words as they were, where a correction took them away: to be put in another place or removed. */
  lostText: z.string().nullable(),
  /** What the team thinks of the passage; empty where nobody has written. */
  note: z.string(),
})
export type Highlight = z.output<typeof Highlight>

/** A note to write on a passage. `before` is the one that was read, so that two who write at once both know. */
export const NoteWritten = z.object({
  note: z.string().trim().max(5000),
  before: z.string().max(5000),
})
export type NoteWritten = z.output<typeof NoteWritten>

/** A passage to mark. `version` is the one of the utterance that was read. */
export const NewPassage = z
  .object({
    utteranceId: UtteranceId,
    start: z.int().min(0).max(1_000_000),
    end: z.int().min(1).max(1_000_000),
    version: z.int().min(1).max(1_000_000_000),
  })
  .refine(({ start, end }) => start < end, {
    path: ['end'],
    message: 'a passage holds at least one character',
  })
export type NewPassage = z.output<typeof NewPassage>

/** Somebody's own words, allowed to be shown. */
export const Quote = z.object({
  highlightId: HighlightId,
  interviewId: InterviewId,
  utteranceId: UtteranceId,
  text: z.string(),
  /** A pseudonym; a name where they asked to be quoted with it and the study credits names. */
  who: z.string(),
  when: z.string(),
  language: z.string(),
  codeIds: z.array(CodeId),
})
export type Quote = z.output<typeof Quote>

/** Why a step of undo or redo was left out. */
export const skips = ['withdrawn', 'gone', 'changed since', 'in use', 'name taken', 'set aside'] as const
export const Skip = z.enum(skips)
export type Skip = z.output<typeof Skip>

/** What undo or redo did. `nothing`: there was nothing to take back. */
export const Replayed = z.object({ state: z.enum(['done', 'nothing']), skipped: z.array(Skip) })
export type Replayed = z.output<typeof Replayed>

/** An interview as it may be read now. */
export const Transcript = z.object({
  interviewId: InterviewId,
  studyId: StudyId,
  title: z.string(),
  language: z.string(),
  happenedAt: z.string(),
  interviewer: z.string().nullable(),
  words: z.int(),
  speakers: z.array(
    z.object({
      speakerId: SpeakerId,
      role: z.enum(['participant', 'interviewer', 'other']),
      /** A participant's pseudonym; of anybody else the name in the file. */
      label: z.string().nullable(),
      /** Why a participant's words are not shown; null where they are. */
      withheld: z.string().nullable(),
    }),
  ),
  utterances: z.array(
    z.object({
      utteranceId: UtteranceId,
      position: z.int(),
      speakerId: SpeakerId,
      text: z.string(),
      startMs: z.int().nullable(),
      version: z.int(),
    }),
  ),
})
export type Transcript = z.output<typeof Transcript>
