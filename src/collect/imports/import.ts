import { z } from 'zod'
import { bases, purposes } from '../../consent/index.ts'
import { art9Grounds } from '../../people/index.ts'
import { origins, parties } from '../../sources/index.ts'
import { ImportId, SourceId, UploadId } from '../../workspace/index.ts'
import { Mapping, specialCategories } from '../files/index.ts'

export const importKinds = ['people', 'order lines'] as const
export const importStates = ['mapped', 'queued', 'running', 'paused', 'done', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]

const NumberFormat = z.strictObject({ decimal: z.enum(['.', ',']) })

/** Which columns of a file of order lines mean what. */
export const OrderMapping = z.strictObject({
  person: z.strictObject({
    column: z.string(),
    kind: z.enum(['user_id', 'email', 'phone', 'customer_id', 'anonymous_id']),
  }),
  order: z.string(),
  time: z.strictObject({
    column: z.string(),
    format: z.strictObject({
      order: z.enum([
        'iso',
        'day-month-year',
        'month-day-year',
        'excel-serial',
        'unix-seconds',
        'unix-milliseconds',
      ]),
      ambiguous: z.boolean(),
    }),
  }),
  properties: z.array(
    z.strictObject({
      column: z.string(),
      numbers: NumberFormat.nullable(),
      special: z.enum(specialCategories).nullable().default(null),
    }),
  ),
})

/** What the file's columns become: people with facts and words of consent, or events of people. */
export const ImportMapping = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), mapping: Mapping }),
  z.strictObject({ kind: z.literal('order lines'), mapping: OrderMapping }),
])
export type ImportMapping = z.output<typeof ImportMapping>

/** Art. 9 grounds, by trait. */
export const Grounds = z.record(z.string(), z.enum(art9Grounds))
export type Grounds = z.output<typeof Grounds>

/** What was seen of the file itself before anything was made of it. */
export const FileFacts = z.object({
  kind: z.enum(['delimited', 'json-lines', 'json-array', 'xlsx']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  header: z.enum(['names', 'data']),
  /** The row the names are taken from; null where there are none, or it was not kept. */
  headerLine: z.number().nullable().default(null),
  sheet: z.string().nullable(),
  otherSheets: z.array(z.string()),
  columns: z.array(z.string()),
})
export type FileFacts = z.output<typeof FileFacts>

/** A column as guessed; what the mapping screen shows beside each choice. */
export const Guess = z.object({
  name: z.string(),
  type: z.string(),
  class: z.string(),
  askFirst: z.string().nullable(),
  identifier: z.string().nullable(),
  missing: z.array(z.object({ value: z.string() })),
  special: z.object({ category: z.string(), why: z.string() }).nullable(),
  civil: z.boolean().default(false),
  outcome: z.boolean(),
  leak: z.object({ why: z.string() }).nullable(),
  sample: z.array(z.object({ value: z.string(), share: z.number() })),
  empty: z.number(),
  confidence: z.number(),
})

/** Where the data come from and what they may be used for; said once per import. */
export const SourceChoice = z.object({
  name: z.string().trim().min(1).max(200),
  party: z.enum(parties),
  origin: z.enum(origins),
  bases: z.partialRecord(
    z.enum(purposes),
    z.object({ basis: z.enum(bases), evidence: z.string().trim().max(2000).optional() }),
  ),
})
export type SourceChoice = z.output<typeof SourceChoice>

export const ImportSummary = z.object({
  id: ImportId,
  fileName: z.string(),
  fileSize: z.number(),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  source: z.object({ id: SourceId, name: z.string() }).nullable(),
  /** Set when the same file was brought in the same way before and nothing was done again. */
  sameAs: ImportId.nullable(),
  mends: ImportId.nullable(),
  total: z.number().nullable(),
  processed: z.number(),
  imported: z.number(),
  rejected: z.number(),
  /** Rejected lines not yet mended. */
  open: z.number(),
  people: z.object({ new: z.number(), known: z.number() }),
  facts: z.number(),
  held: z.number(),
  events: z.number(),
  consents: z.number(),
  unread: z.number(),
  problem: z.string().nullable(),
  /** Its turn comes when a file that is being brought in now is in. */
  waits: z.boolean(),
  /** It says it runs but has not moved for a minute: it may be resumed. */
  stalled: z.boolean(),
  fileKept: z.boolean(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})
export type ImportSummary = z.output<typeof ImportSummary>

export const ImportDetail = ImportSummary.extend({
  uploadId: UploadId.nullable(),
  file: FileFacts,
  guesses: z.array(Guess),
  mapping: ImportMapping,
  /** Both readings of the file as guessed, so that one can be had back. */
  proposals: z.object({ people: Mapping, orderLines: OrderMapping.nullable() }),
  grounds: Grounds,
})
export type ImportDetail = z.output<typeof ImportDetail>
