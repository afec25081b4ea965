import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bringMemos, holdParticipants } from '../src/coding/exchange/exchanged-memos.ts'
import { exportProject } from '../src/coding/exchange/export-project.ts'
import { exportMatrix, exportQuotes } from '../src/coding/exchange/tables.ts'
import { changeCode } from '../src/coding/codes.ts'
import { listHighlights, markPassages, removeHighlight, repairHighlight } from '../src/coding/highlights.ts'
import { undo } from '../src/coding/history.ts'
import { joinUtterances, splitUtterance } from '../src/coding/turn-edits.ts'
import { writeSummary } from '../src/coding/views/write-summary.ts'
import { catchUp } from '../src/confidentiality/catch-up.ts'
import { addPseudonym } from '../src/confidentiality/decide.ts'
import {
  conversationRoom,
  correctUtterance,
  planSitting,
  readInterview,
  writeAgreements,
  type InterviewText,
} from '../src/conversations/index.ts'
import { removeInterview } from '../src/conversations/interviews.ts'
import { keepNotes } from '../src/conversations/sittings/keep-notes.ts'
import type { SentNote } from '../src/conversations/sittings/sitting-note.schema.ts'
import { refuseQuote } from '../src/person-page/refused-quote.ts'
import { findPerson } from '../src/people/index.ts'
import { beginErasure } from '../src/requests/erasure.ts'
import { keepers } from '../src/requests/routes.ts'
import { wireRooms } from '../src/server.ts'
import { ParticipantId } from '../src/workspace/index.ts'
import { changeRole } from '../src/workspace/members.ts'
import { openTestApp } from './app.ts'
import { beside, waitsFor } from './beside.ts'
import { joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { asMember } from './own-page.ts'
import { bringTalk, openStudy, passageOf } from './spoken-study.ts'

const app = await openTestApp()
let owner: TestMember
let studyId: string
let interview: InterviewText

beforeAll(() => {
  wireRooms(app)
})

beforeEach(async () => {
  owner = await openWorkspace(app)
  studyId = (await openStudy(app, owner)).studyId
  const talk =
    'Ann: The tide was high. Then it rained.\nBo: The tide was low.\nAnn: We walked home.\nBo: And slept.'
  interview = await bringTalk(app, owner, { studyId, talk })
  while (await catchUp(app, { workspaceId: owner.workspaceId, most: 5 }));
})

const here = () => ({ workspaceId: owner.workspaceId, actor: owner.actor })
const inTalk = () => ({ ...here(), interviewId: interview.interviewId })
const turnOf = (words: string, text = interview) => {
  const { utteranceId, version, speakerId } = text.utterances.find((one) => one.text.includes(words)) ?? {}
  if (utteranceId === undefined || version === undefined) throw new Error(`nobody said ${words}`)
  return { utteranceId, version, speakerId }
}
async function now(): Promise<InterviewText> {
  const found = await readInterview(app.pg, inTalk())
  if (!found) throw new Error('the conversation is gone')
  return found
}
const mark = (words: string[]) =>
  markPassages(app, {
    ...inTalk(),
    passages: words.map((one) => passageOf(interview, one)),
    codeIds: [],
    newCode: { name: 'Weather', description: '', colour: 'teal' },
  })
/** A turn whose id is higher than that of the one after it: it was cut off the one before. */
async function cutOff(): Promise<{ late: string; next: string }> {
  const { utteranceId, version, start } = passageOf(interview, 'Then it rained')
  const made = await splitUtterance(app, { ...here(), utteranceId, version, at: start, meant: undefined })
  interview = await now()
  const { utteranceId: next } = turnOf('tide was low')
  expect(made.utteranceId > next).toBe(true)
  return { late: made.utteranceId, next }
}

const names = () => sql`select pg_advisory_xact_lock(hashtextextended('pseudonyms:' || ${studyId}, 0))`
const turn = (utteranceId: string) => sql`select from utterances where id = ${utteranceId} for no key update`
const counts = () => sql`update interviews set words = words where id = ${interview.interviewId}`
const countsOf = (words: string) =>
  sql`update speakers set words = words where id = ${turnOf(words).speakerId}`
const news = () => sql`
  insert into coding_changes (workspace_id) values (${owner.workspaceId})
  on conflict (workspace_id) do update set version = coding_changes.version + 1`
const tide = { text: 'tide', kind: 'other', pseudonym: '[water]' } as const

describe('nobody waits in a circle', () => {
  test('who corrects a turn, and who writes a note in the study', async () => {
    const { highlightIds } = await mark(['tide was high'])
    await beside(app, {
      first: names(),
      work: () => correctUtterance(app, { ...here(), ...turnOf('tide was high'), text: 'A tide was high.' }),
      second: sql`update highlights set note = 'mind this' where id = ${highlightIds[0]}`,
    })
    expect((await now()).utterances[0]?.text).toBe('A tide was high.')
  })

  test('who corrects a turn, and who reads another conversation of the study through', async () => {
    await beside(app, {
      first: names(),
      work: () => correctUtterance(app, { ...here(), ...turnOf('tide was high'), text: 'A tide was high.' }),
      second: news(),
    })
    expect((await now()).utterances[0]?.text).toBe('A tide was high.')
  })

  test('who has something replaced, and who corrects what another said in the conversation', async () => {
    const [first, second] = [turnOf('tide was high'), turnOf('tide was low')]
    expect(String(first.utteranceId) < String(second.utteranceId)).toBe(true)
    await beside(app, {
      first: countsOf('tide was low'),
      work: () => addPseudonym(app, { ...here(), studyId, added: tide }),
      second: counts(),
    })
    expect((await now()).utterances.filter(({ text }) => text.includes('[water]'))).toHaveLength(2)
  })

  test('who has a word replaced that a code is called by, and who changes that code', async () => {
    const { codeIds } = await mark(['tide was high'])
    const inVivo = { name: 'tide was high', origin: 'in vivo' } as const
    await changeCode(app, { ...here(), codeId: codeIds[0] ?? '', change: inVivo })
    await beside(app, {
      first: sql`select pg_advisory_xact_lock(hashtextextended('coding:' || ${owner.workspaceId}, 0)),
        (select count(*) from (select from codes where id = ${codeIds[0]} for no key update) c)`,
      work: () => addPseudonym(app, { ...here(), studyId, added: tide }),
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
      work: () => joinUtterances(app, { ...here(), ...second, before }),
      second: news(),
    })
    expect((await now()).utterances.at(-1)?.text).toBe('We walked home. And slept.')
  })

  test('who puts a cut turn to the next, cuts it again or marks both, and who changes them in their order', async () => {
    const { late, next } = await cutOff()
    await beside(app, {
      first: turn(next),
      work: () => mark(['Then it rained', 'tide was low']),
      second: turn(late),
    })
    const { utteranceId, version, start } = passageOf(interview, 'it rained')
    await beside(app, {
      first: turn(next),
      work: () => splitUtterance(app, { ...here(), utteranceId, version, at: start, meant: undefined }),
      second: turn(late),
    })
    interview = await now()
    const [before, second] = [turnOf('it rained'), turnOf('tide was low')]
    await beside(app, {
      first: turn(next),
      work: () => joinUtterances(app, { ...here(), ...second, before }),
      second: turn(String(before.utteranceId)),
    })
    expect((await now()).utterances.map(({ text }) => text)).toContain('it rained. The tide was low.')
  })

  test('who removes a conversation, and who changes a turn of it', async () => {
    await beside(app, {
      first: turn(turnOf('walked').utteranceId),
      work: () => removeInterview(app, inTalk()),
      second: sql`update speakers set words = words where interview_id = ${interview.interviewId}`,
    })
    expect(await readInterview(app.pg, inTalk())).toBeUndefined()
  })

  test('who is erased out of a conversation with others, and who changes a turn of theirs', async () => {
    const { rows } = await sql<{ no: number; id: string }>`
      select people.no, people.id from speakers s join participants p on p.id = s.participant_id join people on people.no = p.person_no
      where s.id = ${turnOf('slept').speakerId}`.execute(app.pg)
    const [bo] = rows
    if (!bo) throw new Error('Bo is not there')
    await beside(app, {
      first: turn(turnOf('slept').utteranceId),
      work: async () =>
        conversationRoom.holdings?.erasePerson(app, {
          workspaceId: owner.workspaceId,
          personNo: bo.no,
          personId: bo.id,
        }),
      second: countsOf('slept'),
    })
    const { rows: left } = await sql`
      select from utterances where interview_id = ${interview.interviewId} and text like '%slept%'`.execute(
      app.pg,
    )
    expect(left).toEqual([])
  })

  test('who brings a conversation into a study, and who writes of it', async () => {
    await addPseudonym(app, { ...here(), studyId, added: tide })
    const brought = await beside(app, {
      first: names(),
      work: () => bringTalk(app, owner, { studyId, talk: 'Cleo: A tide came.' }),
      // What is written of a study points to it.
      second: sql`select from studies where id = ${studyId} for key share`,
    })
    expect(brought.utterances[0]?.text).toBe('A [water] came.')
  })

  test('who gives a colleague another role, and who books a conversation with them', async () => {
    const { memberId } = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    await beside(app, {
      first: sql`select from members where id = ${memberId} for no key update`,
      work: () => changeRole(app, { ...here(), actor: asMember(owner), memberId, role: 'viewer' }),
      second: sql`select from workspaces where id = ${owner.workspaceId} for key share`,
    })
  })
})

describe('of two who do the same at once', () => {
  test('one takes a passage away, and the other has nothing that undo would bring back without its codes', async () => {
    const { highlightIds } = await mark(['tide was high'])
    const colleague = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    const remove = ({ actor }: TestMember) =>
      removeHighlight(app, { workspaceId: owner.workspaceId, actor, highlightId: highlightIds[0] ?? '' })
    const outcomes = await bothWait(() => [remove(owner), remove(colleague)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const slower = outcomes[0]?.status === 'rejected' ? owner : colleague
    await undo(app, { workspaceId: owner.workspaceId, actor: slower.actor, studyId })
    // What the owner marked with a code the owner may take back: the code goes, and no passage comes.
    expect(await listHighlights(app.pg, inTalk())).toEqual([])
  })

  test('one finds the place of a lost passage, and the other makes none without codes', async () => {
    const { highlightIds } = await mark(['Then it rained'])
    await correctUtterance(app, {
      ...here(),
      ...turnOf('tide was high'),
      text: 'The tide was high.',
    })
    interview = await now()
    const repair = (words: string) =>
      repairHighlight(app, {
        ...here(),
        highlightId: highlightIds[0] ?? '',
        passage: passageOf(interview, words),
      })
    const outcomes = await bothWait(() => [repair('tide was high'), repair('walked home')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await listHighlights(app.pg, inTalk())).map(({ codeIds }) => codeIds.length)).toEqual([1])
  })

  /** Two changes of coding that have read what is there and wait for their turn; what becomes of them. */
  async function bothWait<T>(begin: () => [Promise<T>, Promise<T>]): Promise<PromiseSettledResult<T>[]> {
    const { settled } = await app.pg.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('coding:' || ${owner.workspaceId}, 0))`.execute(
        tx,
      )
      const both = Promise.allSettled(begin())
      await waitsFor(app, { n: 2 })
      return { settled: both }
    })
    return settled
  }
})

describe('what somebody takes back while it is put together for a file', () => {
  const ann = () => interview.speakers.find(({ speakerId }) => speakerId === turnOf('walked').speakerId)
  type Said = Parameters<typeof writeAgreements>[1]['joined'][number]['agreements'][number]
  /** Begins something that takes words out, and has Ann say something else before it is written down. */
  async function takeBackBeside<T>(work: () => Promise<T>, said: Said): Promise<Promise<T>[]> {
    return app.pg.transaction().execute(async (tx) => {
      // As their page does, and as a member who writes it down.
      await sql`select from participants where id = ${ann()?.participantId} for update`.execute(tx)
      const taken = work()
      taken.catch(() => undefined)
      await waitsFor(app)
      await writeAgreements(
        { app, tx },
        { ...ofAnn(said), workspaceId: owner.workspaceId, actor: owner.actor },
      )
      return [taken]
    })
  }
  const ofAnn = (said: Said) => ({
    studyId,
    joined: [
      { personNo: ann()?.personNo ?? 0, participantId: ann()?.participantId ?? '', agreements: [said] },
    ],
  })
  const exported = () =>
    app.pg.selectFrom('coding_exports').selectAll().where('workspace_id', '=', owner.workspaceId).execute()

  test.each([
    ['quotes', 'quoting'],
    ['matrix', 'conversation_analysis'],
  ] as const)('leaves with nobody: %s', async (file, agreement) => {
    await mark(['tide was high'])
    const take = file === 'quotes' ? exportQuotes : exportMatrix
    const [taking] = await takeBackBeside(() => take(app, { ...here(), studyId, format: 'csv' }), {
      ...{ agreement, given: false, channel: 'by hand' },
    })
    await expect(taking).rejects.toMatchObject({ id: 'words-withheld' })
    expect(await exported()).toEqual([])
  })

  test('leaves with nobody: a name beside words that may be quoted as before', async () => {
    await mark(['tide was high'])
    await app.pg.updateTable('studies').set({ quotes_by_name: true }).where('id', '=', studyId).execute()
    const quoting = { agreement: 'quoting', given: true, channel: 'by hand' } as const
    const byName: Said = { ...quoting, manner: 'name', quotedAs: 'Ann Sailor' }
    await app.pg
      .transaction()
      .execute((tx) =>
        writeAgreements(
          { app, tx },
          { ...ofAnn(byName), workspaceId: owner.workspaceId, actor: owner.actor },
        ),
      )
    const take = () => exportQuotes(app, { ...here(), studyId, format: 'csv' })
    expect(new TextDecoder().decode(await take())).toContain('Ann Sailor')
    const [taking] = await takeBackBeside(take, { ...quoting, manner: 'pseudonym' })
    await expect(taking).rejects.toMatchObject({ id: 'words-withheld' })
    expect(new TextDecoder().decode(await take())).not.toContain('Ann Sailor')
  })

  test('leaves with nobody: their words in a project, which goes on without them', async () => {
    await mark(['tide was high'])
    const [taking] = await takeBackBeside(
      async () => {
        const parts: Uint8Array[] = []
        for await (const part of await exportProject(app, { ...here(), studyId })) parts.push(part)
        return unzipSync(new Uint8Array(Buffer.concat(parts)))
      },
      { agreement: 'conversation_analysis', given: false, channel: 'by hand' },
    )
    const words = Object.values((await taking) ?? {}).map((bytes) => new TextDecoder().decode(bytes))
    expect(words.join()).toContain('The tide was low')
    expect(words.join()).not.toContain('The tide was high')
  })

  test('one quote is refused, and who takes out a passage that overlaps it has written that down first', async () => {
    const { highlightIds } = await mark(['tide was high'])
    const [personNo, participantId] = [ann()?.personNo ?? 0, ann()?.participantId ?? '']
    const of = { workspaceId: owner.workspaceId, studyId, personNo, participantId, language: 'en' } as const
    const link = { ...of, linkId: '', workspace: '', personId: '', study: '' }
    const { refusing } = await app.pg.transaction().execute(async (tx) => {
      // As an export of the overlapping passage.
      await sql`select from participants where id = ${participantId} for share`.execute(tx)
      const given = { link, highlightId: highlightIds[0] ?? '', wording: 'Out', language: 'en' } as const
      const refused = refuseQuote(app, given)
      refused.catch(() => undefined)
      await waitsFor(app)
      return { refusing: refused }
    })
    await refusing
    const [highlight] = await app.pg
      .selectFrom('highlights')
      .select('refused_at')
      .where('id', '=', highlightIds[0] ?? '')
      .execute()
    expect(highlight?.refused_at).not.toBeNull()
  })
})

describe('what is written of somebody who is erased meanwhile', () => {
  /** Erases Ann of the talk while the work waits for the names of the study, and until nothing more is to be erased. */
  async function eraseBeside(
    work: (ann: { personNo: number; personId: string; participantId: string }) => Promise<unknown>,
  ) {
    const { workspaceId } = owner
    await addPseudonym(app, { ...here(), studyId, added: tide })
    const { rows } = await sql<{ personNo: number; personId: string; participantId: string }>`
      select people.no as "personNo", people.id as "personId", p.id as "participantId" from speakers s
      join participants p on p.id = s.participant_id join people on people.no = p.person_no
      where s.id = ${turnOf('walked').speakerId}`.execute(app.pg)
    const [ann] = rows
    if (!ann) throw new Error('Ann is not there')
    const { personId } = ann
    const { working, erasing } = await app.pg.transaction().execute(async (tx) => {
      await names().execute(tx)
      const written = work(ann)
      written.catch(() => undefined)
      await waitsFor(app)
      const person = await findPerson(app, { workspaceId, personId })
      if (!person) throw new Error('Ann is gone')
      const erased = beginErasure(app, { ...here(), person, keepers }).then(() => app.outbox.drain())
      await Promise.race([erased, waitsFor(app, { n: 2 })])
      return { working: written, erasing: erased }
    })
    await Promise.allSettled([working, erasing])
    await app.outbox.drain()
    const left = keepers.map(({ holdings }) => holdings.countPerson(app, { workspaceId, ...ann }))
    return (await Promise.all(left)).reduce((sum, count) => sum + count, 0)
  }

  test('goes with them: a memo that a project brings', async () => {
    const { workspaceId } = owner
    const left = await eraseBeside(({ participantId }) =>
      app.pg.transaction().execute(async (tx) => {
        const held = await holdParticipants(tx, { workspaceId, participantIds: [participantId] })
        const memos = [...held.values()].map(
          (id) => ({ kind: 'person', id, text: 'She is a sailor.' }) as const,
        )
        expect(memos).toHaveLength(1)
        return bringMemos({ app, tx }, { workspaceId, userId: owner.userId, memos })
      }),
    )
    expect(left).toBe(0)
  })

  test('goes with them: a summary of what they said', async () => {
    const { codeIds } = await mark(['walked home'])
    const left = await eraseBeside(({ participantId }) =>
      writeSummary(app, {
        ...{ workspaceId: owner.workspaceId, studyId, actor: asMember(owner), codeId: codeIds[0] ?? '' },
        ...{ participantId: ParticipantId.parse(participantId), text: 'She walked.', version: 0 },
      }),
    )
    expect(left).toBe(0)
  })
})

describe('notes of a conversation that begins', () => {
  async function plan(): Promise<string> {
    const startsAt = new Date()
    const participantId = interview.speakers[0]?.participantId ?? ''
    const { sittingId } = await app.pg.transaction().execute((tx) =>
      planSitting(
        { app, tx },
        {
          ...{ ...here(), studyId, startsAt, minutes: 60, language: 'en', interviewerId: owner.memberId },
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
      ...{ workspaceId: owner.workspaceId, sittingId, actor: asMember(owner) },
      sent: { sentAt: new Date().toISOString(), notes },
    })

  test('and who books it at that moment wait for each other', async () => {
    const sittingId = await plan()
    await beside(app, {
      first: sql`select from studies where id = ${studyId} for no key update`,
      work: () => send(sittingId, [note('begin', '')]),
      second: sql`select from sittings where id = ${sittingId} for update`,
    })
  })

  test('and names that are looked for in them at that moment wait for each other', async () => {
    await addPseudonym(app, { ...here(), studyId, added: tide })
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
