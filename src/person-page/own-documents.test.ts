import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { bringDocument, joinStudy, sampleFile } from '../../test/documents.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { ownPathOf, visitor } from '../../test/own-page.ts'
import { openStudy } from '../../test/spoken-study.ts'

let app: TestApp
let ann: TestMember
let visit: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await openTestApp()
  ann = await openWorkspace(app)
  visit = visitor(app)
})

test('a participant sees the photos that are theirs, whatever they permit to others, and nobody else’s', async () => {
  const { studyId } = await openStudy(app, ann, { basis: 'consent' })
  const join = () =>
    joinStudy(app, ann, { studyId, agreed: ['recording', 'conversation_analysis', 'quoting'] })
  const mette = await join()
  const { documentId } = await bringDocument(app, ann, {
    studyId,
    name: 'shelf.jpg',
    bytes: sampleFile('shelf.jpg'),
    participantId: mette,
  })
  const home = await ownPathOf(app, { by: ann, participantId: mette })
  const file = `${home}/documents/${documentId}`
  const page = await visit.open(home)
  expect(page.text).toContain(`<img src="${file}" alt="Photo of 5 January 2026"`)
  const photo = await visit.open(file)
  expect(photo.headers.get('content-type')).toBe('image/jpeg')
  expect(photo.headers.get('cache-control')).toBe('no-store')
  await visit.send(`${home}/uses/all`, { answer: 'no' })
  expect((await visit.open(file)).status).toBe(200)
  const sofie = await ownPathOf(app, { by: ann, participantId: await join() })
  expect((await visit.open(sofie)).text).not.toContain('<img')
  expect((await visit.open(`${sofie}/documents/${documentId}`)).status).toBe(404)
})
