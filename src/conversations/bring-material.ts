import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { guessLanguage, type LanguageGuess } from '../language/index.ts'
import { findPerson, type Identifier } from '../people/index.ts'
import { Problem, notFound, type App } from '../platform/index.ts'
import type { Doer } from '../workspace/index.ts'
import { NumberingChanged, bringInterview, findKnown, refuseErased, type Brought } from './bring-interview.ts'
import type { SpeakerChoice } from './join-speakers.ts'
import type { InterviewBrought, Who } from './interview.schema.ts'
import { nameRespondents, resolveTold, respondentsInData } from './respondent-people.ts'
import {
  dateOf,
  materialFingerprint,
  openMaterial,
  sourceNameOf,
  tableFingerprint,
  type OpenedMaterial,
} from './material.ts'
import {
  meetRespondents,
  numberingOf,
  type AnswerFile,
  type Deciding,
  type Numbering,
} from './same-respondents.ts'
import { findStudy } from './studies.ts'
import { StudyLanguage } from './study.schema.ts'
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

type MaterialBrought = Brought & { respondents?: Pick<Numbering, 'same' | 'others'> }

/**
 * Reads material and brings it into a study as somebody has decided; says of a table of answers how many are taken for people of an earlier one, and how many met
 * and are taken for others. Throws 404, `person-erased` (410), `sender-gone` (499), and for a file that cannot be read its own
 * problem (422), e.g. `transcript-pdf`.
 */
export async function bringMaterial(
  app: App,
  { workspaceId, studyId, actor, asked, signal }: Bringing,
): Promise<MaterialBrought> {
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
  const file = await answerFileOf(app, { workspaceId, studyId, asked, transcript, opened })
  const { people: inData } = people
  return bringRead(app, {
    naming: { transcript, people: inData, workspaceId, studyId, actor, asked, choices: chosen },
    file,
    bringing: {
      workspaceId,
      studyId,
      actor,
      transcript,
      title: asked.title ?? { called: asked.called ?? 'Interview' },
      sourceName: sourceNameOf(opened),
      fingerprint,
      happenedAt: whenOf(app, { asked, opened }),
      language,
      languageGuessed: guess.language,
      interviewer: asked.interviewer,
    },
  })
}

type ReadMaterial = {
  naming: Omit<Parameters<typeof nameRespondents>[1], 'numbering'>
  file: (AnswerFile & Pick<Deciding, 'decided' | 'fresh'>) | undefined
  bringing: Omit<Parameters<typeof bringInterview>[1], 'choices' | 'answered'>
}

/** Brings in what was read; begun again with other keys where a colleague brought in the same numbers meanwhile. */
async function bringRead(app: App, read: ReadMaterial): Promise<MaterialBrought> {
  const { naming, file, bringing } = read
  const numbering = file && (await decideNumbering(app, file))
  const choices = await nameRespondents(app, {
    ...naming,
    numbering: numbering ?? { series: null },
  })
  try {
    const brought = await bringInterview(app, {
      ...bringing,
      choices,
      answered: file &&
        numbering && {
          series: numbering.series,
          table: file.table,
          stillHolds: async (tx) =>
            isDeepStrictEqual(await decideNumbering({ secret: app.secret, pg: tx }, file), numbering),
        },
    })
    const { same = 0, others = 0 } = numbering ?? {}
    return brought.state === 'known' || same + others === 0
      ? brought
      : { ...brought, respondents: { same, others } }
  } catch (error) {
    if (error instanceof NumberingChanged) return bringRead(app, read)
    throw error
  }
}

async function decideNumbering(
  app: Pick<App, 'pg' | 'secret'>,
  file: AnswerFile & Pick<Deciding, 'decided' | 'fresh'>,
): Promise<Numbering> {
  return numberingOf(app, { ...file, meetings: await meetRespondents(app, file) })
}

async function answerFileOf(
  app: App,
  given: Pick<Bringing, 'workspaceId' | 'studyId' | 'asked'> & {
    transcript: ParsedTranscript
    opened: OpenedMaterial
  },
): Promise<ReadMaterial['file']> {
  const { workspaceId, studyId, asked, transcript, opened } = given
  const { answers, respondents: decided } = asked
  if (answers === undefined || transcript.kind !== 'open-answers') return undefined
  const table = await tableFingerprint(app, { workspaceId, opened })
  const names = transcript.speakers.map(({ name }) => name)
  return { studyId, answers, names, table, sourceName: sourceNameOf(opened), decided, fresh: randomUUID() }
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

/** What was read without the labels of which somebody says that they are text. Throws `no-such-speaker` and `unnamed-as-text` (422). */
function saidBySomebody({ transcript: read, roles }: Read, { speakers }: InterviewBrought): Read {
  const labels = new Set(
    speakers.flatMap(({ name, role }) => (role === 'text' && name !== null ? [name] : [])),
  )
  const names = read.speakers.map(({ name }) => name)
  if (speakers.some(({ name }) => !names.includes(name))) throw noSuchSpeaker()
  if (speakers.some(({ name, role }) => role === 'text' && name === null)) throw unnamedAsText()
  const transcript = labelsAsText(read, labels)
  const roleOf = new Map(names.map((name, at) => [name, roles[at] ?? ('participant' as const)]))
  return { transcript, roles: transcript.speakers.map(({ name }) => roleOf.get(name) ?? 'participant') }
}

const unnamedAsText = () =>
  new Problem({
    id: 'unnamed-as-text',
    status: 422,
    detail:
      'What stands in a file without a name has no label that could be text. Say who says it, or take it out of the file.',
  })

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
