import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { passageOf } from '../../test/spoken-study.ts'
import { markPassages } from '../coding/index.ts'

const { here, base, settle, bring, acceptAll, restore, list, textOf } = studyWithNames()

/** Not composed: the mark is a letter of its own, as some programs save it. */
const decomposed = 'Desirée'.normalize('NFD')

const talk = `Interviewer: Who helped you?
Astrid Nørgaard: It was Gunhild. Gunhilds bror said, and I quote him, ask van der
Interviewer: Berg, you mean? Marjolein van der Berg?
Astrid Nørgaard: Yes, Marjolein van der Berg. And GUNHILD. We met in the Gunhildfonden, with gunhild again.
Interviewer: And ${decomposed}?
Astrid Nørgaard: Desirée was there, with Mr Ask. Ask him yourself. DESIRÉE was late, and ${decomposed}s wife came.`

const secrets = ['gunhild', 'desirée', 'marjolein', 'van der berg', 'nørgaard', 'astrid']

/** Everything the database holds as text, by table: what names somebody, but for what is sealed or is kept to find people by. */
async function leaking(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    here().app.pg,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
      here().app.pg,
    )
    for (const { row } of rows)
      for (const secret of secrets)
        if (row.normalize().toLowerCase().includes(secret))
          found.push(`${name}: ${secret}: ${row.slice(0, 200)}`)
  }
  return found
}

test('hard names are in no table any more once they are replaced, and come back letter by letter', async () => {
  const { app, ask, owner, studyId } = here()
  const { workspaceId, actor } = owner
  await app.pg.updateTable('studies').set({ language: 'da' }).where('id', '=', studyId).execute()
  const interview = await bring({ talk, title: 'Gunhilds samtale' })
  const before = await textOf(interview.interviewId)
  await bring({
    talk: 'Interviewer: Who?\nGuest: I saw the Gunhildfonden, and gunhild herself.',
    title: 'Later',
  })
  const { codeIds, highlightIds } = await markPassages(app, {
    ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [] },
    passages: [passageOf(interview, 'Gunhilds bror said')],
    newCode: { name: 'Gunhilds bror', description: 'What Desirée means', colour: 'teal', origin: 'in vivo' },
  })
  await ask('PUT', `/api/w/${workspaceId}/highlights/${highlightIds[0]}/note`, {
    headers: owner.headers,
    body: { note: `Ask ${decomposed} and gunhild`, before: '' },
  })
  await ask('PATCH', `/api/w/${workspaceId}/codes/${codeIds[0]}`, {
    headers: owner.headers,
    body: { description: 'What GUNHILD and Marjolein van der Berg mean', example: 'Gunhildfonden' },
  })
  await ask('POST', `/api/w/${workspaceId}/memos`, {
    headers: owner.headers,
    body: { about: { kind: 'study', id: studyId }, text: 'Marjolein van der Berg, or gunhild?' },
  })
  await sql`
    insert into documents (workspace_id, study_id, kind, name, media, size, fingerprint)
    values (${workspaceId}, ${studyId}, 'pdf', 'brev_Gunhild.pdf', 'application/pdf', 1, ${randomUUID()})`.execute(
    app.pg,
  )
  await settle()
  expect((await leaking()).length).toBeGreaterThan(10)
  await acceptAll()
  await settle()
  expect(await leaking()).toEqual([])
  for (const { pseudonym } of await list('accepted')) await restore(pseudonym)
  await settle()
  expect(await textOf(interview.interviewId)).toBe(before)
  expect(base()).toContain(studyId)
})
