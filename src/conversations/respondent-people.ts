import { sql } from 'kysely'
import { resolvePeople, type Identifier, type Resolved } from '../people/index.ts'
import { newBreath, type App } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import type { Doer } from '../workspace/index.ts'
import type { InterviewBrought } from './interview.schema.ts'
import type { SpeakerChoice } from './join-speakers.ts'
import { linkParticipant } from './participants.ts'
import { findRespondents, respondentKey } from './respondents.ts'
import type { Numbering } from './same-respondents.ts'
import type { ParsedTranscript } from './transcripts/transcript.ts'

type Asked = { workspaceId: string; actor: Doer; asked: InterviewBrought; transcript: ParsedTranscript }
type Person = { personNo: number; personId: string }
type InData = { transcript: ParsedTranscript; people: ReadonlyMap<string, Person> }

/**
 * Who the respondents are where their column holds an identifier of the people data. Somebody erased is left out with their answers, and said;
 * a value that names nobody ("unknown") is a respondent of the survey only.
 */
export async function respondentsInData(app: App, given: Asked): Promise<InData> {
  const { asked, transcript } = given
  const kind = asked.answers?.respondent === null ? undefined : asked.answers?.identifier
  if (kind === undefined || transcript.kind !== 'open-answers') return { transcript, people: new Map() }
  const names = transcript.speakers.flatMap(({ name }) =>
    name === null || /^#\d+$/u.test(name) ? [] : [name],
  )
  const resolved = await resolveTold(app, { ...given, identifiers: names.map((value) => ({ kind, value })) })
  const people = new Map<string, Person>()
  const erased = new Set<string | null>()
  for (const [at, name] of names.entries()) {
    const one = resolved[at]
    if (one === undefined) continue
    if (one.state !== 'refused') people.set(name, one)
    else if (one.why === 'suppressed') erased.add(name)
  }
  return { transcript: withoutErased(transcript, erased), people }
}

function withoutErased(transcript: ParsedTranscript, erased: ReadonlySet<string | null>): ParsedTranscript {
  if (erased.size === 0) return transcript
  return {
    ...transcript,
    speakers: transcript.speakers.filter(({ name }) => !erased.has(name)),
    utterances: transcript.utterances.filter(({ speaker }) => !erased.has(speaker)),
    dropped: [...transcript.dropped, { what: 'erased-people', count: erased.size, example: '' }],
  }
}

type Naming = InData & {
  workspaceId: string
  studyId: string
  actor: Doer
  asked: InterviewBrought
  choices: readonly SpeakerChoice[]
  numbering: Pick<Numbering, 'series'>
}

/** The choices with who each respondent is and the key by which they are known again. Who answered before as nobody in the data is linked first. */
export async function nameRespondents(app: App, given: Naming): Promise<SpeakerChoice[]> {
  const { studyId, asked, transcript, people, choices, numbering } = given
  const column = transcript.kind === 'open-answers' ? (asked.answers?.respondent ?? null) : null
  if (column === null) return [...choices]
  const named: SpeakerChoice[] = []
  const breathe = newBreath()
  for (const [at, choice] of choices.entries()) {
    await breathe()
    // Whom somebody chose by hand is who they chose.
    if (choice.role !== 'participant' || choice.who !== 'somebody new') {
      named.push(choice)
      continue
    }
    const name = transcript.speakers[at]?.name ?? null
    const person = people.get(name ?? '')
    const who = person === undefined ? choice.who : { personNo: person.personNo }
    named.push({ ...choice, who, key: respondentKey(app, { studyId, column, name, ...numbering }) })
  }
  await linkEarlier(app, { ...given, choices: named })
  return named
}

async function linkEarlier(app: App, given: Naming): Promise<void> {
  const { workspaceId, studyId, actor, people, choices } = given
  if (people.size === 0) return
  const ids = new Map([...people.values()].map(({ personNo, personId }) => [personNo, personId]))
  const asked = choices.flatMap((choice) => {
    if (choice.role !== 'participant' || choice.key === undefined || typeof choice.who === 'string') return []
    return 'personNo' in choice.who ? [{ key: choice.key, personNo: choice.who.personNo }] : []
  })
  const before = await findRespondents(app.pg, { studyId, keys: asked.map(({ key }) => key) })
  const { rows } = await sql<{ id: string }>`
    select p.id from participants p where p.id = any(${[...before.values()]}::uuid[])
      and not exists (select from identifiers i where i.workspace_id = p.workspace_id and i.person_no = p.person_no)`.execute(
    app.pg,
  )
  const strangers = new Set(rows.map(({ id }) => id))
  for (const { key, personNo } of asked) {
    const participantId = before.get(key)
    const personId = ids.get(personNo)
    if (participantId === undefined || personId === undefined || !strangers.has(participantId)) continue
    await linkParticipant(app, { workspaceId, participantId, personId, actor })
  }
}

/** Who these identifiers name; people not known yet are made, told by themselves in an interview. */
export async function resolveTold(
  app: App,
  given: { workspaceId: string; actor: Doer; identifiers: readonly Identifier[] },
): Promise<Resolved[]> {
  const { workspaceId, actor, identifiers } = given
  const source = await createSource(app, {
    workspaceId,
    name: 'Interviews',
    party: 'first',
    origin: 'told',
    kind: 'interviews',
    by: 'userId' in actor ? actor.userId : undefined,
  })
  const rows = identifiers.map((identifier) => ({ identifiers: [identifier] }))
  return resolvePeople(app, { workspaceId, sourceId: source.id, trust: 'trusted', rows })
}
