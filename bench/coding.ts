import { sql } from 'kysely'
import type { CodeQuery } from '../src/coding/views/code-query.ts'
import { readForces } from '../src/coding/views/forces.ts'
import { readFramework } from '../src/coding/views/framework.ts'
import { readMatrix } from '../src/coding/views/matrix.ts'
import { readScope } from '../src/coding/views/scope.ts'
import { readLadders } from '../src/coding/views/study-ladders.ts'
import { readViewQuotes } from '../src/coding/views/view-quotes.ts'
import type { RowKind } from '../src/coding/views/view.schema.ts'
import type { App } from '../src/platform/index.ts'
import { openWorkspace, type TestMember } from '../test/members.ts'
import { withBenchApp } from './bench-app.ts'
import type { Report } from './report.ts'
import { bringAll } from './search.ts'

const passagesOfEach = 25
const rounds = 12

type At = { workspaceId: string; studyId: string }

/** Every view of a study of eight hundred interviews with twenty thousand coded passages, against the same count by hand without permission. */
export async function measureCoding(say: (line: string) => void): Promise<Report> {
  return withBenchApp(async (app) => {
    const ann = await openWorkspace(app)
    say('800 interviews')
    await bringAll(app, ann)
    say('twenty thousand passages')
    const at = await code(app, ann)
    say('looking at them')
    return report(await look(app, at))
  })
}

/** Sixty codes, twelve of them with four below each, on twenty-five passages of every interview, the same ones in every run. */
export async function code(app: App, { workspaceId }: TestMember): Promise<At> {
  const study = await app.pg
    .selectFrom('studies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  await sql`
    insert into codes (workspace_id, name, level, force)
    select ${workspaceId}::uuid, 'Theme ' || n, (array['attribute', 'consequence', 'value'])[1 + n % 3],
      case when n <= 4 then (array['push', 'pull', 'anxiety', 'habit'])[n] end from generate_series(1, 12) n`.execute(
    app.pg,
  )
  await sql`
    insert into codes (workspace_id, name, parent_id)
    select ${workspaceId}::uuid, c.name || ', ' || n, c.id from codes c cross join generate_series(1, 4) n where c.workspace_id = ${workspaceId}`.execute(
    app.pg,
  )
  await sql`
    with turns as (
      select u.id, u.interview_id, char_length(u.text) as size,
        row_number() over (partition by u.interview_id order by hashtextextended(u.position::text || i.title, 7)) as place
      from utterances u join interviews i on i.id = u.interview_id join speakers s on s.id = u.speaker_id and s.role = 'participant'
      where u.workspace_id = ${workspaceId} and char_length(u.text) > 60
    )
    insert into highlights (workspace_id, study_id, interview_id, utterance_id, start_at, end_at, utterance_version)
    select ${workspaceId}::uuid, ${study.id}::uuid, interview_id, id, place % 20, 25 + place % 30, 1 from turns where place <= ${passagesOfEach}`.execute(
    app.pg,
  )
  await sql`
    with numbered as (select id, row_number() over (order by name, id) - 1 as n from codes where workspace_id = ${workspaceId}),
      marked as (select id, row_number() over (order by id) as m from highlights where workspace_id = ${workspaceId})
    insert into highlight_codes (highlight_id, code_id, workspace_id)
    select m.id, c.id, ${workspaceId}::uuid from marked m join numbered c
      on c.n in (abs(hashint8(m.m)) % 60, abs(hashint8(m.m * 31)) % 60)
    on conflict do nothing`.execute(app.pg)
  await sql`vacuum analyze codes, highlights, highlight_codes, utterances, speakers, participants, people, grounds, consent_state`.execute(
    app.pg,
  )
  return { workspaceId, studyId: study.id }
}

type Times = Map<string, number[]>

/** What is asked of a study, each with a word of what came back. */
async function viewsOf(app: App, at: At): Promise<Record<string, () => Promise<string>>> {
  const { rows: codes } = await sql<{ id: string }>`
    select id from codes where workspace_id = ${at.workspaceId} and parent_id is null order by name`.execute(
    app.pg,
  )
  const [a = '', b = '', c = '', d = ''] = codes.map(({ id }) => id)
  const scope = (query?: CodeQuery) =>
    readScope(app, at, {
      together: 'overlap',
      ...(query === undefined ? {} : { q: JSON.stringify(query) }),
    })
  const page = { limit: 50, offset: 0 }
  const matrix = (rows: RowKind) => async () => {
    const found = await readMatrix(app, { scope: await scope(), rows, ...page, columns: 20 })
    return `${found.rowsInAll} rows, ${found.cells.length} cells`
  }
  const quotes = (query: CodeQuery) => async () => {
    const cell = { rows: 'participant' } as const
    return `${(await readViewQuotes(app, { scope: await scope(query), cell, ...page })).total} quotes`
  }
  return {
    'codes by participants': matrix('participant'),
    'codes by conversations': matrix('interview'),
    'codes by months': matrix('month'),
    'codes by parts of a conversation': matrix('part'),
    'codes together': matrix('code'),
    'a code': quotes({ code: a }),
    'a query of seven parts': quotes({
      all: [
        { any: [{ code: a }, { code: b }] },
        { not: { code: c } },
        { near: [{ code: a }, { code: d }], within: 20 },
      ],
    }),
    'a framework of six themes': async () => {
      const themes = codes.slice(0, 6).map(({ id }) => id)
      return `${(await readFramework(app, { scope: await scope(), themes, ...page })).cells.length} cells`
    },
    ladders: async () => `${(await readLadders(app, { scope: await scope(), reach: 6 })).ladders} ladders`,
    'four forces': async () => `${(await readForces(app, await scope())).forces.length} forces`,
  }
}

async function look(app: App, at: At): Promise<{ times: Times; byHand: number[]; seen: string }> {
  const views = await viewsOf(app, at)
  const times: Times = new Map()
  const byHand: number[] = []
  let seen = ''
  for (let round = -1; round < rounds; round += 1)
    for (const [name, view] of Object.entries(views)) {
      const begun = performance.now()
      const told = await view()
      const took = performance.now() - begun
      // The first round warms up.
      if (round < 0) {
        seen += `${name}: ${told}. `
        continue
      }
      times.set(name, [...(times.get(name) ?? []), took])
      byHand.push(await countByHand(app, at))
    }
  return { times, byHand, seen }
}

/** Milliseconds of counting codes by people in one query of the bare tables. */
async function countByHand(app: App, { studyId }: At): Promise<number> {
  const begun = performance.now()
  await sql`
    select s.participant_id, hc.code_id, count(*) as passages from highlights h
    join highlight_codes hc on hc.highlight_id = h.id join utterances u on u.id = h.utterance_id
    join speakers s on s.id = u.speaker_id where h.study_id = ${studyId} group by 1, 2`.execute(app.pg)
  return performance.now() - begun
}

function report({ times, byHand, seen }: { times: Times; byHand: number[]; seen: string }): Report {
  const at = (values: readonly number[], share: number) => {
    const sorted = values.toSorted((one, other) => one - other)
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  }
  const limit = at(byHand, 0.95)
  return {
    figures: [...times].map(([name, values]) => ({
      what: `${name}, p95`,
      unit: 'ms',
      value: at(values, 0.95),
      limit,
      wanted: '< 1000',
    })),
    notes: [
      'The limit: codes by participants counted in one query of the bare tables, without permission, tree and names.',
      seen.trim(),
    ],
    reached: true,
  }
}
