import { sql } from 'kysely'
import { findStudy } from '../../conversations/index.ts'
import { notFound, type App } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { listCodes } from '../codes.ts'
import { quotesOf } from '../quotes.ts'
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
  const { report, people } = await gather(app, at)
  await writeExport(app, {
    ...at,
    actor,
    kind,
    people,
    passages: report.codes.reduce((sum, { quotes }) => sum + quotes.length, 0),
    interviews: report.study.interviews,
  })
  return report
}

async function gather(app: App, at: InStudy): Promise<{ report: StudyReport; people: number[] }> {
  const study = await findStudy(app.pg, at)
  if (!study) throw notFound('study')
  const inStudy = await codedInStudy(app, at)
  const codes = (await listCodes(app.pg, at)).filter(({ codeId }) => inStudy.has(codeId))
  const people = new Set<number>()
  const shown: StudyReport['codes'] = []
  for (const { codeId, name, description } of codes) {
    const figures = inStudy.get(codeId)
    if (!figures) continue
    const quotes = await quotesInStudy(app, { ...at, codeId, personOf: figures.personOf })
    for (const { personNo } of quotes) people.add(personNo)
    shown.push({
      codeId,
      name,
      description,
      passages: figures.passages,
      people: figures.people,
      withheld: figures.withheld,
      quotes: quotes.map(({ text, who, when, language }) => ({ text, who, when, language })),
    })
  }
  const report: StudyReport = {
    study,
    method: await methodOf(app, at),
    codes: shown.toSorted((a, b) => b.people - a.people || b.passages - a.passages),
    coreq: await readCoreq(app.pg, at),
    at: app.clock.now().toISOString(),
  }
  return { report, people: [...people] }
}

type Coded = { passages: number; people: number; withheld: number; personOf: Map<string, number> }

async function codedInStudy(app: App, { workspaceId, studyId }: InStudy): Promise<Map<string, Coded>> {
  const { rows } = await sql<{
    code_id: string
    highlight_id: string
    person_no: number
    may_analyse: boolean
  }>`
    select code_id, highlight_id, person_no, may_analyse from coded_passages(${workspaceId}::uuid)
    where study_id = ${studyId}`.execute(app.pg)
  const byCode = Map.groupBy(rows, ({ code_id }) => code_id)
  return new Map(
    [...byCode].map(([codeId, own]) => {
      const counted = own.filter(({ may_analyse }) => may_analyse)
      return [
        codeId,
        {
          passages: counted.length,
          people: new Set(counted.map(({ person_no }) => person_no)).size,
          withheld: own.length - counted.length,
          personOf: new Map(own.map(({ highlight_id, person_no }) => [highlight_id, person_no])),
        },
      ]
    }),
  )
}

/** Some quotes of a code said in the study, of as many people as there are before anybody is quoted twice. */
async function quotesInStudy(
  app: App,
  given: InStudy & { codeId: string; personOf: ReadonlyMap<string, number> },
) {
  const { workspaceId, codeId, personOf } = given
  const { quotes } = await quotesOf(app, {
    workspaceId,
    codeId,
    people: [...new Set(personOf.values())],
    limit: 200,
  })
  const here = quotes.flatMap((quote) => {
    const personNo = personOf.get(quote.highlightId)
    return personNo === undefined ? [] : [{ ...quote, personNo }]
  })
  const seen = new Set<number>()
  const first = here.filter(({ personNo }) => !seen.has(personNo) && seen.add(personNo))
  return [...first, ...here.filter((one) => !first.includes(one))].slice(0, quotesShown)
}

async function methodOf(app: App, { workspaceId, studyId }: InStudy): Promise<StudyReport['method']> {
  const { rows } = await sql<{
    from: Date | null
    until: Date | null
    languages: string[] | null
    interviewers: string[] | null
    words: number
    coders: number
  }>`
    select min(i.happened_at) as from, max(i.happened_at) as until, array_agg(distinct i.language) as languages,
      array_remove(array_agg(distinct coalesce(u.name, i.interviewer_name)), null) as interviewers,
      coalesce(sum(i.words), 0)::int as words,
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
    coders: row?.coders ?? 0,
  }
}
