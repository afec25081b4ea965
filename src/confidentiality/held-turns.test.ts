import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { waitsFor } from '../../test/beside.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { correctUtterance, readInterview } from '../conversations/index.ts'
import { repeatedTransactions } from '../platform/index.ts'
import { wireRooms } from '../server.ts'
import { catchUp } from './catch-up.ts'
import { addPseudonym, decide } from './decide.ts'
import { listPseudonyms } from './list.ts'

const app = await openTestApp()
let owner: TestMember

beforeAll(async () => {
  wireRooms(app)
  owner = await openWorkspace(app)
})

const said = ['tide', 'harbour', 'lantern', 'ferry', 'cellar', 'orchard', 'quarry', 'saddle']

test('whoever corrects a turn never waits for who waits for that turn', async () => {
  const { workspaceId, actor } = owner
  const { studyId } = await openStudy(app, owner)
  const talk = Array.from({ length: 20 }, (_, at) => `Ann: And then?\n\nBo: The tide was ${String(at)} feet.`)
  const { interviewId, utterances } = await bringTalk(app, owner, { studyId, talk: talk.join('\n\n') })
  while (await catchUp(app, { workspaceId, most: 5 }));
  const tides = utterances.filter(({ text }) => text.includes('tide'))
  const last = tides
    .map(({ utteranceId }) => utteranceId)
    .toSorted()
    .at(-1)
  const added = { text: 'tide', kind: 'other', pseudonym: '[thing]' } as const
  const { pseudonymId } = await addPseudonym(app, { workspaceId, studyId, actor, added })
  const listed = await listPseudonyms(app, {
    ...{ workspaceId, studyId, state: 'accepted' },
    ...{ words: 'shown', limit: 1, offset: 0 },
  })
  const version = listed[0]?.version ?? 0
  const before = repeatedTransactions()
  const { carried } = await app.pg.transaction().execute(async (tx) => {
    await sql`select from utterances where id = ${last} for update`.execute(tx)
    const carriedOut = decide(app, {
      ...{ workspaceId, studyId, actor },
      decisions: [{ pseudonymId, version, state: 'accepted', pseudonym: '[water]' }],
    })
    await waitsFor(app)
    // As a correction does once it holds its turn.
    await sql`update interviews set words = words where id = ${interviewId}`.execute(tx)
    return { carried: carriedOut }
  })
  await carried
  // None of the two was ended for the other's sake and begun again.
  expect(repeatedTransactions()).toBe(before)
  const after = await readInterview(app.pg, { workspaceId, interviewId })
  expect(after?.utterances.filter(({ text }) => text.includes('[water]'))).toHaveLength(tides.length)
}, 60_000)

test('several who correct turns while names are replaced, and read through by two at once, wait for each other and lose nothing', async () => {
  const { workspaceId, actor } = owner
  const { studyId } = await openStudy(app, owner)
  const talk = Array.from({ length: 60 }, (_, at) =>
    at % 2 === 0
      ? `Ann: How was it at number ${String(at)}?`
      : `Bo: The ${said.join(' and the ')} were fine at ${String(at)}.`,
  ).join('\n\n')
  const { interviewId, utterances } = await bringTalk(app, owner, { studyId, talk })
  while (await catchUp(app, { workspaceId, most: 5 }));
  const turns = utterances.filter(({ text }) => text.startsWith('The tide'))
  const correctOne = async (utteranceId: string) => {
    for (;;) {
      const now = (await readInterview(app.pg, { workspaceId, interviewId }))?.utterances.find(
        (turn) => turn.utteranceId === utteranceId,
      )
      if (!now) throw new Error('the turn is gone')
      try {
        await correctUtterance(app, { ...now, workspaceId, actor, text: `Erm, ${now.text}` })
        return
      } catch (error) {
        // Its words were replaced between reading and writing.
        if (!(error instanceof Error && 'id' in error && error.id === 'utterance-changed')) throw error
      }
    }
  }
  for (const [round, text] of said.entries()) {
    const added = { text, kind: 'other' as const, pseudonym: `[thing ${String(round)}]` }
    await Promise.all([
      addPseudonym(app, { workspaceId, studyId, actor, added }),
      catchUp(app, { workspaceId, studyId, most: 5 }),
      ...turns
        .filter((_, at) => at % said.length === round)
        .toReversed()
        .map(({ utteranceId }) => correctOne(utteranceId)),
    ])
  }
  while (await catchUp(app, { workspaceId, most: 5 }));
  const after = await readInterview(app.pg, { workspaceId, interviewId })
  const texts = after?.utterances.filter(({ text }) => text.includes('were fine')).map(({ text }) => text)
  expect(texts?.map((text) => text.replace(/ at \d+\.$/u, ''))).toEqual(
    turns.map(() => `Erm, The ${said.map((_, at) => `[thing ${String(at)}]`).join(' and the ')} were fine`),
  )
}, 120_000)
