import { z } from 'zod'
import { ch, type App } from '../src/platform/index.ts'
import { measureWords, type WordsMeasured } from '../src/words/index.ts'
import { openWorkspace, type TestMember } from '../test/members.ts'
import { sharedDataPresent } from '../test/shared-data.ts'
import { openStudy } from '../test/spoken-study.ts'
import { withBenchApp } from './bench-app.ts'
import { bringMeeting, readMeetings } from './meetings.ts'
import type { Report } from './report.ts'

/** The words of a quarter of forty product meetings against the rest. */
export async function measureMeetings(): Promise<Report> {
  if (!sharedDataPresent)
    return { figures: [], notes: ['The forty meetings are not beside this clone.'], reached: true }
  const { measured, limit } = await withBenchApp(async (app) => {
    const ann = await openWorkspace(app)
    const studyId = await bringMeetings(app, ann)
    const measured = await measureWords(app, { workspaceId: ann.workspaceId, studyId })
    return { measured, limit: await scanTime(app, ann.workspaceId) }
  })
  return report(measured, limit)
}

function report(measured: WordsMeasured, limit: number): Report {
  return {
    figures: [
      {
        what: 'comparing one study with the others, median',
        unit: 'ms',
        value: measured.median,
        limit,
        wanted: '≤ 500',
      },
      { what: 'slowest of the runs', unit: 'ms', value: measured.slowest, wanted: '≤ 500' },
      { what: 'quotes behind the strongest word', unit: 'ms', value: measured.quotes },
      { what: 'counting everything once, after it was brought in', unit: 'ms', value: measured.counting },
    ],
    notes: [
      `${measured.words.toLocaleString('en')} words of ${measured.speakers} speakers. The limit: reading every count once, added up by word and speaker, nothing compared.`,
    ],
    reached: true,
  }
}

async function bringMeetings(app: App, ann: TestMember): Promise<string> {
  const [rest, focus] = [
    await openStudy(app, ann, { title: 'Products' }),
    await openStudy(app, ann, { title: 'Marketing' }),
  ]
  for (const [place, meeting] of readMeetings().entries())
    await bringMeeting(app, ann, { ...(place % 4 === 0 ? focus : rest), ...meeting })
  return focus.studyId
}

async function scanTime(app: App, workspaceId: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 7; run++) {
    const begun = performance.now()
    await app.ch.query(
      ch.sql`SELECT stem, person, sum(occurrences) AS n FROM spoken_terms WHERE workspace_id = ${ch.uuid(workspaceId)}
        GROUP BY stem, person ORDER BY n DESC LIMIT 100`,
      z.object({ stem: z.string(), person: z.number(), n: z.number() }),
    )
    times.push(performance.now() - begun)
  }
  return Math.round(times.toSorted((a, b) => a - b)[3] ?? 0)
}
