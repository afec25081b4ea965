import { sql } from 'kysely'
import { Language, ambiguousWords } from '../language/index.ts'
import type { App } from '../platform/index.ts'
import { openName } from './sealed-name.ts'

type Where = {
  workspaceId?: string | undefined
  studyId?: string | undefined
  /** Only in studies of which nothing was read since. */
  quietSince?: Date | undefined
}

/** Names that are looked for at once. */
const atOnce = 50

/**
 * A name that came up in one conversation of a study is known in all of it: those read before it was known, and in which it stands, are to be read again, and
 * what the team wrote of it too. Says whether there was anything to look for.
 */
export async function seekNewNames(app: App, { workspaceId, studyId, quietSince }: Where): Promise<boolean> {
  const { rows } = await sql<Row>`
    with first as (
      select n.study_id from pseudonyms n where ${unsought} and ${ofWorkspace(workspaceId)}
        and (${studyId ?? null}::uuid is null or n.study_id = ${studyId ?? null}::uuid)
        and not exists (select from pseudonym_readings r where r.study_id = n.study_id and r.read_at > ${quietSince ?? null}) limit 1
    )
    select n.id, n.workspace_id, n.study_id, n.original, n.state, s.language from pseudonyms n join first on first.study_id = n.study_id join studies s on s.id = n.study_id
    where ${unsought} order by n.id limit ${atOnce}`.execute(app.pg)
  const [one] = rows
  if (one === undefined) return false
  const forms = rows.map((row) =>
    openName(app, { workspaceId: row.workspace_id, original: row.original }).form.normalize(),
  )
  const small = forms
    .filter((form, at) => rows[at]?.state === 'accepted' && !isWord(form, one))
    .map((form) => form.toLowerCase())
  const ids = rows.map((row) => row.id)
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      with hits as materialized (
        select distinct u.interview_id, hit[1] as form from interviews i join utterances u on u.interview_id = i.id
        cross join lateral regexp_matches(normalize(u.text), ${anyOf([...forms, ...small])}, 'g') hit where i.study_id = ${one.study_id}
      )
      update pseudonym_readings r set rules = 0 from hits h
      join unnest(${ids}::uuid[], ${forms}::text[]) as n (id, form) on lower(n.form) = lower(h.form)
      where r.interview_id = h.interview_id and (h.form = any(${small}::text[])
        or not exists (select from pseudonym_places p where p.interview_id = h.interview_id and p.pseudonym_id = n.id))`.execute(
      tx,
    )
    await sql`
      insert into team_texts_due (workspace_id, source, source_id)
      select distinct ${one.workspace_id}::uuid, g.source, t.source_id
      from team_text_ids(${one.workspace_id}::uuid, ${one.study_id}::uuid) g cross join lateral team_texts(${one.workspace_id}::uuid, null, g.source, g.ids) t
      where t.study_id = ${one.study_id} and normalize(t.words) ~ ${anyOf(forms)}`.execute(tx)
    await sql`update pseudonyms set sought = true where id = any(${ids}::uuid[])`.execute(tx)
  })
  return true
}

/** Whether any name of a workspace (or of all) is still to be looked for. */
export async function isAnyUnsought(app: App, { workspaceId }: Pick<Where, 'workspaceId'>): Promise<boolean> {
  const { rows } = await sql`
    select from pseudonyms n where ${unsought} and ${ofWorkspace(workspaceId)} limit 1`.execute(app.pg)
  return rows.length > 0
}

const unsought = sql`not n.sought and n.kind = 'name' and n.state <> 'refused'`
const ofWorkspace = (workspaceId: string | undefined) =>
  sql`(${workspaceId ?? null}::uuid is null or n.workspace_id = ${workspaceId ?? null}::uuid)`

type Row = {
  id: string
  workspace_id: string
  study_id: string
  original: string
  state: string
  language: string
}

const isWord = (form: string, { language }: Row) =>
  ambiguousWords[Language.catch('en').parse(language)].has(form.toLowerCase())

/** Any of some words or phrases, whole, with or without a genitive, or as the head of a compound; one pattern for all, since PostgreSQL makes a new one for every other. */
function anyOf(forms: readonly string[]): string {
  const literals = forms.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return String.raw`\m(${literals.join('|')})(?:['’]?s|-?[[:lower:]]{4,})?\M`
}
