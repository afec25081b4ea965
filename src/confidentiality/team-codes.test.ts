import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { bringRecording, meetRecorded } from '../../test/recordings.ts'
import { wavOf } from '../../test/sound.ts'
import { passageOf } from '../../test/spoken-study.ts'
import { studyWithNames } from '../../test/named-study.ts'

const { here, bring, decide, list, restore, settle } = studyWithNames()

const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
  const { owner } = here()
  const answer = await here().ask(method, `/api/w/${owner.workspaceId}${path}`, {
    headers: owner.headers,
    body,
  })
  expect(answer.status).toBeLessThan(300)
  return answer.json()
}
const codes = async () => {
  const Codes = z.object({
    codes: z.array(z.object({ codeId: z.string(), name: z.string(), description: z.string() })),
  })
  const { codes: items } = Codes.parse(await ask('GET', `/codes?studyId=${here().studyId}`))
  return items.map(({ name, description }) => `${name} / ${description}`).toSorted()
}

test('a code that is begun while marking, cut off another or expected is called by the pseudonym at once', async () => {
  const interview = await bring()
  await decide('Gregory', { pseudonym: 'Theodore' })
  const newCode = { name: 'About Gregory', description: 'what gregory did', colour: 'teal' }
  const Marked = z.object({ codeIds: z.array(z.string()), highlightIds: z.array(z.string()) })
  const mark = async () =>
    Marked.parse(
      await ask('POST', `/interviews/${interview.interviewId}/highlights`, {
        passages: [passageOf(interview, 'I forget')],
        newCode,
      }),
    )
  const first = await mark()
  expect(await codes()).toEqual(['About Theodore / what Theodore did'])
  // Asked for once more by the name, it is that code.
  expect((await mark()).codeIds).toEqual(first.codeIds)
  await ask('POST', `/codes/${first.codeIds[0]}/split`, {
    name: 'Gregory’s money',
    highlightIds: first.highlightIds,
  })
  await ask('POST', `/studies/${here().studyId}/expected-codes`, {
    codebookId: null,
    codes: [{ name: 'Gregory pays', statement: 'They say Gregory pays' }],
  })
  expect(await codes()).toEqual([
    'About Theodore / what Theodore did',
    'Theodore pays / They say Theodore pays',
    'Theodore’s money / ',
  ])
})

const called = async (table: 'codebooks' | 'recordings') => {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(table)} where workspace_id = ${here().owner.workspaceId} order by id`.execute(
    here().app.pg,
  )
  return rows.map(({ name }) => name)
}

test('what a codebook and a recording are called is read through, replaced, and kept with pseudonyms from then on', async () => {
  const { app, owner, studyId } = here()
  const participantIds = [await meetRecorded(app, owner, studyId)]
  const record = (name: string) =>
    bringRecording(app, owner, { studyId, participantIds, bytes: wavOf(1), name })
  await ask('POST', '/codebooks', { name: 'As Humphrey wants it', studyIds: [studyId] })
  await record('2026-05-03_interview-Rosalind.m4a')
  await settle()
  const proposed = (await list('proposed')).map(({ original, written }) => `${original}: ${written?.source}`)
  expect(proposed.toSorted()).toEqual(['Humphrey: codebook', 'Rosalind: recording'])
  await decide('Humphrey', { pseudonym: 'Theodore' })
  await decide('Rosalind', { pseudonym: 'Beatrix' })
  await settle()
  expect(await called('codebooks')).toEqual(['As Theodore wants it'])
  expect(await called('recordings')).toEqual(['2026-05-03 interview Beatrix.m4a'])
  await ask('POST', '/codebooks', { name: 'Humphrey again' })
  await record('rosalind_2.m4a')
  expect(await called('codebooks')).toEqual(['As Theodore wants it', 'Theodore again'])
  expect(await called('recordings')).toContain('Beatrix 2.m4a')
  await restore('Beatrix')
  await settle()
  expect((await called('recordings')).toSorted()).toEqual([
    '2026-05-03 interview Rosalind.m4a',
    'Rosalind 2.m4a',
  ])
})

test('a codebook whose name becomes that of another gets a mark of its own', async () => {
  await bring()
  await ask('POST', '/codebooks', { name: 'Theodore' })
  await ask('POST', '/codebooks', { name: 'Gregory' })
  await decide('Gregory', { pseudonym: 'Theodore' })
  await settle()
  expect(await called('codebooks')).toEqual(['Theodore', expect.stringMatching(/^Theodore [\da-f]{4}$/)])
})
