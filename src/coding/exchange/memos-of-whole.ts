import type { App } from '../../platform/index.ts'
import { userOf } from '../history.ts'
import type { AskedExchange } from './ask-exchange.ts'
import { bringMemos, holdParticipants } from './exchanged-memos.ts'
import type { BringingSources } from './import-project.ts'
import { describedAs } from './refi.ts'

/** What the project says it is about and what was noted of it become memos of the study, what stands with cases memos about their participants; of a case that is nobody here it is left out. */
export async function bringMemosOfWhole(
  app: App,
  given: BringingSources & { participants: ReadonlyMap<string, string> },
): Promise<void> {
  const { workspaceId, studyId, actor, exchange, participants, counts, report } = given
  const { cases, noteGuids } = exchange.project
  const described = await descriptionBrought(app, given)
  const ofStudy = [...described, ...notesOf(exchange, noteGuids)].map((text) => ({
    ...{ kind: 'study' as const, id: studyId, text },
  }))
  const rewind = report.rewinder()
  counts.notes += await app.pg.transaction().execute(async (tx) => {
    rewind()
    const numbers = await holdParticipants(tx, { workspaceId, participantIds: [...participants.values()] })
    const ofPeople = cases.flatMap(({ guid, memos }) => {
      const id = numbers.get(participants.get(guid) ?? '')
      if (id === undefined) report.note('notes', guid, memos.length)
      return id === undefined ? [] : memos.map((text) => ({ kind: 'person' as const, id, text }))
    })
    return bringMemos({ app, tx }, { workspaceId, userId: userOf(actor), memos: [...ofStudy, ...ofPeople] })
  })
}

/** What the project says it is about, where the study does not say the same itself. */
async function descriptionBrought(
  app: App,
  { workspaceId, studyId, exchange }: BringingSources,
): Promise<string[]> {
  const study = await app.pg
    .selectFrom('studies')
    .select(['hypothesis', 'confirmation', 'contradiction'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirstOrThrow()
  const { description } = exchange.project
  return description === '' || description === describedAs(study) ? [] : [description]
}

/** The words of notes, those without any left out. */
export function notesOf({ project }: AskedExchange, guids: readonly string[]): string[] {
  return guids.map((guid) => project.notes.get(guid)?.content ?? '').filter((text) => text.trim() !== '')
}
