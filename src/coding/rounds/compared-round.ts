import { sql } from 'kysely'
import { Language } from '../../language/index.ts'
import type { App } from '../../platform/index.ts'
import { seededRandom } from '../../segments/index.ts'
import { CodeId, HighlightId, InterviewId, UserId, UtteranceId } from '../../workspace/index.ts'
import { passage } from '../anchor.ts'
import { compareCoders } from './agreement-of-round.ts'
import { gatherMarks, type Cluster, type Marked } from './differences.ts'
import type { AgreementUnit, Disagreement, Round, RoundAgreement, UncodedText } from './round.schema.ts'
import { codesOfRound, findRound, roundOver } from './rounds.ts'

type OfRound = { workspaceId: string; roundId: string }
const resamples = 1000
const seed = 1

/**
 * How far the coders of a round agree, over the turns of participants that may be analysed now. A coder whom the end surprised counts only in
 * conversations they had marked. Throws 404, `round-over` (409) while it is coded or when it was called off.
 */
export async function agreementOf(
  app: App,
  asked: OfRound & { unit: AgreementUnit; uncoded: UncodedText },
): Promise<RoundAgreement> {
  const { unit, uncoded } = asked
  const { round, marks, turns, askedIn } = await readCompared(app.pg, asked)
  const codes = await codesOfRound(app.pg, asked)
  const answers = turns.filter(({ isAnswer }) => isAnswer)
  const found = compareCoders({
    turns: answers.map(({ id, text, language }) => ({
      id,
      text,
      language: Language.catch('en').parse(language),
      asked: askedIn(id),
    })),
    marks,
    coders: round.coders.map(({ userId }) => userId),
    codeIds: codes.map(({ codeId }) => codeId),
    unit,
    uncoded,
    resamples,
    random: seededRandom(seed),
  })
  return {
    unit,
    uncoded,
    turns: answers.length,
    resamples,
    overall: found.overall,
    codes: codes.map(({ codeId, name }, at) => ({ ...nothing, ...found.codes[at], codeId, name })),
  }
}

const nothing = { units: 0, alpha: null, interval: null, kappa: null, share: null, given: [] }

/** What coders marked differently, settled or not, in the order of the text, as far as the words may be analysed now. Throws as `agreementOf`. */
export async function disagreementsOf(pg: App['pg'], asked: OfRound): Promise<Disagreement[]> {
  const compared = await readCompared(pg, asked)
  const names = new Map((await codesOfRound(pg, asked)).map(({ codeId, name }) => [codeId as string, name]))
  const turns = new Map(compared.turns.map((turn, at) => [turn.id, { ...turn, at }]))
  const order = compared.round.coders.map(({ userId }): string => userId)
  const byCoder = (marks: readonly RoundMark[]) =>
    marks.toSorted((one, other) => order.indexOf(one.coder) - order.indexOf(other.coder))
  return compared.clusters
    .filter(({ kind }) => kind !== 'alike')
    .toSorted((one, other) => placeIn(turns, one) - placeIn(turns, other))
    .flatMap((cluster) => {
      const [first] = cluster.marks
      const turn = turns.get(first?.turn ?? '')
      const code = names.get(first?.codeId ?? '')
      return first === undefined || turn === undefined || code === undefined
        ? []
        : [asDisagreement({ ...cluster, marks: byCoder(cluster.marks) }, { first, turn, code })]
    })
}

const placeIn = (turns: ReadonlyMap<string, { at: number }>, { marks: [first] }: Cluster<RoundMark>) =>
  turns.get(first?.turn ?? '')?.at ?? 0

function asDisagreement(
  { marks, kind }: Cluster<RoundMark>,
  { first, turn, code }: { first: RoundMark; turn: Turn; code: string },
): Disagreement {
  const at = first.settledAt
  return {
    codeId: CodeId.parse(first.codeId),
    code,
    kind: kind === 'other words' ? 'other words' : 'not everybody',
    interviewId: InterviewId.parse(turn.interviewId),
    interview: turn.interview,
    utteranceId: UtteranceId.parse(turn.id),
    language: turn.language,
    text: turn.text,
    who: turn.who,
    marks: marks.map(({ highlightId, coder, start, end, kept }) => ({
      highlightId: HighlightId.parse(highlightId),
      userId: UserId.parse(coder),
      words: passage(turn.text, { start, end }),
      kept,
    })),
    settled: at === null ? null : { by: first.settledBy, at: at.toISOString(), note: first.note },
  }
}

