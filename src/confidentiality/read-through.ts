import { sql } from 'kysely'
import { labelStrength } from '../conversations/index.ts'
import {
  Language,
  findIdentifiersMeanwhile,
  partsOfName,
  knownFinder,
  type FoundIdentifier,
} from '../language/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { applyDecisions } from './apply.ts'
import { calledAs, titled } from './called-as.ts'
import { addNames, holdNames, knownAmong, namesOfStudy, type NewName, type StudyName } from './study-names.ts'

/** Rises when rules change so that conversations should be read through anew. */
export const rules = 5

type At = { app: App; tx: PostgresTransaction }
type Reading = { workspaceId: string; studyId: string; interviewId: string }

/**
 * Reads a conversation through: what tells who somebody is comes on the study's list, with its places, and what was decided before is replaced at once. What stands
 * replaced already is left alone. Safe to repeat.
 */
export async function readThrough({ app, tx }: At, reading: Reading): Promise<void> {
  const { workspaceId, studyId, interviewId } = reading
  // Turns before names, as whoever corrects a turn does.
  const talk = await readTalk(tx, reading)
  if (!talk) return
  await holdNames(tx, studyId)
  const language = Language.catch('en').parse(talk.language)
  const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
  const called = [...calledSo(talk.carriers), ...(await calledAs(tx, studyId))]
  const known = knownWith(called, { names, language })
  const turns = talk.carriers.map(maskedText)
  const found = await findIdentifiersMeanwhile(turns, { language, known })
  const all = found.flat()
  const isThere = new Set(all.map(({ key }) => key))
  await addNames(
    { app, tx },
    {
      workspaceId,
      studyId,
      names,
      language,
      // A participant's own name is on the list with whose it is, before what else is found by it.
      found: [...called.filter(({ key }) => isThere.has(key)), ...all],
    },
  )
  await writePlaces(tx, {
    ...reading,
    names,
    placed: talk.carriers.map((carrier, at) => ({ carrier, found: found[at] ?? [] })),
  })
  await sql`
    insert into pseudonym_readings (interview_id, workspace_id, study_id, rules, read_at)
    values (${interviewId}, ${workspaceId}, ${studyId}, ${rules}, ${app.clock.now()})
    on conflict (interview_id) do update set rules = excluded.rules, read_at = excluded.read_at`.execute(tx)
  await applyDecisions({ app, tx }, reading)
}

/** Replaces in a conversation that is brought in what was decided in its study before, so that nobody ever reads it. */
export async function replaceKnown(
  tx: PostgresTransaction,
  { app, ...reading }: Reading & { app: App },
): Promise<void> {
  const { workspaceId, studyId } = reading
  const some = await tx
    .selectFrom('pseudonyms')
    .select('id')
    .where('study_id', '=', studyId)
    .where('state', '=', 'accepted')
    .limit(1)
    .executeTakeFirst()
  if (!some) return
  await holdNames(tx, studyId)
  const talk = await readTalk(tx, reading)
  if (!talk) return
  const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
  const accepted = [...names.values()].filter(({ state }) => state === 'accepted')
  const language = Language.catch('en').parse(talk.language)
  const find = knownFinder({ language, known: knownAmong(accepted, language) })
  const placed = talk.carriers.map((carrier) => ({ carrier, found: find(maskedText(carrier)) }))
  await writePlaces(tx, { ...reading, names, placed })
  await applyDecisions({ app, tx }, reading)
}

type Carrier = {
  utteranceId: string | null
  speakerId: string | null
  text: string
  /** Whose label it is. */
  personNo: number | null
  replaced: readonly { start: number; end: number }[]
}

