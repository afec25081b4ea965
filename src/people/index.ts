export { correctTrait } from './correction.ts'
export { forgetPerson, type ForgottenNumber } from './erasure.ts'
export { writeFacts, type Fact } from './facts.ts'
export { identifierKinds, normaliseIdentifier, type Identifier } from './identifier.ts'
export { createPeople } from './make-people.ts'
export { mergePeople } from './merge.ts'
export { findPerson, peopleByNo, personByIdentifier, type Person } from './people.ts'
export { resolvePeople, type Resolved, type ResolveRows } from './resolve.ts'
export { suppressionHash } from './suppression.ts'
export {
  art9Grounds,
  specialCategories,
  type Art9Ground,
  type SpecialCategory,
  type TraitDefinition,
} from './trait.ts'
export { defineTraits, listTraits, releaseHeld } from './traits.ts'
export { peopleRoom, peopleRoutes } from './room.ts'
export { personOr404 } from './routes.ts'
