import { sql } from 'kysely'
import { createCode, markPassages, toCodepoints } from '../src/coding/index.ts'
import { measureImport } from '../src/collect/index.ts'
import { freshPermission } from '../src/consent/index.ts'
import { readInterview } from '../src/conversations/index.ts'
import { makePeople } from '../src/people/make-people.ts'
import { defineTraits } from '../src/people/index.ts'
import { ch, type App } from '../src/platform/index.ts'
import { createSet, findSegment, listSegments } from '../src/segments/index.ts'
import { askProposal, findProposal } from '../src/segments/proposals.ts'
import { createSource } from '../src/sources/index.ts'
import { openWorkspace, type TestMember } from '../test/members.ts'
import { openStudy } from '../test/spoken-study.ts'
import { bringMaterial } from './full-material.ts'
import { bringCrowd, crowdTraits, type Crowd } from './crowd.ts'
import { bringMeeting, readMeetings } from './meetings.ts'

export type Size = {
  people: number
  events: number
  meetings: number
  /** Characters and coded passages of its longest interview. */
  interview: { characters: number; passages: number }
}

/** One of each thing of a workspace, by the name paths give it, and its owner. */
export type FullWorkspace = { owner: TestMember; first: number; ids: Record<string, string> }

/** A workspace with everything in it that has a page: people, sources, sets, studies, codes, an import, a proposal, letters, a recording, open answers. */
export async function openFullWorkspace(
  app: App,
  size: Size,
  say: (line: string) => void,
): Promise<FullWorkspace> {
  const owner = await openWorkspace(app)
  const crowd = await makeCrowd(app, owner, { ...size, say })
  await bringPaperwork(app, owner, size)
  await measureImport(app, { workspaceId: owner.workspaceId, rows: Math.max(100, size.people / 100) })
  const setIds = await makeSets(app, owner)
  const talks = await holdConversations(app, owner, { ...size, crowd, say })
  const { studyId } = await openStudy(app, owner, { title: 'How people shop' })
  const material = await bringMaterial(app, owner, {
    ...{ studyId, meetings: readMeetings(), answers: Math.min(5000, size.people) },
  })
  const begun = performance.now()
  await freshPermission(app, owner.workspaceId)
  say(`permission of everybody projected in ${Math.round(performance.now() - begun)} ms`)
  const proposalId = await propose(app, owner, say)
  const [segment] = await listSegments(app, owner.workspaceId)
  if (segment === undefined) throw new Error('no segment was made')
  await findSegment(app.pg, { workspaceId: owner.workspaceId, segmentId: segment.segmentId })
  const ids = {
    workspaceId: owner.workspaceId,
    ...talks,
    ...material,
    proposalId,
    setId: setIds[0] ?? '',
    segmentId: segment.segmentId,
    personId: await oneOf(app, owner, 'people'),
    importId: await oneOf(app, owner, 'imports'),
  }
  return { owner, first: crowd.first, ids }
}

type CrowdSize = Pick<Size, 'people' | 'events'> & { say: (line: string) => void }
type Filling = Size & CrowdSize

/** A million people of a register, with identifiers, grounds, words of consent, traits and events. */
export async function makeCrowd(
  app: App,
  owner: TestMember,
  { people, events, say }: CrowdSize,
): Promise<Crowd> {
  const { workspaceId } = owner
  const by = owner.userId
  const register = await createSource(app, {
    ...{ workspaceId, name: 'Register', party: 'first', origin: 'told', kind: 'file', by },
    bases: {
      analysis: { basis: 'legitimate interest' },
      invitation: { basis: 'legitimate interest' },
      email_marketing: { basis: 'consent' },
      advertising: { basis: 'consent' },
    },
  })
  const shop = await createSource(app, {
    ...{ workspaceId, name: 'Web shop', party: 'first', origin: 'observed', kind: 'events', by },
    bases: { analysis: { basis: 'consent' }, email_marketing: { basis: 'legitimate interest' } },
  })
  for (const name of ['Panel', 'Bought list', 'Partner'])
    await createSource(app, { workspaceId, name, party: 'third', origin: 'bought', kind: 'file', by })
  say(`${people.toLocaleString('en')} people`)
  const numbers = await writePeople(app, { workspaceId, sourceId: register.id, people })
  const first = numbers[0] ?? 1
  const crowd = { workspaceId, first, people, events }
  say('their identifiers, grounds and words of consent')
  await writeWords(app, crowd, [register.id, shop.id])
  await defineTraits(app, { workspaceId, traits: crowdTraits })
  await bringCrowd(app, crowd, say)
  await writeFacts(app, crowd, register.id)
  return crowd
}

async function writePeople(
  app: App,
  given: { workspaceId: string; sourceId: string; people: number },
): Promise<number[]> {
  const nos: number[] = []
  while (nos.length < given.people) {
    const batch = Math.min(50_000, given.people - nos.length)
    const withEmail = Array.from({ length: batch }, () => true)
    const made = await app.pg.transaction().execute((tx) => makePeople(tx, { ...given, withEmail }))
    nos.push(...made.map(({ no }) => no))
  }
  return nos
}

