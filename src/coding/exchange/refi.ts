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
}

export type RefiProject = {
  name: string
  origin: string
  codes: RefiCode[]
  variables: RefiVariable[]
  cases: RefiCase[]
  sources: RefiSource[]
  /** Texts of notes by GUID. */
  notes: Map<string, RefiSource>
}

/** Turns as Samtale exports them, in a processing instruction of the source, which other programs pass over. */
export type OwnTurns = {
  language: string
  happenedAt: string
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
