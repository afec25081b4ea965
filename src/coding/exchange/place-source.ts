import { guessLanguage } from '../../language/index.ts'
import { bringInterview, fingerprintMeanwhile, type SpeakerChoice } from '../../conversations/index.ts'
import { Problem, type App } from '../../platform/index.ts'
import { InterviewId, Language, MemberId } from '../../workspace/index.ts'
import type { BringingSource } from './import-project.ts'
import type { SourceHead } from './reading-tasks.ts'

type Placed = { interviewId: string; state: 'brought' | 'known'; joined: number }

/** The interview of a source: its own where it was taken out of this very study, else brought in like any transcript. */
export async function placeSource(app: App, given: BringingSource): Promise<Placed | undefined> {
  const { workspaceId, studyId, source, read, report } = given
  const own = await ownInterview(app, given)
  if (own !== undefined) return { interviewId: own, state: 'known', joined: 0 }
  if (await isErased(app, { workspaceId, guid: source.guid })) {
    report.note('source-erased', source.guid)
    return undefined
  }
  const cases = casesOf(given)
  const choices = choicesOf(given, cases)
  try {
    const { interviewId, state } = await bringInterview(app, {
      workspaceId,
      studyId,
      actor: given.actor,
      transcript: read.transcript,
      choices,
      title: titleOf(given),
      sourceName: given.file.name,
      fingerprint: await fingerprintMeanwhile(app, { workspaceId, content: [read.content] }),
      happenedAt: momentOf(app, source),
      interviewer: await askerOf(app, given),
      ...(await languageOf(app, given)),
    })
    const joined = await rememberParticipants(app, { ...given, interviewId, cases })
    return { interviewId, state, joined }
  } catch (error) {
    // Somebody who speaks in it was erased: the others' conversations come in all the same.
    if (!(error instanceof Problem) || error.id !== 'transcript-erased') throw error
    report.note('source-erased', source.guid)
    return undefined
  }
}

async function ownInterview(
  app: App,
  { workspaceId, studyId, source }: BringingSource,
): Promise<string | undefined> {
  const id = InterviewId.safeParse(source.guid)
  if (!id.success) return undefined
  const row = await app.pg
    .selectFrom('interviews')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('id', '=', id.data)
    .executeTakeFirst()
  return row?.id
}

/** Whether this is a conversation or document of ours, taken out before somebody whose it is was erased. */
export async function isErased(
  app: App,
  { workspaceId, guid }: { workspaceId: string; guid: string },
): Promise<boolean> {
  const id = InterviewId.safeParse(guid)
  if (!id.success) return false
  const row = await app.pg
    .selectFrom('exported_conversations')
    .select('interview_id')
    .where('workspace_id', '=', workspaceId)
    .where('interview_id', '=', id.data)
    .where('person_no', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

type Case = BringingSource['exchange']['project']['cases'][number]

/** The case each speaker is, by place: told by our own turns, by name, or because there is one of each. */
function casesOf({ source, read, exchange }: BringingSource): (Case | undefined)[] {
  const { cases } = exchange.project
  const here = cases.filter(({ guid }) => read.cases.includes(guid))
  const answering = read.roles.filter((role) => role === 'participant').length
  return read.roles.map((role, place) => {
    if (role !== 'participant') return undefined
    const told = source.own?.speakers[place]?.case
    if (typeof told === 'string') return cases.find(({ guid }) => guid === told.toLowerCase())
    if (answering === 1 && here.length === 1) return here[0]
    const name = read.transcript.speakers[place]?.name?.toLowerCase()
    return here.find((one) => one.name.toLowerCase() === name)
  })
}

function choicesOf(given: BringingSource, cases: readonly (Case | undefined)[]): SpeakerChoice[] {
  const { read, participants, agreements } = given
  const chosen = new Set<string>()
  return read.roles.map((role, place): SpeakerChoice => {
    if (role !== 'participant') return { role }
    const participantId = participants.get(cases[place]?.guid ?? '')
    if (participantId === undefined || chosen.has(participantId))
      return { role, who: 'somebody new', agreements }
    chosen.add(participantId)
    return { role, who: { participantId }, agreements }
  })
}

/** Keeps who is whom for the sources that follow; returns how many are new. */
async function rememberParticipants(
  app: App,
  given: BringingSource & { interviewId: string; cases: readonly (Case | undefined)[] },
): Promise<number> {
  const { interviewId, cases, participants } = given
  const rows = await app.pg
    .selectFrom('speakers')
    .select(['position', 'participant_id'])
    .where('interview_id', '=', interviewId)
    .execute()
  const before = new Set(participants.values())
  const joined = new Set<string>()
  for (const { position, participant_id } of rows) {
    if (participant_id === null) continue
    if (!before.has(participant_id)) joined.add(participant_id)
    const known = cases[position]
    if (known && !participants.has(known.guid)) participants.set(known.guid, participant_id)
  }
  return joined.size
}

function titleOf({ source, titles, exchange }: BringingSource): string | { called: string } {
  const name = source.name.trim().slice(0, 500).toWellFormed()
  const isKept = titles === 'kept' || exchange.project.origin === 'Samtale'
  return isKept && name !== '' ? name : { called: 'Interview' }
}

function momentOf(app: App, source: SourceHead): Date {
  const told = new Date(source.own?.happenedAt ?? source.at ?? '')
  const now = app.clock.now()
  return Number.isNaN(told.getTime()) || told > now || told.getFullYear() < 1970 ? now : told
}

/** Who asked: the one member called so, else somebody of that name. */
async function askerOf(
  app: App,
  { workspaceId, source }: BringingSource,
): Promise<{ memberId: MemberId } | { name: string } | undefined> {
  const name = source.own?.askedBy?.trim().slice(0, 200).toWellFormed() ?? ''
  if (name === '') return undefined
  const members = await app.pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select('members.id')
    .where('members.workspace_id', '=', workspaceId)
    .where('users.name', '=', name)
    .limit(2)
    .execute()
  const [member, another] = members
  return member === undefined || another !== undefined ? { name } : { memberId: MemberId.parse(member.id) }
}

async function languageOf(
  app: App,
  { workspaceId, studyId, source, read, report }: BringingSource,
): Promise<{ language: string; languageGuessed: string | null }> {
  const guess = await guessLanguage(read.opening)
  const told = Language.safeParse(source.own?.language ?? (guess.reliable ? guess.language : undefined))
  if (told.success) return { language: told.data, languageGuessed: guess.language }
  report.note('language-guessed', source.guid)
  const study = await app.pg
    .selectFrom('studies')
    .select('language')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirst()
  return { language: study?.language ?? 'en', languageGuessed: guess.language }
}
