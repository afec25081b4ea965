import { z } from 'zod'
import { CodeId, DocumentId, RegionId } from '../../workspace/ids.ts'

// Safe in the browser.

const part = z.number().min(0).max(1)

/** A place on a page, in parts of its width and height from the top left. A photo has one page. */
export const Place = z
  .object({
    page: z.int().min(1).max(100_000),
    left: part,
    top: part,
    width: part.positive(),
    height: part.positive(),
  })
  .refine(({ left, width }) => left + width <= 1.000001, {
    path: ['width'],
    message: 'reaches over the edge',
  })
  .refine(({ top, height }) => top + height <= 1.000001, {
    path: ['height'],
    message: 'reaches over the edge',
  })
export type Place = z.output<typeof Place>

/** A marked place with its codes. */
export const Region = z.object({
  regionId: RegionId,
  page: z.int(),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  codeIds: z.array(CodeId),
})
export type Region = z.output<typeof Region>

/** A coded place that may be shown beside quotes. */
export const CodedRegion = Region.omit({ codeIds: true }).extend({
  documentId: DocumentId,
  kind: z.enum(['pdf', 'photo']),
  name: z.string(),
  /** A pseudonym; null: it belongs to nobody. */
  who: z.string().nullable(),
  when: z.string().nullable(),
})
export type CodedRegion = z.output<typeof CodedRegion>
