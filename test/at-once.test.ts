import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { changeCode } from '../src/coding/codes.ts'
import { listHighlights, removeHighlight, repairHighlight } from '../src/coding/highlights.ts'
import { undo } from '../src/coding/history.ts'
import { joinUtterances, splitUtterance } from '../src/coding/turn-edits.ts'
import { conversationRoom, correctUtterance, planSitting, readInterview } from '../src/conversations/index.ts'
import { removeInterview } from '../src/conversations/interviews.ts'
import { keepNotes } from '../src/conversations/sittings/keep-notes.ts'
import type { SentNote } from '../src/conversations/sittings/sitting-note.schema.ts'
import { changeRole } from '../src/workspace/members.ts'
import { beside, waitsFor } from './beside.ts'
import { joinWorkspace, type TestMember } from './members.ts'
import { asMember } from './own-page.ts'
import { bringTalk, passageOf } from './spoken-study.ts'
import { talkOfTwo } from './talk-of-two.ts'

const { app, here, by, inStudy, inTalk, read, turnOf, personOf, mark, replaceTide, names } = await talkOfTwo()

/** A turn whose id is higher than that of the one after it: it was cut off the one before. */
async function cutOff(): Promise<{ late: string; next: string }> {
  const { utteranceId, version, start } = passageOf(here().interview, 'Then it rained')
  const made = await splitUtterance(app, { ...by(), utteranceId, version, at: start, meant: undefined })
  await read()
  const { utteranceId: next } = turnOf('tide was low')
  expect(made.utteranceId > next).toBe(true)
  return { late: made.utteranceId, next }
}

const turn = (utteranceId: string) => sql`select from utterances where id = ${utteranceId} for no key update`
const counts = () => sql`update interviews set words = words where id = ${here().interview.interviewId}`
const countsOf = (words: string) =>
  sql`update speakers set words = words where id = ${turnOf(words).speakerId}`
const news = () => sql`
  insert into coding_changes (workspace_id) values (${here().owner.workspaceId})
  on conflict (workspace_id) do update set version = coding_changes.version + 1`
describe('nobody waits in a circle', () => {
  test('who corrects a turn, and who writes a note in the study', async () => {
    const { highlightIds } = await mark(['tide was high'])
    await beside(app, {
      first: names(),
      work: () => correctUtterance(app, { ...by(), ...turnOf('tide was high'), text: 'A tide was high.' }),
      second: sql`update highlights set note = 'mind this' where id = ${highlightIds[0]}`,
    })
    expect((await read()).utterances[0]?.text).toBe('A tide was high.')
  })

  test('who corrects a turn, and who reads another conversation of the study through', async () => {
    await beside(app, {
      first: names(),
      work: () => correctUtterance(app, { ...by(), ...turnOf('tide was high'), text: 'A tide was high.' }),
      second: news(),
    })
    expect((await read()).utterances[0]?.text).toBe('A tide was high.')
  })

  test('who has something replaced, and who corrects what another said in the conversation', async () => {
    const [first, second] = [turnOf('tide was high'), turnOf('tide was low')]
    expect(String(first.utteranceId) < String(second.utteranceId)).toBe(true)
    await beside(app, {
      first: countsOf('tide was low'),
      work: replaceTide,
      second: counts(),
    })
    expect((await read()).utterances.filter(({ text }) => text.includes('[water]'))).toHaveLength(2)
  })

  test('who has a word replaced that a code is called by, and who changes that code', async () => {
    const { codeIds } = await mark(['tide was high'])
    const inVivo = { name: 'tide was high', origin: 'in vivo' } as const
    await changeCode(app, { ...by(), codeId: codeIds[0] ?? '', change: inVivo })
    await beside(app, {
      first: sql`select pg_advisory_xact_lock(hashtextextended('coding:' || ${here().owner.workspaceId}, 0)),
        (select count(*) from (select from codes where id = ${codeIds[0]} for no key update) c)`,
      work: replaceTide,
      second: news(),
    })
    const { rows } = await sql<{ name: string }>`select name from codes where id = ${codeIds[0]}`.execute(
      app.pg,
    )
    expect(rows[0]?.name).toBe('[water] was high')
  })

  test('who puts two turns together, and who corrects another turn of the same speaker', async () => {
    const [before, second] = [turnOf('walked'), turnOf('slept')]
    await beside(app, {
      first: countsOf('walked'),
      work: () => joinUtterances(app, { ...by(), ...second, before }),
      second: news(),
    })
    expect((await read()).utterances.at(-1)?.text).toBe('We walked home. And slept.')
  })

  test('who puts a cut turn to the next, cuts it again or marks both, and who changes them in their order', async () => {
    const { late, next } = await cutOff()
    await beside(app, {
      first: turn(next),
      work: () => mark(['Then it rained', 'tide was low']),
      second: turn(late),
    })
    const { utteranceId, version, start } = passageOf(here().interview, 'it rained')
    await beside(app, {
      first: turn(next),
      work: () => splitUtterance(app, { ...by(), utteranceId, version, at: start, meant: undefined }),
      second: turn(late),
    })
    await read()
    const [before, second] = [turnOf('it rained'), turnOf('tide was low')]
    await beside(app, {
      first: turn(next),
      work: () => joinUtterances(app, { ...by(), ...second, before }),
      second: turn(String(before.utteranceId)),
    })
    expect((await read()).utterances.map(({ text }) => text)).toContain('it rained. The tide was low.')
  })

  test('who removes a conversation, and who changes a turn of it', async () => {
    await beside(app, {
      first: turn(turnOf('walked').utteranceId),
      work: () => removeInterview(app, inTalk()),
      second: sql`update speakers set words = words where interview_id = ${here().interview.interviewId}`,
    })
    expect(await readInterview(app.pg, inTalk())).toBeUndefined()
  })

  test('who is erased out of a conversation with others, and who changes a turn of theirs', async () => {
    const { personNo, personId } = await personOf('slept')
    await beside(app, {
      first: turn(turnOf('slept').utteranceId),
      work: async () =>
        conversationRoom.holdings?.erasePerson(app, {
          workspaceId: here().owner.workspaceId,
          personNo,
          personId,
        }),
      second: countsOf('slept'),
    })
    const { rows: left } = await sql`
      select from utterances where interview_id = ${here().interview.interviewId} and text like '%slept%'`.execute(
      app.pg,
    )
    expect(left).toEqual([])
  })

  test('who brings a conversation into a study, and who writes of it', async () => {
    await replaceTide()
    const brought = await beside(app, {
      first: names(),
      work: () => bringTalk(app, here().owner, { studyId: here().studyId, talk: 'Cleo: A tide came.' }),
      // What is written of a study points to it.
      second: sql`select from studies where id = ${here().studyId} for key share`,
    })
    expect(brought.utterances[0]?.text).toBe('A [water] came.')
  })

  test('who gives a colleague another role, and who books a conversation with them', async () => {
    const { memberId } = await joinWorkspace(app, {
      workspaceId: here().owner.workspaceId,
      role: 'researcher',
    })
    await beside(app, {
      first: sql`select from members where id = ${memberId} for no key update`,
      work: () => changeRole(app, { ...by(), actor: asMember(here().owner), memberId, role: 'viewer' }),
      second: sql`select from workspaces where id = ${here().owner.workspaceId} for key share`,
    })
  })
})

