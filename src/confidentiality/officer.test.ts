import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { joinWorkspace } from '../../test/members.ts'
import { reason, studyWithNames } from '../../test/named-study.ts'

const { here, base, bring, list, decide, acceptAll, textOf, restore } = studyWithNames()

describe('the privacy officer', () => {
  test('alone sees what stood there, with a reason that is written down', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const [one] = await list('accepted')
    const path = `${base()}/pseudonyms/${one?.pseudonymId}/reveal`
    const shown = await here().ask('POST', path, { headers: here().officer.headers, body: reason })
    expect(await shown.json()).toMatchObject({
      original: 'Gregory',
      examples: [{ text: 'Gregory', before: 'It was ' }, { text: 'Gregory' }, { text: 'Gregory' }],
    })
    const key = await here().ask('POST', `${base()}/pseudonyms/key`, {
      headers: here().officer.headers,
      body: reason,
    })
    expect(await key.json()).toEqual({ csv: expect.stringContaining('name,Theodore,Gregory,3,1') })
    for (const role of ['owner', 'researcher', 'marketer', 'viewer'] as const) {
      const { headers } = await joinWorkspace(here().app, { workspaceId: here().owner.workspaceId, role })
      for (const refused of [path, `${base()}/pseudonyms/key`])
        expect((await here().ask('POST', refused, { headers, body: reason })).status, role).toBe(403)
    }
    expect(
      (await here().ask('POST', path, { headers: here().officer.headers, body: { reason: '' } })).status,
    ).toBe(400)
    const { rows } = await sql<{ action: string; detail: object }>`
      select action, detail from audit where workspace_id = ${here().owner.workspaceId} and action like 'pseudonyms.%' order by id`.execute(
      here().app.pg,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'pseudonyms.decided',
      'pseudonyms.revealed',
      'pseudonyms.key-taken',
    ])
    expect(rows[1]?.detail).toEqual(reason)
    expect(JSON.stringify(rows)).not.toContain('Gregory')
  })

  test('is asked by those who decided: nobody else puts back what is replaced', async () => {
    await bring()
    await decide('Gregory')
    const [one] = await list('accepted')
    const decisions = [{ pseudonymId: one?.pseudonymId, version: one?.version, state: 'refused' }]
    const answer = await here().ask('POST', `${base()}/pseudonyms/decisions`, {
      headers: here().owner.headers,
      body: { decisions },
    })
    expect(await answer.json()).toMatchObject({ id: 'pseudonym-stands', status: 409 })
  })

  test('sees no words of anybody but by revealing', async () => {
    await bring()
    await decide('Gregory')
    expect(
      (await list('accepted', here().officer)).every(
        ({ original, example }) => original === null && example === null,
      ),
    ).toBe(true)
    const proposed = await here().ask('GET', `${base()}/pseudonyms?state=proposed`, {
      headers: here().officer.headers,
    })
    expect(proposed.status).toBe(403)
  })

  test('all that was replaced comes back letter by letter', async () => {
    const { interviewId } = await bring()
    const before = await textOf(interviewId)
    await acceptAll()
    const between = await textOf(interviewId)
    for (const name of ['Gregory', 'Annabel', 'Melbourne', '7946', 'miller.example'])
      expect(between).not.toContain(name)
    for (const { pseudonym } of await list('accepted')) await restore(pseudonym)
    expect(await textOf(interviewId)).toBe(before)
  })
})

test('the database alone tells nobody’s name once it is replaced', async () => {
  await bring()
  await acceptAll()
  const { rows } = await sql<{ row: string }>`
    select n::text as row from pseudonyms n where workspace_id = ${here().owner.workspaceId}
    union all select p::text from pseudonym_places p where workspace_id = ${here().owner.workspaceId}
    union all select u::text from utterances u where workspace_id = ${here().owner.workspaceId}
    union all select s::text from speakers s where workspace_id = ${here().owner.workspaceId}
    union all select i::text from interviews i where workspace_id = ${here().owner.workspaceId}`.execute(
    here().app.pg,
  )
  expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/gregory|annabel|sarah|miller|melbourne/i)
})
