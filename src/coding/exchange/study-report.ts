import { sql } from 'kysely'
import { studyScope } from '../../consent/index.ts'
import { findStudy } from '../../conversations/index.ts'
import { notFound, type App } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { listCodes } from '../codes.ts'
import type { Quote } from '../coding.schema.ts'
import { asQuote, type PassageRow } from '../quotes.ts'
import { inTreeOrder } from '../tree-order.ts'
import { readCoreq } from './coreq.ts'
import { writeExport } from './exports.ts'
import type { StudyReport } from './report.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/** Quotes shown of a code. */
const quotesShown = 5

/** A study as it is told to others, as permission stands now. Throws 404. */
export async function studyReport(app: App, at: InStudy): Promise<StudyReport> {
  return (await gather(app, at)).report
}

/** The same as it leaves the program: written down first, with whose words are in it. Throws 404. */
export async function takeReport(
  app: App,
  { actor, kind, ...at }: InStudy & { actor: Doer; kind: 'report' | 'report print' },
): Promise<StudyReport> {
  const { report, people, quotes } = await gather(app, at)
  await writeExport(app, {
    ...at,
    actor,
    kind,
    people,
    quotes,
    passages: report.codes.reduce((sum, { quotes }) => sum + quotes.length, 0),
    interviews: report.study.interviews,
  })
  return report
}

async function gather(
  app: App,
  at: InStudy,
): Promise<{ report: StudyReport; people: number[]; quotes: Quote[] }> {
  const study = await findStudy(app.pg, at)
  if (!study) throw notFound('study')
  const inStudy = await codedInStudy(app, at)
  const quoted = await quotesInStudy(app, at)
  const people = new Set<number>()
  const shownQuotes = new Map<string, Quote>()
  const shown: StudyReport['codes'] = []
  for (const { code, depth, below } of inTreeOrder(await listCodes(app.pg, at))) {
    const { codeId, label: name, description } = code
    const own = inStudy.get(codeId) ?? []
    const all = [...own, ...below.flatMap((one) => inStudy.get(one.codeId) ?? [])]
    if (all.length === 0) continue
    const quotes = quoted.get(codeId) ?? []
    for (const { personNo, ...quote } of quotes) {
      people.add(personNo)
      shownQuotes.set(quote.highlightId, quote)
    }
    shown.push({
      codeId,
      name,
      description,
      depth,
      ...countsOf(own),
      withBelow: below.length === 0 ? null : countsOf(all),
      withheld: own.filter(({ may_analyse }) => !may_analyse).length,
      quotes: quotes.map(({ text, who, when, language }) => ({ text, who, when, language })),
    })
  }
  const report: StudyReport = {
    study,
    method: await methodOf(app, at),
    codes: shown,
    coreq: await readCoreq(app.pg, at),
    at: app.clock.now().toISOString(),
  }
  return { report, people: [...people], quotes: [...shownQuotes.values()] }
}

type Coded = { code_id: string; highlight_id: string; person_no: number; may_analyse: boolean }

async function codedInStudy(app: App, { workspaceId, studyId }: InStudy): Promise<Map<string, Coded[]>> {
  const { rows } = await sql<Coded>`
    select code_id, highlight_id, person_no, may_analyse
    from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid)`.execute(app.pg)
  return Map.groupBy(rows, ({ code_id }) => code_id)
}

function countsOf(coded: readonly Coded[]): { passages: number; people: number } {
  const counted = coded.filter(({ may_analyse }) => may_analyse)
  return {
    passages: new Set(counted.map(({ highlight_id }) => highlight_id)).size,
    people: new Set(counted.map(({ person_no }) => person_no)).size,
  }
}

/** Some quotes of each code said in the study, of as many people as there are before anybody is quoted twice. Newest conversations first. */
async function quotesInStudy(
  app: App,
  { workspaceId, studyId }: InStudy,
): Promise<Map<string, (Quote & { personNo: number })[]>> {
  const { rows } = await sql<PassageRow & { code_id: string; highlight_id: string; person_no: number }>`
    with placed as (
      select p.code_id, p.highlight_id, p.person_no, h.interview_id, h.utterance_id, h.start_at, h.end_at, u.text, i.happened_at,
        i.language, row_number() over (partition by p.code_id, p.person_no
          order by i.happened_at desc, i.id, u.position, h.start_at, h.id) as nth,
        row_number() over (order by i.happened_at desc, i.id, u.position, h.start_at, h.id) as place
      from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) p
      join highlights h on h.id = p.highlight_id
      join utterances u on u.id = h.utterance_id
      join interviews i on i.id = h.interview_id
      where p.may_quote
    ), ranked as (
      select *, row_number() over (partition by code_id order by nth, place) as rank from placed
    )
    select r.*, array[r.code_id::text] as code_ids, credited_name(people.no, ${studyId}::uuid) as pseudonym
    from ranked r join people on people.no = r.person_no where r.rank <= ${quotesShown} order by r.rank`.execute(
    app.pg,
  )
  return new Map(
    [...Map.groupBy(rows, ({ code_id }) => code_id)].map(([codeId, own]) => [
      codeId,
      own.map((row) => ({ ...asQuote(row, row.highlight_id), personNo: row.person_no })),
    ]),
  )
}

async function methodOf(app: App, { workspaceId, studyId }: InStudy): Promise<StudyReport['method']> {
  const { rows } = await sql<{
    from: Date | null
    until: Date | null
    languages: string[] | null
    interviewers: string[] | null
    words: number
    withdrawn: number
    coders: number
  }>`
    with here as (select id from interviews where workspace_id = ${workspaceId} and study_id = ${studyId}),
    permitted as materialized (select * from permitted_speakers(${workspaceId}::uuid, 1, array(select id from here)))
    select min(i.happened_at) as from, max(i.happened_at) as until, array_agg(distinct i.language) as languages,
      array_remove(array_agg(distinct coalesce(u.name, i.interviewer_name)), null) as interviewers,
      (select coalesce(sum(s.words), 0)::int from speakers s join permitted p on p.speaker_id = s.id) as words,
      (select count(distinct r.person_no)::int from permission_rows(${workspaceId}::uuid, array(
        select p.person_no from speakers s join participants p on p.id = s.participant_id where s.interview_id in (select id from here))) r
        where r.scope = ${studyScope(studyId)} and r.purpose = 1 and r.reason in (3, 4)) as withdrawn,
      (select count(distinct hc.created_by) from highlight_codes hc join highlights h on h.id = hc.highlight_id
        where h.study_id = ${studyId} and h.removed_at is null) as coders
    from interviews i left join members m on m.id = i.interviewer_id left join users u on u.id = m.user_id
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId}`.execute(app.pg)
  const [row] = rows
  return {
    from: row?.from?.toISOString() ?? null,
    until: row?.until?.toISOString() ?? null,
    languages: (row?.languages ?? []).filter(Boolean),
    interviewers: row?.interviewers ?? [],
    words: row?.words ?? 0,
    withdrawn: row?.withdrawn ?? 0,
    coders: row?.coders ?? 0,
  }
}
