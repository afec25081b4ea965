import { sql } from 'kysely'
import { findStudy } from '../../conversations/index.ts'
import { byteOrderMark, csvLine, notFound, type App } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { writeExport } from '../exchange/exports.ts'
import { userOf } from '../history.ts'
import { MemoListed } from './memo.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/**
 * Everything the team wrote about a study, newest first: on the study itself, its conversations and passages, the codes that may be used in it and
 * the people who take part; as far as this user may read it now. Throws 404.
 */
export async function listMemos(
  pg: App['pg'],
  asked: InStudy & { userId: string | null },
): Promise<MemoListed[]> {
  return (await readList(pg, asked)).map(({ person_no: _, ...row }) => asListed(row))
}

/** The same as CSV. Written down with whom it is about before it leaves. Throws 404. */
export async function exportMemos(app: App, given: InStudy & { actor: Doer }): Promise<Uint8Array> {
  const rows = await readList(app.pg, { ...given, userId: userOf(given.actor) })
  const people = [...new Set(rows.flatMap(({ person_no }) => (person_no === null ? [] : [person_no])))]
  await writeExport(app, {
    ...given,
    kind: 'memos',
    people,
    passages: rows.filter(({ kind }) => kind === 'passage').length,
  })
  const lines = rows.map((row) => [
    row.kind,
    row.about,
    row.text,
    row.by ?? '',
    row.changed_at?.toISOString() ?? '',
  ])
  const head = ['about', 'what', 'memo', 'written_by', 'written_at']
  return new TextEncoder().encode(byteOrderMark + [head, ...lines].map(csvLine).join(''))
}

type Row = {
  memo_id: string | null
  kind: string
  about: string
  about_id: string
  utterance_id: string | null
  text: string
  by: string | null
  changed_at: Date | null
  person_no: number | null
}

function asListed(row: Omit<Row, 'person_no'>): MemoListed {
  return MemoListed.parse({
    memoId: row.memo_id,
    kind: row.kind,
    about: row.about,
    aboutId: row.about_id,
    utteranceId: row.utterance_id,
    text: row.text,
    by: row.by,
    changedAt: row.changed_at?.toISOString() ?? null,
  })
}

async function readList(
  pg: App['pg'],
  { workspaceId, studyId, userId }: InStudy & { userId: string | null },
): Promise<Row[]> {
  if (!(await findStudy(pg, { workspaceId, studyId }))) throw notFound('study')
  const { rows } = await sql<Row>`
    with noted as materialized (
      select h.*, p.role, p.person_no from highlights h join utterances u on u.id = h.utterance_id
      join permitted_speakers(${workspaceId}::uuid, 1, array(select distinct interview_id from highlights
        where workspace_id = ${workspaceId} and study_id = ${studyId} and note <> '' and removed_at is null)) p on p.speaker_id = u.speaker_id
      where h.workspace_id = ${workspaceId} and h.study_id = ${studyId} and h.note <> '' and h.removed_at is null and h.lost_text is null
    ), listed as (
      select m.id as memo_id, m.kind, coalesce(s.title, i.title, code_label(c), people.pseudonym) as about,
        coalesce(s.id, i.id, c.id, people.id) as about_id, null::uuid as utterance_id, m.text, m.changed_by, m.changed_at, m.person_no
      from readable_memos(${workspaceId}::uuid, ${userId}::uuid) m
      left join studies s on s.id = m.study_id
      left join interviews i on i.id = m.interview_id
      left join codes c on c.id = m.code_id
      left join people on people.no = m.person_no
      where s.id = ${studyId} or i.study_id = ${studyId}
        or (c.removed_at is null and (c.study_id = ${studyId} or (c.id is not null and c.study_id is null)))
        or m.person_no in (select person_no from participants where study_id = ${studyId})
      union all
      select null, 'passage', substr(u.text, n.start_at + 1, n.end_at - n.start_at), n.interview_id, n.utterance_id, n.note, n.noted_by, n.noted_at, n.person_no
      from noted n join utterances u on u.id = n.utterance_id
      where n.role = 'participant' or u.id not in (select utterance_id from withheld_replies(${workspaceId}::uuid, array(select distinct interview_id from noted)))
    )
    select l.memo_id, l.kind, l.about, l.about_id, l.utterance_id, l.text, users.name as by, l.changed_at, l.person_no
    from listed l
    left join members w on w.workspace_id = ${workspaceId} and w.user_id = l.changed_by::text left join users on users.id = w.user_id
    order by l.changed_at desc nulls last, l.memo_id desc`.execute(pg)
  return rows
}
