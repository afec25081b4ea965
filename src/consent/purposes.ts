/** What a person's data may be used for; the place in this list is the number kept in both engines. */
export const purposes = [
  'analysis',
  'conversation_analysis',
  'invitation',
  'quoting',
  'email_marketing',
  'advertising',
] as const
export type Purpose = (typeof purposes)[number]

/**
 * What the ledger keeps words about: also recording, which is agreed for one study, asked of the one person at hand, and counted
 * nowhere.
 */
export const ledgerPurposes = [...purposes, 'recording'] as const
export type LedgerPurpose = (typeof ledgerPurposes)[number]

/** How somebody wants to be quoted, where they said. */
export const quotingManners = ['anonymous', 'pseudonym', 'name'] as const
export type QuotingManner = (typeof quotingManners)[number]

/** What a use may rest on. `none` says openly that there is nothing to rest on. */
export const bases = ['consent', 'contract', 'legitimate interest', 'none'] as const
export type Basis = (typeof bases)[number]

/** What a person can have said. */
export const consentStates = ['given', 'withdrawn', 'objected'] as const
export type ConsentState = (typeof consentStates)[number]

/** Why a person's data may not be used for a purpose; the place in this list is the number kept in `standing`. */
export const reasons = [
  'may',
  'no basis declared',
  'consent not given',
  'withdrawn',
  'objected',
  'no address',
] as const
export type Reason = (typeof reasons)[number]

/** The number of a purpose, 0 to 6. */
export function purposeNumber(purpose: LedgerPurpose): number {
  return ledgerPurposes.indexOf(purpose)
}

/** Why not (or `may`), read from a packed standing: four bits a purpose. */
export function reasonOf(standing: number, purpose: Purpose): Reason {
  return reasons[(standing >>> (4 * purposeNumber(purpose))) & 15] ?? 'no basis declared'
}

/** The scope of one study; the whole workspace is the empty scope. */
export function studyScope(studyId: string): string {
  return `study:${studyId}`
}