/** Everybody came by the first source, a third by the second too; one in ten said something about each of three purposes. */
async function writeWords(app: App, crowd: Crowd, sources: readonly string[]): Promise<void> {
  const ws = crowd.workspaceId
  const all = sql`people where workspace_id = ${ws}`
  const run = async (statement: ReturnType<typeof sql>) => void (await statement.execute(app.pg))
  await run(
    sql`insert into identifiers (workspace_id, kind, value, person_no) select ${ws}::uuid, 'user_id', 'u' || no, no from ${all}`,
  )
  await run(
    sql`insert into identifiers (workspace_id, kind, value, person_no) select ${ws}::uuid, 'email', 'p' || no || '@example.org', no from ${all}`,
  )
  await run(
    sql`insert into grounds (workspace_id, person_no, declarer_id) select ${ws}::uuid, no, ${sources[0]}::uuid from ${all}`,
  )
  await run(
    sql`insert into grounds (workspace_id, person_no, declarer_id) select ${ws}::uuid, no, ${sources[1]}::uuid from ${all} and no % 3 = 0`,
  )
  for (const [purpose, state] of [
    [0, 'objected'],
    [2, 'withdrawn'],
    [4, 'given'],
  ])
    await run(
      sql`insert into consent_ledger (workspace_id, person_no, purpose, state, happened_at, channel, actor_kind)
        select ${ws}::uuid, no, ${purpose}::smallint, ${state}::text, now(), 'file', 'person' from ${all} and (no + ${purpose}::int) % 10 = 0`,
    )
  await run(
    sql`insert into permission_changes (workspace_id, person_nos)
      select ${ws}::uuid, array_agg(no) from (select no, row_number() over (order by no) / 10000 as part from ${all}) everybody group by part`,
  )
  await run(sql`vacuum analyze`)
}

async function writeFacts(app: App, { workspaceId }: Crowd, sourceId: string): Promise<void> {
  const ws = ch.uuid(workspaceId)
  await app.ch.command(
    ch.sql`INSERT INTO facts (workspace_id, person, trait, source_id, text, num, origin, class, at, version)
SELECT workspace_id, person, trait, ${ch.uuid(sourceId)}, text, num, origin, 'behaviour', at, version FROM traits WHERE workspace_id = ${ws}`,
  )
  // These people are known already: the job that finds new ones goes on from here.
  await sql`insert into watermarks (name, at) values ('find people in events', now())
    on conflict (name) do update set at = excluded.at`.execute(app.pg)
}

/** What gathers over the years: who read what, letters, requests, events refused, colleagues, keys. */
async function bringPaperwork(app: App, { workspaceId: ws }: TestMember, { people }: Size): Promise<void> {
  const run = async (statement: ReturnType<typeof sql>) => void (await statement.execute(app.pg))
  const many = Math.round(people / 2)
  await run(sql`insert into audit (workspace_id, actor_kind, actor_name, action, subject_kind, subject_id)
    select ${ws}::uuid, 'member', 'Owner', 'people.read', 'person', gen_random_uuid()::text from generate_series(1, ${many}::int)`)
  await run(sql`insert into mails (workspace_id, recipient, subject, body, sent_at)
    select ${ws}::uuid, 'a' || n || '@example.org', 'Letter ' || n, 'Text', now() from generate_series(1, ${Math.round(people / 100)}::int) n`)
  await run(sql`insert into requests (workspace_id, kind, state, completed_at)
    select ${ws}::uuid, 'export', 'done', now() from generate_series(1, ${Math.round(people / 1000)}::int)`)
  await run(sql`insert into refused_events (workspace_id, reason, body)
    select ${ws}::uuid, 'no-identifier', '{"type":"track","event":"open"}' from generate_series(1, ${Math.round(people / 100)}::int)`)
  await run(sql`insert into users (id, name, email) select gen_random_uuid()::text, 'Colleague ' || n, gen_random_uuid() || '@example.org'
    from generate_series(1, 20) n`)
  await run(sql`insert into members (workspace_id, user_id, role) select ${ws}::uuid, id, 'researcher' from users u
    where name like 'Colleague %' and not exists (select from members m where m.user_id = u.id)`)
}

