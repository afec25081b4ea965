import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  bringMaterial,
  lineOf,
  toldLanguage,
  workspaceOfStudy,
  type Language,
  type Outcome,
  type Said,
} from '../bring-material.ts'
import { Stop, exitCodes, requiredOption, type Command, type Given } from '../command.ts'
import { readManifest, type ManifestRow } from '../transcript-manifest.ts'

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
    const language = toldLanguage(given)
    const manifest = manifestOf(given)
    const workspaceId = await workspaceOfStudy(given, studyId)
    const outcomes: Outcome[] = []
    // One after another: conversations are numbered in the order they are named.
    for (const file of given.positionals) {
      const said = saidOf({ file, manifest, language })
      const outcome = await bringMaterial(given, { file, workspaceId, studyId, said })
      if (given.options['json'] !== true) given.print(lineOf(outcome))
      outcomes.push(outcome)
    }
    if (given.options['json'] === true) given.print(JSON.stringify({ files: outcomes }))
    const refused = outcomes.filter((outcome) => outcome.state === 'refused').length
    if (refused > 0) throw new Stop(`${refused} of ${outcomes.length} files were not brought in.`)
  },
}

function manifestOf(given: Given): ManifestRow[] {
  const path = given.options['people']
  if (typeof path !== 'string') return []
  if (!existsSync(path)) throw new Stop(`There is no file ${path}.`, exitCodes.usage)
  const manifest = readManifest(readFileSync(path, 'utf8'))
  if (manifest.state === 'wrong') throw new Stop(`${path}: ${manifest.why}`, exitCodes.usage)
  const files = new Set(given.positionals.map((file) => basename(file)))
  const strange = manifest.rows.find((row) => !files.has(row.file))
  if (strange)
    given.say(`${path} names ${strange.file}, which is not among the files; its rows are left out.`)
  return manifest.rows
}

type About = { file: string; manifest: readonly ManifestRow[]; language: Language | undefined }

function saidOf({ file, manifest, language }: About): Said {
  const rows = manifest.filter((row) => row.file === basename(file))
  return {
    ...(language === undefined ? {} : { language }),
    speakers: rows.map((row) => speakerOf(row, language)),
  }
}

function speakerOf(row: ManifestRow, language: Language | undefined): NonNullable<Said['speakers']>[number] {
  const { kind, value } = row.identifier ?? {}
  return {
    name: row.speaker,
    role: row.role,
    who:
      kind === undefined || value === undefined ? ('somebody new' as const) : { identifier: { kind, value } },
    agreements: row.agreements.map((agreement) => ({
      ...agreement,
      channel: 'file',
      ...(language === undefined ? {} : { language }),
    })),
  }
}
