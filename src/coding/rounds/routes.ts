import { z } from 'zod'
import { route, type RouteKey } from '../../platform/index.ts'
import { StudyId, WorkspaceId, audit, member } from '../../workspace/index.ts'
import { historyOf, userOf } from '../history.ts'
import { adoptRound } from './adopt.ts'
import { agreementOf, disagreementsOf } from './compared-round.ts'
import {
  AgreementUnit,
  Disagreement,
  NewRound,
  Round,
  RoundAgreement,
  RoundId,
  Settlement,
  UncodedText,
} from './round.schema.ts'
import {
  beginRound,
  cancelRound,
  endCoding,
  findRound,
  finishCoding,
  listRounds,
  resumeCoding,
} from './rounds.ts'
import { settle } from './settle.ts'

const inStudy = z.object({ workspaceId: WorkspaceId, studyId: StudyId })
const ofRound = z.object({ workspaceId: WorkspaceId, roundId: RoundId })

/** Rounds of blind double coding. */
export const roundRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/rounds', {
    summary: 'The rounds of double coding of a study',
    access: member('coding.read'),
    params: inStudy,
    answer: z.object({ rounds: z.array(Round) }),
    handle: async ({ app, params }) => ({ rounds: await listRounds(app.pg, params) }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/rounds', {
    summary: 'Begin a round: some conversations, coded by several members who do not see each other’s codes',
    access: member('studies.write'),
    params: inStudy,
    body: NewRound,
    answer: z.object({ roundId: RoundId }),
    handle: ({ app, params, body, actor }) => beginRound(app, { ...params, actor, round: body }),
  }),
  route('GET /api/w/{workspaceId}/rounds/{roundId}', {
    summary: 'One round: who, what, how far; never what anybody marked',
    access: member('coding.read'),
    params: ofRound,
    // `you`: the one who asks, where they are a member.
    answer: Round.extend({
      history: z.object({ undo: z.boolean(), redo: z.boolean() }),
      you: z.uuid().nullable(),
    }),
    handle: async ({ app, params, actor }) => {
      const round = await findRound(app.pg, params)
      const { workspaceId } = params
      const history = await historyOf(app.pg, { workspaceId, studyId: round.studyId, actor })
      return { ...round, history, you: userOf(actor) }
    },
  }),
  step('POST /api/w/{workspaceId}/rounds/{roundId}/finish', 'Say that one has finished coding', finishCoding),
  step('POST /api/w/{workspaceId}/rounds/{roundId}/resume', 'Go on coding after all', resumeCoding),
  leading(
    'POST /api/w/{workspaceId}/rounds/{roundId}/end',
    'End the coding, whoever has finished',
    endCoding,
  ),
  leading('POST /api/w/{workspaceId}/rounds/{roundId}/cancel', 'Call a round off', cancelRound),
  route('GET /api/w/{workspaceId}/rounds/{roundId}/agreement', {
    summary: 'How far the coders agree: alpha, kappa, percent, for each code and for all',
    access: member('coding.read'),
    params: ofRound,
    query: z.object({
      unit: AgreementUnit.default('turn'),
      uncoded: UncodedText.default('counted'),
    }),
    answer: RoundAgreement,
    handle: ({ app, params, query }) => agreementOf(app, { ...params, ...query }),
  }),
  route('GET /api/w/{workspaceId}/rounds/{roundId}/disagreements', {
    summary: 'What the coders marked differently, with their words',
    access: member('transcripts.read'),
    params: ofRound,
    answer: z.object({ disagreements: z.array(Disagreement) }),
    handle: async ({ app, params, actor }) => {
      const disagreements = await disagreementsOf(app.pg, params)
      await audit(app, {
        workspaceId: params.workspaceId,
        actor,
        action: 'transcript.read',
        subject: { kind: 'round', id: params.roundId },
        purpose: 'conversation_analysis',
      })
      return { disagreements }
    },
  }),
  route('POST /api/w/{workspaceId}/rounds/{roundId}/settlements', {
    summary: 'Decide which marks of disagreements are kept',
    access: member('coding.write'),
    params: ofRound,
    body: z.object({
      settlements: z.array(Settlement).min(1).max(1000),
      note: z.string().trim().max(2000).default(''),
    }),
    handle: async ({ app, params, body, actor }) => {
      await settle(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  step('POST /api/w/{workspaceId}/rounds/{roundId}/adopt', 'Make it the study’s coding', adoptRound),
]

function step<const K extends RouteKey>(key: K, summary: string, change: typeof finishCoding) {
  return changing(key, { summary, permission: 'coding.write', change })
}

function leading<const K extends RouteKey>(key: K, summary: string, change: typeof finishCoding) {
  return changing(key, { summary, permission: 'studies.write', change })
}

function changing<const K extends RouteKey>(
  key: K,
  given: { summary: string; permission: 'coding.write' | 'studies.write'; change: typeof finishCoding },
) {
  return route(key, {
    summary: given.summary,
    access: member(given.permission),
    params: ofRound,
    handle: async ({ app, params, actor }) => {
      await given.change(app, { ...params, actor })
      return undefined
    },
  })
}
