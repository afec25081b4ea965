import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Call, Client } from '../client.ts'
import { Stop, exitCodes, requiredOption, type Command, type Given } from '../command.ts'

type MappingBody = Call<'PUT /api/w/{workspaceId}/imports/{importId}/mapping'>['body']
type Source = Call<'POST /api/w/{workspaceId}/imports/{importId}/start'>['body']['source']
type At = { workspaceId: string; importId: string }

const parties = ['first', 'second', 'third'] as const
const origins = ['told', 'observed', 'bought', 'inferred'] as const
const purposes = [
  'analysis',
  'conversation_analysis',
  'invitation',
  'quoting',
  'email_marketing',
  'advertising',
] as const
const bases = ['consent', 'contract', 'legitimate interest', 'none'] as const
const chunkBytes = 1024 * 1024

export const command: Command = {
  summary: 'Bring in people, consent or order lines from a file',
  usage:
    'FILE --source NAME --party first|second|third --origin told|observed|bought|inferred --basis PURPOSE=BASIS [--basis …]\n' +
    '      [--evidence TEXT] [--map FILE] [--sheet NAME] [--workspace ID] [--dry-run] [--json]\n\n' +
    `  --basis     what a use rests on, once for each purpose: ${purposes.join(', ')}\n` +
    '              = consent, contract, "legitimate interest" or none\n' +
    '  --map       a mapping as --dry-run --json prints it, with what you changed\n' +
    '  --sheet     the sheet of a workbook to read; otherwise the one that holds the largest table\n' +
    '  --dry-run   print what the columns would become, and keep nothing',
  options: {
    source: { type: 'string' },
    party: { type: 'string' },
    origin: { type: 'string' },
    basis: { type: 'string', multiple: true },
    evidence: { type: 'string' },
    map: { type: 'string' },
    sheet: { type: 'string' },
    workspace: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (given) => {
    const [file, ...more] = given.positionals
    if (file === undefined || more.length > 0)
      throw new Stop('Name one file: samtale import people FILE --source NAME.', exitCodes.usage)
    if (!existsSync(file)) throw new Stop(`There is no file ${file}.`, exitCodes.usage)
    if (statSync(file).isDirectory())
      throw new Stop(`${file} is a folder. Name one file in it.`, exitCodes.usage)
    const isDry = given.options['dry-run'] === true
    if (!isDry) requiredOption(given, 'source')
    const mapping = readMapping(given.options['map'])
    const workspaceId = await workspaceOf(given)
    const source = isDry ? undefined : ((await sourceAsBefore(given, workspaceId)) ?? readSource(given))
    const uploadId = await send({ ...given, workspaceId, file })
    const looked = await given.client.call('POST /api/w/{workspaceId}/imports', {
      path: { workspaceId },
      body: { uploadId },
    })
    const at = { workspaceId, importId: looked.id }
    try {
      const found = await chooseSheet(given, { looked, at })
      sayWhatIsRead(given, found)
      const body = mapping ?? { mapping: asInFile(found), grounds: {} }
      await given.client.call('PUT /api/w/{workspaceId}/imports/{importId}/mapping', { path: at, body })
      if (source === undefined) printMapping(given, { body, found })
      else
        await given.client.call('POST /api/w/{workspaceId}/imports/{importId}/start', {
          path: at,
          body: { source },
        })
    } catch (error) {
      await forget(given, at)
      throw error
    }
    if (source === undefined) return forget(given, at)
    await follow(given, at)
  },
}

/** What was stated of a source once need not be said again. */
async function sourceAsBefore(given: Given, workspaceId: string): Promise<Source | undefined> {
  const { options } = given
  if (options['party'] !== undefined || options['origin'] !== undefined || options['basis'] !== undefined)
    return undefined
  const name = requiredOption(given, 'source')
  try {
    const { sources } = await given.client.call('GET /api/w/{workspaceId}/sources', { path: { workspaceId } })
    const known = sources.find((source) => source.name === name.trim())
    return known && { name, party: known.party, origin: known.origin, bases: {} }
  } catch (error) {
    // A key that may not read the catalogue has to state it.
    if (error instanceof Stop && error.exitCode === exitCodes.refused) return undefined
    throw error
  }
}

function readSource(given: Given): Source {
  const name = requiredOption(given, 'source')
  const party = oneOf(given, { name: 'party', allowed: parties, asks: 'Whose were these data first?' })
  const origin = oneOf(given, {
    name: 'origin',
    allowed: origins,
    asks: 'How did they come to be known?',
  })
  const evidence = given.options['evidence']
  const stated = [given.options['basis'] ?? []].flat().map((text) => readBasis(String(text)))
  if (stated.length === 0)
    throw new Stop(
      'Say what the data may be used for, e.g. --basis analysis=contract. What you leave out is not done.',
      exitCodes.usage,
    )
  const declared = stated.map(
    ({ purpose, basis }) =>
      [purpose, { basis, ...(typeof evidence === 'string' ? { evidence } : {}) }] as const,
  )
  return { name, party, origin, bases: Object.fromEntries(declared) }
}

function oneOf<T extends string>(
  given: Given,
  option: { name: string; allowed: readonly T[]; asks: string },
): T {
  const found = option.allowed.find((one) => one === given.options[option.name])
  if (found !== undefined) return found
  throw new Stop(`${option.asks} --${option.name} ${option.allowed.join('|')}`, exitCodes.usage)
}

function readBasis(text: string) {
  const [left = '', right = ''] = text.split('=')
  const purpose = purposes.find((one) => one === left.trim())
  const basis = bases.find((one) => one === right.trim().replaceAll(/[-_]/g, ' '))
  if (purpose && basis) return { purpose, basis }
  throw new Stop(
    `--basis "${text}" is not understood. Write PURPOSE=BASIS: ${purposes.join(', ')} = ${bases.join(', ')}.`,
    exitCodes.usage,
  )
}

/** The server checks what is in it. */
function readMapping(path: unknown): MappingBody | undefined {
  if (typeof path !== 'string') return undefined
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof read === 'object' && read !== null && 'mapping' in read) return read as MappingBody
  } catch {
    // Said below.
  }
  throw new Stop(`${path} holds no mapping. "--dry-run --json" prints one to start from.`, exitCodes.usage)
}

