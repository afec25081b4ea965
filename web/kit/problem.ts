/** What is wrong with a field: a code with its parameters, and the server's own words. */
export type FieldFault = { code: string; params: Record<string, number>; message: string }

/** What went wrong as the server said it (RFC 9457), or `network` when it could not be reached. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly id: string
  readonly status: number
  readonly title: string
  readonly detail: string
  /** What is wrong with single fields of a form, by field name. */
  readonly fields: Readonly<Record<string, FieldFault>>

  constructor(problem: {
    id: string
    status: number
    title: string
    detail: string
    fields?: Record<string, FieldFault>
  }) {
    super(`${problem.id}: ${problem.title}`)
    this.id = problem.id
    this.status = problem.status
    this.title = problem.title
    this.detail = problem.detail
    this.fields = problem.fields ?? {}
  }
}

/** Reads a refusal. An answer that is no problem document (a proxy's error page, say) becomes one with the id `unexpected`. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const fallback = { id: 'unexpected', status: response.status, title: response.statusText, detail: '' }
  let body: unknown
  try {
    body = await response.json()
  } catch {
    return new ProblemError(fallback)
  }
  if (!isRecord(body)) return new ProblemError(fallback)
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : undefined)
  return new ProblemError({
    id: text('id') ?? text('type')?.split('/').at(-1) ?? fallback.id,
    status: response.status,
    title: text('title') ?? fallback.title,
    detail: text('detail') ?? '',
    fields: fieldsOf(body['fields']),
  })
}

/** Every failure as a problem: a bug in a screen is shown like one too, but keeps its cause for the console. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return new ProblemError({
    id: 'unexpected',
    status: 0,
    title: '',
    detail: error instanceof Error ? error.message : '',
  })
}

/** `[{ path, message, code, params }]` by field name; the first word about a field counts. */
function fieldsOf(listed: unknown): Record<string, FieldFault> {
  const fields: Record<string, FieldFault> = {}
  if (!Array.isArray(listed)) return fields
  for (const one of listed as unknown[]) {
    if (!isRecord(one)) continue
    const { path, message, code, params } = one
    if (typeof path !== 'string' || typeof message !== 'string') continue
    fields[path] ??= {
      message,
      code: typeof code === 'string' ? code : '',
      params: isRecord(params) ? numbersIn(params) : {},
    }
  }
  return fields
}

function numbersIn(params: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
