import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { joinWorkspace } from '../../../test/members.ts'
import { listInterviews, readInterview } from '../../conversations/index.ts'
import { markPassages } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { studyToBringInto } from './testing-imports.ts'
import { guid, qde } from './testing-projects.ts'

const passages = 4500
const { here, bring, codes } = studyToBringInto()

test('an import of thousands of passages is taken back and done again as one, but for what a colleague uses', async () => {
  const before = 'Mette: '.length
  const selections = Array.from({ length: passages }, (_, at) => ({
    start: before + 2 * at,
    end: before + 2 * at + 1,
    guid: guid(1_000_000 + at),
    inside: `<Coding guid="${guid(2_000_000 + at)}"><CodeRef targetGUID="${guid(1)}"/></Coding>`,
  }))
  const { counts } = await bring({
    'project.qde': qde({ selections }),
    [`sources/${guid(10)}.txt`]: `Mette: ${'a '.repeat(passages)}`,
  })
  expect(counts.passages).toBe(passages)
  const { app, workspaceId, studyId, actor } = here()
  const given = async () => {
    const { rows } = await sql<{ marked: number; coded: number }>`
      select count(distinct h.id)::int as marked, count(hc.code_id)::int as coded from highlights h
      left join highlight_codes hc on hc.highlight_id = h.id where h.study_id = ${studyId} and h.removed_at is null`.execute(
      app.pg,
    )
    return rows[0]
  }
  const {
    items: [listed],
  } = await listInterviews(app.pg, { workspaceId, studyId, limit: 1 })
  const interview = await readInterview(app.pg, { workspaceId, interviewId: listed?.interviewId ?? '' })
  const [turn] = interview?.utterances ?? []
  if (!interview || !turn) throw new Error('not brought in')
  const ben = await joinWorkspace(app, { workspaceId, role: 'researcher' })
  const service = (await codes()).find(({ name }) => name === 'Service')?.codeId ?? ''
  await markPassages(app, {
    workspaceId,
    actor: ben.actor,
    interviewId: interview.interviewId,
    passages: [{ utteranceId: turn.utteranceId, start: 5000, end: 5001, version: turn.version }],
    codeIds: [service],
  })
  expect(await given()).toEqual({ marked: passages, coded: passages + 1 })
  const line = { workspaceId, studyId, actor }
  expect(await undo(app, line)).toEqual({ state: 'done', skipped: ['in use'] })
  expect(await given()).toEqual({ marked: 1, coded: 1 })
  expect(await redo(app, line)).toEqual({ state: 'done', skipped: [] })
  expect(await given()).toEqual({ marked: passages, coded: passages + 1 })
})
