import { collectEvents } from '../../collect/index.ts'
import { createCode, markPassages, toCodepoints } from '../../coding/index.ts'
import { recordConsent, type ConsentEntry, type Purpose } from '../../consent/index.ts'
import {
  bringInterview,
  createStudy,
  fingerprintOf,
  readInterview,
  readTranscript,
  recordAgreements,
} from '../../conversations/index.ts'
import { guessLanguage } from '../../language/index.ts'
import { defineTraits, resolvePeople, writeFacts, type Fact } from '../../people/index.ts'
import type { App } from '../../platform/index.ts'
import { createSet } from '../../segments/index.ts'
import { createSource } from '../../sources/index.ts'
import {
  MemberId,
  type CodeId,
  type InterviewId,
  type MemberActor,
  type StudyId,
} from '../../workspace/index.ts'
import { sampleEvents } from './events.ts'
import { sampleInterviews, type SampleInterview } from './interviews.ts'
import { samplePeople, type SamplePerson } from './people.ts'
import { planNext } from './recruiting.ts'
import { codeKeys, codeTexts, sampleRules, storyTexts, type CodeKey, type SampleLanguage } from './story.ts'

/** The seed of the sample everybody sees. */
export const sampleSeed = 2026

type Building = { workspaceId: string; actor: MemberActor; language: SampleLanguage; seed: number }
type Placed = SamplePerson & { personNo: number }

/**
 * Fills a workspace with the story of `story.ts`, by the same actions that real data go through: people, facts, consent, events, segments, a study with twelve
 * conversations and their codes, and what comes next in it. The same seed gives the same people, texts and codes; times are counted back from now.
 */
export async function buildSample(app: App, building: Building): Promise<void> {
  const people = await bringPeople(app, building)
  await bringConsent(app, building, people)
  await bringEvents(app, building, people)
  const codes = await makeCodes(app, building)
  const studyId = await holdConversations(app, building, { people, codes })
  const next = people.slice(sampleInterviews().length).find(({ words }) => words.invitation === 'given')
  if (next) await planNext(app, { ...building, studyId, personNo: next.personNo })
  // Last: a workspace with its segments is a finished sample.
  await createSet(app, {
    workspaceId: building.workspaceId,
    by: building.actor,
    name: storyTexts[building.language].set,
    audience: [],
    outcome: { column: 'service_plan', is: true },
    rules: sampleRules(building.language),
  })
}

async function bringPeople(app: App, { workspaceId, actor, language, seed }: Building): Promise<Placed[]> {
  const source = await createSource(app, {
    workspaceId,
    name: storyTexts[language].register,
    party: 'first',
    origin: 'told',
    kind: 'file',
    bases: {
      analysis: { basis: 'legitimate interest' },
      invitation: { basis: 'consent' },
      email_marketing: { basis: 'consent' },
      advertising: { basis: 'consent' },
    },
    by: actor.userId,
  })
  const drawn = samplePeople(seed)
  const resolved = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: drawn.map(({ userId, email }) => ({
      identifiers: [
        { kind: 'user_id', value: userId },
        ...(email === null ? [] : [{ kind: 'email', value: email }]),
      ],
    })),
  })
  const people = drawn.flatMap((person, place): Placed[] => {
    const who = resolved[place]
    return who === undefined || who.state === 'refused' ? [] : [{ ...person, personNo: who.personNo }]
  })
  await defineTraits(app, { workspaceId, traits: [...traits] })
  const at = daysBefore(app, 45)
  const facts = people.flatMap((person) => factsOf(app, { person, at }))
  await writeFacts(app, { workspaceId, sourceId: source.id, facts })
  return people
}

