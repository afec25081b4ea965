import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bringDocument, sampleFile } from '../../../test/documents.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { agreeToSound, bringRecording, sayOfRecording } from '../../../test/recordings.ts'
import { allBytes, archiveOf, checkRefi, fileOf, filesIn } from '../../../test/refi.ts'
import { wavOf } from '../../../test/sound.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { linkParticipant } from '../../conversations/participants.ts'
import { findDocument, listDocuments, type Agreement, type InterviewText } from '../../conversations/index.ts'
import { createPeople } from '../../people/index.ts'
import { wireRooms } from '../../server.ts'
import { createCode, listCodes } from '../codes.ts'
import { redo, undo } from '../history.ts'
import { listMemos } from '../memos/memo-list.ts'
import { writeMemo } from '../memos/memos.ts'
import { listRegions, markRegion, unmarkRegion } from '../regions/regions.ts'
import { listStretches, markStretch, unmarkStretch } from '../stretches/stretches.ts'
import { takeMedia } from './export-media.ts'
import { exportProject } from './export-project.ts'
import { importProject } from './import-project.ts'
import { findImport } from './imports.ts'
import { readPlace, writtenPlace } from './media-places.ts'
import { guid, qde } from './testing-projects.ts'

let app: TestApp
let ann: TestMember
let ben: TestMember
let studyId: string
let interview: InterviewText
let codeId: string
let photo: string
let diary: string
let recordingId: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  await app.jobs.start()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await openWorkspace(app, { name: 'Another' })
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk: 'Interviewer: And?\nMette: It is full of things.' })
  await agreeToSound(app, ann, interview)
  const participantId = mette().participantId
  const given = { studyId, participantId }
  photo = (await bringDocument(app, ann, { ...given, name: 'shelf.jpg', bytes: sampleFile('shelf.jpg') }))
    .documentId
  const bytes = sampleFile('en-two-columns.pdf')
  diary = (await bringDocument(app, ann, { ...given, name: 'diary.pdf', bytes })).documentId
  const { interviewId } = interview
  recordingId = await bringRecording(app, ann, { studyId, bytes: wavOf(20), interviewId })
  const code = { name: 'Order', description: '', colour: 'teal' as const }
  codeId = (await createCode(app, { ...at(ann), studyId: null, code })).codeId
  for (const [documentId, page] of [
    [photo, 1],
    [diary, 2],
  ] as const)
    await markRegion(app, { ...at(ann), documentId, place: { ...place, page }, codeIds: [codeId] })
  await markStretch(app, { ...at(ann), recordingId, moments, codeIds: [codeId] })
})

const at = ({ workspaceId, actor }: TestMember) => ({ workspaceId, actor })
const place = { left: 1 / 3, top: 0.123456, width: 0.2, height: 1 / 7 }
const moments = { startMs: 4000, endMs: 9000 }
function mette() {
  const found = interview.speakers.find(({ role }) => role === 'participant')
  if (!found) throw new Error('nobody answers')
  return found
}

async function takeOut(member: TestMember, study: string): Promise<Buffer> {
  const bytes = await allBytes(await exportProject(app, { ...at(member), studyId: study }))
  checkRefi(filesIn(bytes)['project.qde'] ?? '', 'project')
  return bytes
}

async function bringIn(member: TestMember, study: string, bytes: Uint8Array, agreed: readonly Agreement[]) {
  const { importId } = await importProject(app, {
    ...at(member),
    file: fileOf(bytes),
    study: { studyId: study },
    codebook: 'study',
    titles: 'numbered',
    agreements: agreed.map((agreement) => ({ agreement, given: true, channel: 'by hand' })),
  })
  return findImport(app.pg, { workspaceId: member.workspaceId, importId })
}

/** Names of documents, whose they are told by a mark, with their places and the names of their codes. */
async function placesOf({ workspaceId }: TestMember, study: string): Promise<string[]> {
  const names = new Map((await listCodes(app.pg, { workspaceId })).map((one) => [one.codeId, one.name]))
  const { documents } = await listDocuments(app.pg, { workspaceId, studyId: study })
  const lines: string[] = []
  for (const { documentId, name, who, happenedOn, size } of documents)
    for (const one of (await listRegions(app.pg, { workspaceId, documentId })).regions)
      lines.push(
        [
          name,
          who === null ? 'nobody' : 'somebody',
          happenedOn,
          size,
          one.page,
          one.left,
          one.top,
          one.width,
          one.height,
          one.codeIds.map((id) => names.get(id)).join(' + '),
        ].join(' '),
      )
  return lines.toSorted()
}

