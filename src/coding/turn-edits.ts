import {
  assignTurns,
  findBefore,
  holdBoth,
  holdEveryTurn,
  holdTurnToSplit,
  speakerMeant,
  splitTurn,
  type SpeakerMeant,
} from '../conversations/index.ts'
import { Problem, notFound, type App } from '../platform/index.ts'
import { SpeakerId, audit, type Doer, type UtteranceId } from '../workspace/index.ts'
import { tellReaders } from './coding-changes.ts'
import { studyOfInterview } from './highlights.ts'
import { keepSteps } from './history.ts'
import type { Step } from './steps.ts'
import { correctAndKeep } from './turn-corrections.ts'
import { joinAtJoint } from './turn-steps.ts'

type Editing = { workspaceId: string; actor: Doer }

/**
 * Puts a corrected text in a turn's place; passages keep to their words. Can be undone. `version` is the one that was read. Throws 404, `utterance-changed`,
 * `words-withheld` (409) and `utterance-empty` (422).
 */
export async function correctTurn(
  app: App,
  given: Editing & { utteranceId: string; text: string; version: number },
): Promise<{ version: number }> {
  const { workspaceId, actor } = given
  const { studyId } = await placeOfTurn(app, given)
  return keepSteps(app, { workspaceId, studyId, actor }, async (tx) => {
    const { version, steps } = await correctAndKeep({ app, tx }, given)
    return { steps, result: { version } }
  })
}

/**
 * Cuts a turn in two before the codepoint `at`; the second part is said by who is meant, else by the same. Passages keep to their words. Can be undone. Throws 404,
 * `utterance-changed`, `words-withheld` (409) and `turn-not-split` (422).
 */
export async function splitUtterance(
  app: App,
  given: Editing & { utteranceId: string; at: number; version: number; meant: SpeakerMeant | undefined },
): Promise<{ utteranceId: UtteranceId }> {
  const { workspaceId, actor, utteranceId, at, meant } = given
  const { studyId } = await placeOfTurn(app, given)
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const turn = await holdTurnToSplit(tx, given)
    const { interviewId } = turn
    const speakerId =
      meant === undefined
        ? turn.speakerId
        : await speakerMeant({ app, tx }, { workspaceId, interviewId, studyId, meant })
    const second = await splitTurn(tx, { workspaceId, turn, at, second: { speakerId } })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'utterance.split',
      subject: { kind: 'utterance', id: utteranceId },
    })
    const step: Step = {
      do: 'split turn',
      utteranceId: turn.utteranceId,
      otherId: second.utteranceId,
      gap: second.gap,
    }
    return { steps: [step], result: { utteranceId: second.utteranceId } }
  })
}

/**
 * Puts a turn to the one before it; all of it is said by who said that one. Can be undone. `version` and `before` are what was read. Throws 404,
 * `utterance-changed`, `words-withheld`, `turns-apart` (409).
 */
export async function joinUtterances(
  app: App,
  given: Editing & {
    utteranceId: string
    version: number
    before: { utteranceId: string; version: number }
  },
): Promise<{ utteranceId: UtteranceId; at: number }> {
  const { workspaceId, actor, utteranceId, before } = given
  const { studyId } = await placeOfTurn(app, given)
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const { first, second } = await holdBoth(tx, { workspaceId, first: before, second: given })
    if ((await findBefore(tx, second)) !== first.utteranceId) throw turnsApart()
    const gap = ' '
    const { at } = await joinAtJoint(tx, { workspaceId, first, second, gap })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'utterance.joined',
      subject: { kind: 'utterance', id: utteranceId },
    })
    const step: Step = {
      do: 'join turns',
      utteranceId: first.utteranceId,
      otherId: second.utteranceId,
      gap,
    }
    return { steps: [step], result: { utteranceId: first.utteranceId, at } }
  })
}

const turnsApart = () =>
  new Problem({
    id: 'turns-apart',
    status: 409,
    detail: 'These two turns do not follow each other. Look again, then merge.',
  })

/** Turns to give to another speaker: some, said to be by `from`, or (no ids) all of that speaker's that may be read now. */
export type TurnsMeant = { from: string; utteranceIds?: readonly string[] | undefined }

/**
 * Gives turns to another speaker. Whether they may be analysed and quoted is asked of that speaker from the next read on. Can be undone. Throws 404 and `utterance-changed`
 * (409) where one of them is no longer said by `from`.
 */
export async function assignUtterances(
  app: App,
  given: Editing & { interviewId: string; turns: TurnsMeant; meant: SpeakerMeant },
): Promise<{ speakerId: SpeakerId; given: number }> {
  const { workspaceId, actor, interviewId, turns, meant } = given
  const studyId = await studyOfInterview(app.pg, given)
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const { from } = turns
    const theirs = new Set(
      await holdEveryTurn(tx, { workspaceId, interviewIds: [interviewId], speakerId: from }),
    )
    if (turns.utteranceIds?.some((id) => !theirs.has(id)) === true) throw saidByAnother()
    const utteranceIds = [...(turns.utteranceIds ?? theirs)]
    if (utteranceIds.length === 0) throw notFound('turn')
    const to = await speakerMeant({ app, tx }, { workspaceId, interviewId, studyId, meant })
    const assigned = to === from ? [] : (await assignTurns(tx, { workspaceId, utteranceIds, from, to })).given
    const subject = { kind: 'interview', id: interviewId }
    const detail = { turns: assigned.length }
    await audit(tx, { workspaceId, actor, action: 'utterances.assigned', subject, detail })
    if (assigned.length === 0) return { steps: [], result: { speakerId: to, given: 0 } }
    await tellReaders(tx, workspaceId)
    const step: Step = { do: 'assign turns', utteranceIds: assigned, from: SpeakerId.parse(from), to }
    return { steps: [step], result: { speakerId: to, given: assigned.length } }
  })
}

const saidByAnother = () =>
  new Problem({
    id: 'utterance-changed',
    status: 409,
    detail:
      'Somebody else has given one of these turns to another speaker meanwhile. Look again, then choose.',
  })

async function placeOfTurn(
  app: App,
  { workspaceId, utteranceId }: { workspaceId: string; utteranceId: string },
): Promise<{ studyId: string }> {
  const row = await app.pg
    .selectFrom('utterances')
    .innerJoin('interviews', 'interviews.id', 'utterances.interview_id')
    .select('study_id')
    .where('utterances.workspace_id', '=', workspaceId)
    .where('utterances.id', '=', utteranceId)
    .executeTakeFirst()
  if (!row) throw notFound('passage')
  return { studyId: row.study_id }
}
