export {
  addGrounds,
  declareBases,
  listBases,
  type DeclaredBases,
  type DeclaredBasis,
  type Declarer,
} from './bases.ts'
export { carryRefusals, markChanged, mergeConsent, recordConsent, type ConsentEntry } from './ledger.ts'
export { listWords, standingOf, type Word } from './history.ts'
export { freshPermission, mayBitmapSql, mayUse, type Use } from './permission.ts'
export type { Place } from './place.ts'
export {
  bases,
  consentStates,
  ledgerPurposes,
  purposeNumber,
  purposes,
  quotingManners,
  reasonOf,
  reasons,
  studyScope,
  type Basis,
  type ConsentState,
  type LedgerPurpose,
  type Purpose,
  type QuotingManner,
  type Reason,
} from './purposes.ts'
export { refusedInPerson } from './refusals.ts'
export { atLeast, isFew, tellReasons, type ToldReasons } from './small-groups.ts'
export { BasesBody, consentRoom, consentRoutes } from './routes.ts'
