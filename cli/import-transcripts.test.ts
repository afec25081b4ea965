import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { conversationRoutes, createStudy } from '../src/conversations/index.ts'
import { answerError, mountRoutes } from '../src/platform/index.ts'
import { openTestApp, type TestApp } from '../test/app.ts'
import { issueSecretKey, openWorkspace, type TestMember } from '../test/members.ts'
import { run } from './run.ts'

const transcripts = join(import.meta.dirname, '../test/data/transcripts')
const real = (name: string) => join(transcripts, name)
const Counts = z.record(
  z.string(),
  z.object({
    kind: z.string(),
    utterances: z.number(),
    words: z.number(),
    speakers: z.array(z.object({ name: z.string().nullable() })),
  }),
)
const counts = Counts.parse(JSON.parse(readFileSync(real('counts.json'), 'utf8')))
const folder = mkdtempSync(join(tmpdir(), 'samtale-cli-'))
const Answer = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      state: z.enum(['brought', 'known', 'refused']),
      interviewId: z.uuid().optional(),
      why: z.string().optional(),
    }),
  ),
})

let app: TestApp
let owner: TestMember
let url = ''
let key = ''
let studyId = ''
let close = () => {}

beforeAll(async () => {
  app = await openTestApp()
  owner = await openWorkspace(app)
  const scopes = ['studies.read', 'studies.write', 'people.read', 'people.write'] as const
  key = (await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: [...scopes] })).key
  const hono = new Hono()
  hono.onError((error) => answerError(app, error))
  mountRoutes(hono, app, conversationRoutes)
  const server = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(() => close())
beforeEach(async () => {
  studyId = await createStudy(app, {
    workspaceId: owner.workspaceId,
    actor: owner.actor,
    draft: {
      title: 'Brought by the command',
      hypothesis: '',
      contradiction: '',
      mode: 'behaviour',
      guide: [],
      language: 'en',
      target: 20,
      bases: { conversation_analysis: 'consent', quoting: 'consent' },
    },
  })
})

