import { z } from 'zod'

type JsonSchema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  minItems?: number
  format?: string
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  $ref?: string
  $defs?: Record<string, JsonSchema>
}

/** Some input a schema takes, with as little in it as it allows: what is optional is left out, ids are random. */
export function sampleInput(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return sample(json, json.$defs ?? {})
}

function sample(schema: JsonSchema, defs: Record<string, JsonSchema>): unknown {
  if (schema.$ref !== undefined) return sample(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, defs)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0]
  if (choice) return sample(choice, defs)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sample(part, defs)))
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {}, defs)]),
      )
    case 'array':
      return (
        schema.prefixItems?.map((item) => sample(item, defs)) ??
        Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, defs))
      )
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return sampleText(schema)
  }
}

function sampleText({ format, minLength = 1 }: JsonSchema): string {
  if (format === 'uuid') return crypto.randomUUID()
  if (format === 'email') return 'somebody@example.org'
  if (format === 'date-time') return '2026-01-02T03:04:05Z'
  if (format === 'date') return '2026-01-02'
  if (format === 'uri') return 'https://example.org/'
  return 'abcdefghijklmnopqrstuvwxyz'.repeat(Math.ceil(minLength / 26)).slice(0, minLength)
}
