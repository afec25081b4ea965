import { sql } from 'kysely'
import { z } from 'zod'
import { guessLanguage, type LanguageGuess } from '../language/index.ts'
import { findPerson, type Identifier } from '../people/index.ts'
import { Problem, cutPage, notFound, type App, type Postgres } from '../platform/index.ts'
import { InterviewId, StudyId, audit, type Doer } from '../workspace/index.ts'
import { bringInterview, findKnown, refuseErased, type Brought } from './bring-interview.ts'
import type { SpeakerChoice } from './join-speakers.ts'
import type { InterviewBrought, InterviewListed, Who } from './interview.schema.ts'
import { nameRespondents, resolveTold, respondentsInData } from './respondent-people.ts'
import {
  dateOf,
  materialFingerprint,
  openMaterial,
  sourceNameOf,
  tableFingerprint,
  type OpenedMaterial,
} from './material.ts'
import { dropRecordings, removeGoneFiles } from './recordings/delete-recordings.ts'
import { meetRespondents, numberingOf, type Numbering } from './same-respondents.ts'
import { findStudy } from './studies.ts'
import { StudyLanguage } from './study.schema.ts'
import { holdEveryTurn } from './held-turns.ts'
import { askReader } from './transcripts/ask-reader.ts'
import { labelsAsText } from './transcripts/doubtful-labels.ts'
import type { SpeakerRole } from './transcripts/roles.ts'
import type { ParsedTranscript } from './transcripts/transcript.ts'

type Bringing = {
  workspaceId: string
  studyId: string
  actor: Doer
  asked: InterviewBrought
  signal?: AbortSignal
}

/**
 * Reads material and brings it into a study as somebody has decided; says of a table of answers how many are taken for people of an earlier one, and how many met
 * and are taken for others. Throws 404, `person-erased` (410), `sender-gone` (499), and for a file that cannot be read its own
 * problem (422), e.g. `transcript-pdf`.
 */
export async function bringMaterial(
  app: App,
  { workspaceId, studyId, actor, asked, signal }: Bringing,
): Promise<Brought & { respondents?: Pick<Numbering, 'same' | 'others'> }> {
  if (!(await findStudy(app.pg, { workspaceId, studyId }))) throw notFound('study')
  const opened = openMaterial(asked)
  const fingerprint = await materialFingerprint(app, { workspaceId, opened })
  await refuseErased(app.pg, { workspaceId, fingerprint })
  // The same files again cost next to nothing.
  const known = await findKnown(app.pg, { studyId, fingerprint })
  if (known !== null) return { state: 'known', interviewId: known }
  const read = await askReader({ whose: workspaceId, signal }, opened.given)
  if (read.state === 'refused')
    throw new Problem({ id: read.problem.id, status: 422, detail: read.problem.message })
  if (read.state === 'table') throw columnsMissing()
  const guess = await guessLanguage(read.sample)
  const language = asked.language ?? sureLanguage(guess)
  const said = saidBySomebody(read, asked)
  const people = await respondentsInData(app, { workspaceId, actor, asked, transcript: said.transcript })
  const { transcript } = people
  const { roles } = said
  const chosen = await chooseSpeakers(app, { workspaceId, actor, asked, transcript, roles })
  const answered = await answeredBy(app, { workspaceId, studyId, asked, transcript, opened })
  const choices = await nameRespondents(app, {
    numbering: { series: answered?.series ?? null },
    ...people,
    workspaceId,
    studyId,
    actor,
    asked,
    choices: chosen,
  })
  const brought = await bringInterview(app, {
    workspaceId,
    studyId,
    actor,
    transcript,
    choices,
    answered,
    title: asked.title ?? { called: asked.called ?? 'Interview' },
    sourceName: sourceNameOf(opened),
    fingerprint,
    happenedAt: whenOf(app, { asked, opened }),
    language,
    languageGuessed: guess.language,
    interviewer: asked.interviewer,
  })
  const { same = 0, others = 0 } = answered ?? {}
  return brought.state === 'known' || same + others === 0
    ? brought
    : { ...brought, respondents: { same, others } }
}