const traits = [
  { trait: 'age', type: 'number', class: 'demographic' },
  { trait: 'children_at_home', type: 'number', class: 'demographic' },
  { trait: 'language', type: 'category', class: 'demographic' },
  { trait: 'town', type: 'category', class: 'geographic' },
  { trait: 'workshop_km', type: 'number', class: 'geographic' },
  { trait: 'bike', type: 'category', class: 'psychographic' },
  { trait: 'bike_price', type: 'number', class: 'psychographic' },
  { trait: 'weekly_km', type: 'number', class: 'psychographic' },
  { trait: 'customer_since', type: 'date', class: 'behaviour' },
  { trait: 'service_plan', type: 'boolean', class: 'behaviour' },
] as const

function factsOf(app: App, { person, at }: { person: Placed; at: Date }): Fact[] {
  const values: Record<(typeof traits)[number]['trait'], string | number | boolean> = {
    age: person.age,
    children_at_home: person.childrenAtHome,
    language: person.speaks,
    town: person.town,
    workshop_km: person.workshopKm,
    bike: person.bike,
    bike_price: person.bikePrice,
    weekly_km: person.weeklyKm,
    customer_since: daysBefore(app, person.customerFor).toISOString().slice(0, 10),
    service_plan: person.servicePlan,
  }
  return traits.map((definition): Fact => {
    const value = values[definition.trait]
    return {
      personNo: person.personNo,
      trait: definition.trait,
      class: definition.class,
      text: String(value),
      num: typeof value === 'number' ? value : null,
      origin: definition.class === 'behaviour' ? 'observed' : 'told',
      at,
    }
  })
}

async function bringConsent(app: App, building: Building, people: readonly Placed[]): Promise<void> {
  const { workspaceId, language } = building
  const entries = people.flatMap(({ personNo, userId, words, customerFor }): ConsentEntry[] =>
    (Object.entries(words) as [Purpose, ConsentEntry['state']][]).flatMap(([purpose, state]) => {
      const word = {
        personNo,
        purpose,
        channel: 'file',
        language,
        actor: { kind: 'person' },
        evidenceId: `sample:${userId}:${purpose}`,
      }
      const asked = { ...word, state: 'given' as const, happenedAt: daysBefore(app, customerFor) }
      const now = {
        ...word,
        state,
        happenedAt: daysBefore(app, 20),
        evidenceId: `${word.evidenceId}:${state}`,
      }
      if (state === 'given') return [asked]
      return state === 'withdrawn' ? [asked, now] : [now]
    }),
  )
  await recordConsent(app, { workspaceId, entries })
}

async function bringEvents(app: App, building: Building, people: readonly Placed[]): Promise<void> {
  const { workspaceId, actor, language, seed } = building
  const source = await createSource(app, {
    workspaceId,
    name: storyTexts[language].website,
    party: 'first',
    origin: 'observed',
    kind: 'events',
    bases: { analysis: { basis: 'legitimate interest' } },
    by: actor.userId,
  })
  const messages = sampleEvents(people, seed).map(({ daysAgo, ...event }) => ({
    type: 'track',
    ...event,
    timestamp: daysBefore(app, daysAgo).toISOString(),
  }))
  await collectEvents(
    app,
    { workspaceId, sourceId: source.id },
    { messages, envelope: { sentAt: undefined, context: {} } },
  )
}

async function makeCodes(
  app: App,
  { workspaceId, actor, language }: Building,
): Promise<Map<CodeKey, CodeId>> {
  const made = new Map<CodeKey, CodeId>()
  for (const key of codeKeys) {
    const code = codeTexts[language][key]
    const { codeId } = await createCode(app, { workspaceId, actor, studyId: null, code })
    made.set(key, codeId)
  }
  return made
}

type Coded = { codes: ReadonlyMap<CodeKey, CodeId> }

