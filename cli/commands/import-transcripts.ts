import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Call } from '../client.ts'
import { Stop, exitCodes, requiredOption, type Command, type Given } from '../command.ts'
import { readManifest, type ManifestRow } from '../transcript-manifest.ts'

type Brought = { file: string; state: 'brought' | 'known'; interviewId: string }
type Refused = { file: string; state: 'refused'; why: string }
type Body = Call<'POST /api/w/{workspaceId}/studies/{studyId}/interviews'>['body']

export const command: Command = {
  summary: 'Bring transcripts into a study',
  usage: 'FILES… --study ID [--people MANIFEST.csv] [--language en|da|sv|nl|de] [--json]',
  options: {
    study: { type: 'string' },
    people: { type: 'string' },
    language: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given) => {
    const studyId = requiredOption(given, 'study')
    if (given.positionals.length === 0)
      throw new Stop('Say which files: samtale import transcripts talk.txt --study ID', exitCodes.usage)
    const manifest = manifestOf(given)
    const { workspaceId } = await given.client.call('GET /api/studies/{studyId}', { path: { studyId } })
    const results: (Brought | Refused)[] = []
    for (const file of given.positionals) {
      const result = await bring(given, { file, workspaceId, studyId, manifest })
      if (given.options['json'] !== true) given.print(lineOf(result))
      results.push(result)
    }
    if (given.options['json'] === true) given.print(JSON.stringify({ files: results }))
    const refused = results.filter((result) => result.state === 'refused').length
    if (refused > 0) throw new Stop(`${refused} of ${results.length} files were not brought in.`)
  },
}

type One = { file: string; workspaceId: string; studyId: string; manifest: readonly ManifestRow[] }

async function bring(given: Given, one: One): Promise<Brought | Refused> {
  const { file, workspaceId, studyId, manifest } = one
  const name = basename(file)
  if (!existsSync(file)) return { file, state: 'refused', why: 'There is no such file.' }
  const material = { how: 'file' as const, name, base64: readFileSync(file).toString('base64') }
  const path = { workspaceId, studyId }
  try {
    const preview = await given.client.call(
      'POST /api/w/{workspaceId}/studies/{studyId}/interviews/preview',
      { path, body: { material } },
    )
    if (preview.state === 'refused') return { file, state: 'refused', why: preview.problem.message }
    if (preview.state === 'table')
      return { file, state: 'refused', why: 'This is a table. Bring open answers in the browser.' }
    const language = languageOf(given, preview.language)
    if (language === undefined)
      return { file, state: 'refused', why: 'Its language is unclear. Say it with --language.' }
    const rows = manifest.filter((row) => row.file === name)
    const body = { material, language, speakers: rows.map((row) => speakerOf(row, language)) }
    const answer = await given.client.call('POST /api/w/{workspaceId}/studies/{studyId}/interviews', {
      path,
      body,
    })
    return { file, ...answer }
  } catch (error) {
    // One file that is refused does not keep the others out; a server that is away does.
    if (error instanceof Stop && error.exitCode === exitCodes.refused)
      return { file, state: 'refused', why: error.message }
    throw error
  }
}

function manifestOf(given: Given): ManifestRow[] {
  const path = given.options['people']
  if (typeof path !== 'string') return []
  if (!existsSync(path)) throw new Stop(`There is no file ${path}.`, exitCodes.usage)
  const manifest = readManifest(readFileSync(path, 'utf8'))
  if (manifest.state === 'read') return manifest.rows
  throw new Stop(`${path}: ${manifest.why}`, exitCodes.usage)
}

const languages = ['en', 'da', 'sv', 'nl', 'de'] as const

function languageOf(
  given: Given,
  guessed: { guess: string | null; reliable: boolean },
): Body['language'] | undefined {
  const wanted = given.options['language'] ?? (guessed.reliable ? guessed.guess : undefined)
  return languages.find((language) => language === wanted)
}

function speakerOf(row: ManifestRow, language: Body['language']): NonNullable<Body['speakers']>[number] {
  const { kind, value } = row.identifier ?? {}
  return {
    name: row.speaker,
    role: row.role,
    who:
      kind === undefined || value === undefined ? ('somebody new' as const) : { identifier: { kind, value } },
    agreements: row.agreements.map((agreement) => ({ ...agreement, channel: 'file', language })),
  }
}

function lineOf(result: Brought | Refused): string {
  if (result.state === 'refused') return `refused  ${result.file}: ${result.why}`
  return `${result.state.padEnd(8)} ${result.file} ${result.interviewId}`
}
