/** What came with an event, as names and values. Pure. */

export type Property = {
  name: string
  values: { text: string; type: 'text' | 'number' | 'boolean' | 'date' }[]
}

/** The properties of an event as it is kept, those within others by their path: `order.total`. What is empty is left out. */
export function propertiesOf(json: string): Property[] {
  const read = readJson(json)
  return isRecord(read) ? within(read, '') : []
}

function within(record: Record<string, unknown>, path: string): Property[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (isRecord(value)) return within(value, name)
    if (Array.isArray(value) && value.some(isRecord))
      return value.flatMap((one: unknown, at) => within({ [at + 1]: one }, name))
    const values = [value].flat(3).flatMap(valueOf)
    return values.length === 0 ? [] : [{ name, values }]
  })
}

function valueOf(value: unknown): Property['values'] {
  if (typeof value === 'number') return [{ text: String(value), type: 'number' }]
  if (typeof value === 'boolean') return [{ text: String(value), type: 'boolean' }]
  if (typeof value !== 'string' || value === '') return []
  return [{ text: value, type: /^\d{4}-\d{2}-\d{2}$/u.test(value) ? 'date' : 'text' }]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