async function holdConversations(
  app: App,
  building: Building,
  { people, codes }: Coded & { people: readonly Placed[] },
): Promise<StudyId> {
  const { workspaceId, actor, language } = building
  const { title, hypothesis, contradiction, guide } = storyTexts[language]
  const studyId = await createStudy(app, {
    workspaceId,
    actor,
    draft: {
      title,
      hypothesis,
      contradiction,
      guide: guide.map((section) => ({ title: section.title, questions: [...section.questions] })),
      mode: 'behaviour',
      language,
      target: 20,
      bases: { conversation_analysis: 'consent', quoting: 'consent' },
    },
  })
  for (const [place, interview] of sampleInterviews().entries()) {
    const person = people[place]
    if (person === undefined) throw new Error('fewer people than conversations in the sample')
    const interviewId = await bringOne(app, building, { studyId, interview, person })
    await codePassages(app, building, { interviewId, interview, codes })
  }
  return studyId
}

type Conversation = { studyId: StudyId; interview: SampleInterview; person: Placed }

async function bringOne(
  app: App,
  building: Building,
  { studyId, interview, person }: Conversation,
): Promise<InterviewId> {
  const { workspaceId, actor, language } = building
  const bytes = Buffer.from(interview.text)
  const read = readTranscript({ name: interview.name, bytes })
  if (read.state === 'refused') throw new Error(`the sample’s ${interview.name} cannot be read`)
  const guess = await guessLanguage(interview.text)
  const asked = { wording: storyTexts[language].wording, language, channel: 'interview' }
  const agreements = [
    { ...asked, agreement: 'recording' as const, given: true },
    { ...asked, agreement: 'conversation_analysis' as const, given: true },
    { ...asked, agreement: 'quoting' as const, given: interview.quoting !== 'refused' },
  ]
  const { interviewId } = await bringInterview(app, {
    workspaceId,
    studyId,
    actor,
    transcript: read.transcript,
    choices: read.transcript.speakers.map(({ name }) =>
      name === interview.speaker
        ? { role: 'participant', who: { personNo: person.personNo }, agreements }
        : { role: 'interviewer' },
    ),
    title: interview.name.replace(/\.txt$/, '').replace(/^(\d+)-(.*)$/, '$1 · $2'),
    sourceName: interview.name,
    fingerprint: fingerprintOf(app, { workspaceId, content: bytes }),
    happenedAt: daysBefore(app, interview.daysAgo),
    language: interview.language,
    languageGuessed: guess.language,
    interviewer: { memberId: MemberId.parse(actor.memberId) },
  })
  if (interview.quoting === 'withdrawn')
    await withdrawQuoting(app, building, { studyId, personNo: person.personNo })
  return interviewId
}

async function withdrawQuoting(
  app: App,
  { workspaceId, actor, language }: Building,
  { studyId, personNo }: { studyId: StudyId; personNo: number },
): Promise<void> {
  const participant = await app.pg
    .selectFrom('participants')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('person_no', '=', personNo)
    .executeTakeFirstOrThrow()
  await recordAgreements(app, {
    workspaceId,
    participantId: participant.id,
    actor,
    agreements: [{ agreement: 'quoting', given: false, language, channel: 'interview' }],
  })
}

async function codePassages(
  app: App,
  { workspaceId, actor }: Building,
  { interviewId, interview, codes }: Coded & { interviewId: InterviewId; interview: SampleInterview },
): Promise<void> {
  const read = await readInterview(app.pg, { workspaceId, interviewId })
  for (const { code, text } of interview.passages) {
    const utterance = read?.utterances.find((turn) => turn.text.includes(text))
    const codeId = codes.get(code)
    if (utterance === undefined || codeId === undefined)
      throw new Error(`a passage of ${interview.name} is not in its text`)
    const from = utterance.text.indexOf(text)
    const [start, end] = [
      toCodepoints(utterance.text, from),
      toCodepoints(utterance.text, from + text.length),
    ]
    const { utteranceId, version } = utterance
    await markPassages(app, {
      workspaceId,
      actor,
      interviewId,
      passages: [{ utteranceId, start, end, version }],
      codeIds: [codeId],
    })
  }
}

function daysBefore(app: App, days: number): Date {
  return new Date(app.clock.now().getTime() - days * 86_400_000)
}
