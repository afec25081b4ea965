import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { passageOf } from '../../test/spoken-study.ts'
import { undo } from '../coding/history.ts'

const { here, settle, bring, send, makeCode, codes, decide, textOf } = studyWithNames()

describe('a name that was replaced', () => {
  test('comes back with no step that is undone or done again, and is kept in none', async () => {
    await bring({ talk: 'Interviewer: Who?\nGuest: It was Mr Wrenford. Wrenford the banker.' })
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    const line = { workspaceId, studyId, actor }
    const { codeId } = await makeCode({ name: 'About Wrenford', description: 'Mr Wrenford' })
    const other = await makeCode({ name: 'Money', description: 'who pays' })
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
    // So is the adding of the other code; what it was called before is gone from between.
    expect(await undo(app, line)).toEqual({ state: 'done', skipped: [] })
    expect((await codes()).join()).not.toContain('Wrenford')
    // One that is taken before the background has come to it.
    const from = { name: 'About Wrenford', description: 'Mr Wrenford' }
    const step = { do: 'change code', codeId, from, to: { name: 'About the banker', description: 'him' } }
    await sql`
      insert into coding_log (workspace_id, study_id, user_id, steps)
      values (${workspaceId}, ${studyId}, ${owner.userId}, ${JSON.stringify([step])}::jsonb)`.execute(app.pg)
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
})
