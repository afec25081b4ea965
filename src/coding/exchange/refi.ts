/**
 * What projects of qualitative analysis hold, in the words of REFI-QDA 1.0 (MIT, www.qdasoftware.org): the shape between its XML and our tables.
 * Positions are Unicode codepoints, the first is 0, the end is exclusive.
 */
export type RefiCode = {
  guid: string
  name: string
  description: string
  /** `#rrggbb`, or undefined where none or no colour is given. */
  colour: string | undefined
  isCodable: boolean
  /** The code it stands under. */
  parent: string | undefined
  noteGuids: string[]
  /** What Samtale writes beside, since the standard has no word for it. */
  own?: OwnCode | undefined
}

/** The parts of a code's description that stand apart here, in a processing instruction. */
export type OwnCode = { description: string; example: string; origin: string }

export const codeTarget = 'samtale-code'

export type RefiCoding = { guid: string; code: string }

export type RefiSelection = {
  guid: string
  name: string
  start: number
  end: number
  codings: RefiCoding[]
  noteGuids: string[]
}

/** A text with what is marked in it. `content` stands in the XML, `plainPath` and `richPath` in the archive. */
export type RefiSource = {
  guid: string
  name: string
  content: string | undefined
  plainPath: string | undefined
  richPath: string | undefined
  at: string | undefined
  selections: RefiSelection[]
  /** Codes given to the whole of it. */
  codings: RefiCoding[]
  noteGuids: string[]
  values: RefiValue[]
  /** What Samtale writes beside: who spoke from where to where. */
  turns: OwnTurns | undefined
}

export type RefiValue = { variable: string; text: string }
export type RefiVariable = { guid: string; name: string; type: string }
export type RefiCase = {
  guid: string
  name: string
  values: RefiValue[]
  sources: string[]
  selections: string[]
  /** What is written about whoever it is. */
  memos: string[]
}

/** Where a place lies: in pixels of a photo from the top left, in points of a PDF's page (the first is 0) from the bottom left, or in milliseconds. */
export type RefiWhere =
  | { page: number; firstX: number; firstY: number; secondX: number; secondY: number }
  | { begin: number; end: number }

/** A marked place of a source that is no text. */
export type RefiPlace = { guid: string; where: RefiWhere; codings: RefiCoding[]; noteGuids: string[] }

export const mediaKinds = { Picture: 'photo', PDF: 'pdf', Audio: 'sound', Video: 'video' } as const
export type MediaKind = (typeof mediaKinds)[keyof typeof mediaKinds]

/** A photo, PDF or recording with what is marked in it. */
export type RefiMedia = {
  guid: string
  name: string
  kind: MediaKind
  /** Where its file lies in the archive; undefined where it did not come along. */
  path: string | undefined
  places: RefiPlace[]
  own: OwnMedia | undefined
}

/** What Samtale writes beside a photo or PDF: whose it is, of which day, and its places exactly, in parts of the page. */
export type OwnMedia = {
  case: string | null
  happenedOn: string | null
  /** [guid, page from 1, left, top, width, height] */
  places: [string, number, number, number, number, number][]
}

export const mediaTarget = 'samtale-document'

/** Memos about a person, in a processing instruction of their case; other programs read them in its description. */
export type OwnCase = { memos: string[] }

export const caseTarget = 'samtale-case'

export type RefiProject = {
  name: string
  description: string
  origin: string
  codes: RefiCode[]
  variables: RefiVariable[]
  cases: RefiCase[]
  sources: RefiSource[]
  media: RefiMedia[]
  /** Notes of the project as a whole, or of the one study it is. */
  noteGuids: string[]
  /** Texts of notes by GUID. */
  notes: Map<string, RefiSource>
}

/** Turns as Samtale exports them, in a processing instruction of the source, which other programs pass over. */
export type OwnTurns = {
  language: string
  happenedAt: string
  /** Who asked, where it is written down. */
  askedBy: string | null
  speakers: { role: 'participant' | 'interviewer' | 'other'; case: string | null; name: string | null }[]
  /** [start, end, speaker, startMs, endMs], codepoints of the text. */
  turns: [number, number, number, number | null, number | null][]
}

export const turnsTarget = 'samtale-turns'

/** How a colour of ours is written. */
export const hexColours = {
  teal: '#0f766e',
  green: '#2e7d32',
  amber: '#b45309',
  red: '#b91c1c',
  grey: '#6b7280',
  ink: '#1f2937',
} as const

/** What a study wants to find out, as the description of a project says it. */
export const describedAs = (study: { hypothesis: string; confirmation: string; contradiction: string }) =>
  [study.hypothesis, study.confirmation, study.contradiction].filter(Boolean).join('\n\n')
