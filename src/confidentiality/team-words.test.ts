import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { archiveOf, fileOf } from '../../test/refi.ts'
import { passageOf } from '../../test/spoken-study.ts'
import { createCode, markPassages } from '../coding/index.ts'
import { importProject } from '../coding/exchange/import-project.ts'
import { guid, placeOf, qde } from '../coding/exchange/testing-projects.ts'
import { planSitting } from '../conversations/sittings/plan-sitting.ts'
import { studyWithNames } from '../../test/named-study.ts'

const { here, base, settle, bring, send, writeMemo, decide, restore, list } = studyWithNames()

async function memos(): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select text from memos where workspace_id = ${here().owner.workspaceId} order by created_at, id`.execute(
    here().app.pg,
  )
  return rows.map(({ text }) => text)
}

const Made = z.object({ entryId: z.string().optional(), quoteSetId: z.string().optional() })

/** Whether somebody waits for what another has not kept yet. */
async function isWaiting(): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    here().app.pg,
  )
  return rows.length > 0
}

/** A sitting of a participant of the study who wishes to be called so, asked by the owner. */
async function sit(participantId: string): Promise<string> {
  const { app, owner, studyId } = here()
  const { sittingId } = await app.pg.transaction().execute((tx) =>
    planSitting(
      { app, tx },
      {
        workspaceId: owner.workspaceId,
        studyId,
        people: [{ participantId, called: 'Annabel' }],
        interviewerId: owner.memberId,
        startsAt: new Date(),
        minutes: 60,
        language: 'en',
        actor: owner.actor,
      },
    ),
  )
  return sittingId
}

describe('what the team writes', () => {
  test('shows pseudonyms once they are decided, whatever was written before, and names when the officer puts them back', async () => {
    await bring()
    await writeMemo('Gregory pays for all. GREGORY, gregory and Gregory’s wife.')
    await decide('Gregory', { pseudonym: 'Theodore' })
    expect(await memos()).toEqual(['Theodore pays for all. THEODORE, Theodore and Theodore’s wife.'])
    await restore('Theodore')
    expect(await memos()).toEqual(['Gregory pays for all. GREGORY, Gregory and Gregory’s wife.'])
  })

  test('is kept with pseudonyms when it is written afterwards: memos, notes on passages, notes of conversations', async () => {
    const interview = await bring()
    const { app, owner } = here()
    const { workspaceId, actor } = owner
    await decide('Gregory', { pseudonym: 'Theodore' })
    await writeMemo('Ask gregory again.')
    expect(await memos()).toEqual(['Ask Theodore again.'])

    const code = { name: 'Family', description: '', colour: 'teal' as const }
    const { codeId } = await createCode(app, { workspaceId, actor, studyId: null, code })
    const { highlightIds } = await markPassages(app, {
      workspaceId,
      actor,
      interviewId: interview.interviewId,
      passages: [passageOf(interview, 'I forget')],
      codeIds: [codeId],
    })
    const note = { note: 'Gregory is older', before: '' }
    await send(`/highlights/${highlightIds[0]}/note`, note, 'PUT')
    // Sent again because the answer was lost: nobody else has written.
    await send(`/highlights/${highlightIds[0]}/note`, note, 'PUT')
    const sittingId = await sit(interview.speakers[1]?.participantId ?? '')
    const at = new Date().toISOString()
    const notes = [
      {
        noteId: randomUUID(),
        kind: 'debrief',
        at,
        text: 'On Gregory',
        lines: ['Gregory again', '', 'Call him'],
        about: null,
        revision: 1,
      },
    ]
    for (const kept of [1, 2]) {
      const answer = await send(`/sittings/${sittingId}/notes`, { sentAt: at, notes })
      expect(await answer.json(), String(kept)).toMatchObject({ behind: [] })
    }
    const { rows } = await sql<{ note: string; text: string; lines: string[] }>`
      select (select note from highlights where id = ${highlightIds[0]}) as note, text, lines from sitting_notes where sitting_id = ${sittingId}`.execute(
      app.pg,
    )
    expect(rows).toEqual([
      { note: 'Theodore is older', text: 'On Theodore', lines: ['Theodore again', '', 'Call him'] },
    ])
  })

  test('is kept with pseudonyms in the journal and in sets of quotes', async () => {
    const interview = await bring()
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    await decide('Gregory', { pseudonym: 'Theodore' })
    const made = async (path: string, body: object) =>
      Made.parse(await (await send(`/studies/${studyId}/${path}`, body)).json())
    const change = (path: string, body: object) => send(path, body, 'PATCH')
    const { entryId } = await made('journal', { on: '2026-03-01', text: 'I like Gregory' })
    await made('quote-sets', { name: 'On Gregory', note: 'Ask Gregory' })
    const { quoteSetId } = await made('quote-sets', { name: 'On money', note: '' })
    const { rows: begun } = await sql<{ said: string }>`
      select text as said from journal_entries where id = ${entryId}`.execute(app.pg)
    expect(begun).toEqual([{ said: 'I like Theodore' }])
    await change(`/journal/${entryId}`, { text: 'I like Gregory less', version: 1 })
    await change(`/quote-sets/${quoteSetId}`, {
      name: 'Gregory and money',
      note: 'Gregory again',
      version: 1,
    })

    const { codeId } = await createCode(app, {
      ...{ workspaceId, actor, studyId: null },
      code: { name: 'Family', description: '', colour: 'teal' },
    })
    const { highlightIds } = await markPassages(app, {
      ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [codeId] },
      passages: [passageOf(interview, 'I forget')],
    })
    await send(`/quote-sets/${quoteSetId}/quotes`, { highlightIds, place: 1, note: 'Gregory first' })
    const quoteNote = async () => {
      const { rows } = await sql<{ note: string }>`select note from quote_set_quotes`.execute(app.pg)
      return rows.map(({ note }) => note)
    }
    expect(await quoteNote()).toEqual(['Theodore first'])
    const note = { note: 'Gregory last', before: 'Theodore first' }
    await send(`/quote-sets/${quoteSetId}/quotes/${highlightIds[0]}/note`, note, 'PUT')
    // Sent again because the answer was lost.
    await send(`/quote-sets/${quoteSetId}/quotes/${highlightIds[0]}/note`, note, 'PUT')
    expect(await quoteNote()).toEqual(['Theodore last'])
    const { rows } = await sql<{ said: string }>`
      select text as said from journal_entries where study_id = ${studyId}
      union all select name || ': ' || note from quote_sets where study_id = ${studyId} order by said`.execute(
      app.pg,
    )
    expect(rows.map(({ said }) => said)).toEqual([
      'I like Theodore less',
      'On Theodore: Ask Theodore',
      'Theodore and money: Theodore again',
    ])
  })

  test('is kept with pseudonyms when a project is brought in with notes on codes and passages', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const { app, owner, studyId } = here()
    const said = 'Interviewer: Why?\nMette: The price was high.'
    const noteRef = (number: number) => `<NoteRef targetGUID="${guid(number)}"/>`
    const note = (number: number, text: string) =>
      `<Note guid="${guid(number)}"><PlainTextContent>${text}</PlainTextContent></Note>`
    const xml = qde({
      codes: `<Code guid="${guid(1)}" name="Price" isCodable="true">${noteRef(60)}</Code>`,
      selections: [{ ...placeOf(said, 'The price was high'), inside: noteRef(61) }],
      rest: `<Notes>${note(60, 'As Gregory said')}${note(61, 'Like Gregory')}</Notes>`,
    })
    await importProject(app, {
      ...{ workspaceId: owner.workspaceId, actor: owner.actor, study: { studyId } },
      file: fileOf(archiveOf({ 'project.qde': xml, [`sources/${guid(10)}.txt`]: said })),
      ...{ codebook: 'study', titles: 'numbered', agreements: [] },
    })
    const { rows } = await sql<{ note: string }>`
      select note from highlights where study_id = ${studyId} and note <> ''`.execute(app.pg)
    expect([...(await memos()), ...rows.map((row) => row.note)]).toEqual([
      'As Theodore said',
      'Like Theodore',
    ])
  })

  test('and is stored while a study is looked through is waited for', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const { app, owner, studyId } = here()
    const pastTheScreen = (text: string) => sql`
      insert into memos (workspace_id, kind, study_id, text, created_at, changed_at)
      values (${owner.workspaceId}, 'study', ${studyId}, ${text}, now(), now())`
    await pastTheScreen('One: Gregory').execute(app.pg)
    let looking: Promise<void> | undefined
    await app.pg.transaction().execute(async (tx) => {
      await pastTheScreen('Two: Gregory').execute(tx)
      let isThrough = false
      looking = settle().then(() => {
        isThrough = true
      })
      // It waits for this note, or it is through without it.
      await expect.poll(async () => isThrough || (await isWaiting()), { timeout: 10_000 }).toBe(true)
    })
    await looking
    await settle()
    expect(await memos()).toEqual(['One: Theodore', 'Two: Theodore'])
  })

  test('follows another pseudonym, and a name that stands in notes alone can be added, is listed and put back', async () => {
    await bring()
    await writeMemo('Gregory and the mayor Snowdrop-Hill.')
    await decide('Gregory', { pseudonym: 'Theodore' })
    const [one] = await list('accepted')
    await send(`/studies/${here().studyId}/pseudonyms/decisions`, {
      decisions: [
        { pseudonymId: one?.pseudonymId, version: one?.version, state: 'accepted', pseudonym: 'Barnaby' },
      ],
    })
    await here().ask('POST', `${base()}/pseudonyms`, {
      headers: here().owner.headers,
      body: { text: 'Snowdrop-Hill', kind: 'name', pseudonym: '[the mayor]' },
    })
    expect(await memos()).toEqual(['Barnaby and the mayor [the mayor].'])
    expect((await list('accepted')).map(({ pseudonym, places }) => `${pseudonym} ${places}`)).toEqual([
      'Barnaby 3',
      '[the mayor] 0',
    ])
    await restore('[the mayor]')
    expect(await memos()).toEqual(['Barnaby and the mayor Snowdrop-Hill.'])
  })

  test('comes with an import or another way past the screen, and is looked through soon after', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const { app, owner, studyId } = here()
    await sql`
      insert into memos (workspace_id, kind, study_id, text, created_at, changed_at)
      values (${owner.workspaceId}, 'study', ${studyId}, 'Brought: Gregory', now(), now())`.execute(app.pg)
    await settle()
    expect(await memos()).toEqual(['Brought: Theodore'])
  })

  test('about a code of no study is read with the pseudonyms of every study', async () => {
    await bring()
    const { app, owner } = here()
    const code = { name: 'Family', description: '', colour: 'teal' as const }
    const { codeId } = await createCode(app, {
      workspaceId: owner.workspaceId,
      actor: owner.actor,
      studyId: null,
      code,
    })
    await decide('Gregory', { pseudonym: 'Theodore' })
    await send('/memos', { about: { kind: 'code', id: codeId }, text: 'As Gregory said' })
    expect(await memos()).toEqual(['As Theodore said'])
  })
})

describe('a name', () => {
  test('that comes up in one conversation is found in those read before it was known', async () => {
    const first = await bring({ talk: 'Interviewer: Who?\nGuest: Wrenford told me about it.' })
    await bring({ talk: 'Interviewer: Who?\nGuest: It was Mr Wrenford, the banker.' })
    await bring({ talk: 'Interviewer: Who?\nGuest: I saw Ellingham there.' })
    await bring({ talk: 'Interviewer: Who?\nGuest: Mrs Ellingham, yes.' })
    const ellingham = (await list('proposed')).find(({ original }) => original === 'Ellingham')
    expect(ellingham).toMatchObject({ kind: 'name', interviews: 2 })
    expect(ellingham?.pseudonym).toMatch(/^\p{L}[\p{L}'’ -]*$/u)
    const wrenford = (await list('proposed')).find(({ original }) => original === 'Wrenford')
    expect(wrenford).toMatchObject({ kind: 'name', interviews: 2, places: 2 })
    expect(first.utterances).toHaveLength(2)
  })

  test('that a participant wishes to be called by is known, whatever it means', async () => {
    const { app, owner, studyId } = here()
    const interview = await bring({ talk: 'Interviewer: Hello?\nGuest: I am fine.' })
    const sittingId = await sit(interview.speakers[1]?.participantId ?? '')
    await sql`update sitting_people set called = 'Will Frost' where sitting_id = ${sittingId}`.execute(app.pg)
    await bring({ talk: 'Interviewer: Will, is it cold?\nGuest: Frost, you see.' })
    expect(
      (await list('proposed')).map(({ original, isParticipant }) => `${original} ${isParticipant}`),
    ).toEqual(expect.arrayContaining(['Will true', 'Frost true']))
    expect([owner.workspaceId, studyId]).not.toContain('')
  })
})
