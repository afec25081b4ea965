/** What kind of thing in a text tells who somebody is. `other`: a capitalised word of which nothing more is known. */
export const identifierKinds = ['name', 'place', 'email', 'phone', 'civil number', 'other'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** Which part of somebody's name it is, where that is told: `Min datter Selin`, `Mr Selin`. */
export type NamePart = 'given' | 'family'

/** A stretch of a text that may tell who somebody is. Places count codepoints, `end` exclusive. */
export type FoundIdentifier = {
  kind: IdentifierKind
  start: number
  end: number
  /** As it stands, without the ending of a genitive: `Anna` of `Annas`. */
  form: string
  /** Equal for what is the same thing: a name however capitalised, a phone number however grouped. */
  key: string
  part?: NamePart
}

/** What is known of something by its key. Case `any`: found in lower case too, as somebody added it. */
export type KnownIdentifier = { kind: IdentifierKind; case: 'capital' | 'any' }

/** What is known of a study already, by key. `null`: decided to be nobody's. */
export type KnownIdentifiers = ReadonlyMap<string, KnownIdentifier | null>
