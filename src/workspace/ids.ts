import { z } from 'zod'

// Safe in the browser. An id of one thing cannot be passed where another's is wanted.

export const WorkspaceId = z.uuid().brand<'WorkspaceId'>()
export type WorkspaceId = z.output<typeof WorkspaceId>

export const MemberId = z.uuid().brand<'MemberId'>()
export type MemberId = z.output<typeof MemberId>

/** Somebody who signs in, whatever workspaces they belong to. */
export const UserId = z.uuid().brand<'UserId'>()
export type UserId = z.output<typeof UserId>

export const InvitationId = z.uuid().brand<'InvitationId'>()
export type InvitationId = z.output<typeof InvitationId>

export const KeyId = z.uuid().brand<'KeyId'>()
export type KeyId = z.output<typeof KeyId>

export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.output<typeof PersonId>

/** A person in ClickHouse: dense, 32 bits, never shown outside. */
export const PersonNo = z.int().min(0).max(4_294_967_295).brand<'PersonNo'>()
export type PersonNo = z.output<typeof PersonNo>

export const SourceId = z.uuid().brand<'SourceId'>()
export type SourceId = z.output<typeof SourceId>

export const UploadId = z.uuid().brand<'UploadId'>()
export type UploadId = z.output<typeof UploadId>

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.output<typeof ImportId>

export const SegmentId = z.uuid().brand<'SegmentId'>()
export type SegmentId = z.output<typeof SegmentId>

export const StudyId = z.uuid().brand<'StudyId'>()
export type StudyId = z.output<typeof StudyId>

export const ParticipantId = z.uuid().brand<'ParticipantId'>()
export type ParticipantId = z.output<typeof ParticipantId>

export const InterviewId = z.uuid().brand<'InterviewId'>()
export type InterviewId = z.output<typeof InterviewId>

/** An interview before and while it is held. */
export const SittingId = z.uuid().brand<'SittingId'>()
export type SittingId = z.output<typeof SittingId>

/** A marked stretch of sound or video. */
export const StretchId = z.uuid().brand<'StretchId'>()
export type StretchId = z.output<typeof StretchId>

/** Sound or video of a conversation. */
export const RecordingId = z.uuid().brand<'RecordingId'>()
export type RecordingId = z.output<typeof RecordingId>

/** A photo or PDF of a study. */
export const DocumentId = z.uuid().brand<'DocumentId'>()
export type DocumentId = z.output<typeof DocumentId>

/** A marked place on a page or photo. */
export const RegionId = z.uuid().brand<'RegionId'>()
export type RegionId = z.output<typeof RegionId>

export const SpeakerId = z.uuid().brand<'SpeakerId'>()
export type SpeakerId = z.output<typeof SpeakerId>

export const UtteranceId = z.uuid().brand<'UtteranceId'>()
export type UtteranceId = z.output<typeof UtteranceId>

/** Something that tells who somebody is, and what stands in its place in a study. */
export const PseudonymId = z.uuid().brand<'PseudonymId'>()
export type PseudonymId = z.output<typeof PseudonymId>

export const CodeId = z.uuid().brand<'CodeId'>()
export type CodeId = z.output<typeof CodeId>

export const HighlightId = z.uuid().brand<'HighlightId'>()
export type HighlightId = z.output<typeof HighlightId>

/** A request by or for a person: access, erasure. */
export const RequestId = z.uuid().brand<'RequestId'>()
export type RequestId = z.output<typeof RequestId>