/** Turns, labels and title of a conversation; the turns are held against corrections until the transaction ends. */
async function readTalk(
  tx: PostgresTransaction,
  { workspaceId, interviewId }: Reading,
): Promise<{ language: string; carriers: Carrier[] } | undefined> {
  const interview = await tx
    .selectFrom('interviews')
    .select(['language', 'title'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', interviewId)
    .executeTakeFirst()
  if (!interview) return undefined
  await sql`select from utterances where interview_id = ${interviewId} order by id for no key update`.execute(
    tx,
  )
  const turns = await sql<{ id: string; text: string }>`
    select id, text from utterances where interview_id = ${interviewId} order by position`.execute(tx)
  const labels = await sql<{ id: string; text: string; person_no: number | null }>`
    select s.id, s.name as text, p.person_no from speakers s left join participants p on p.id = s.participant_id
    where s.interview_id = ${interviewId} and s.name is not null order by s.position`.execute(tx)
  const places = await sql<{ of: string; start: number; end: number }>`
    select coalesce(utterance_id, speaker_id, interview_id) as of, start_at as start, end_at as end
    from pseudonym_places where interview_id = ${interviewId} and applied is not null`.execute(tx)
  const byCarrier = Map.groupBy(places.rows, (row) => row.of)
  const replaced = (id: string) => byCarrier.get(id) ?? []
  return {
    language: interview.language,
    carriers: [
      ...turns.rows.map(({ id, text }) => ({
        utteranceId: id,
        speakerId: null,
        personNo: null,
        text,
        replaced: replaced(id),
      })),
      ...labels.rows.map(({ id, text, person_no }) => ({
        utteranceId: null,
        speakerId: id,
        personNo: person_no,
        text,
        replaced: replaced(id),
      })),
      {
        utteranceId: null,
        speakerId: null,
        personNo: null,
        text: interview.title,
        replaced: replaced(interviewId),
      },
    ],
  }
}

/** What people are called in the file. Generic labels (Speaker 2, Respondent) call nobody. */
export function calledSo(
  carriers: readonly Pick<Carrier, 'speakerId' | 'text' | 'personNo' | 'replaced'>[],
): NewName[] {
  return carriers
    .filter(({ speakerId, text }) => speakerId !== null && labelStrength(text) === 'name')
    .flatMap((carrier) =>
      partsOfName(maskedText(carrier)).map(({ key, ...part }) => ({
        ...{ key, ...part },
        form: titled(key),
        kind: 'name' as const,
        personNo: carrier.personNo,
      })),
    )
}

/** What is known of a study, and what people are called. */
export function knownWith(
  called: readonly NewName[],
  { names, language }: { names: ReadonlyMap<string, StudyName>; language: Language },
): ReturnType<typeof knownAmong> {
  const known = knownAmong(names.values(), language)
  for (const { key, kind } of called)
    if (!known.has(key) || known.get(key)?.kind === 'other') known.set(key, { kind, case: 'capital' })
  return known
}

/** A text in which what is replaced already finds nothing. As many codepoints as before. */
export function maskedText({ text, replaced }: Pick<Carrier, 'text' | 'replaced'>): string {
  if (replaced.length === 0) return text
  const letters = [...text]
  for (const { start, end } of replaced) letters.fill('x', start, Math.min(end, letters.length))
  return letters.join('')
}

type Placed = { carrier: Pick<Carrier, 'utteranceId' | 'speakerId'>; found: readonly FoundIdentifier[] }

/** Writes anew where the originals stand; what is replaced keeps its places. */
export async function writePlaces(
  tx: PostgresTransaction,
  given: Reading & { names: ReadonlyMap<string, StudyName>; placed: readonly Placed[] },
): Promise<void> {
  const { workspaceId, studyId, interviewId, names, placed } = given
  const turns = placed.flatMap(({ carrier }) => carrier.utteranceId ?? [])
  const labels = placed.flatMap(({ carrier }) => carrier.speakerId ?? [])
  const isWhole = placed.length > turns.length + labels.length
  await sql`
    delete from pseudonym_places where interview_id = ${interviewId} and applied is null
      and (utterance_id = any(${turns}::uuid[]) or speaker_id = any(${labels}::uuid[]) or (utterance_id is null and ${isWhole}))`.execute(
    tx,
  )
  const rows = placed.flatMap(({ carrier, found }) =>
    found.flatMap(({ key, start, end }) => {
      const name = names.get(key)
      return name === undefined ? [] : [{ ...carrier, pseudonymId: name.pseudonymId, start, end }]
    }),
  )
  if (rows.length === 0) return
  await sql`
    insert into pseudonym_places (workspace_id, study_id, interview_id, pseudonym_id, field, utterance_id, speaker_id, start_at, end_at)
    select ${workspaceId}::uuid, ${studyId}::uuid, ${interviewId}::uuid, pseudonym_id,
      case when utterance_id is not null then 'words' when speaker_id is not null then 'speaker' else 'title' end,
      utterance_id, speaker_id, start_at, end_at
    from unnest(${rows.map((row) => row.pseudonymId)}::uuid[], ${rows.map((row) => row.utteranceId)}::uuid[],
      ${rows.map((row) => row.speakerId)}::uuid[], ${rows.map((row) => row.start)}::int[], ${rows.map((row) => row.end)}::int[])
      as n (pseudonym_id, utterance_id, speaker_id, start_at, end_at)`.execute(tx)
}
