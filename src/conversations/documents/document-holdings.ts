import { sql } from 'kysely'
import type { App, PersonRef } from '../../platform/index.ts'

/** Photos and documents that belong to a person, each with the file itself (base64), whatever they permit to others. */
export async function exportDocuments(app: App, { workspaceId, personNo }: PersonRef): Promise<object[]> {
  const { rows } = await sql<{
    study: string
    name: string
    media: string
    happened_on: string | null
    bytes: Buffer[]
  }>`
    select s.title as study, d.name, d.media, d.happened_on::text,
      array(select bytes from document_parts where document_id = d.id order by position) as bytes
    from documents d join participants p on p.id = d.participant_id join studies s on s.id = d.study_id
    where d.workspace_id = ${workspaceId} and p.person_no = ${personNo} order by d.id`.execute(app.pg)
  return rows.map(({ study, name, media, happened_on, bytes }) => ({
    study,
    name,
    media,
    happenedOn: happened_on,
    file: Buffer.concat(bytes).toString('base64'),
  }))
}

/** How many there are. They go with being a participant. */
export async function countDocuments(
  app: App,
  { workspaceId, personNo }: Pick<PersonRef, 'workspaceId' | 'personNo'>,
): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from documents d join participants p on p.id = d.participant_id
    where d.workspace_id = ${workspaceId} and p.person_no = ${personNo}`.execute(app.pg)
  return rows[0]?.kept ?? 0
}