async function answeredBy(
  app: App,
  given: Pick<Bringing, 'workspaceId' | 'studyId' | 'asked'> & {
    transcript: ParsedTranscript
    opened: OpenedMaterial
  },
): Promise<(Numbering & { table: string }) | undefined> {
  const { workspaceId, studyId, asked, transcript, opened } = given
  const { answers, respondents: decided } = asked
  if (answers === undefined || transcript.kind !== 'open-answers') return undefined
  const table = await tableFingerprint(app, { workspaceId, opened })
  const names = transcript.speakers.map(({ name }) => name)
  const sourceName = sourceNameOf(opened)
  const file = { studyId, answers, names, table, sourceName }
  const meetings = await meetRespondents(app, file)
  const numbering = await numberingOf(app, { ...file, meetings, decided })
  return { ...numbering, table }
}

const columnsMissing = () =>
  new Problem({
    id: 'answers-no-column',
    status: 422,
    detail: 'This is a table. Say which of its columns holds the answers.',
  })

function sureLanguage({ language, reliable }: LanguageGuess): z.output<typeof StudyLanguage> {
  const sure = StudyLanguage.safeParse(reliable ? language : undefined)
  if (sure.success) return sure.data
  throw new Problem({
    id: 'language-unclear',
    status: 422,
    detail: 'Its language is unclear. Say which of the five it is.',
  })
}

/** Noon, so that the day is the same day all over Europe. */
function whenOf(app: App, { asked, opened }: { asked: InterviewBrought; opened: OpenedMaterial }): Date {
  if (asked.happenedAt !== undefined) return new Date(asked.happenedAt)
  const told = dateOf(app, opened)
  return told === null ? app.clock.now() : new Date(`${told.date}T12:00:00Z`)
}

type Read = { transcript: ParsedTranscript; roles: readonly SpeakerRole[] }

/** What was read without the labels of which somebody says that they are text. Throws `no-such-speaker` (422). */
function saidBySomebody({ transcript: read, roles }: Read, { speakers }: InterviewBrought): Read {
  const labels = new Set(
    speakers.flatMap(({ name, role }) => (role === 'text' && name !== null ? [name] : [])),
  )
  const names = read.speakers.map(({ name }) => name)
  if (speakers.some(({ name }) => !names.includes(name))) throw noSuchSpeaker()
  const transcript = labelsAsText(read, labels)
  const roleOf = new Map(names.map((name, at) => [name, roles[at] ?? ('participant' as const)]))
  return { transcript, roles: transcript.speakers.map(({ name }) => roleOf.get(name) ?? 'participant') }
}

const noSuchSpeaker = () =>
  new Problem({
    id: 'no-such-speaker',
    status: 422,
    detail: 'A speaker you named does not speak in this file. Compare the names with those of the preview.',
  })

async function chooseSpeakers(
  app: App,
  given: {
    workspaceId: string
    actor: Doer
    asked: InterviewBrought
    transcript: ParsedTranscript
    roles: readonly SpeakerRole[]
  },
): Promise<SpeakerChoice[]> {
  const { asked, transcript, roles } = given
  const assigned = new Map(asked.speakers.map((speaker) => [speaker.name, speaker]))
  const choices: SpeakerChoice[] = []
  for (const [at, { name }] of transcript.speakers.entries()) {
    const speaker = assigned.get(name)
    const told = speaker?.role === 'text' ? undefined : speaker?.role
    const role = told ?? roles[at] ?? 'participant'
    if (role !== 'participant') choices.push({ role })
    else {
      const who = await whoIs(app, { ...given, who: speaker?.who ?? 'somebody new' })
      choices.push({
        role,
        who,
        agreements: speaker?.agreements.length ? speaker.agreements : asked.agreements,
      })
    }
  }
  return choices
}

type Participating = Extract<SpeakerChoice, { role: 'participant' }>['who']

async function whoIs(
  app: App,
  { workspaceId, actor, who }: { workspaceId: string; actor: Doer; who: Who },
): Promise<Participating> {
  if (who === 'somebody new' || 'participantId' in who) return who
  if ('personId' in who) {
    const person = await findPerson(app, { workspaceId, personId: who.personId })
    if (!person) throw notFound('person')
    return { personNo: person.personNo }
  }
  return { personNo: await personByName(app, { workspaceId, actor, identifier: who.identifier }) }
}

