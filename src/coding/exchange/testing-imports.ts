import { beforeAll, beforeEach } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { archiveOf, fileOf } from '../../../test/refi.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { listInterviews, readInterview } from '../../conversations/index.ts'
import { listCodes } from '../codes.ts'
import { listHighlights } from '../highlights.ts'
import { importProject } from './import-project.ts'
import { findImport } from './imports.ts'
import { guid, placeOf } from './testing-projects.ts'

export const talk = `Interviewer: When did you last switch bank?
Mette: In spring 🙂. The price was high and nobody answered.
Interviewer: Why was that?
Mette: It is too much trouble 😀 for me. The price again.`

/** The place of words in what was said. */
export const at = (words: string) => placeOf(talk, words)

export type Files = Record<string, string | Uint8Array>

/** A project of one text. */
export const project = (xml: string): Files => ({
  'project.qde': xml,
  [`sources/${guid(10)}.txt`]: talk,
})

/** A study that is brought into, in a workspace of its own for every test of the file. */
export function studyToBringInto() {
  let app: TestApp
  let ann: TestMember
  let studyId: string
  beforeAll(async () => {
    app = await openTestApp()
  })
  beforeEach(async () => {
    ann = await openWorkspace(app)
    studyId = (await openStudy(app, ann)).studyId
  })
  const here = () => ({ app, studyId, workspaceId: ann.workspaceId, actor: ann.actor })
  return {
    here,
    /** Brings files of a project, or a codebook, in; what became of it. */
    bring: async (files: Files | string) => {
      const { workspaceId, actor } = ann
      const { importId, state } = await importProject(app, {
        workspaceId,
        actor,
        file: typeof files === 'string' ? fileOf(files, 'book.qdc') : fileOf(archiveOf(files)),
        study: { studyId },
        codebook: 'study',
        titles: 'numbered',
        agreements: [],
      })
      const { report, counts } = await findImport(app.pg, { workspaceId, importId })
      return { state, counts, report: Object.fromEntries(report.map(({ what, count }) => [what, count])) }
    },
    codes: () => listCodes(app.pg, { workspaceId: ann.workspaceId, studyId }),
    /** Everything marked, as words and codes. */
    marked: () => markedIn(here()),
  }
}

async function markedIn(given: { app: TestApp; workspaceId: string; studyId: string }): Promise<string[]> {
  const { app, workspaceId, studyId } = given
  const codes = new Map(
    (await listCodes(app.pg, { workspaceId, studyId })).map(({ codeId, name }) => [codeId, name]),
  )
  const { items } = await listInterviews(app.pg, { workspaceId, studyId, limit: 100 })
  const found: string[] = []
  for (const { interviewId } of items) {
    const interview = await readInterview(app.pg, { workspaceId, interviewId })
    for (const { utteranceId, start, end, codeIds, note } of await listHighlights(app.pg, {
      workspaceId,
      interviewId,
    })) {
      const text = interview?.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
      const names = codeIds.map((id) => codes.get(id)).join(' + ')
      found.push(`${[...text].slice(start, end).join('')} = ${names}${note === '' ? '' : ` (${note})`}`)
    }
  }
  return found
}
