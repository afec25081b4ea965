export {
  findSegment,
  findSet,
  listSegments,
  listSets,
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
