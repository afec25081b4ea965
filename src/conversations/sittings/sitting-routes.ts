import { z } from 'zod'
import { PageQuery, notFound, pageOf, route } from '../../platform/index.ts'
import {
  InterviewId,
  MemberId,
  ParticipantId,
  SittingId,
  StudyId,
  WorkspaceId,
  member,
  memberOrKey,
} from '../../workspace/index.ts'
import { keepNotes } from './keep-notes.ts'
import { keepOne } from './keep-one.ts'
import { requirePlanner } from './planner.ts'
import { cancelSitting, markMissed, moveSitting, planSitting } from './plan-sitting.ts'
import { readNotes } from './read-notes.ts'
import { matchTranscript, setCompanions } from './sit-in.ts'
import { NotesKept, NotesSent, SittingNotes } from './sitting-note.schema.ts'
import { Sitting, SittingDraft, SittingMove, companionParts } from './sitting.schema.ts'
import { findSitting, listSittings } from './sittings.ts'
import { takeOver } from './take-over.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const onSitting = inWorkspace.extend({ sittingId: SittingId })

export const sittingRoutes = [
  route('GET /api/w/{workspaceId}/sittings', {
    summary: 'Conversations planned and held, newest first; those of one study or of one transcript',
    access: memberOrKey('studies.read'),
    params: inWorkspace,
    query: PageQuery.extend({ studyId: StudyId.optional(), interviewId: InterviewId.optional() }),
    answer: pageOf(Sitting),
    handle: ({ app, params, query, actor }) => listSittings(app, { ...params, ...query, actor }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/sittings', {
    summary: 'Plan a conversation',
    access: memberOrKey('studies.write'),
    params: inWorkspace.extend({ studyId: StudyId }),
    body: SittingDraft,
    answer: z.object({ sittingId: SittingId, version: z.int() }),
    handle: ({ app, params, body, actor }) =>
      app.pg
        .transaction()
        .execute((tx) =>
          planSitting({ app, tx }, { ...params, ...body, startsAt: new Date(body.startsAt), actor }),
        ),
  }),
  route('GET /api/w/{workspaceId}/sittings/{sittingId}', {
    summary: 'One conversation, planned or held; names only for those who meet the participant and the lead',
    access: memberOrKey('studies.read'),
    params: onSitting,
    answer: Sitting,
    handle: async ({ app, params, actor }) => {
      const sitting = await findSitting(app, { ...params, actor })
      if (!sitting) throw notFound('sitting')
      return sitting
    },
  }),
  route('PUT /api/w/{workspaceId}/sittings/{sittingId}', {
    summary: 'Move a planned conversation, or give it to another interviewer',
    access: memberOrKey('studies.read'),
    params: onSitting,
    body: SittingMove,
    answer: z.object({ version: z.int() }),
    handle: async ({ app, params, body, actor }) => {
      await requirePlanner(app.pg, { ...params, actor })
      const startsAt = body.startsAt === undefined ? undefined : new Date(body.startsAt)
      return app.pg
        .transaction()
        .execute((tx) => moveSitting({ app, tx }, { ...params, ...body, startsAt, actor }))
    },
  }),
  route('PUT /api/w/{workspaceId}/sittings/{sittingId}/outcome', {
    summary: 'Say that a planned conversation is called off, or that nobody came',
    access: memberOrKey('studies.read'),
    params: onSitting,
    body: z.object({ version: z.int(), outcome: z.enum(['missed', 'cancelled']) }),
    answer: z.object({ version: z.int() }),
    handle: async ({ app, params, body: { outcome, version }, actor }) => {
      await requirePlanner(app.pg, { ...params, actor })
      const act = outcome === 'missed' ? markMissed : cancelSitting
      return app.pg.transaction().execute((tx) => act({ app, tx }, { ...params, version, actor }))
    },
  }),
  route('POST /api/w/{workspaceId}/sittings/{sittingId}/kept', {
    summary: 'Of several planned conversations of one participant keep this one, and give up the others',
    access: memberOrKey('studies.read'),
    params: onSitting,
    body: z.object({ participantId: ParticipantId }),
    answer: z.object({ left: z.int() }),
    handle: ({ app, params, body, actor }) =>
      app.pg.transaction().execute((tx) => keepOne({ app, tx }, { ...params, ...body, actor })),
  }),
  route('POST /api/w/{workspaceId}/sittings/{sittingId}/handover', {
    summary: 'Take a conversation over from who led it: for its note-takers and who leads the study',
    access: member('studies.read'),
    params: onSitting,
    body: z.object({ version: z.int() }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body, actor }) =>
      app.pg.transaction().execute((tx) => takeOver({ app, tx }, { ...params, ...body, actor })),
  }),
  route('PUT /api/w/{workspaceId}/sittings/{sittingId}/companions', {
    summary: 'Say who sits in as note-taker or observer',
    access: memberOrKey('studies.read'),
    params: onSitting,
    body: z.object({
      companions: z.array(z.object({ memberId: MemberId, part: z.enum(companionParts) })).max(20),
    }),
    handle: async ({ app, params, body, actor }) => {
      await requirePlanner(app.pg, { ...params, actor })
      await setCompanions(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('PUT /api/w/{workspaceId}/sittings/{sittingId}/transcript', {
    summary: 'Say which transcript is of this conversation, and how far its clock is from that of the notes',
    access: memberOrKey('studies.read'),
    params: onSitting,
    body: z.object({
      interviewId: InterviewId.nullable(),
      offsetMs: z.int().min(-86_400_000).max(86_400_000).default(0),
    }),
    handle: async ({ app, params, body, actor }) => {
      await requirePlanner(app.pg, { ...params, actor })
      await matchTranscript(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/sittings/{sittingId}/notes', {
    summary: 'The notes of a conversation, as they may be read now',
    access: member('studies.read'),
    params: onSitting,
    answer: SittingNotes,
    handle: ({ app, params, actor }) => readNotes(app, { ...params, actor }),
  }),
  route('POST /api/w/{workspaceId}/sittings/{sittingId}/notes', {
    summary: 'Write notes down; the same again changes nothing',
    access: member('studies.read'),
    params: onSitting,
    body: NotesSent,
    bodyLimit: 4_000_000,
    answer: NotesKept,
    handle: ({ app, params, body, actor }) => keepNotes(app, { ...params, actor, sent: body }),
  }),
]
