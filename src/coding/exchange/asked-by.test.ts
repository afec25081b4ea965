import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { allBytes, fileOf } from '../../../test/refi.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { exportProject } from './export-project.ts'
import { importProject } from './import-project.ts'

let app: TestApp
let ann: TestMember
beforeAll(async () => {
  app = await openTestApp()
  ann = await openWorkspace(app)
})

const askers = async ({ workspaceId }: TestMember) =>
  app.pg
    .selectFrom('interviews')
    .select(['title', 'interviewer_name as name', 'interviewer_id as memberId'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('title')
    .execute()

test('who asked goes out with our own project and comes in with it: the member of that name, else by name', async () => {
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann)
  const asked = { 'By a member': 'Owner', 'By an agency': 'Freja Frit', 'By nobody': null }
  for (const [title, name] of Object.entries(asked)) {
    const { interviewId } = await bringTalk(app, ann, { studyId, title, talk: `Mette: ${title}.` })
    await app.pg
      .updateTable('interviews')
      .set({ interviewer_name: name })
      .where('id', '=', interviewId)
      .execute()
  }
  const bytes = await allBytes(await exportProject(app, { workspaceId, studyId, actor }))
  const cleo = await openWorkspace(app, { name: 'Another' })
  const there = await openStudy(app, cleo)
  await importProject(app, {
    workspaceId: cleo.workspaceId,
    actor: cleo.actor,
    file: fileOf(bytes),
    study: there,
    codebook: 'study',
    titles: 'numbered',
    agreements: [],
  })
  const owner = await app.pg
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', cleo.workspaceId)
    .executeTakeFirstOrThrow()
  expect(await askers(cleo)).toEqual([
    { title: 'By a member', name: null, memberId: owner.id },
    { title: 'By an agency', name: 'Freja Frit', memberId: null },
    { title: 'By nobody', name: null, memberId: null },
  ])
})
