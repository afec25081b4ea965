export { applyMapping } from './apply-mapping.ts'
export { readConsentAnswer } from './consent-answer.ts'
export type { FactValue, MappedConsent, MappedFact, MappedIdentifier, MappedRow } from './apply-mapping.ts'

export type { ColumnClass } from './column-class.ts'

export type { ColumnType, IdentifierKind } from './column-type.ts'
export { guessColumns, guessColumnsMeanwhile } from './guess.ts'
export type { ColumnGuess } from './guess.ts'

export { readIdentifier } from './identifier-values.ts'
export { ColumnMapping, Mapping } from './mapping.ts'
export { isMissingWord } from './missing.ts'
export { applyOrderLines, guessOrderLines } from './order-lines.ts'
export type { MappedOrderLine, OrderLineEvent, OrderLineMapping } from './order-lines.ts'
export { proposeMapping } from './propose-mapping.ts'

export { specialCategories, type SpecialCategory } from './special-categories.ts'
