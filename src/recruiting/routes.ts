import { z } from 'zod'
import { PageQuery, pageOf, route } from '../platform/index.ts'
import { ParticipantId, StudyId, WorkspaceId, member } from '../workspace/index.ts'
import { listDraws, makeDraw, previewDraw, releaseDraw, removeDraw } from './draws.ts'
import { changeHours, readHours } from './hours.ts'
import { introductionsOf } from './introductions.ts'
import { countInvitees, listInvitees, readContact, sendAgain } from './invitees.ts'
import { changeRecruitment, recruitmentOf } from './recruitment.ts'
import {
  Draw,
  IntroductionTree,
  Invitee,
  InviteeId,
  MemberHours,
  Recruitment,
  RecruitmentDraft,
  Stratum,
  Thanks,
  ThanksDraft,
  inviteeStates,
} from './recruiting.schema.ts'
import { listThanks, mailThanks, recordThanks, removeThanks } from './thanks.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const ofDraw = inStudy.extend({ drawId: z.uuid() })
const ofInvitee = inWorkspace.extend({ inviteeId: InviteeId })
const ofParticipant = inWorkspace.extend({ participantId: ParticipantId })

/** What members do to find people for a study. Names and addresses only by `readContact`. */
export const memberRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/recruitment', {
    summary: 'How a study asks people to take part',
    access: member('studies.read'),
    params: inStudy,
    answer: Recruitment,
    handle: ({ app, params }) => recruitmentOf(app, params),
  }),
  route('PUT /api/w/{workspaceId}/studies/{studyId}/recruitment', {
    summary: 'Write how a study asks people anew over the version that was read',
    access: member('studies.write'),
    params: inStudy,
    body: RecruitmentDraft.extend({ version: z.int() }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, params, body: { version, ...draft }, actor }) =>
      changeRecruitment(app, { ...params, version, draft, actor }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/candidates', {
    summary: 'How many people a study may ask, and how many remain after each filter',
    access: member('studies.write'),
    params: inStudy,
    answer: z.object({ strata: z.array(Stratum), asOf: z.string() }),
    handle: async ({ app, params }) => ({
      strata: await previewDraw(app, params),
      asOf: app.clock.now().toISOString(),
    }),
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/draws', {
    summary: 'The draws of a study, each with its seed',
    access: member('studies.read'),
    params: inStudy,
    answer: z.object({ draws: z.array(Draw) }),
    handle: async ({ app, params }) => {
      await recruitmentOf(app, params)
      return { draws: await listDraws(app, params) }
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/draws', {
    summary: 'Draw people to ask, by lot and by quota; nobody is written to yet',
    access: member('studies.write'),
    params: inStudy,
    body: z.object({
      /** People asked for each place that is open. */
      each: z.int().min(1).max(50),
      seed: z.string().trim().min(1).max(100).optional(),
    }),
    answer: z.object({ drawId: z.uuid(), drawn: z.int() }),
    handle: ({ app, params, body, actor }) => makeDraw(app, { ...params, ...body, actor }),
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/draws/{drawId}/letters', {
    summary: 'Let the letters of a draw go, a few a minute',
    access: member('studies.write'),
    params: ofDraw,
    /** Said where some texts are not written in every language of the letters, and they are to go as they are. */
    query: z.object({ gaps: z.literal('accepted').optional() }),
    answer: z.object({ letters: z.int() }),
    handle: ({ app, params, query, actor }) => releaseDraw(app, { ...params, ...query, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/studies/{studyId}/draws/{drawId}', {
    summary: 'Take back a draw of which no letter has gone',
    access: member('studies.write'),
    params: ofDraw,
    handle: async ({ app, params }) => {
      await removeDraw(app, params)
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/invitees', {
    summary: 'Who is asked, by pseudonym, and where each stands',
    access: member('studies.read'),
    params: inStudy,
    query: PageQuery.extend({ state: z.enum(inviteeStates).optional() }),
    answer: pageOf(Invitee),
    handle: async ({ app, params, query, actor }) => {
      await recruitmentOf(app, params)
      return listInvitees(app.pg, { ...params, ...query, actor })
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/invitee-counts', {
    summary: 'How many of those asked stand where',
    access: member('studies.read'),
    params: inStudy,
    answer: z.object({ counts: z.array(z.object({ state: z.enum(inviteeStates), people: z.int() })) }),
    handle: async ({ app, params }) => {
      await recruitmentOf(app, params)
      return { counts: await countInvitees(app.pg, params) }
    },
  }),
  route('POST /api/w/{workspaceId}/invitees/{inviteeId}/contact', {
    summary: 'What somebody wants to be called and where to write to them, for who meets them; written down',
    access: member('studies.read'),
    params: ofInvitee,
    answer: z.object({ called: z.string(), address: z.string().nullable() }),
    handle: ({ app, params, actor }) => readContact(app, { ...params, actor }),
  }),
  route('POST /api/w/{workspaceId}/invitees/{inviteeId}/letter', {
    summary: 'Write to somebody again whose letter did not go',
    access: member('studies.write'),
    params: ofInvitee,
    handle: async ({ app, params }) => {
      await sendAgain(app, params)
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/introductions', {
    summary: 'Who came through whom, and each root’s share of all who came',
    access: member('studies.read'),
    params: inStudy,
    answer: IntroductionTree,
    handle: async ({ app, params }) => {
      await recruitmentOf(app, params)
      return introductionsOf(app.pg, params)
    },
  }),
  route('GET /api/w/{workspaceId}/studies/{studyId}/thanks', {
    summary: 'What people got for taking part',
    access: member('studies.read'),
    params: inStudy,
    answer: z.object({ thanks: z.array(Thanks.extend({ pseudonym: z.string() })) }),
    handle: async ({ app, params }) => {
      await recruitmentOf(app, params)
      return { thanks: await listThanks(app.pg, params) }
    },
  }),
  route('POST /api/w/{workspaceId}/participants/{participantId}/thanks', {
    summary: 'Write down what somebody got for taking part',
    access: member('studies.write'),
    params: ofParticipant,
    body: ThanksDraft,
    answer: z.object({ thanksId: z.uuid() }),
    handle: ({ app, params, body, actor }) => recordThanks(app, { ...params, draft: body, actor }),
  }),
  route('POST /api/w/{workspaceId}/participants/{participantId}/thanks/letter', {
    summary: 'Mail somebody a thank-you, once, with a link to pass on',
    access: member('studies.write'),
    params: ofParticipant,
    handle: async ({ app, params, actor }) => {
      await mailThanks(app, { ...params, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/thanks/{thanksId}', {
    summary: 'Take back a thank-you written down by mistake',
    access: member('studies.write'),
    params: inWorkspace.extend({ thanksId: z.uuid() }),
    handle: async ({ app, params, actor }) => {
      await removeThanks(app, { ...params, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/hours', {
    summary: 'When the member who asks can hold interviews',
    access: member('studies.read'),
    params: inWorkspace,
    answer: MemberHours.extend({ version: z.int() }),
    handle: ({ app, actor }) => readHours(app.pg, actor),
  }),
  route('PUT /api/w/{workspaceId}/hours', {
    summary: 'Change one’s own hours over the version that was read',
    access: member('studies.write'),
    params: inWorkspace,
    body: MemberHours.extend({ version: z.int() }),
    answer: z.object({ version: z.int() }),
    handle: ({ app, body: { version, ...hours }, actor }) => changeHours(app, { ...actor, hours, version }),
  }),
]
