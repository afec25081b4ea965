import { z } from 'zod'

/** What an expected failure looks like over HTTP (RFC 9457); `id` is stable and is what programs compare. */
export const ProblemBody = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  fields: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        /** Stable, as `id` is; what the web app says in the reader's language. */
        code: z.string(),
        params: z.record(z.string(), z.number()),
      }),
    )
    .optional(),
})
export type ProblemBody = z.infer<typeof ProblemBody>

export type ProblemStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 410
  | 412
  | 413
  | 415
  | 416
  | 422
  | 429
  | 460
  | 499
  | 503
  | 507

/** An expected failure. `detail` says what to do next and holds no personal data. */
export class Problem extends Error {
  readonly id: string
  readonly status: ProblemStatus
  readonly detail: string
  readonly fields: ProblemBody['fields']

  constructor(given: { id: string; status: ProblemStatus; detail: string; fields?: ProblemBody['fields'] }) {
    super(given.detail)
    this.id = given.id
    this.status = given.status
    this.detail = given.detail
    this.fields = given.fields
  }
}

/** The body of the answer that carries a problem. */
export function problemBody(problem: Problem): ProblemBody {
  const { id, status, detail, fields } = problem
  return {
    id,
    type: `urn:samtale:problem:${id}`,
    title: titles[status],
    status,
    detail,
    ...(fields ? { fields } : {}),
  }
}

export const notFound = (what: string) =>
  new Problem({
    id: 'not-found',
    status: 404,
    detail:
      what === 'workspace'
        ? 'There is no such workspace, or it is not one of yours.'
        : `There is no such ${what} in this workspace. It may have been removed.`,
  })

const titles: Record<ProblemStatus, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  405: 'Wrong method',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  412: 'Another version of the protocol',
  413: 'Too large',
  415: 'Wrong kind of content',
  416: 'No such part',
  422: 'Cannot be done',
  429: 'Too many requests',
  460: 'Damaged on the way',
  499: 'The sender has gone',
  503: 'Not available',
  507: 'Disk full',
}
