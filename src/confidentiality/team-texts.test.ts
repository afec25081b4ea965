import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { issueSecretKey, joinWorkspace } from '../../test/members.ts'
import { studyWithNames, talk } from '../../test/named-study.ts'
import { bringTalk, passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import { undo } from '../coding/history.ts'
import { createCode, lockCoding, markPassages } from '../coding/index.ts'
import { catchUp, takeTurn } from './catch-up.ts'
import { studyWithMostNames } from './list.ts'
import { Confidentiality } from './pseudonym.schema.ts'

const { here, base, settle, bring, decide, restore, list, found, textOf } = studyWithNames()

const inWorkspace = () => `/api/w/${here().owner.workspaceId}`
const send = async (path: string, body: object, method: 'POST' | 'PUT' | 'PATCH' = 'POST') => {
  const answer = await here().ask(method, `${inWorkspace()}${path}`, { headers: here().owner.headers, body })
  expect(answer.status).toBeLessThan(300)
  return answer
}
const memo = (text: string, about: object = { kind: 'study', id: here().studyId }) =>
  send('/memos', { about, text })
const proposed = async () =>
  (await list('proposed')).filter(({ places }) => places === 0).map(({ original }) => original)

/** A code of the study, as a member makes it. */
async function codeOf(code: { name: string; description: string; example?: string }) {
  const { app, owner, studyId } = here()
  const { workspaceId, actor } = owner
  return createCode(app, { workspaceId, actor, studyId, code: { colour: 'teal', ...code } })
}

async function codes(): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`
    select concat_ws(' / ', name, description, example) as words from codes where study_id = ${here().studyId} order by id`.execute(
    here().app.pg,
  )
  return rows.map(({ words }) => words)
}