/** The person of an identifier; one not known yet is made, told by themself in an interview. */
async function personByName(
  app: App,
  { identifier, ...given }: { workspaceId: string; actor: Doer; identifier: Identifier },
): Promise<number> {
  const [resolved] = await resolveTold(app, { ...given, identifiers: [identifier] })
  if (resolved && resolved.state !== 'refused') return resolved.personNo
  if (resolved?.why === 'suppressed')
    throw new Problem({
      id: 'person-erased',
      status: 410,
      detail: 'This person asked to be erased and is not brought back. Leave them out.',
    })
  throw new Problem({
    id: 'identifier-unusable',
    status: 422,
    detail:
      'An identifier names nobody: it is empty, too long, or a word such as "unknown". Correct or leave it out.',
  })
}

/** One page of the interviews of a study (or of all), newest first. */
export async function listInterviews(
  pg: Postgres,
  given: { workspaceId: string; studyId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: InterviewListed[]; next: string | null }> {
  const { workspaceId, studyId, limit } = given
  const before = z.uuid().safeParse(given.cursor).data ?? null
  const { rows } = await sql<InterviewRow>`
    with page as materialized (
      select * from interviews i where i.workspace_id = ${workspaceId}
        and (${studyId ?? null}::uuid is null or i.study_id = ${studyId ?? null}::uuid)
        and (${before}::uuid is null or i.id < ${before}::uuid)
      order by i.id desc limit ${limit + 1}
    ),
    permitted as materialized (
      select participant_id from permitted_participants(${workspaceId}::uuid, 1, array(select distinct study_id from page),
        array(select distinct p.person_no from page join speakers s on s.interview_id = page.id join participants p on p.id = s.participant_id))
    )
    select i.id, i.study_id, i.title, i.kind, i.language, i.happened_at, i.created_at, i.words, k.participants, k.withheld, k.who,
      coalesce(u.name, i.interviewer_name) as interviewer
    from page i
    left join members m on m.id = i.interviewer_id left join users u on u.id = m.user_id
    cross join lateral (
      select count(*) as participants, count(*) filter (where p.id not in (select participant_id from permitted)) as withheld,
        (array_agg(people.pseudonym order by s.position))[1:3] as who
      from speakers s join participants p on p.id = s.participant_id join people on people.no = p.person_no
      where s.interview_id = i.id
    ) k order by i.id desc`.execute(pg)
  return cutPage(rows.map(asListed), limit, (interview) => interview.interviewId)
}

type InterviewRow = {
  id: string
  study_id: string
  title: string
  kind: string
  language: string
  happened_at: Date
  created_at: Date
  words: number
  participants: number
  withheld: number
  who: string[] | null
  interviewer: string | null
}

function asListed(row: InterviewRow): InterviewListed {
  return {
    interviewId: InterviewId.parse(row.id),
    studyId: StudyId.parse(row.study_id),
    title: row.title,
    kind: row.kind,
    language: row.language,
    happenedAt: row.happened_at.toISOString(),
    broughtAt: row.created_at.toISOString(),
    words: row.words,
    participants: row.participants,
    withheld: row.withheld,
    who: row.who ?? [],
    interviewer: row.interviewer,
  }
}

/** Takes an interview out for good, with all that rests on it. The same file may be brought again. Throws 404. */
export async function removeInterview(
  app: App,
  { workspaceId, interviewId, actor }: { workspaceId: string; interviewId: string; actor: Doer },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    await holdEveryTurn(tx, { workspaceId, interviewIds: [interviewId] })
    const heard = await tx
      .selectFrom('recordings')
      .select('id')
      .where('interview_id', '=', interviewId)
      .execute()
    const ids = heard.map(({ id }) => id)
    await dropRecordings(tx, { workspaceId, ids, why: 'conversation removed', actor, now: app.clock.now() })
    const gone = await tx
      .deleteFrom('interviews')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', interviewId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw notFound('interview')
    const subject = { kind: 'interview', id: interviewId }
    await audit(tx, { workspaceId, actor, action: 'interview.removed', subject })
  })
  await removeGoneFiles(app)
}
