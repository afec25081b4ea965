import { expect, test, vi } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { wordsRoom } from './room.ts'

test('words are counted after an interview was brought in, before anybody reads', async () => {
  const app = await openTestApp()
  wordsRoom.wire?.(app)
  await app.jobs.start()
  const ann = await openWorkspace(app)
  const { studyId } = await openStudy(app, ann, { title: 'Queues' })
  await bringTalk(app, ann, {
    studyId,
    talk: 'Interviewer: And then?\nQ1: I waited in the queue.\nQ2: So did I.',
  })
  const due = () =>
    app.pg
      .selectFrom('words_due')
      .select('interview_id')
      .where('workspace_id', '=', ann.workspaceId)
      .execute()
  expect((await due()).length).toBeGreaterThan(0)
  await app.outbox.drain()
  await vi.waitFor(async () => expect(await due()).toEqual([]), { timeout: 20_000, interval: 200 })
}, 40_000)