describe('a name that only the team has written', () => {
  test('is proposed from memos, notes, journals, sets, codes and documents, with where it stands', async () => {
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    await memo('I met Rosalind in the lift.')
    const { codeId } = await codeOf({ name: 'Trust', description: 'As Humphrey put it: never again.' })
    const { highlightIds } = await markPassages(app, {
      ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [codeId] },
      passages: [passageOf(interview, 'I went home')],
    })
    await send(`/highlights/${highlightIds[0]}/note`, { note: 'Home is with Beatrice', before: '' }, 'PUT')
    await send(`/studies/${studyId}/journal`, { on: '2026-03-01', text: 'Geraldine was nervous' })
    await send(`/studies/${studyId}/quote-sets`, { name: 'On money', note: 'Show it to Leopold' })
    await sql`
      insert into documents (workspace_id, study_id, kind, name, media, size, fingerprint)
      values (${workspaceId}, ${studyId}, 'pdf', 'Letter of Winifred.pdf', 'application/pdf', 1, ${randomUUID()})`.execute(
      app.pg,
    )
    await settle()
    const items = (await list('proposed')).filter(({ places }) => places === 0)
    const seen = items.map(({ original, written }) => {
      const { source, before, text, after } = written ?? {}
      return `${original}: ${source}: ${before}[${text}]${after}`
    })
    expect(seen.toSorted()).toEqual([
      'Beatrice: passage note: Home is with [Beatrice]',
      'Geraldine: journal: [Geraldine] was nervous',
      'Humphrey: code: Trust\nAs [Humphrey] put it: never again.',
      'Leopold: set: On money\nShow it to [Leopold]',
      'Rosalind: memo: I met [Rosalind] in the lift.',
      'Winifred: document: Letter of [Winifred].pdf',
    ])
    const { written } = items.find(({ original }) => original === 'Beatrice') ?? {}
    expect(written).toMatchObject({
      interviewId: interview.interviewId,
      utteranceId: interview.utterances[1]?.utteranceId,
    })
    const wrote = items.find(({ original }) => original === 'Humphrey')
    expect(wrote).toMatchObject({ notes: 1, written: { codeId } })
  })

  test('is replaced by the same decision in what was said and in what was written, and left alone or renamed as any other', async () => {
    const interview = await bring({
      talk: 'Interviewer: Who?\nGuest: It was wrenford, they say. Wrenford the banker.',
    })
    await memo('Mr Wrenford again, and Mrs Ellingham, and Dr Ashcombe.')
    await codeOf({ name: 'About Wrenford', description: 'What Wrenford did', example: 'Wrenford paid' })
    await settle()
    await decide('Ellingham', { state: 'refused' })
    await decide('Ashcombe', { pseudonym: 'Barrow' })
    await decide('Wrenford', { pseudonym: 'Theodore' })
    await settle()
    const { rows } = await sql<{
      text: string
    }>`select text from memos where study_id = ${here().studyId}`.execute(here().app.pg)
    expect(rows).toEqual([{ text: 'Mr Theodore again, and Mrs Ellingham, and Dr Barrow.' }])
    expect(await codes()).toEqual(['About Theodore / What Theodore did / Theodore paid'])
    expect(await textOf(interview.interviewId)).toContain('Theodore the banker')
    expect(await proposed()).toEqual([])
    expect((await list('refused')).map(({ original, notes }) => [original, notes])).toEqual([
      ['Ellingham', 1],
    ])
    // What is written afterwards is kept with them, and undo brings no name back.
    await codeOf({ name: 'After Wrenford', description: 'Ask Wrenford', example: '' })
    expect((await codes())[1]).toBe('After Theodore / Ask Theodore / ')
    await restore('Barrow')
    await settle()
    expect(await found('Ashcombe')).toMatchObject({ notes: 1, written: { source: 'memo' } })
  })

  test('comes back with no step that is undone or done again, and is kept in none', async () => {
    await bring({ talk: 'Interviewer: Who?\nGuest: It was Mr Wrenford. Wrenford the banker.' })
    const { app, owner } = here()
    const { workspaceId, actor } = owner
    const line = { workspaceId, studyId: null, actor }
    const { codeId } = await codeOf({ name: 'About Wrenford', description: 'Mr Wrenford' })
    const other = await codeOf({ name: 'Money', description: 'who pays' })
    const rename = (id: string, change: object) => send(`/codes/${id}`, change, 'PATCH')
    const held = async () =>
      (
        await sql`select from coding_log where workspace_id = ${workspaceId} and steps::text ilike '%wrenford%'`.execute(
          app.pg,
        )
      ).rows.length
    await rename(codeId, { name: 'About the banker', description: 'him' })
    await rename(other.codeId, { description: 'who decides' })
    expect(await held()).toBe(1)
    await decide('Wrenford', { pseudonym: 'Theodore' })
    await settle()
    expect(await held()).toBe(0)
    // Steps without a name are kept.
    expect(await undo(app, line)).toEqual({ state: 'done', skipped: [] })
    expect(await codes()).toContain('Money / who pays / ')
    expect(await undo(app, line)).toEqual({ state: 'nothing', skipped: [] })
    // One that is taken before the background has come to it.
    const from = { name: 'About Wrenford', description: 'Mr Wrenford' }
    const step = { do: 'change code', codeId, from, to: { name: 'About the banker', description: 'him' } }
    await sql`
      insert into coding_log (workspace_id, study_id, user_id, steps)
      values (${workspaceId}, null, ${owner.userId}, ${JSON.stringify([step])}::jsonb)`.execute(app.pg)
    expect(await undo(app, line)).toEqual({ state: 'done', skipped: [] })
    expect(await codes()).toContain('About Theodore / Mr Theodore / ')
  })

  test('is kept of no turn that was corrected before, and undo does not bring it back', async () => {
    const interview = await bring({
      talk: 'Interviewer: Who?\nGuest: It was Mr Wrenford. Wrenford the banker.\nInterviewer: And?\nGuest: Wrenford again.',
    })
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    const { utteranceId, version } = passageOf(interview, 'Wrenford again')
    await send(`/utterances/${utteranceId}`, { text: 'He again.', version }, 'PATCH')
    const kept = async () =>
      (await sql`select from turn_corrections where workspace_id = ${workspaceId}`.execute(app.pg)).rows
        .length
    expect(await kept()).toBe(1)
    await decide('Wrenford', { pseudonym: 'Theodore' })
    await settle()
    expect(await kept()).toBe(0)
    expect(await undo(app, { workspaceId, studyId, actor })).toEqual({ state: 'nothing', skipped: [] })
    expect(await textOf(interview.interviewId)).toContain('He again.')
  })

  test('whose pseudonym a correction took out does not come back as a name by undo', async () => {
    const interview = await bring({
      talk: 'Interviewer: Who?\nGuest: It was Mr Wrenford. Wrenford the banker.',
    })
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    await decide('Wrenford', { pseudonym: 'Theodore' })
    await settle()
    const turn = await app.pg
      .selectFrom('utterances')
      .select(['id', 'text', 'version'])
      .where('interview_id', '=', interview.interviewId)
      .where('text', 'like', '%Theodore%')
      .executeTakeFirstOrThrow()
    const text = turn.text.replaceAll('Mr Theodore. Theodore', 'him.')
    await send(`/utterances/${turn.id}`, { text, version: turn.version }, 'PATCH')
    expect(await undo(app, { workspaceId, studyId, actor })).toMatchObject({ state: 'nothing' })
    expect(await textOf(interview.interviewId)).not.toContain('Theodore')
  })

  test('is shown to nobody who may not read where it stands', async () => {
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    const { app, owner, studyId } = here()
    await send(`/studies/${studyId}/journal`, { on: '2026-03-01', text: 'Geraldine was nervous' })
    await memo('I met Rosalind in the lift.', { kind: 'interview', id: interview.interviewId })
    await settle()
    expect(new Set(await proposed())).toEqual(new Set(['Geraldine', 'Rosalind']))
    const colleague = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    expect((await list('proposed', colleague)).map(({ original }) => original)).toEqual(['Rosalind'])
    const viewer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'viewer' })
    const counted = async (headers: Record<string, string> = owner.headers) =>
      Confidentiality.parse(await (await here().ask('GET', `${base()}/confidentiality`, { headers })).json())
        .proposed
    expect(await counted()).toBe(2)
    expect(await counted(colleague.headers)).toBe(1)
    expect(await counted(viewer.headers)).toBe(0)
    const key = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['studies.read'] })
    expect(await counted(key.headers)).toBe(0)
    expect(await studyWithMostNames(app.pg, { workspaceId: owner.workspaceId })).toBeUndefined()
    const asked = await here().ask('GET', `${inWorkspace()}/studies/${studyId}/pseudonyms?state=proposed`, {
      headers: viewer.headers,
    })
    expect(asked.status).toBe(403)
    // The only one heard takes analysing back: what was written on the conversation is read by nobody.
    const personNo = interview.speakers.find(({ role }) => role === 'participant')?.personNo ?? 0
    await sayOfStudy(app, {
      ...{ workspaceId: owner.workspaceId, studyId, personNo },
      ...{ purpose: 'conversation_analysis', state: 'withdrawn' },
    })
    expect(await proposed()).toEqual(['Geraldine'])
    expect(await counted()).toBe(1)
    expect(await counted(colleague.headers)).toBe(0)
  })

  test('is looked for in all that may be about the study, and in how somebody took a quote out it is replaced', async () => {
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    const { app, owner } = here()
    const { workspaceId, actor } = owner
    const { codeId } = await codeOf({ name: 'Home', description: 'Mrs Ellingham' })
    const { highlightIds } = await markPassages(app, {
      ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [codeId] },
      passages: [passageOf(interview, 'I went home')],
    })
    await memo('Mrs Ellingham')
    await memo('Mrs Ellingham', { kind: 'interview', id: interview.interviewId })
    await memo('Mrs Ellingham', { kind: 'code', id: codeId })
    await settle()
    expect(await found('Ellingham')).toMatchObject({ notes: 4 })
    await sql`delete from pseudonym_notes where workspace_id = ${workspaceId}`.execute(app.pg)
    await sql`update pseudonyms set sought = false where workspace_id = ${workspaceId}`.execute(app.pg)
    await settle()
    expect(await found('Ellingham')).toMatchObject({ notes: 4 })
    const refusal = { channel: 'by phone', note: 'Mrs Ellingham rang' }
    await send(`/highlights/${highlightIds[0]}/refusal`, refusal)
    await decide('Ellingham', { pseudonym: 'Barrow' })
    await settle()
    const notes = await sql`select note from withdrawals where workspace_id = ${workspaceId}`.execute(app.pg)
    expect(notes.rows).toEqual([{ note: 'Mrs Barrow rang' }])
  })

  test('goes with the text it stood in, and colleagues and pseudonyms are no proposals', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const { app, owner, studyId } = here()
    await sql`update users set name = 'Cordelia Ashford' where id = (select user_id from members where id = ${owner.memberId})`.execute(
      app.pg,
    )
    await memo('Cordelia says that Theodore knows Rosalind.')
    await settle()
    expect(await proposed()).toEqual(['Rosalind'])
    await sql`update memos set removed_at = now() where study_id = ${studyId}`.execute(app.pg)
    await settle()
    expect(await proposed()).toEqual([])
  })
})

