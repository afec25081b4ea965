import type { Resolved } from '../../people/index.ts'

export type Reject = { line: number; raw: string; reason: string; message: string }

/** Who a row turned out to be about. */
export type Counted = { personNo: number; state: 'known' | 'new' }

/** What one batch came to. `written` resolves when its facts or events are on disk. */
export type TakenBatch = {
  imported: number
  rejects: Reject[]
  /** Rows that are in but for an identifier, which belongs to somebody else: to be mended like rejects. */
  partly: Reject[]
  people: Counted[]
  facts: number
  events: number
  consents: number
  unread: number
  written: Promise<{ held: number }>
}

/** A batch whose rows are read as they are meant: asks who they are, then writes what is known of them. */
export type Prepared = () => Promise<() => Promise<TakenBatch>>

const whyRefused: Record<Extract<Resolved, { state: 'refused' }>['why'], { id: string; message: string }> = {
  suppressed: {
    id: 'erased',
    message: 'This person asked to be erased and is not brought back. The line is not kept.',
  },
  'no identifier': {
    id: 'no-identifier',
    message: 'None of the identifier columns is filled, so nobody can be recognised in this row.',
  },
  'blocked identifier': {
    id: 'identifier-means-nobody',
    message: 'The identifier says nobody ("null", "unknown", only zeros): it would join strangers.',
  },
  'untrusted merge': {
    id: 'identifier-malformed',
    message: 'The identifiers in this row cannot be used.',
  },
}

/** A row that is in, without what belongs to somebody else; nothing to mend where only a browser is shared. */
export function partlyAs(
  row: { line: number; raw: string },
  elsewhere: readonly string[] | undefined,
): Reject | undefined {
  const kinds = elsewhere?.filter((kind) => kind !== 'anonymous_id') ?? []
  if (kinds.length === 0) return undefined
  const message = `Of this row everything was taken but ${kinds.join(' and ')}, which belongs to another person and stays with them.`
  return { line: row.line, raw: row.raw, reason: 'belongs-to-another', message }
}

/** A row about nobody as a reject. Of somebody who was erased, nothing is kept. */
export function refusedAs(row: { line: number; raw: string }, why: keyof typeof whyRefused): Reject {
  const { id, message } = whyRefused[why]
  return { line: row.line, raw: why === 'suppressed' ? '' : row.raw, reason: id, message }
}
