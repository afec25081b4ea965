import type { Language } from '../../../workspace/index.ts'
import type { Use, UseState } from '../../own-uses.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'

export type UseWords = {
  name: string
  /** What happens with a yes. */
  yes: string
  /** What happens with a no. */
  no: string
}

/** What was done on the page a moment ago. */
export const doneKinds = ['allowed', 'withdrawn', 'corrected', 'approved', 'refused'] as const
export type Done = (typeof doneKinds)[number]

/** Why something could not be done. */
export const faultKinds = ['changed', 'empty', 'closed', 'gone', 'old', 'too-many', 'unexpected'] as const
export type Fault = (typeof faultKinds)[number]

/** Everything the page says. The compiler holds the five languages to the same shape; functions choose their own plurals. */
export type PageWords = {
  language: string
  skip: string
  languages: string
  title: (workspace: string) => string
  about: (study: string) => string
  lead: string
  yours: string
  recorded: string
  recordings: string
  recordingsLead: string
  recordingOf: (day: string, isVideo: boolean) => string
  recordingGoes: (day: string | null) => string
  documents: string
  documentsLead: string
  documentOf: (day: string, isPhoto: boolean) => string
  sittings: string
  sittingsLead: string
  sittingPlanned: (day: string) => string
  willAsk: (name: string) => string
  sittingHeld: (day: string) => string
  sitsIn: (names: string) => string
  notesKept: (count: number) => string
  recordedNone: string
  conversation: (date: string) => string
  kind: (kind: string) => string
  asked: (name: string) => string
  words: (count: string, isOne: boolean) => string
  others: (count: number) => string
  read: string
  approvedAt: (date: string) => string
  changedSince: string
  notApproved: string
  usesTitle: string
  usesLead: string
  uses: Record<Use, UseWords>
  states: Record<UseState, string>
  allow: string
  takeBack: string
  allTitle: string
  allWhat: string
  allDo: string
  quotes: string
  quotesLead: string
  quotesNone: string
  inSets: (names: string) => string
  underCodes: (codes: string) => string
  inPortraits: (segments: string) => string
  quotesClosed: string
  takeOut: string
  takenOut: string
  /** As a receipt calls it. */
  oneQuote: string
  /** On the receipt, where they said it to a member. */
  askedToTakeOut: string
  /** Null: nobody noted how it was said. */
  writtenDown: (name: string | null, channel: string | null) => string
  /** For quoting, where they asked for their name beside it. */
  byName: { name: string; what: (name: string) => string; instead: string }
  exports: string
  exportsLead: string
  exportsNone: string
  exportKind: (kind: string) => string
  exportedBy: (date: string, name: string) => string
  exportedBySomebody: string
  soundSent: (day: string) => string
  soundSentLead: string
  receipts: string
  receiptsNone: string
  receipt: (date: string) => string
  download: string
  receiptTitle: string
  receiptStudy: string
  receiptTime: string
  receiptWithdrawn: string
  receiptTold: (count: number) => string
  receiptProof: string
  back: string
  you: string
  interviewer: string
  hidden: (count: number) => string
  closedHere: string
  /** Where names in what they said were exchanged: over the whole, and beside one text. */
  standIns: string
  standInsHere: string
  correct: string
  correctWhat: string
  correctedByYou: string
  save: string
  cancel: string
  approve: string
  approveWhat: string
  done: Record<Done, string>
  faults: Record<Fault, { title: string; todo: string }>
}

export const pageWords: Record<Language, PageWords> = { en, da, sv, nl, de }
