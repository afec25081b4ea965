export { segmentRoutes, segmentsRoom } from './room.ts'
export {
  findSegment,
  findSet,
  listSegments,
  listSets,
  definitionOf,
  type SavedSegment,
  type SavedSet,
} from './saved-set.ts'
export {
  countSegmentPeople,
  permittedSegmentBitmap,
  savedSegmentBitmap,
  segmentOfPerson,
  segmentPeople,
  type PersonSegment,
} from './segment-people.ts'
export type { Condition, Rule, SegmentSet } from './segment.ts'
export { createSet } from './change-set.ts'
export { countSet, type PartCount } from './count-set.ts'
export { adjustForMany, shareDifference, wilson, type Share } from './intervals.ts'
export { knownEvents, knownTraits, traitValues, type KnownTrait } from './known-traits.ts'
export { ruleSentence, type SentencePiece } from './rule-sentence.ts'
export { segmentPurposes, type PurposeCount } from './segment-purposes.ts'
