import { z } from 'zod'
import { PageQuery, Problem, pageOf, route } from '../platform/index.ts'
import {
  PseudonymId,
  StudyId,
  WorkspaceId,
  audit,
  member,
  memberOrKey,
  roleAllows,
} from '../workspace/index.ts'
import { addPseudonym, decide } from './decide.ts'
import { confidentialityOf, listPseudonyms, requireStudy } from './list.ts'
import {
  Added,
  Confidentiality,
  Decision,
  Pseudonym,
  PseudonymKind,
  PseudonymState,
  Reason,
  Revealed,
} from './pseudonym.schema.ts'
import { restore, reveal, takeKey } from './reveal.ts'

const inStudy = z.object({ workspaceId: WorkspaceId, studyId: StudyId })
const ofPseudonym = inStudy.extend({ pseudonymId: PseudonymId })

/** Every route of this room. */
export const confidentialityRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/confidentiality', {
    summary: 'How far a study is with replacing what tells who somebody is',
    access: memberOrKey('studies.read'),
    params: inStudy,
    answer: Confidentiality,
    handle: ({ app, params, actor }) => {
      const readerId =
        actor.kind === 'member' && roleAllows(actor.role, 'transcripts.read') ? actor.memberId : null
      return confidentialityOf(app.pg, { ...params, readerId })
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/pseudonyms', {
    summary: 'What tells who somebody is in a study: proposed, replaced or left as it is',
    access: member('studies.read'),
    params: inStudy,
    query: PageQuery.extend({ state: PseudonymState.default('accepted'), kind: PseudonymKind.optional() }),
    answer: pageOf(Pseudonym),
    handle: async ({ app, params, query: { cursor, limit, state, kind }, actor }) => {
      await requireStudy(app.pg, params)
      const mayRead = roleAllows(actor.role, 'transcripts.read')
      if (!mayRead && state !== 'accepted')
        throw new Problem({
          id: 'not-allowed',
          status: 403,
          detail: 'Your role does not include "transcripts.read". Ask an owner of this workspace.',
        })
      const offset = Math.max(0, Math.min(1_000_000, Number.parseInt(cursor ?? '0', 10) || 0))
      const words = mayRead ? 'shown' : 'hidden'
      const readerId = actor.memberId
      const asked = { ...params, state, kind, words, readerId, limit: limit + 1, offset } as const
      const found = await listPseudonyms(app, asked)
      if (mayRead)
        await audit(app, {
          workspaceId: params.workspaceId,
          actor,
          action: 'transcript.read',
          subject: { kind: 'study', id: params.studyId },
          purpose: 'conversation_analysis',
        })
      const next = found.length > limit ? String(offset + limit) : null
      return { items: found.slice(0, limit), next }
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms', {
    summary: 'Have something replaced that no rule found',
    access: member('studies.write'),
    params: inStudy,
    body: Added,
    answer: z.object({ pseudonymId: PseudonymId }),
    handle: ({ app, params, body, actor }) => addPseudonym(app, { ...params, actor, added: body }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/decisions', {
    summary: 'Say what is replaced, by which pseudonym, and what stays as it is',
    access: member('studies.write'),
    params: inStudy,
    body: z.object({ decisions: z.array(Decision).min(1).max(500) }),
    answer: z.object({ decided: z.int() }),
    handle: ({ app, params, body, actor }) => decide(app, { ...params, ...body, actor }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/key', {
    summary: 'What every pseudonym of a study stands for, as CSV, with a reason that is written down',
    access: member('pseudonyms.reveal'),
    params: inStudy,
    body: Reason,
    answer: z.object({ csv: z.string() }),
    handle: async ({ app, params, body, actor }) => ({
      csv: await takeKey(app, { ...params, ...body, actor }),
    }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/{pseudonymId}/reveal', {
    summary: 'What a pseudonym stands for, with a reason that is written down',
    access: member('pseudonyms.reveal'),
    params: ofPseudonym,
    body: Reason,
    answer: Revealed,
    handle: ({ app, params, body, actor }) => reveal(app, { ...params, ...body, actor }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/{pseudonymId}/restore', {
    summary: 'Put back what stood where a pseudonym stands, with a reason that is written down',
    access: member('pseudonyms.reveal'),
    params: ofPseudonym,
    body: Reason.extend({ version: z.int() }),
    handle: async ({ app, params, body, actor }) => {
      await restore(app, { ...params, ...body, actor })
      return undefined
    },
  }),
]
