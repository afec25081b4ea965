import { describe, expect, test } from 'vitest'
import { allBytes, fileOf } from '../../../test/refi.ts'
import { sayOfStudy } from '../../../test/spoken-study.ts'
import { listInterviews, readInterview } from '../../conversations/index.ts'
import { exportProject } from './export-project.ts'
import { countInExports, eraseFromExports } from './exported-people.ts'
import { importProject } from './import-project.ts'
import { findImport } from './imports.ts'
import { at, project, studyToBringInto } from './testing-imports.ts'
import { guid, qde } from './testing-projects.ts'

const { here, bring, marked } = studyToBringInto()

describe('what cannot be kept is left out and said', () => {
  test('codings of codes nobody knows, empty places, places beyond the text, sources that are missing', async () => {
    const selections = [
      at('price was high'),
      { ...at('spring'), code: guid(77) },
      { start: 5, end: 5 },
      { start: 90_000, end: 90_010 },
      { start: -4, end: 3 },
      { ...at('Mette:') },
    ]
    const missing = `<TextSource guid="${guid(12)}" name="Gone" plainTextPath="internal://gone.txt"/><PictureSource guid="${guid(13)}" path="internal://p.jpg"/><TextSource guid="${guid(14)}" plainTextPath="absolute://C:/secret.txt"/>`
    const whole = qde({ selections }).replace('</Sources>', `${missing}</Sources>`)
    const { report, counts } = await bring(project(whole))
    expect(await marked()).toEqual(['price was high = Price'])
    expect(counts).toMatchObject({ interviews: 1, passages: 1 })
    expect(report).toMatchObject({
      'coding-without-code': 1,
      'passage-empty': 1,
      'passage-without-place': 3,
      'source-missing': 1,
      'path-outside': 1,
      'source-not-text': 1,
    })
  })

  test('a text that was there before has no withdrawn words marked', async () => {
    await bring(project(qde({ selections: [at('price was high')] })))
    const { app, workspaceId, studyId } = here()
    const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 1 })
    const interview = await readInterview(app.pg, { workspaceId, interviewId: items[0]?.interviewId ?? '' })
    const personNo = interview?.speakers.find(({ role }) => role === 'participant')?.personNo
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const { report, counts } = await bring(project(qde({ selections: [at('for me'), at('Why was that')] })))
    expect(report).toMatchObject({ 'passage-withheld': 1, 'source-known': 1 })
    expect(counts.passages).toBe(1)
  })

  test('a conversation taken out before somebody in it was erased does not come back', async () => {
    await bring(project(qde({ selections: [at('price was high')] })))
    const { app, workspaceId, studyId, actor } = here()
    const taken = await allBytes(await exportProject(app, { workspaceId, studyId, actor }))
    const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 1 })
    const interview = await readInterview(app.pg, { workspaceId, interviewId: items[0]?.interviewId ?? '' })
    const personNo = interview?.speakers.find(({ role }) => role === 'participant')?.personNo ?? 0
    const person = { workspaceId, personNo, personId: '' }
    expect(await countInExports(app, person)).toBe(2)
    await eraseFromExports(app, person)
    expect(await countInExports(app, person)).toBe(0)
    await app.pg.deleteFrom('interviews').where('study_id', '=', studyId).execute()
    const { importId } = await importProject(app, {
      workspaceId,
      actor,
      file: fileOf(taken),
      study: { studyId },
      codebook: 'study',
      titles: 'numbered',
      agreements: [],
    })
    const { report, counts } = await findImport(app.pg, { workspaceId, importId })
    expect(report.map(({ what }) => what)).toContain('source-erased')
    expect(counts.interviews).toBe(0)
  })
})

test('what is written about a case that took part in nothing is left out, and the report says so', async () => {
  const cases = `<Case guid="${guid(50)}" name="P"><Description>Asks back</Description></Case>`
  expect((await bring(project(qde({ cases })))).report).toMatchObject({ notes: 1 })
})
