import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { issueSecretKey, joinWorkspace } from '../../test/members.ts'
import { studyWithNames } from '../../test/named-study.ts'
import { passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import { markPassages } from '../coding/index.ts'
import { studyWithMostNames } from './list.ts'
import { Confidentiality } from './pseudonym.schema.ts'

const { here, base, settle, bring, send, writeMemo, makeCode, codes, decide, restore, list, found, textOf } =
  studyWithNames()

const proposed = async () =>
  (await list('proposed')).filter(({ places }) => places === 0).map(({ original }) => original)

describe('a name that only the team has written', () => {
  test('is proposed from memos, notes, journals, sets, codes and documents, with where it stands', async () => {
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    await writeMemo('I met Rosalind in the lift.')
    const { codeId } = await makeCode({ name: 'Trust', description: 'As Humphrey put it: never again.' })
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
    await writeMemo('Mr Wrenford again, and Mrs Ellingham, and Dr Ashcombe.')
    await makeCode({ name: 'About Wrenford', description: 'What Wrenford did', example: 'Wrenford paid' })
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
    await makeCode({ name: 'After Wrenford', description: 'Ask Wrenford', example: '' })
    expect((await codes())[1]).toBe('After Theodore / Ask Theodore / ')
    await restore('Barrow')
    await settle()
    expect(await found('Ashcombe')).toMatchObject({ notes: 1, written: { source: 'memo' } })
  })

  test('is shown to nobody who may not read where it stands', async () => {
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    const { app, owner, studyId } = here()
    await send(`/studies/${studyId}/journal`, { on: '2026-03-01', text: 'Geraldine was nervous' })
    await writeMemo('I met Rosalind in the lift.', { kind: 'interview', id: interview.interviewId })
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
    const asked = await here().ask('GET', `${base()}/pseudonyms?state=proposed`, {
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
    const { codeId } = await makeCode({ name: 'Home', description: 'Mrs Ellingham' })
    const { highlightIds } = await markPassages(app, {
      ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [codeId] },
      passages: [passageOf(interview, 'I went home')],
    })
    await writeMemo('Mrs Ellingham')
    await writeMemo('Mrs Ellingham', { kind: 'interview', id: interview.interviewId })
    await writeMemo('Mrs Ellingham', { kind: 'code', id: codeId })
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
    await writeMemo('Cordelia says that Theodore knows Rosalind.')
    await settle()
    expect(await proposed()).toEqual(['Rosalind'])
    await sql`update memos set removed_at = now() where study_id = ${studyId}`.execute(app.pg)
    await settle()
    expect(await proposed()).toEqual([])
  })
})
