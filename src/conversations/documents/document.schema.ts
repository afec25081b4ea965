import { z } from 'zod'
import { DocumentId, ParticipantId, StudyId, UploadId } from '../../workspace/ids.ts'

// Safe in the browser.

/** Largest photo and largest PDF, in bytes. */
export const largestPhoto = 32 * 1024 ** 2
export const largestPdf = 96 * 1024 ** 2

/** A photo or PDF of a study, as far as it may be seen now. */
export const StudyDocument = z.object({
  documentId: DocumentId,
  studyId: StudyId,
  kind: z.enum(['pdf', 'photo']),
  name: z.string(),
  media: z.string(),
  size: z.int(),
  pages: z.int(),
  /** The pseudonym of whoever it belongs to; null: nobody. */
  who: z.string().nullable(),
  /** A place that the camera had noted was taken out. */
  placeRemoved: z.boolean(),
  happenedOn: z.string().nullable(),
})
export type StudyDocument = z.output<typeof StudyDocument>

/** An uploaded file to keep as a document. */
export const NewDocument = z.object({
  uploadId: UploadId,
  participantId: ParticipantId.nullable().default(null),
  happenedOn: z.iso.date().nullable().default(null),
})
export type NewDocument = z.output<typeof NewDocument>