describe('a long way behind', () => {
  /** So many texts due of which nothing is left to read. */
  const gone = (times: number) =>
    sql`
    insert into team_texts_due (workspace_id, source, source_id)
    select ${here().owner.workspaceId}::uuid, 'memo', gen_random_uuid() from generate_series(1, ${times}::int)`.execute(
      here().app.pg,
    )
  const due = async () => {
    const { rows } = await sql<{ failure: string | null }>`
      select failure from team_texts_due where workspace_id = ${here().owner.workspaceId}`.execute(
      here().app.pg,
    )
    return rows.map(({ failure }) => failure)
  }

  test('what was said is read before what the team wrote, and other workspaces have their turn', async () => {
    const { app, owner, studyId } = here()
    const { workspaceId } = owner
    await gone(6000)
    const { interviewId } = await bringTalk(app, owner, { studyId, talk })
    await catchUp(app, { workspaceId, most: 1 })
    const { rows } = await sql`select from pseudonym_readings where interview_id = ${interviewId}`.execute(
      app.pg,
    )
    expect(rows).toHaveLength(1)
    const { signal } = new AbortController()
    expect(await takeTurn(app, { workspaceId }, signal)).toBe('more')
    await sql`delete from team_texts_due where workspace_id = ${workspaceId}`.execute(app.pg)
    await settle()
    expect(await takeTurn(app, { workspaceId }, signal)).toBe('done')
  })

  test('a text that cannot be read is set aside until later, and those after it are read', async () => {
    const { app, owner } = here()
    await memo('I met Rosalind in the lift.')
    await sql`insert into team_texts_due (workspace_id, source, source_id) values (${owner.workspaceId}, 'of no kind', gen_random_uuid())`.execute(
      app.pg,
    )
    await memo('I met Humphrey too.')
    await settle()
    expect(new Set(await proposed())).toEqual(new Set(['Rosalind', 'Humphrey']))
    expect(await due()).toEqual(['ZodError'])
    await memo('I met Beatrice last.')
    await settle()
    expect(await proposed()).toContain('Beatrice')
    await sql`
      update team_texts_due set source = 'memo', failed_at = failed_at - interval '2 hours' where workspace_id = ${owner.workspaceId}`.execute(
      app.pg,
    )
    await settle()
    expect(await due()).toEqual([])
  })
})