export type RoundMark = Marked & {
  highlightId: string
  kept: boolean | null
  settledBy: string | null
  settledById: string | null
  settledAt: Date | null
  note: string
}
type Turn = {
  id: string
  interviewId: string
  interview: string
  text: string
  language: string
  who: string | null
  isAnswer: boolean
}
export type ComparedRound = {
  round: Round
  marks: RoundMark[]
  turns: Turn[]
  clusters: Cluster<RoundMark>[]
  askedIn: (turn: string) => readonly string[]
}

/** Everything a round compares, as it may be read now: turns in order, marks on them. Throws as `agreementOf`. */
export async function readCompared(pg: App['pg'], asked: OfRound): Promise<ComparedRound> {
  const round = await findRound(pg, asked)
  if (round.state !== 'comparing' && round.state !== 'settled') throw roundOver()
  const turns = await turnsOf(pg, asked)
  const readable = new Map(turns.map((turn) => [turn.id, turn]))
  const marks = (await marksOf(pg, asked)).filter(({ turn }) => readable.has(turn))
  const marked = new Set(marks.map(({ coder, turn }) => `${coder} ${readable.get(turn)?.interviewId}`))
  const askedIn = (turn: string) =>
    round.coders
      .filter(
        ({ userId, finished }) => finished || marked.has(`${userId} ${readable.get(turn)?.interviewId}`),
      )
      .map(({ userId }) => userId)
  return { round, marks, turns, clusters: gatherMarks(marks, askedIn), askedIn }
}

async function turnsOf(pg: App['pg'], { workspaceId, roundId }: OfRound): Promise<Turn[]> {
  const { rows } = await sql<Omit<Turn, 'interviewId'> & { interview_id: string; role: string }>`
    with of_round as materialized (
      select interview_id from round_interviews where workspace_id = ${workspaceId} and round_id = ${roundId}
    ), asked as materialized (select array_agg(interview_id) as ids from of_round)
    select u.id, u.interview_id, i.title as interview, u.text, i.language, p.role,
      case when p.role = 'participant' then people.pseudonym else s.name end as who
    from asked
    join lateral permitted_speakers(${workspaceId}::uuid, 1, asked.ids) p on true
    join utterances u on u.speaker_id = p.speaker_id
    join interviews i on i.id = u.interview_id
    join speakers s on s.id = p.speaker_id
    left join people on people.no = p.person_no
    where p.role = 'participant' or u.id not in (select utterance_id from withheld_replies(${workspaceId}::uuid, asked.ids))
    order by i.happened_at, i.id, u.position`.execute(pg)
  return rows.map(({ interview_id, role, ...row }) => ({
    ...row,
    interviewId: interview_id,
    isAnswer: role === 'participant',
  }))
}

async function marksOf(pg: App['pg'], { workspaceId, roundId }: OfRound): Promise<RoundMark[]> {
  const { rows } = await sql<MarkRow>`
    select h.id, h.coder_id, h.utterance_id, h.start_at, h.end_at, m.code_id, m.kept, m.settled_at, m.note, m.settled_by as settled_by_id, users.name as settled_by
    from round_marks m join highlights h on h.id = m.highlight_id
    join codes c on c.id = m.code_id and c.removed_at is null
    join round_coders k on k.round_id = h.round_id and k.user_id = h.coder_id
    left join members on members.workspace_id = m.workspace_id and members.user_id = m.settled_by::text
    left join users on users.id = members.user_id
    where h.workspace_id = ${workspaceId} and h.round_id = ${roundId} and h.lost_text is null
    order by k.place, h.start_at, h.id`.execute(pg)
  return rows.map((row) => ({
    highlightId: row.id,
    coder: row.coder_id,
    codeId: row.code_id,
    turn: row.utterance_id,
    start: row.start_at,
    end: row.end_at,
    kept: row.kept,
    settledBy: row.settled_by,
    settledById: row.settled_by_id,
    settledAt: row.settled_at,
    note: row.note,
  }))
}

type MarkRow = {
  id: string
  coder_id: string
  utterance_id: string
  start_at: number
  end_at: number
  code_id: string
  kept: boolean | null
  settled_at: Date | null
  settled_by: string | null
  settled_by_id: string | null
  note: string
}
