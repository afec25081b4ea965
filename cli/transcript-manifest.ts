/** One speaker of one file: their part, who they are, and what they agreed to. */
export type ManifestRow = {
  file: string
  speaker: string
  role: 'participant' | 'interviewer' | 'other'
  identifier: { kind: string; value: string } | undefined
  agreements: { agreement: 'recording' | 'conversation_analysis' | 'quoting'; given: boolean }[]
}

const agreements = ['recording', 'conversation_analysis', 'quoting'] as const
const needed = ['file', 'speaker']
const known = [...needed, 'role', 'kind', 'value', ...agreements]
const roles = ['participant', 'interviewer', 'other'] as const

/**
 * Reads who speaks in which file: a CSV (RFC 4180, comma or semicolon) with the columns `file`, `speaker` and, where wanted, `role` (participant unless
 * told), `kind` and `value` of an identifier, and `recording`, `conversation_analysis`, `quoting` (yes or no; empty: not asked).
 */
export function readManifest(
  text: string,
): { state: 'read'; rows: ManifestRow[] } | { state: 'wrong'; why: string } {
  const [head = [], ...lines] = rowsOf(text.replace(/^\ufeff/u, ''))
  const columns = head.map((name) => name.trim().toLowerCase())
  const missing = needed.filter((name) => !columns.includes(name))
  if (missing.length > 0)
    return { state: 'wrong', why: `the column "${missing.join('" and "')}" is missing.` }
  const strange = columns.find((name) => !known.includes(name))
  if (strange !== undefined)
    return { state: 'wrong', why: `the column "${strange}" is not known; there are ${known.join(', ')}.` }
  const rows: ManifestRow[] = []
  for (const [at, cells] of lines.entries()) {
    const read = rowOf(new Map(columns.map((name, index) => [name, cells[index]?.trim() ?? ''])))
    if (typeof read === 'string') return { state: 'wrong', why: `row ${at + 2}: ${read}` }
    rows.push(read)
  }
  return { state: 'read', rows }
}

function rowOf(cells: ReadonlyMap<string, string>): ManifestRow | string {
  const cell = (name: string) => cells.get(name) ?? ''
  const role = roles.find((one) => one === (cell('role') || 'participant'))
  if (role === undefined) return `"${cell('role')}" is no part; there are ${roles.join(', ')}.`
  if (cell('file') === '') return 'the file is not named.'
  if ((cell('kind') === '') !== (cell('value') === ''))
    return 'an identifier needs both its kind and its value.'
  const agreed: ManifestRow['agreements'] = []
  for (const agreement of agreements) {
    const said = cell(agreement).toLowerCase()
    if (said === '') continue
    if (said !== 'yes' && said !== 'no') return `"${said}" under ${agreement} is neither yes nor no.`
    agreed.push({ agreement, given: said === 'yes' })
  }
  return {
    file: cell('file'),
    speaker: cell('speaker'),
    role,
    identifier: cell('kind') === '' ? undefined : { kind: cell('kind'), value: cell('value') },
    agreements: agreed,
  }
}

/** Cells of a small CSV; quotes double inside quotes. */
function rowsOf(text: string): string[][] {
  const separator = /^[^\n,]*;/u.test(text) ? ';' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (isQuoted) cell += sign
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}
