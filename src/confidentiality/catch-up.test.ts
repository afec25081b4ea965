import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { studyWithNames, talk } from '../../test/named-study.ts'
import { bringTalk } from '../../test/spoken-study.ts'
import { catchUp, takeTurn } from './catch-up.ts'

const { here, settle, writeMemo, list } = studyWithNames()

const proposed = async () => (await list('proposed')).map(({ original }) => original)

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
    await writeMemo('I met Rosalind in the lift.')
    await sql`insert into team_texts_due (workspace_id, source, source_id) values (${owner.workspaceId}, 'of no kind', gen_random_uuid())`.execute(
      app.pg,
    )
    await writeMemo('I met Humphrey too.')
    await settle()
    expect(new Set(await proposed())).toEqual(new Set(['Rosalind', 'Humphrey']))
    expect(await due()).toEqual(['ZodError'])
    await writeMemo('I met Beatrice last.')
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
