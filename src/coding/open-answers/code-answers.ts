import { sql } from 'kysely'
import { Problem, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, HighlightId, audit, type Doer } from '../../workspace/index.ts'
import type { NewCode } from '../coding.schema.ts'
import { chosenCodes, keepTurns } from '../highlights.ts'
import { keepSteps, userOf } from '../history.ts'
import { refuseInRound } from '../rounds/set-aside.ts'
import type { Step } from '../steps.ts'
import { removeUncoded } from './answer-steps.ts'
import type { AnswersChanged } from './answers.schema.ts'
import { findSource } from './source.ts'

type Coding = {
  workspaceId: string
  interviewId: string
  actor: Doer
  do: 'give' | 'take'
  utteranceIds: readonly string[]
  codeIds: readonly string[]
  /** A code by name: the one of that name, or a new one. */
  newCode?: NewCode | undefined
}

/**
 * Gives codes to whole answers, thousands at once, or takes codes that whole answers bear off them; one step of undo. An answer that bears a
 * code already, in part or whole, keeps it as it is. Throws 404, `code-missing` (422), `round-running` (409).
 */
export async function codeAnswers(app: App, coding: Coding): Promise<AnswersChanged> {
  const { workspaceId, interviewId, actor } = coding
  const { studyId } = await findSource(app.pg, coding)
  if (coding.codeIds.length === 0 && (coding.newCode === undefined || coding.do === 'take'))
    throw new Problem({ id: 'code-missing', status: 422, detail: 'Choose a code for the answers.' })
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    await refuseInRound(tx, { workspaceId, interviewIds: [interviewId] })
    const steps: Step[] = []
    // Turns before the names of the study, in which the name of a new code is looked up.
    const answers = await holdAnswers(tx, coding)
    const newCode = coding.do === 'give' ? coding.newCode : undefined
    const codeIds = await chosenCodes({ app, tx }, { ...coding, studyId, steps, newCode })
    let changed = 0
    for (const codeId of codeIds) {
      const highlightIds =
        coding.do === 'give'
          ? await give(tx, { ...coding, studyId, codeId, answers })
          : await take(tx, { ...coding, codeId, answers, steps })
      changed += highlightIds.length
      if (coding.do === 'give' && highlightIds.length > 0)
        steps.push({ do: 'code answers', codeId, by: userOf(actor), highlightIds })
    }
    await audit(tx, {
      ...{ workspaceId, actor, action: coding.do === 'give' ? 'passage.marked' : 'passage.unmarked' },
      subject: { kind: 'interview', id: interviewId },
      detail: { passages: changed, codes: codeIds.length },
    })
    const withheld = coding.utteranceIds.length - answers.length
    const same = answers.length * codeIds.length - changed
    return { steps, result: { changed, same, withheld, codeIds } }
  })
}

type Held = { id: string; version: number; length: number }

/** Those of the answers that may be read now, held until the change is written so that no correction comes between. */
async function holdAnswers(tx: PostgresTransaction, coding: Coding): Promise<Held[]> {
  const { workspaceId, interviewId, utteranceIds } = coding
  await keepTurns(tx, { workspaceId, interviewId, turnIds: utteranceIds })
  const { rows } = await sql<{ id: string; version: number; text: string }>`
    select u.id, u.version, u.text from utterances u join speakers s on s.id = u.speaker_id
    where u.workspace_id = ${workspaceId} and u.interview_id = ${interviewId} and u.id = any(${[...utteranceIds]}::uuid[])
      and s.participant_id = any(array(
        select r.participant_id from permitted_participants(${workspaceId}::uuid, 1, null, array(
          select p.person_no from utterances a join speakers b on b.id = a.speaker_id join participants p on p.id = b.participant_id
          where a.interview_id = ${interviewId} and a.id = any(${[...utteranceIds]}::uuid[]))) r))
    order by u.position`.execute(tx)
  return rows.map(({ id, version, text }) => ({ id, version, length: [...text].length }))
}

type Giving = Coding & { codeId: string; answers: readonly Held[] }

async function give(tx: PostgresTransaction, giving: Giving & { studyId: string }): Promise<HighlightId[]> {
  const { workspaceId, interviewId, studyId, codeId, answers, actor } = giving
  const by = userOf(actor)
  const { rows } = await sql<{ highlight_id: string }>`
    with answer as (
      select * from unnest(${answers.map(({ id }) => id)}::uuid[], ${answers.map(({ version }) => version)}::int[],
        ${answers.map(({ length }) => length)}::int[]) as a (id, version, length)
      where length > 0 and not exists (select from highlights h join highlight_codes hc on hc.highlight_id = h.id
        where h.utterance_id = a.id and h.removed_at is null and h.lost_text is null and hc.code_id = ${codeId})
    ),
    whole as (
      select distinct on (a.id) a.id, h.id as highlight_id from answer a join highlights h on h.utterance_id = a.id
        and h.start_at = 0 and h.end_at = a.length and h.removed_at is null and h.lost_text is null
    ),
    made as (
      insert into highlights (workspace_id, study_id, interview_id, utterance_id, start_at, end_at, utterance_version, created_by)
      select ${workspaceId}, ${studyId}, ${interviewId}, a.id, 0, a.length, a.version, ${by}::uuid
      from answer a where a.id not in (select id from whole)
      returning id
    ),
    marked as (select highlight_id from whole union all select id from made)
    insert into highlight_codes (workspace_id, highlight_id, code_id, created_by)
    select ${workspaceId}, highlight_id, ${codeId}, ${by}::uuid from marked
    on conflict do nothing returning highlight_id`.execute(tx)
  return rows.map((row) => HighlightId.parse(row.highlight_id))
}

/** Takes the code off marks over whole answers, whoever gave it; what it stands on in part stays. */
async function take(tx: PostgresTransaction, taking: Giving & { steps: Step[] }): Promise<HighlightId[]> {
  const { workspaceId, codeId, answers, steps } = taking
  const { rows } = await sql<{ highlight_id: string; created_by: string | null }>`
    with gone as (
      delete from highlight_codes hc using highlights h, unnest(${answers.map(({ id }) => id)}::uuid[],
        ${answers.map(({ length }) => length)}::int[]) as a (id, length)
      where hc.workspace_id = ${workspaceId} and hc.code_id = ${codeId} and h.id = hc.highlight_id and h.utterance_id = a.id
        and h.start_at = 0 and h.end_at = a.length and h.removed_at is null and h.lost_text is null
      returning hc.highlight_id, hc.created_by
    )
    select * from gone`.execute(tx)
  for (const [by, taken] of Map.groupBy(rows, (row) => row.created_by)) {
    const highlightIds = taken.map((row) => HighlightId.parse(row.highlight_id))
    await removeUncoded(tx, highlightIds)
    steps.push({ do: 'uncode answers', codeId: CodeId.parse(codeId), by, highlightIds })
  }
  return rows.map((row) => HighlightId.parse(row.highlight_id))
}