async function samtale(args: readonly string[], withKey = key) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await run({
    args: ['import', ...args],
    environment: { SAMTALE_URL: url, SAMTALE_KEY: withKey },
    print: (text) => out.push(text),
    say: (text) => err.push(text),
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

async function importTranscripts(files: readonly string[], ...more: string[]) {
  const done = await samtale(['transcripts', ...files, '--study', studyId, '--json', ...more])
  return { ...done, files: Answer.parse(JSON.parse(done.out)).files }
}

function kept() {
  return app.pg
    .selectFrom('interviews')
    .select(['id', 'title', 'kind', 'words', 'language', 'happened_at', 'source_name'])
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute()
}

function participants() {
  return app.pg
    .selectFrom('participants')
    .leftJoin('identifiers', 'identifiers.person_no', 'participants.person_no')
    .select(['participants.id', 'identifiers.kind', 'identifiers.value', 'recording_agreed'])
    .where('study_id', '=', studyId)
    .execute()
}

const oneOfEach = [
  'da-navne.txt',
  'sv-markdown.md',
  'en-zoom.vtt',
  'nl-ondertitels.srt',
  'de-word-tabelle.docx',
  'en-teams.vtt',
  'en-no-speakers.txt',
  'nl-press-conference-2020-05-13.txt',
].map(real)

describe('samtale import transcripts', () => {
  test('brings one file of each kind in as it is, tells each on its own, and the second time changes nothing', async () => {
    const first = await importTranscripts(oneOfEach, '--language', 'en')
    expect([first.exitCode, first.err]).toEqual([0, ''])
    expect(first.files.map(({ file, state }) => [file, state])).toEqual(
      oneOfEach.map((file) => [file, 'brought']),
    )
    const rows = await kept()
    for (const file of oneOfEach.map((path) => basename(path))) {
      const wanted = counts[file]
      const row = rows.find((one) => one.source_name === file)
      if (wanted) expect(row, file).toMatchObject({ kind: wanted.kind, words: wanted.words })
    }
    const people = await participants()
    const second = await importTranscripts(oneOfEach, '--language', 'en')
    expect([second.exitCode, second.err]).toEqual([0, ''])
    expect(second.files).toEqual(first.files.map((file) => ({ ...file, state: 'known' })))
    expect([await kept(), await participants()]).toEqual([rows, people])
  })

  test('without --language each file is in the language it is sure to be in, and on the day it tells', async () => {
    await importTranscripts([real('nl-press-conference-2020-05-13.txt'), real('da-navne.txt')])
    expect(await kept()).toMatchObject([
      { language: 'nl', happened_at: new Date('2020-05-13T12:00:00Z'), title: 'Interview 1' },
      { language: 'da', happened_at: new Date('2026-05-03T12:00:00Z'), title: 'Interview 2' },
    ])
  })

  test('a talk too short to know its language is refused with the option that says it, and taken with it', async () => {
    const file = join(folder, 'short.vtt')
    writeFileSync(
      file,
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>OK\n\n00:03.000 --> 00:04.000\n<v Bo>Hm\n',
    )
    const unclear = await importTranscripts([file])
    expect(unclear.files).toMatchObject([
      { state: 'refused', why: expect.stringContaining('Add --language en, da, sv, nl or de.') },
    ])
    const told = await importTranscripts([file], '--language', 'en')
    expect(told.files).toMatchObject([{ state: 'brought' }])
  })

  test('what cannot be read is said and keeps nothing else out', async () => {
    const pdf = join(folder, 'talk.pdf')
    writeFileSync(pdf, '%PDF-1.7\n%\u00e2\u00e3')
    const cut = join(folder, 'cut.docx')
    writeFileSync(cut, readFileSync(real('de-word-tabelle.docx')).subarray(0, 900))
    const short = join(folder, 'short.txt')
    writeFileSync(short, 'A: Hm.\nB: Ok.\nA: Hm.\nB: Ok.')
    const table = join(folder, 'answers.csv')
    writeFileSync(table, 'id,answer\n1,It was slow\n')
    const within = join(folder, 'a folder.txt')
    mkdirSync(within)
    const away = join(folder, 'away.txt')
    const { exitCode, err, files } = await importTranscripts([
      pdf,
      cut,
      away,
      within,
      short,
      table,
      real('sv-markdown.md'),
    ])
    expect(exitCode).toBe(1)
    expect(err).toBe('6 of 7 files were not brought in.')
    expect(files.map(({ state, why }) => why ?? state)).toEqual([
      expect.stringMatching(/\(transcript-pdf-broken\)/u),
      expect.stringMatching(/damaged.*\(transcript-docx-broken\)/u),
      'There is no such file.',
      'It cannot be read (EISDIR).',
      expect.stringMatching(/language is unclear.*\(language-unclear\)/u),
      expect.stringMatching(/table.*\(answers-no-column\)/u),
      'brought',
    ])
    expect(await kept()).toHaveLength(1)
  })

  test('a manifest says who is who; the same person in two files is one participant with what they agreed to', async () => {
    const manifest = join(folder, 'people.csv')
    // No real set joins people and interviews: this link is invented.
    writeFileSync(
      manifest,
      [
        'file,speaker,role,kind,value,recording,conversation_analysis,quoting',
        'da-navne.txt,Interviewer,interviewer,,,,,',
        'da-navne.txt,Maja Lindholm,participant,customer_id,invented 1,yes,yes,no',
        'sv-markdown.md,Intervjuare,interviewer,,,,,',
        'sv-markdown.md,Åsa Öberg,participant,customer_id,invented 1,yes,yes,no',
        'sv-markdown.md,Karl,other,,,,,',
        'gone.txt,Nobody,participant,,,,,',
      ].join('\n'),
    )
    const files = [real('da-navne.txt'), real('sv-markdown.md')]
    const done = await importTranscripts(files, '--people', manifest)
    expect(done.err).toContain('names gone.txt, which is not among the files')
    expect(done.exitCode).toBe(0)
    expect(await participants()).toEqual([
      { id: expect.any(String), kind: 'customer_id', value: 'invented 1', recording_agreed: true },
    ])
    const consent = await app.pg
      .selectFrom('consent_state')
      .select(['purpose', 'state'])
      .where('scope', '=', `study:${studyId}`)
      .orderBy('purpose')
      .execute()
    expect(consent).toEqual([
      { purpose: 1, state: 'given' },
      { purpose: 3, state: 'withdrawn' },
      { purpose: 6, state: 'given' },
    ])
    // Said with both files, it stands in the ledger once.
    const ledger = await app.pg
      .selectFrom('consent_ledger')
      .select('id')
      .where('scope', '=', `study:${studyId}`)
      .execute()
    expect(ledger).toHaveLength(3)
    const again = await importTranscripts(files, '--people', manifest)
    expect(again.files.map(({ state }) => state)).toEqual(['known', 'known'])
    expect(await participants()).toHaveLength(1)
  })

  test('a speaker the file does not have keeps that file out, and says so', async () => {
    const manifest = join(folder, 'strangers.csv')
    writeFileSync(manifest, 'file,speaker\nda-navne.txt,Somebody Else\n')
    const { files } = await importTranscripts([real('da-navne.txt')], '--people', manifest)
    expect(files).toMatchObject([{ state: 'refused', why: expect.stringContaining('(no-such-speaker)') }])
  })

  test.each([
    ['without a file', [], /which files/u],
    ['with a manifest that is away', ['x.txt', '--people', 'nowhere.csv'], /no file nowhere\.csv/u],
    ['with a language that is none of the five', ['x.txt', '--language', 'fr'], /en, da, sv, nl or de/u],
  ])('%s ends with 2 and says what to add', async (_, args, words) => {
    const { exitCode, err } = await samtale(['transcripts', ...args, '--study', studyId])
    expect(exitCode).toBe(2)
    expect(err).toMatch(words)
  })

  test('a key of another client finds no such study, and one that may not write brings nothing in', async () => {
    const other = await openWorkspace(app, { name: 'Another client' })
    const stranger = await issueSecretKey(app, {
      workspaceId: other.workspaceId,
      scopes: ['studies.read', 'studies.write'],
    })
    const reader = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['studies.read'] })
    const args = ['transcripts', real('da-navne.txt'), '--study', studyId]
    expect(await samtale(args, stranger.key)).toMatchObject({ exitCode: 1, out: '' })
    expect(await samtale(args, reader.key)).toMatchObject({ exitCode: 1 })
    expect(await kept()).toEqual([])
  })
})

