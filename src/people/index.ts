export { correctTrait } from './correction.ts'
export { forgetPerson, profilesOf, type ForgottenNumber } from './erasure.ts'
export { writeFacts, type Fact } from './facts.ts'
export { forgetHeldNames, heldNames } from './held-names.ts'
export { identifierKinds, normaliseIdentifier, type Identifier } from './identifier.ts'
export {
  countLeftOut,
  furtherNames,
  settleLeftOut,
  listLeftOut,
  whyLeftOut,
  type LeftOutValue,
} from './left-out.ts'
export { mentionsOf, tellingNames, type Mentions } from './mentions.ts'
export { holdPeople, lockPeople } from './lock.ts'
export { createPeople } from './make-people.ts'
export { mergePeople } from './merge.ts'
export { findPerson, peopleByNo, personByIdentifier, type Person } from './people.ts'
export { resolvePeople, type Resolved, type ResolveRows } from './resolve.ts'
export { art9Grounds, type Art9Ground, type SpecialCategory, type TraitDefinition } from './trait.ts'
export { guessSpecialByName, guessedCategories, heldAs, type GuessedCategory } from './special-names.ts'
export { erasedAddresses, isSuppressed, mayHoldAddress, type Erased } from './suppression.ts'
export { defineTraits, listTraits, releaseHeld } from './traits.ts'
export { peopleRoom, peopleRoutes } from './room.ts'
export { announceHeld } from './new-names.ts'
export { personOr404 } from './routes.ts'
export { plainHeader, words } from './written-names.ts'
export { versionsOf } from './versions.ts'
