export { segmentRoutes, segmentsRoom } from './room.ts'
export {
  findSegment,
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
  sortIntoSegments,
  type PersonSegment,
} from './segment-people.ts'
export { Condition, type Rule, type SegmentSet } from './segment.ts'
export { createSet } from './change-set.ts'
export { countSet } from './count-set.ts'
export { adjustForMany, wilson } from './intervals.ts'
export { knownTraits, type KnownTrait } from './known-traits.ts'
export { ToldPurposes, segmentPurposes, tellPurposes } from './segment-purposes.ts'
export { notShown, showCount, showShare, type ShownPart } from './shown-count.ts'
export { roundest } from './levels.ts'
export { seededRandom } from './random.ts'
export { Outcome } from './set.schema.ts'
