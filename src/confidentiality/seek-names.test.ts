import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { bringTalk } from '../../test/spoken-study.ts'
import { takeTurn } from './catch-up.ts'

const { here, found } = studyWithNames()

test('a name is looked for in what was read before once its study is quiet, not again for each conversation that is brought in', async () => {
  const { app, owner, studyId } = here()
  const { workspaceId } = owner
  const { signal } = new AbortController()
  await bringTalk(app, owner, { studyId, talk: 'Interviewer: Who?\nGuest: Wrenford told me about it.' })
  expect(await takeTurn(app, { workspaceId }, signal)).toBe('done')
  await bringTalk(app, owner, { studyId, talk: 'Interviewer: Who?\nGuest: It was Mr Wrenford, the banker.' })
  expect(await takeTurn(app, { workspaceId }, signal)).toBe('later')
  expect(await found('Wrenford')).toMatchObject({ interviews: 1 })
  await sql`update pseudonym_readings set read_at = read_at - interval '6 seconds' where study_id = ${studyId}`.execute(
    app.pg,
  )
  expect(await takeTurn(app, { workspaceId }, signal)).toBe('done')
  expect(await found('Wrenford')).toMatchObject({ interviews: 2 })
})
