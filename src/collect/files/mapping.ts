import { z } from 'zod'
import type { Purpose } from '../../consent/index.ts'
import { columnClasses } from './column-class.ts'
import { columnTypes, identifierKinds } from './column-type.ts'
import { specialCategories } from './special-categories.ts'

/** The six purposes a consent column can speak of. */
export const mappedPurposes = [
  'analysis',
  'conversation_analysis',
  'invitation',
  'quoting',
  'email_marketing',
  'advertising',
] as const satisfies readonly Purpose[]

const NumberFormatSchema = z.strictObject({ decimal: z.enum(['.', ',']) })

const DateFormatSchema = z.strictObject({
  order: z.enum([
    'iso',
    'day-month-year',
    'month-day-year',
    'excel-serial',
    'unix-seconds',
    'unix-milliseconds',
  ]),
  ambiguous: z.boolean().default(false),
})

const Ignore = z.strictObject({ use: z.literal('ignore') })

const Identifier = z.strictObject({
  use: z.literal('identifier'),
  kind: z.enum(identifierKinds),
  /** Of a customer number: websites and apps send the same number as `userId`, so that what is done and refused there is of these people. */
  isUserId: z.boolean().optional(),
})

const Trait = z.strictObject({
  use: z.literal('trait'),
  /** Name of the trait the column becomes. */
  trait: z.string().trim().min(1).max(200),
  type: z.enum(columnTypes),
  class: z.enum(columnClasses),
  /** Values that stand for "not known", as written. */
  missing: z.array(z.string()).default([]),
  booleans: z.strictObject({ yes: z.string(), no: z.string() }).nullable().default(null),
  numbers: NumberFormatSchema.nullable().default(null),
  dates: DateFormatSchema.nullable().default(null),
  /** Held back until somebody states the ground of GDPR Art. 9. */
  special: z.enum(specialCategories).nullable().default(null),
})

const Consent = z.strictObject({
  use: z.literal('consent'),
  /**
   * `contact`: every way to reach somebody, which can be refused and never given. `unclear`: nothing is kept until somebody says what
   * for.
   */
  purpose: z.enum([...mappedPurposes, 'contact', 'unclear']),
  /** Values that give it and values that withdraw it; others, and empty cells, say nothing. */
  gives: z.array(z.string()),
  withdraws: z.array(z.string()),
  /** Values that are read and say nothing, such as the "no" below "unsubscribed". */
  nothing: z.array(z.string()).optional(),
})

export const ColumnMapping = z.discriminatedUnion('use', [Ignore, Identifier, Trait, Consent])
export type ColumnMapping = z.infer<typeof ColumnMapping>

/**
 * What a file's columns become. The mapping screen edits it and `--map FILE` holds it, as JSON. A column that is not named is
 * ignored.
 */
export const Mapping = z.strictObject({
  version: z.literal(1),
  /**
   * `columns`: a row is somebody if one of its identifier columns is filled. `row`: the file knows nobody by an identifier, so
   * each row is a person of its own, the same one when the same file is read again.
   */
  identity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('columns') }),
    z.strictObject({ kind: z.literal('row') }),
  ]),
  columns: z.record(z.string(), ColumnMapping),
})
export type Mapping = z.infer<typeof Mapping>
