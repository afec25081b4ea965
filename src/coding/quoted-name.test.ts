import { expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { bringTalk, openStudy, passageOf } from '../../test/spoken-study.ts'
import { recordAgreements } from '../conversations/index.ts'
import { studyReport } from './exchange/study-report.ts'
import { markPassages } from './highlights.ts'
import { quotesOf } from './quotes.ts'

test('who wants to be quoted without a name is, on pages and in reports, until they say otherwise', async () => {
  const app = await openTestApp()
  const ann = await openWorkspace(app)
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann)
  const interview = await bringTalk(app, ann, {
    studyId,
    talk: 'Interviewer: When?\nMette: In spring. The app was slow.',
  })
  const { interviewId } = interview
  const newCode = { name: 'Slow', description: '', colour: 'teal' as const }
  const passages = [passageOf(interview, 'The app was slow')]
  const { codeIds } = await markPassages(app, {
    workspaceId,
    actor,
    interviewId,
    passages,
    codeIds: [],
    newCode,
  })
  const participantId = interview.speakers[1]?.participantId ?? ''
  const named = async () => {
    const { quotes } = await quotesOf(app, { workspaceId, codeId: codeIds[0] ?? '' })
    const report = JSON.stringify(await studyReport(app, { workspaceId, studyId }))
    return [quotes[0]?.who, report.includes('The app was slow'), /"who":""/.test(report)]
  }
  const [pseudonym] = await named()
  expect(pseudonym).toMatch(/\w/)
  const say = (manner: 'anonymous' | 'pseudonym') =>
    recordAgreements(app, {
      workspaceId,
      participantId,
      actor,
      agreements: [{ agreement: 'quoting', given: true, manner, channel: 'by hand' }],
    })
  await say('anonymous')
  expect(await named()).toEqual(['', true, true])
  await say('pseudonym')
  expect(await named()).toEqual([pseudonym, true, false])
})
