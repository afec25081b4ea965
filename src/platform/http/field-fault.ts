import type { z } from 'zod'

/** What can be wrong with one field. Each has a message in five languages: `kit.field.<code>`, with the parameters named here. */
export const faultCodes = {
  missing: [],
  'wrong-kind': [],
  'wrong-form': [],
  'too-short': ['limit'],
  'too-long': ['limit'],
  'too-low': ['limit'],
  'too-high': ['limit'],
  'too-few': ['limit'],
  'too-many': ['limit'],
  'not-email': [],
  'not-address': [],
  'not-date': [],
  'not-offered': [],
  'not-known': [],
} as const satisfies Record<string, readonly string[]>

export type FaultCode = keyof typeof faultCodes
export type FieldFault = {
  path: string
  /** In English, for programs and logs. */
  message: string
  code: FaultCode
  params: Record<string, number>
}

/** Zod's issues about a value as faults of its fields. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], value: unknown): FieldFault[] {
  return issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
    ...codeOf(issue, value),
  }))
}

type Coded = Pick<FieldFault, 'code' | 'params'>

function codeOf(issue: z.core.$ZodIssue, value: unknown): Coded {
  if (isMissing(value, issue.path)) return plain('missing')
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return plain('missing')
      return limited(below[issue.origin], issue.minimum)
    case 'too_big':
      return limited(above[issue.origin], issue.maximum)
    case 'invalid_format':
      return plain(formats[issue.format] ?? 'wrong-form')
    case 'invalid_type':
      return plain('wrong-kind')
    case 'invalid_value':
      return plain('not-offered')
    case 'unrecognized_keys':
      return plain('not-known')
    default:
      return plain('wrong-form')
  }
}

const plain = (code: FaultCode): Coded => ({ code, params: {} })

function limited(code: FaultCode | undefined, limit: number | bigint): Coded {
  return code === undefined ? plain('wrong-form') : { code, params: { limit: Number(limit) } }
}

const below: Record<string, FaultCode> = {
  string: 'too-short',
  array: 'too-few',
  set: 'too-few',
  number: 'too-low',
  int: 'too-low',
}
const above: Record<string, FaultCode> = {
  string: 'too-long',
  array: 'too-many',
  set: 'too-many',
  number: 'too-high',
  int: 'too-high',
}
const formats: Record<string, FaultCode> = {
  email: 'not-email',
  url: 'not-address',
  date: 'not-date',
  datetime: 'not-date',
}

/** Nothing was given there, or only spaces. */
function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return false
    at = Reflect.get(at, name)
  }
  return at === undefined || at === null || (typeof at === 'string' && at.trim() === '')
}
