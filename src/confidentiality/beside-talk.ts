import { sql } from 'kysely'
import { Language, knownFinder } from '../language/index.ts'
import { withReplacements } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { knownAmong, namesOfStudy } from './study-names.ts'

type InTalk = { workspaceId: string; studyId: string; interviewId: string }

/** Whether anything of somebody's words is kept beside a conversation. It is a change of coding, which whoever makes holds before any turn. */
export async function hasWordsBeside(tx: PostgresTransaction, interviewId: string): Promise<boolean> {
  const { rows } = await sql`
    select from highlights h where h.interview_id = ${interviewId} and (h.lost_text is not null
      or exists (select from highlight_codes hc join codes c on c.id = hc.code_id and c.origin = 'in vivo' where hc.highlight_id = h.id))
    union all select from in_vivo_words w join speakers s on s.id = w.speaker_id and s.interview_id = ${interviewId}
    limit 1`.execute(tx)
  return rows.length > 0
}

/**
 * Puts pseudonyms also into what is kept of somebody's words beside a conversation: words that a correction took out, names of codes that are their own words.
 * Not put back when a pseudonym is.
 */
export async function replaceBesideTalk(
  { app, tx }: { app: Pick<App, 'secret'>; tx: PostgresTransaction },
  { workspaceId, studyId, interviewId }: InTalk,
): Promise<void> {
  const { rows } = await sql<{ id: string; what: 'lost' | 'code' | 'named'; text: string; language: string }>`
    with here as materialized (select h.*, i.language from highlights h join interviews i on i.id = h.interview_id where h.interview_id = ${interviewId}),
    -- What codes were called by, also where the mark was taken off since.
    named as materialized (select w.id, w.code_id, w.words, i.language from in_vivo_words w join speakers s on s.id = w.speaker_id
      join interviews i on i.id = s.interview_id where i.id = ${interviewId})
    select id::text, 'lost' as what, lost_text as text, language from here where lost_text is not null
    union all select distinct c.id::text, 'code', c.name, h.language from here h join highlight_codes hc on hc.highlight_id = h.id
      join codes c on c.id = hc.code_id and c.origin = 'in vivo'
    union select c.id::text, 'code', c.name, n.language from named n join codes c on c.id = n.code_id and c.origin = 'in vivo'
    union all select id::text, 'named', words, language from named`.execute(tx)
  if (rows.length === 0) return
  const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
  const accepted = [...names.values()].filter(({ state }) => state === 'accepted')
  const language = Language.catch('en').parse(rows[0]?.language)
  const find = knownFinder({ language, known: knownAmong(accepted, language) })
  for (const { id, what, text } of rows) {
    const found = find(text)
    if (found.length === 0) continue
    const changed = withReplacements(
      text,
      found.map(({ start, end, key }) => ({ start, end, text: names.get(key)?.pseudonym ?? '…' })),
    )
    if (what === 'lost') await sql`update highlights set lost_text = ${changed} where id = ${id}`.execute(tx)
    else if (what === 'named')
      await sql`update in_vivo_words set words = ${changed} where id = ${id}::bigint`.execute(tx)
    else await renameCode(tx, { workspaceId, id, name: changed })
  }
}

/** Steps that remember how a code stood are forgotten with it. Without a name it keeps its own. */
export async function renameCode(
  tx: PostgresTransaction,
  { workspaceId, id, name }: { workspaceId: string; id: string; name: string | null },
): Promise<void> {
  if (name !== null)
    await sql`
      update codes set name = case when exists (select from codes o where o.workspace_id = ${workspaceId} and o.id <> codes.id
        and o.removed_at is null and lower(o.name) = lower(${name})) then ${name} || ' ' || right(id::text, 4) else ${name} end
      where workspace_id = ${workspaceId} and id = ${id}`.execute(tx)
  await sql`
    delete from coding_log where workspace_id = ${workspaceId}
      and steps @> jsonb_build_array(jsonb_build_object('do', 'change code', 'codeId', ${id}::text))`.execute(
    tx,
  )
}