describe('samtale import answers', () => {
  const survey = join(import.meta.dirname, '../test/data/surveys/thanksgiving-2015.csv')
  const column = 'What is typically the main dish at your Thanksgiving dinner? - Other (please specify)'

  test('a table is one source whose respondents are the participants, and known the second time', async () => {
    const args = ['answers', survey, '--study', studyId, '--column', column, '--respondent', 'RespondentID']
    const agreed = ['--agreed', 'conversation_analysis,quoting', '--language', 'en', '--json']
    const first = await samtale([...args, ...agreed])
    expect([first.exitCode, first.err]).toEqual([0, ''])
    const rows = await kept()
    expect(rows).toMatchObject([{ kind: 'open-answers', source_name: 'thanksgiving-2015.csv' }])
    const people = await participants()
    expect(people.length).toBeGreaterThan(20)
    const second = await samtale([...args, ...agreed])
    expect(JSON.parse(second.out)).toEqual({ ...Object(JSON.parse(first.out)), state: 'known' })
    expect([await kept(), await participants()]).toEqual([rows, people])
  })

  test('whose respondents are people of the data says so, or is refused where it does not say which column', async () => {
    const args = ['answers', survey, '--study', studyId, '--column', column, '--language', 'en']
    const wrong = await samtale([...args, '--identifier', 'email'])
    expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringContaining('--respondent')])
    // That the number of the survey is a customer's is invented.
    const right = await samtale([...args, '--respondent', 'RespondentID', '--identifier', 'customer_id'])
    expect([right.exitCode, right.err]).toEqual([0, ''])
    const kinds = (await participants()).map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['customer_id']))
  })

  test('without its column says which there are and which it looks like', async () => {
    const { exitCode, err } = await samtale(['answers', survey, '--study', studyId])
    expect(exitCode).toBe(2)
    expect(err).toContain('--column is missing')
    expect(err).toContain(`  ${column}`)
  })

  test('a column that is not there and a transcript are refused with what to do', async () => {
    const wrong = await samtale(['answers', survey, '--study', studyId, '--column', 'Nothing'])
    expect([wrong.exitCode, wrong.err]).toEqual([1, expect.stringContaining('(answers-no-column)')])
    const talk = await samtale(['answers', real('da-navne.txt'), '--study', studyId])
    expect([talk.exitCode, talk.err]).toEqual([2, expect.stringContaining('import transcripts')])
  })
})
