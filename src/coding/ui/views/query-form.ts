import { z } from 'zod'
import type { CodeQuery } from '../../views/code-query.ts'

/** A query as it is put together on the screen: all of these, one of those, none of these, near one. */
export const QueryForm = z.object({
  all: z.array(z.string()),
  any: z.array(z.string()),
  none: z.array(z.string()),
  near: z.string().nullable(),
  within: z.number(),
})
export type QueryForm = z.output<typeof QueryForm>

export const emptyForm: QueryForm = { all: [], any: [], none: [], near: null, within: 4 }

/** What the server is asked; undefined while nothing is looked for. */
export function queryOf({ all, any, none, near, within }: QueryForm): CodeQuery | undefined {
  const code = (id: string): CodeQuery => ({ code: id })
  const wanted: CodeQuery[] = [...all.map(code), ...(any.length === 0 ? [] : [{ any: any.map(code) }])]
  const [first] = wanted
  if (first === undefined) return undefined
  const together = wanted.length === 1 ? first : { all: wanted }
  const close: CodeQuery = near === null ? together : { near: [together, code(near)], within }
  return none.length === 0 ? close : { all: [close, ...none.map((id): CodeQuery => ({ not: code(id) }))] }
}

/** The form as it stood in the address; an empty one where it cannot be read. */
export function readForm(text: string | undefined): QueryForm {
  if (text === undefined) return emptyForm
  try {
    return QueryForm.catch(emptyForm).parse(JSON.parse(text))
  } catch {
    return emptyForm
  }
}