async function participantsIn(study: string): Promise<number> {
  return (await app.pg.selectFrom('participants').select('id').where('study_id', '=', study).execute()).length
}

const reported = ({ report }: Awaited<ReturnType<typeof bringIn>>) =>
  Object.fromEntries(report.map(({ what, count }) => [what, count]))

describe('places on photos and pages', () => {
  test('go out valid with their files, and in elsewhere exactly as they were, each with whose it is', async () => {
    const out = await takeOut(ann, studyId)
    expect(Object.keys(filesIn(out)).toSorted()).toEqual(
      [
        'project.qde',
        ...[`${interview.interviewId}.txt`, `${photo}.jpg`, `${diary}.pdf`].map((name) => `sources/${name}`),
      ].toSorted(),
    )
    const theirs = (await openStudy(app, ben)).studyId
    const brought = await bringIn(ben, theirs, out, ['recording'])
    expect(brought.counts).toMatchObject({ interviews: 1, participants: 1, documents: 2, places: 2 })
    expect(reported(brought)).toEqual({ 'recording-absent': 1 })
    expect(await placesOf(ben, theirs)).toEqual(await placesOf(ann, studyId))
    expect(await placesOf(ben, theirs)).toHaveLength(2)
    const again = await takeOut(ben, theirs)
    const third = (await openStudy(app, ben, { title: 'Third' })).studyId
    await bringIn(ben, third, again, ['recording'])
    expect(await placesOf(ben, third)).toEqual(await placesOf(ann, studyId))
  })

  test('are nothing new where they came from, come back where they were taken off, and undo takes them off again', async () => {
    const out = await takeOut(ann, studyId)
    const before = await placesOf(ann, studyId)
    const { stretches } = await listStretches(app.pg, { ...at(ann), recordingId })
    expect((await bringIn(ann, studyId, out, [])).counts).toMatchObject({
      documents: 0,
      places: 0,
      codings: 0,
    })
    for (const documentId of [photo, diary])
      for (const { regionId } of (await listRegions(app.pg, { ...at(ann), documentId })).regions)
        await unmarkRegion(app, { ...at(ann), regionId })
    await unmarkStretch(app, { ...at(ann), stretchId: stretches[0]?.stretchId ?? '' })
    await app.pg.deleteFrom('coding_imports').where('workspace_id', '=', ann.workspaceId).execute()
    expect((await bringIn(ann, studyId, out, [])).counts).toMatchObject({ places: 3, codings: 3 })
    expect(await placesOf(ann, studyId)).toEqual(before)
    const heard = async () =>
      (await listStretches(app.pg, { ...at(ann), recordingId })).stretches.map(
        ({ startMs, endMs, codeIds }) => ({ startMs, endMs, codeIds }),
      )
    expect(await heard()).toEqual([{ ...moments, codeIds: [codeId] }])
    for (let step = 0; step < 3; step += 1) await undo(app, { ...at(ann), studyId })
    expect([...(await placesOf(ann, studyId)), ...(await heard())]).toEqual([])
    for (let step = 0; step < 3; step += 1) await redo(app, { ...at(ann), studyId })
    expect(await placesOf(ann, studyId)).toEqual(before)
    expect(await heard()).toHaveLength(1)
  })

  test('stay behind where nobody agreed to be recorded, and leave with nobody who took that back', async () => {
    const out = await takeOut(ann, studyId)
    const theirs = (await openStudy(app, ben)).studyId
    const brought = await bringIn(ben, theirs, out, [])
    expect(reported(brought)).toMatchObject({ 'document-not-agreed': 1, 'recording-absent': 1 })
    expect((await placesOf(ben, theirs)).map((line) => line.split(' ')[0])).toEqual(['diary.pdf'])
    await sayOfRecording(app, ann, { participantId: mette().participantId ?? '', given: false })
    const later = filesIn(await takeOut(ann, studyId))
    expect(Object.keys(later)).not.toContain(`sources/${photo}.jpg`)
    expect(later['project.qde']).not.toMatch(/PictureSource|AudioSource/u)
  })

  test('say whose they are before they leave, and a photo of somebody erased does not come back', async () => {
    const out = await takeOut(ann, studyId)
    const { rows } = await sql<{ ids: string[] }>`
      select array(select interview_id::text from exported_conversations where workspace_id = ${ann.workspaceId} and person_no = ${mette().personNo}) as ids`.execute(
      app.pg,
    )
    expect(rows[0]?.ids.toSorted()).toEqual([interview.interviewId, photo, diary, recordingId].toSorted())
    await sql`update exported_conversations set person_no = null where interview_id = ${photo}`.execute(
      app.pg,
    )
    await app.pg.deleteFrom('documents').where('id', '=', photo).execute()
    const brought = await bringIn(ann, studyId, out, ['recording'])
    expect(reported(brought)).toMatchObject({ 'source-erased': 1 })
    await expect(findDocument(app.pg, { ...at(ann), documentId: photo })).rejects.toMatchObject({
      status: 404,
    })
  })

  test.each(['as before', 'found in the data since'])(
    'of somebody who took recording back do not come back as a stranger’s: %s',
    async (who) => {
      const out = await takeOut(ann, studyId)
      const participantId = mette().participantId ?? ''
      await sayOfRecording(app, ann, { participantId, given: false })
      if (who !== 'as before') {
        const { workspaceId } = ann
        const found = await app.pg.transaction().execute((tx) => createPeople(tx, { workspaceId, count: 1 }))
        await linkParticipant(app, { ...at(ann), participantId, personId: found[0]?.personId ?? '' })
      }
      await app.pg.deleteFrom('documents').where('id', '=', photo).execute()
      const brought = await bringIn(ann, studyId, out, ['recording'])
      expect(reported(brought)).toMatchObject({ 'document-not-agreed': 1 })
      expect(brought.counts).toMatchObject({ documents: 0, participants: 0 })
      expect(await participantsIn(studyId)).toBe(1)
    },
  )

  test('that nobody agreed to bring nobody along, and somebody once they have', async () => {
    const source = guid(23)
    const bytes = archiveOf({
      'project.qde': qde({
        cases: `<Case guid="${guid(50)}" name="P1"><SourceRef targetGUID="${source}"/></Case>`,
        sources: `<PictureSource guid="${source}" name="street.jpg" path="internal://street.jpg"/>`,
      }),
      'sources/street.jpg': sampleFile('shelf.jpg'),
    })
    const theirs = (await openStudy(app, ben)).studyId
    const refused = await bringIn(ben, theirs, bytes, [])
    expect(reported(refused)).toMatchObject({ 'document-not-agreed': 1 })
    expect([refused.counts.participants, await participantsIn(theirs)]).toEqual([0, 0])
    await app.pg.deleteFrom('coding_imports').where('workspace_id', '=', ben.workspaceId).execute()
    const kept = await bringIn(ben, theirs, bytes, ['recording'])
    expect(kept.counts).toMatchObject({ participants: 1, documents: 1 })
    expect(await participantsIn(theirs)).toBe(1)
  })

  test('that go while the others leave stay behind, and the archive goes on', async () => {
    const participantId = mette().participantId ?? ''
    await bringRecording(app, ann, { studyId, bytes: wavOf(21), participantIds: [participantId] })
    const media = takeMedia(app, { ...at(ann), studyId, spent: { bytes: 0 } })
    expect((await media.next()).value?.media.guid).toBe(photo)
    await app.pg.deleteFrom('documents').where('id', '=', diary).execute()
    expect((await media.next()).value?.media.guid).toBe(recordingId)
    await sayOfRecording(app, ann, { participantId, given: false })
    expect(await media.next()).toEqual({ done: true, value: undefined })
  })

  test('of other programs are read in pixels and points, corners in any order, cut at the edge', async () => {
    const coding = `<Coding guid="${guid(300)}"><CodeRef targetGUID="${guid(1)}"/></Coding>`
    const bytes = archiveOf({
      'project.qde': qde({
        sources: `<PDFSource guid="${guid(20)}" name="leaflet.pdf" path="internal://leaflet.pdf">
<PDFSelection guid="${guid(21)}" page="0" firstX="0" firstY="9000" secondX="9000" secondY="0">${coding}</PDFSelection>
<PDFSelection guid="${guid(22)}" page="70" firstX="0" firstY="1" secondX="1" secondY="0">${coding}</PDFSelection></PDFSource>
<PictureSource guid="${guid(23)}" name="street.jpg" path="internal://street.jpg"><PictureSelection guid="${guid(24)}" firstX="1" firstY="1" secondX="2" secondY="2">${coding}</PictureSelection></PictureSource>`,
      }),
      'sources/leaflet.pdf': sampleFile('en-two-columns.pdf'),
      'sources/street.jpg': sampleFile('shelf.jpg'),
    })
    const theirs = (await openStudy(app, ben)).studyId
    const brought = await bringIn(ben, theirs, bytes, ['recording'])
    const [line = ''] = await placesOf(ben, theirs)
    expect(line).toMatch(/^leaflet\.pdf nobody {2}\d+ 1 0 0 1 1 Price$/u)
    expect(reported(brought)).toEqual({ 'place-outside': 1, 'document-not-agreed': 1, 'document-nobody': 1 })
  })
})