describe('of two who do the same at once', () => {
  test('one takes a passage away, and the other has nothing that undo would bring back without its codes', async () => {
    const { highlightIds } = await mark(['tide was high'])
    const colleague = await joinWorkspace(app, { workspaceId: here().owner.workspaceId, role: 'researcher' })
    const remove = ({ actor }: TestMember) =>
      removeHighlight(app, {
        workspaceId: here().owner.workspaceId,
        actor,
        highlightId: highlightIds[0] ?? '',
      })
    const outcomes = await bothWait(() => [remove(here().owner), remove(colleague)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const slower = outcomes[0]?.status === 'rejected' ? here().owner : colleague
    await undo(app, { workspaceId: here().owner.workspaceId, actor: slower.actor, studyId: here().studyId })
    // What the owner marked with a code the owner may take back: the code goes, and no passage comes.
    expect(await listHighlights(app.pg, inTalk())).toEqual([])
  })

  test('one finds the place of a lost passage, and the other makes none without codes', async () => {
    const { highlightIds } = await mark(['Then it rained'])
    await correctUtterance(app, {
      ...by(),
      ...turnOf('tide was high'),
      text: 'The tide was high.',
    })
    await read()
    const repair = (words: string) =>
      repairHighlight(app, {
        ...by(),
        highlightId: highlightIds[0] ?? '',
        passage: passageOf(here().interview, words),
      })
    const outcomes = await bothWait(() => [repair('tide was high'), repair('walked home')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await listHighlights(app.pg, inTalk())).map(({ codeIds }) => codeIds.length)).toEqual([1])
  })

  /** Two changes of coding that have read what is there and wait for their turn; what becomes of them. */
  async function bothWait<T>(begin: () => [Promise<T>, Promise<T>]): Promise<PromiseSettledResult<T>[]> {
    const { settled } = await app.pg.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('coding:' || ${here().owner.workspaceId}, 0))`.execute(
        tx,
      )
      const both = Promise.allSettled(begin())
      await waitsFor(app, { n: 2 })
      return { settled: both }
    })
    return settled
  }
})

describe('notes of a conversation that begins', () => {
  async function plan(): Promise<string> {
    const startsAt = new Date()
    const participantId = here().interview.speakers[0]?.participantId ?? ''
    const { sittingId } = await app.pg.transaction().execute((tx) =>
      planSitting(
        { app, tx },
        {
          ...{ ...inStudy(), startsAt, minutes: 60, language: 'en', interviewerId: here().owner.memberId },
          people: [{ participantId }],
        },
      ),
    )
    return sittingId
  }
  const note = (kind: 'begin' | 'quote', text: string): SentNote => ({
    ...{ kind, text, noteId: randomUUID(), at: new Date().toISOString() },
    ...{ lines: [], about: null, revision: 1, removed: 'no' },
  })
  const send = (sittingId: string, notes: SentNote[]) =>
    keepNotes(app, {
      ...{ workspaceId: here().owner.workspaceId, sittingId, actor: asMember(here().owner) },
      sent: { sentAt: new Date().toISOString(), notes },
    })

  test('and who books it at that moment wait for each other', async () => {
    const sittingId = await plan()
    await beside(app, {
      first: sql`select from studies where id = ${here().studyId} for no key update`,
      work: () => send(sittingId, [note('begin', '')]),
      second: sql`select from sittings where id = ${sittingId} for update`,
    })
  })

  test('and names that are looked for in them at that moment wait for each other', async () => {
    await replaceTide()
    const sittingId = await plan()
    const begin = note('begin', '')
    await send(sittingId, [begin])
    await beside(app, {
      first: names(),
      work: () => send(sittingId, [begin, note('quote', 'The tide again')]),
      second: sql`select from sitting_notes where sitting_id = ${sittingId} for update`,
    })
    const { rows } = await sql`select from sitting_notes where text = 'The [water] again'`.execute(app.pg)
    expect(rows).toHaveLength(1)
  })
})
