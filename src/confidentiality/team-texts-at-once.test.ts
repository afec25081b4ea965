import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { lockCoding } from '../coding/index.ts'
import { catchUp } from './catch-up.ts'

const { here, settle, bring, writeMemo, makeCode, codes, decide, found } = studyWithNames()

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
        await writeMemo(`${name} met Gregory at ${at}.`)
        await makeCode({ name: `Code ${at}`, description: `What ${name} told Gregory` })
        await writeMemo(`Again: ${name}`, { kind: 'interview', id: interview.interviewId })
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