async function workspaceOf({ options, client }: Given): Promise<string> {
  const named = options['workspace']
  if (typeof named === 'string') return named
  return (await client.call('GET /api/key/workspace', {})).workspaceId
}

async function send(given: Given & { workspaceId: string; file: string }): Promise<string> {
  const { client, workspaceId, file } = given
  const { size } = statSync(file)
  if (size === 0) throw new Stop(`${file} is empty.`, exitCodes.usage)
  const { id } = await client.call('POST /api/w/{workspaceId}/uploads', {
    path: { workspaceId },
    body: { name: basename(file), size },
  })
  const handle = openSync(file, 'r')
  try {
    for (let from = 0; from < size; from += chunkBytes) {
      const bytes = new Uint8Array(Math.min(chunkBytes, size - from))
      readSync(handle, bytes, 0, bytes.length, from)
      await client.send(`/api/w/${encodeURIComponent(workspaceId)}/uploads/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(from) },
        body: bytes,
      })
      if (size > 20 * chunkBytes) given.say(`sent ${Math.round(((from + bytes.length) / size) * 100)} %`)
    }
  } finally {
    closeSync(handle)
  }
  return id
}

async function chooseSheet(given: Given, { looked, at }: { looked: Found; at: At }): Promise<Found> {
  const sheet = given.options['sheet']
  if (typeof sheet !== 'string' || sheet === looked.file.sheet) return looked
  return given.client.call('PUT /api/w/{workspaceId}/imports/{importId}/sheet', { path: at, body: { sheet } })
}

/** What was only looked at leaves nothing behind; what has begun stays. */
async function forget(given: Given, at: At): Promise<void> {
  try {
    await given.client.call('DELETE /api/w/{workspaceId}/imports/{importId}', { path: at })
  } catch (error) {
    // The reason for which it is forgotten is the one to be told.
    if (!(error instanceof Stop)) throw error
  }
}

function sayWhatIsRead(given: Given, { file }: Found): void {
  if (file.headerLine !== null && file.headerLine > 1)
    given.say(`The heading is taken from row ${file.headerLine}.`)
  if (file.otherSheets.length > 0)
    given.say(
      `Only the sheet "${file.sheet}" is read, not ${file.otherSheets.map((name) => `"${name}"`).join(', ')}. Another one: --sheet NAME.`,
    )
}

const readOf = ({ file }: Found) => ({
  sheet: file.sheet,
  sheetsNotRead: file.otherSheets,
  headingRow: file.headerLine,
})

/** The columns in the order of the file; the server keeps them in one of its own. */
function asInFile({ mapping, file }: Found): MappingBody['mapping'] {
  if (mapping.kind !== 'people') return mapping
  const place = (name: string) => file.columns.indexOf(name)
  const columns = Object.entries(mapping.mapping.columns).toSorted(([a], [b]) => place(a) - place(b))
  return { kind: 'people', mapping: { ...mapping.mapping, columns: Object.fromEntries(columns) } }
}

function printMapping(given: Given, { body, found }: { body: MappingBody; found: Found }): void {
  if (given.options['json'] === true) return given.print(JSON.stringify({ read: readOf(found), ...body }))
  const { mapping } = body
  if (mapping.kind === 'order lines') {
    const { person, order, time } = mapping.mapping
    given.print(`order lines: person "${person.column}", order "${order}", time "${time.column}"`)
    for (const { column, special } of mapping.mapping.properties)
      if (special) given.print(`${column}\tleft out until its ground is stated (Art. 9: ${special})`)
    return
  }
  for (const [name, column] of Object.entries(mapping.mapping.columns))
    given.print(`${name}\t${wordsOf(column)}`)
  sayUnclear(given, unclearIn(mapping))
  given.say('Nothing was brought in. Add --json for a mapping you can change and give back with --map.')
}

type Column = Extract<MappingBody['mapping'], { kind: 'people' }>['mapping']['columns'][string]

function wordsOf(column: Column): string {
  if (column.use === 'ignore') return 'left out'
  if (column.use === 'identifier')
    return `identifier ${column.kind}${column.isUserId === true ? ', also userId of events' : ''}`
  if (column.use === 'consent') {
    if (column.purpose === 'unclear') return 'consent, but not said for what: nothing is kept'
    return `${column.gives.length === 0 ? 'refusal of' : 'consent to'} ${column.purpose}`
  }
  const held = column.special ? `, held back (Art. 9: ${column.special})` : ''
  return `${column.type}, ${column.class}${held}`
}

/** Columns that speak of consent without saying for what. */
function unclearIn(mapping: MappingBody['mapping']): string[] {
  if (mapping.kind !== 'people') return []
  return Object.entries(mapping.mapping.columns).flatMap(([name, column]) =>
    column.use === 'consent' && column.purpose === 'unclear' ? [name] : [],
  )
}

function sayUnclear(given: Given, unclear: readonly string[]): void {
  if (unclear.length === 0) return
  given.say(
    `Of ${unclear.map((name) => `"${name}"`).join(', ')} nothing is kept: the heading does not say what the consent is for. ` +
      `Write its purpose into the mapping (${purposes.join(', ')}, or contact for a refusal of every contact) and give it with --map.`,
  )
}

type Found = Awaited<ReturnType<typeof look>>

const look = (client: Client, at: At) =>
  client.call('GET /api/w/{workspaceId}/imports/{importId}', { path: at })

async function follow(given: Given, at: At): Promise<void> {
  let said = 0
  for (;;) {
    const found = await look(given.client, at)
    if (found.state !== 'queued' && found.state !== 'running') return end(given, found)
    if (found.processed !== said) given.say(`${found.processed} rows, ${found.rejected} rejected`)
    said = found.processed
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

function end(given: Given, found: Found): void {
  const { id, state, sameAs, processed, imported, rejected, people, facts, held, events, consents, unread } =
    found
  const counts = {
    importId: id,
    state,
    read: readOf(found),
    sameAs,
    processed,
    imported,
    rejected,
    people,
    facts,
    held,
    events,
    consents,
    unread,
    unclear: unclearIn(found.mapping),
  }
  if (given.options['json'] === true) given.print(JSON.stringify(counts))
  else {
    given.print(`${people.new} people new, ${people.known} known`)
    given.print(`${facts} facts, ${held} held back, ${events} events, ${consents} words of consent`)
    given.print(`${rejected} of ${processed} rows rejected`)
  }
  if (sameAs !== null)
    given.say(`This file was brought in the same way before (${sameAs}); nothing was changed.`)
  sayUnclear(given, counts.unclear)
  if (held > 0) given.say('Facts held back wait until a ground of GDPR Art. 9 is stated.')
  if (state !== 'done')
    throw new Stop(
      `The import is ${state}${found.problem === null ? '' : ` (${found.problem})`}. What is in stays; see import ${id} in the browser to go on.`,
    )
}