async function makeSets(app: App, { workspaceId, actor }: TestMember): Promise<string[]> {
  const made: string[] = []
  for (const name of ['By plan', 'By age', 'By orders'])
    made.push(
      await createSet(app, {
        workspaceId,
        by: actor,
        name,
        audience: name === 'By plan' ? [] : [{ kind: 'trait', trait: 'spent', op: 'at least', value: 500 }],
        outcome: { column: 'newsletter', is: true },
        rules: [
          {
            name: 'Ordering lately',
            all: [
              { kind: 'trait', trait: 'age', op: 'at least', value: 40 },
              { kind: 'trait', trait: 'plan', op: 'in', values: ['full', 'basic'] },
              { kind: 'event', event: 'order', did: 'at least', times: 2, withinDays: 30 },
            ],
          },
          { name: 'Full', all: [{ kind: 'trait', trait: 'plan', op: 'is', value: 'full' }] },
          {
            name: 'Near',
            all: [
              { kind: 'trait', trait: 'city', op: 'in', values: ['city 1', 'city 2', 'city 3'] },
              { kind: 'event', event: 'help', did: 'never' },
            ],
          },
          { name: 'Young', all: [{ kind: 'trait', trait: 'age', op: 'less than', value: 40 }] },
        ],
      }),
    )
  return made
}

async function holdConversations(
  app: App,
  owner: TestMember,
  { interview: long, meetings: most, crowd, say }: Filling & { crowd: Crowd },
): Promise<Record<string, string>> {
  const { workspaceId, actor } = owner
  const studies = []
  for (const title of ['Why people order', 'Why people leave', 'What help is for'])
    studies.push(await openStudy(app, owner, { title }))
  const codeIds: string[] = []
  for (let at = 1; at <= 30; at++) {
    const code = { name: `Reason ${at}`, description: '', colour: 'teal' as const }
    codeIds.push((await createCode(app, { workspaceId, actor, studyId: null, code })).codeId)
  }
  const meetings = readMeetings()
  const { studyId = '' } = studies[0] ?? {}
  for (const [place, meeting] of meetings.slice(0, most).entries()) {
    if (place % 10 === 0) say(`meetings from ${place + 1}`)
    const personNos = Array.from({ length: 8 }, (_, at) => crowd.first + ((place * 8 + at) % crowd.people))
    const study = studies[place % studies.length]?.studyId ?? studyId
    const interviewId = await bringMeeting(app, owner, { ...meeting, studyId: study, personNos })
    await mark(app, owner, { interviewId, codeIds, passages: 30 })
  }
  const all = meetings.map(({ text }) => text).join('\n')
  const text = all.repeat(Math.ceil(long.characters / all.length)).slice(0, long.characters)
  const personNos = Array.from({ length: 200 }, (_, at) => crowd.first + (at % crowd.people))
  say(`an interview of ${text.length.toLocaleString('en')} characters`)
  const interviewId = await bringMeeting(app, owner, { name: 'The long one', text, studyId, personNos })
  await mark(app, owner, { interviewId, codeIds, passages: long.passages })
  // Whoever led it has a mirror of it.
  await sql`update interviews set interviewer_id = ${owner.memberId} where id = ${interviewId}`.execute(
    app.pg,
  )
  return { studyId, interviewId, codeId: codeIds[0] ?? '' }
}

/** Marks passages of some forty characters spread over an interview; every third carries a second code. */
async function mark(
  app: App,
  { workspaceId, actor }: TestMember,
  given: { interviewId: string; codeIds: readonly string[]; passages: number },
): Promise<void> {
  const { interviewId, codeIds, passages } = given
  const read = await readInterview(app.pg, { workspaceId, interviewId })
  const turns = (read?.utterances ?? []).filter(({ text }) => text.length > 20)
  for (let at = 0; at < passages; at += codeIds.length) {
    for (let place = at; place < Math.min(passages, at + codeIds.length); place++) {
      const turn = turns[Math.floor((place * turns.length) / passages)]
      if (turn === undefined) return
      const { utteranceId, version, text } = turn
      const start = place % 7
      const end = Math.min(toCodepoints(text, text.length), start + 10 + (place % 40))
      const codes = [codeIds[place % codeIds.length] ?? '', codeIds[(place * 7) % codeIds.length] ?? '']
      await markPassages(app, {
        ...{ workspaceId, actor, interviewId },
        passages: [{ utteranceId, version, start, end }],
        codeIds: codes.slice(0, place % 3 === 0 ? 2 : 1),
      })
    }
  }
}

async function propose(app: App, { workspaceId }: TestMember, say: (line: string) => void): Promise<string> {
  const begun = performance.now()
  const proposalId = await askProposal(app, {
    ...{ workspaceId, audience: [], leaveOut: [], trusted: [], by: 'Owner', seed: 1 },
    outcome: { column: 'newsletter', is: true },
  })
  const state = async () => (await findProposal(app, { workspaceId, proposalId })).state
  for (let now = await state(); now === 'waiting' || now === 'working'; now = await state())
    await new Promise((resolve) => setTimeout(resolve, 250))
  say(`segments proposed in ${Math.round((performance.now() - begun) / 1000)} s`)
  return proposalId
}

async function oneOf(app: App, { workspaceId }: TestMember, table: 'people' | 'imports'): Promise<string> {
  const row = await app.pg
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return row.id
}
