import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bringDocument, joinStudy, sampleFile } from '../../../test/documents.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { conversationHoldings } from '../holdings.ts'
import { recordAgreements } from '../participants.ts'
import { findDocument, listDocuments, readDocument, removeDocument } from './documents.ts'

let app: TestApp
let ann: TestMember
let studyId: string

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann, { basis: 'consent' })).studyId
})

const all = ['recording', 'conversation_analysis', 'quoting'] as const
const join = (agreed: readonly (typeof all)[number][] = all) => joinStudy(app, ann, { studyId, agreed })
const bring = (name: Parameters<typeof sampleFile>[0], participantId: string | null = null) =>
  bringDocument(app, ann, { studyId, name, bytes: sampleFile(name), participantId })
const list = () => listDocuments(app.pg, { workspaceId: ann.workspaceId, studyId })
const takeBack = (participantId: string, agreement: (typeof all)[number]) =>
  recordAgreements(app, {
    workspaceId: ann.workspaceId,
    participantId,
    agreements: [{ agreement, given: false, channel: 'by hand' }],
    actor: ann.actor,
  })

async function personOf(participantId: string) {
  const row = await app.pg
    .selectFrom('participants')
    .innerJoin('people', 'people.no', 'participants.person_no')
    .select(['people.id', 'people.no'])
    .where('participants.id', '=', participantId)
    .executeTakeFirstOrThrow()
  return { workspaceId: ann.workspaceId, personId: row.id, personNo: row.no }
}

describe('a photo', () => {
  test('of somebody who agreed is kept without its place, and the upload is forgotten', async () => {
    const kept = await bring('shelf.jpg', await join())
    expect(kept).toMatchObject({ state: 'kept', placeRemoved: true })
    const { documents } = await list()
    expect(documents).toMatchObject([
      { kind: 'photo', pages: 1, placeRemoved: true, happenedOn: '2026-01-05' },
    ])
    const { bytes, document } = await readDocument(app.pg, { workspaceId: ann.workspaceId, ...kept })
    expect(bytes.length).toBe(document.size)
    expect(bytes.toString('latin1')).not.toMatch(/GPS|Hans Nielsens/u)
    expect(
      await app.pg.selectFrom('uploads').selectAll().where('workspace_id', '=', ann.workspaceId).execute(),
    ).toEqual([])
  })

  test('is refused without somebody, and of somebody who has not agreed; nothing of it stays', async () => {
    await expect(bring('shelf.jpg')).rejects.toMatchObject({ id: 'photo-nobody', status: 422 })
    const shy = await join(['conversation_analysis', 'quoting'])
    await expect(bring('shelf.jpg', shy)).rejects.toMatchObject({ id: 'photo-not-agreed', status: 409 })
    const other = await openWorkspace(app)
    const theirs = await joinStudy(app, other, {
      studyId: (await openStudy(app, other)).studyId,
      agreed: all,
    })
    await expect(bring('shelf.jpg', theirs)).rejects.toMatchObject({ status: 404 })
    expect(await list()).toEqual({ documents: [], withheld: 0 })
    expect(
      await app.pg.selectFrom('documents').selectAll().where('study_id', '=', studyId).execute(),
    ).toEqual([])
  })

  test.each(['recording', 'conversation_analysis'] as const)(
    'is gone at the next look when %s is taken back, and only counted',
    async (agreement) => {
      const { workspaceId } = ann
      const mette = await join()
      const { documentId } = await bring('shelf.jpg', mette)
      const { documentId: kept } = await bring('shelf.png', await join())
      await takeBack(mette, agreement)
      const { documents, withheld } = await list()
      expect([documents.map((one) => one.documentId), withheld]).toEqual([[kept], 1])
      await expect(findDocument(app.pg, { workspaceId, documentId })).rejects.toMatchObject({ status: 404 })
      await expect(readDocument(app.pg, { workspaceId, documentId })).rejects.toMatchObject({ status: 404 })
    },
  )

  test('goes to its person with their data, and is erased with them', async () => {
    const mette = await join()
    await bring('shelf.jpg', mette)
    const person = await personOf(mette)
    const { documents } = (await conversationHoldings.exportPerson(app, person)) as {
      documents: { name: string; file: string }[]
    }
    expect(documents.map(({ name }) => name)).toEqual(['shelf.jpg'])
    expect(Buffer.from(documents[0]?.file ?? '', 'base64').subarray(0, 3)).toEqual(
      Buffer.of(0xff, 0xd8, 0xff),
    )
    const before = await conversationHoldings.countPerson(app, person)
    await conversationHoldings.erasePerson(app, person)
    expect(before).toBeGreaterThan(1)
    expect(await conversationHoldings.countPerson(app, person)).toBe(0)
    expect(await list()).toEqual({ documents: [], withheld: 0 })
  })
})

describe('a PDF', () => {
  test('is kept as it is, with its pages, for nobody or for somebody', async () => {
    const { workspaceId } = ann
    const { documentId } = await bring('en-two-columns.pdf')
    const { bytes } = await readDocument(app.pg, { workspaceId, documentId })
    expect(bytes.equals(sampleFile('en-two-columns.pdf'))).toBe(true)
    expect((await list()).documents[0]).toMatchObject({ kind: 'pdf', media: 'application/pdf', who: null })
    expect((await list()).documents[0]?.pages).toBeGreaterThan(0)
    expect(await bring('en-two-columns.pdf')).toEqual({ documentId, state: 'known', placeRemoved: false })
  })

  test('a diary needs its writer’s yes to analysing, not to recording', async () => {
    const mette = await join(['conversation_analysis'])
    await bring('en-two-columns.pdf', mette)
    expect((await list()).documents).toHaveLength(1)
    await takeBack(mette, 'conversation_analysis')
    expect(await list()).toEqual({ documents: [], withheld: 1 })
  })

  test.each([
    ['pdf-unreadable', Buffer.from('%PDF-1.7 and nothing more')],
    ['document-kind', Buffer.from('just words')],
    ['photo-heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
  ])('what cannot be shown is told: %s', async (id, bytes) => {
    const asked = { studyId, name: 'a file', bytes, participantId: await join() }
    await expect(bringDocument(app, ann, asked)).rejects.toMatchObject({ id, status: 422 })
  })

  test('is taken out for good', async () => {
    const { workspaceId, actor } = ann
    const { documentId } = await bring('en-two-columns.pdf')
    await removeDocument(app, { workspaceId, documentId, actor })
    await expect(findDocument(app.pg, { workspaceId, documentId })).rejects.toMatchObject({ status: 404 })
    await expect(removeDocument(app, { workspaceId, documentId, actor })).rejects.toMatchObject({
      status: 404,
    })
  })
})
