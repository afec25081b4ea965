import type { QuotingManner } from '../../consent/index.ts'
import type { InviteeLanguage, Written } from '../recruiting.schema.ts'
import type { Companion, SitsIn } from './companions.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'

/** A letter: its subject, and paragraphs before and after what leads on. */
export type LetterWords = { subject: string; before: string[]; action: string; after: string[] }

/** What somebody is asked to agree to on the form, beside being quoted. */
export const askedUses = ['recording', 'conversation_analysis', 'invitation'] as const
export type AskedUse = (typeof askedUses)[number]

export const faultKinds = [
  'gone',
  'old',
  'too-many',
  'taken',
  'changed',
  'late',
  'missing',
  'nameless',
  'address',
  'unexpected',
] as const
export type Fault = (typeof faultKinds)[number]

/** What a letter may speak of. Texts a member wrote come as they are. */
export type Told = {
  workspace: string
  minutes: number
  about: string
  gift: string
  /** Day and time with its zone, written out. */
  when: string
  place: string
  interviewer: string
  /** Colleagues who sit in. */
  companions: readonly Companion[]
}

/** Everything somebody who is asked reads, in letters and on their page. The compiler holds the five languages to the same shape. */
export type InviteeWords = {
  language: string
  skip: string
  languages: string
  letters: {
    invitation: (told: Told) => LetterWords
    introduction: (told: Told) => LetterWords
    place: (told: Told) => LetterWords
    planned: (told: Told) => LetterWords
    moved: (told: Told) => LetterWords
    cancelled: (told: Told) => LetterWords
    /** Two appointments of one person, of which the sooner stays. */
    doubled: (told: Told & { stays: string }) => LetterWords
    missed: (told: Told) => LetterWords
    reminder: (told: Told) => LetterWords
    thanks: (told: Told) => LetterWords
    /** To the member who asks. Names nobody. */
    ownPlanned: (told: { study: string; participant: string; when: string }) => LetterWords
    ownCancelled: (told: { study: string; participant: string; when: string }) => LetterWords
    ownGroup: (told: { study: string; when: string }) => LetterWords
    ownGroupCancelled: (told: { study: string; when: string }) => LetterWords
  }
  /** Under every letter that asks: how not to get another. */
  refusal: string
  appointment: (told: { workspace: string; interviewer: string }) => string
  title: (workspace: string) => string
  lead: string
  about: string
  long: (minutes: number) => string
  group: (most: number) => string
  gift: string
  where: string
  honest: string
  /** Some of what members wrote is in other languages; these are written out in the language of who reads. */
  partly: (languages: string) => string
  yours: string
  questions: string
  questionsLead: string
  next: string
  no: string
  noWhat: string
  never: string
  neverWhat: string
  consent: string
  consentLead: string
  called: string
  calledWhat: string
  uses: Record<AskedUse, { name: string; what: string }>
  quoting: {
    name: string
    what: string
    no: string
    manners: Record<QuotingManner, string>
    quotedAs: string
    quotedAsWhat: string
  }
  agree: string
  choose: string
  chooseLead: (minutes: number) => string
  zone: string
  zoneDo: string
  noTimes: string
  noTimesTodo: string
  booked: string
  bookedLead: (told: { when: string; interviewer: string }) => string
  sitsIn: SitsIn
  move: string
  cancel: string
  cancelWhat: string
  keep: string
  held: string
  heldLead: string
  calledOff: string
  calledOffLead: string
  missed: string
  missedLead: string
  unfit: string
  unfitLead: string
  waiting: string
  waitingLead: string
  declined: string
  declinedLead: string
  changedMind: string
  refused: string
  refusedLead: string
  introduce: string
  introduceLead: string
  /** The letter that whoever passes the link on may send, from their own mailbox. */
  passOn: { byMail: string; subject: (workspace: string) => string; text: (workspace: string) => string }
  friendTitle: (workspace: string) => string
  friendLead: string
  address: string
  addressWhat: string
  friendDo: string
  friendDone: string
  friendDoneLead: string
  faults: Record<Fault, { title: string; todo: string }>
}

export const inviteeWords: Record<InviteeLanguage, InviteeWords> = { en, da, sv, nl, de }

/** Changes whenever a word of the form of consent does; kept with every answer to it. */
export const consentVersion = '2026-11-22.2'

/** Says which of the texts shown are in another language than the reader's; no line where none is. */
export function partlyIn(language: InviteeLanguage, shown: readonly Written[]): string[] {
  const others = new Set(shown.filter(({ text }) => text !== '').map((one) => one.language))
  others.delete(language)
  if (others.size === 0) return []
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const said = [...others].map((one) => names.of(one) ?? one)
  return [inviteeWords[language].partly(new Intl.ListFormat(language).format(said))]
}
