export { Language, languages } from './language.ts'
export type { Token } from './tokens.ts'
export { normalForm, tokenise } from './tokens.ts'
export type { Stemmer } from './stems.ts'
export { STEMMER_VERSION, stem } from './stems.ts'
export { kindredStems } from './forms/kindred-stems.ts'
export { stemmedWords } from './forms/parted.ts'
export type { LanguageGuess } from './guess.ts'
export { guessLanguage, prepareGuesses } from './guess.ts'
export { isFunctionStem, isFunctionWord } from './stopwords.ts'
export { sentences } from './sentences.ts'
export { ambiguousWords } from './identifiers/ambiguous-words.ts'
export { civilNumbers } from './identifiers/civil-number.ts'
export { findIdentifiers, findIdentifiersMeanwhile, knownFinder } from './identifiers/find-identifiers.ts'
export type {
  FoundIdentifier,
  IdentifierKind,
  KnownIdentifier,
  KnownIdentifiers,
  NamePart,
} from './identifiers/identifier.ts'
export { keysOfName, partsOfName } from './identifiers/names.ts'
export { proposePseudonym } from './identifiers/pseudonym.ts'
export { questionsAsked } from './questions/asked.ts'