test('a place in whole pixels and points is where it was, to half of one', () => {
  const pages = [{ width: 600, height: 800 }]
  const given = { page: 1, left: 0.25, top: 0.1, width: 0.5, height: 0.2 }
  expect(writtenPlace(given, { kind: 'photo', pages })).toEqual({
    ...{ page: 0, firstX: 150, firstY: 80 },
    ...{ secondX: 450, secondY: 240 },
  })
  const written = writtenPlace(given, { kind: 'pdf', pages })
  expect(written).toEqual({ page: 0, firstX: 150, firstY: 720, secondX: 450, secondY: 560 })
  if (!written) return
  const read = readPlace(written, { kind: 'pdf', pages, guid: 'a', own: undefined })
  for (const side of ['left', 'top', 'width', 'height'] as const)
    expect(read?.[side]).toBeCloseTo(given[side], 9)
})

test('memos on a study and on a person go out with set and case, and come in again, once', async () => {
  const personId = mette().personId ?? ''
  await writeMemo(app, {
    ...at(ann),
    about: { kind: 'study', id: studyId },
    text: 'Too few from the country',
  })
  for (const text of ['Careful <& kind> 🙂', 'Asks back'])
    await writeMemo(app, { ...at(ann), about: { kind: 'person', id: personId }, text })
  const out = await takeOut(ann, studyId)
  const theirs = (await openStudy(app, ben)).studyId
  for (const _ of ['first', 'again']) {
    await app.pg.deleteFrom('coding_imports').where('workspace_id', '=', ben.workspaceId).execute()
    await bringIn(ben, theirs, out, ['recording'])
    const memos = await listMemos(app.pg, {
      workspaceId: ben.workspaceId,
      studyId: theirs,
      userId: ben.userId,
    })
    expect(memos.map(({ kind, text }) => `${kind}: ${text}`).toSorted()).toEqual([
      'person: Asks back',
      'person: Careful <& kind> 🙂',
      'study: Too few from the country',
    ])
  }
})

test('a memo on somebody who is another by now, and whose participant has not heard of it, is about that other', async () => {
  const personId = mette().personId ?? ''
  await writeMemo(app, { ...at(ann), about: { kind: 'person', id: personId }, text: 'Asks back' })
  const out = await takeOut(ann, studyId)
  await app.pg.deleteFrom('memos').where('workspace_id', '=', ann.workspaceId).execute()
  // Joined twice, and nobody was told of either yet.
  const chain = [personId]
  const { workspaceId } = ann
  const others = await app.pg.transaction().execute((tx) => createPeople(tx, { workspaceId, count: 2 }))
  for (const { personNo, personId: into } of others) {
    await sql`update people set merged_into = ${personNo} where id = ${chain.at(-1)}::uuid`.execute(app.pg)
    chain.push(into)
  }
  await app.pg.deleteFrom('coding_imports').where('workspace_id', '=', workspaceId).execute()
  await bringIn(ann, studyId, out, ['recording'])
  const { rows } = await sql`
    select p.id, m.text from memos m join people p on p.no = m.person_no where m.workspace_id = ${ann.workspaceId}`.execute(
    app.pg,
  )
  expect(rows).toEqual([{ id: chain.at(-1), text: 'Asks back' }])
})