describe('at once', () => {
  test('colleagues who write, change codes and decide while texts are read lose nothing', async () => {
    const interview = await bring()
    const { app, owner } = here()
    const { workspaceId } = owner
    const names = [
      'Rosalind',
      'Matilda',
      'Beatrice',
      'Leopold',
      'Winifred',
      'Cordelia',
      'Geraldine',
      'Mortimer',
    ]
    await decide('Gregory', { pseudonym: 'Theodore' })
    await Promise.all(
      names.map(async (name, at) => {
        await memo(`${name} met Gregory at ${at}.`)
        await codeOf({ name: `Code ${at}`, description: `What ${name} told Gregory` })
        await memo(`Again: ${name}`, { kind: 'interview', id: interview.interviewId })
        await catchUp(app, { workspaceId, most: 1 })
      }),
    )
    await settle()
    for (const name of names) expect(await found(name)).toMatchObject({ notes: 3 })
    await Promise.all(
      names.map((name) => decide(name)).concat(names.map(() => settle().then(() => new Response()))),
    )
    await settle()
    const { rows } = await sql<{ words: string }>`
      select text as words from memos where workspace_id = ${workspaceId} union all select description from codes where workspace_id = ${workspaceId}`.execute(
      app.pg,
    )
    expect(rows).toHaveLength(24)
    expect(rows.filter(({ words }) => [...names, 'Gregory'].some((name) => words.includes(name)))).toEqual([])
  })

  test('whoever codes holds up replacing in codes, and is not held up by reading', async () => {
    await bring()
    const { app, owner } = here()
    await decide('Gregory', { pseudonym: 'Theodore' })
    await sql`insert into codes (workspace_id, study_id, name, description, colour) values (${owner.workspaceId}, ${here().studyId}, 'Brother', 'Of Gregory', 'teal')`.execute(
      app.pg,
    )
    let done = false
    const replacing = await app.pg.transaction().execute(async (tx) => {
      await lockCoding(tx, owner.workspaceId)
      const later = settle().then(() => (done = true))
      await expect
        .poll(
          async () =>
            (
              await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
                app.pg,
              )
            ).rows.length > 0,
          { timeout: 10_000 },
        )
        .toBe(true)
      expect(done).toBe(false)
      // Who codes may still write beside the passages.
      await sql`update codes set colour = 'amber' where study_id = ${here().studyId}`.execute(tx)
      return { later }
    })
    await replacing.later
    expect(await codes()).toEqual(['Brother / Of Theodore / '])
  })
})
