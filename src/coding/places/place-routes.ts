import { z } from 'zod'
import type { App } from '../../platform/index.ts'
import { CodeId, StudyId, audit, type Doer } from '../../workspace/index.ts'
import { CodePlace, CodeWords } from '../coding.schema.ts'
import { findCode } from '../codes.ts'
import { historyOf } from '../history.ts'

/** What a place is marked with, in the body of a request. */
export const MarkedWith = z.object({
  codeIds: z.array(CodeId).max(50).default([]),
  newCode: CodeWords.extend({ origin: CodePlace.shape.origin }).optional(),
})

/** The study whose line of undo marking goes into, and whether there is something on it, in an answer. */
export const InLine = z.object({
  studyId: StudyId,
  history: z.object({ undo: z.boolean(), redo: z.boolean() }),
})

/** What was listed of a study, with what the asking member can take back there. */
export async function withLine<T extends { studyId: string }>(
  app: App,
  { workspaceId, actor, listed }: { workspaceId: string; actor: Doer; listed: T },
): Promise<T & z.output<typeof InLine>> {
  const studyId = StudyId.parse(listed.studyId)
  return { ...listed, studyId, history: await historyOf(app.pg, { workspaceId, studyId, actor }) }
}

/** Reads the places behind a code and writes down that they were read, how many of what. Throws 404. */
export async function readAudited<T>(
  app: App,
  given: {
    workspaceId: string
    codeId: string
    actor: Doer
    read: () => Promise<T>
    detail: (found: T) => Record<string, number>
  },
): Promise<T> {
  const { workspaceId, codeId, actor } = given
  await findCode(app.pg, { workspaceId, codeId })
  const found = await given.read()
  const detail = given.detail(found)
  if (Object.values(detail).some((n) => n > 0)) {
    const subject = { kind: 'code', id: codeId }
    await audit(app, { workspaceId, actor, action: 'quotes.read', subject, purpose: 'quoting', detail })
  }
  return found
}
