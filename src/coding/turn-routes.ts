import { z } from 'zod'
import { SpeakerMeant, removeSpeaker, renameSpeaker } from '../conversations/index.ts'
import { route } from '../platform/index.ts'
import { InterviewId, SpeakerId, UtteranceId, WorkspaceId, member } from '../workspace/index.ts'
import { assignUtterances, joinUtterances, splitUtterance } from './turn-edits.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofUtterance = inWorkspace.extend({ utteranceId: UtteranceId })
const ofSpeaker = inWorkspace.extend({ speakerId: SpeakerId })
const version = z.int().min(1).max(1_000_000_000)

export const turnRoutes = [
  route('POST /api/w/{workspaceId}/utterances/{utteranceId}/split', {
    summary: 'Cut a turn in two; marked passages keep to their words',
    access: member('studies.write'),
    params: ofUtterance,
    body: z.object({
      /** Before which codepoint. */
      at: z.int().min(1).max(10_000_000),
      version,
      /** Who says the second part; left out: the same. */
      speaker: SpeakerMeant.optional(),
    }),
    answer: z.object({ utteranceId: UtteranceId }),
    handle: ({ app, params, body: { speaker, ...body }, actor }) =>
      splitUtterance(app, { ...params, ...body, meant: speaker, actor }),
  }),
  route('POST /api/w/{workspaceId}/utterances/{utteranceId}/join', {
    summary: 'Put a turn to the one before it',
    access: member('studies.write'),
    params: ofUtterance,
    body: z.object({ version, before: z.object({ utteranceId: UtteranceId, version }) }),
    answer: z.object({ utteranceId: UtteranceId, at: z.int() }),
    handle: ({ app, params, body, actor }) => joinUtterances(app, { ...params, ...body, actor }),
  }),
  route('POST /api/w/{workspaceId}/interviews/{interviewId}/turns/assign', {
    summary: 'Give turns, or all of a speaker’s, to another speaker',
    access: member('studies.write'),
    params: inWorkspace.extend({ interviewId: InterviewId }),
    body: z.object({
      from: SpeakerId,
      /** Left out: all of theirs. */
      utteranceIds: z.array(UtteranceId).min(1).max(10_000).optional(),
      speaker: SpeakerMeant,
    }),
    answer: z.object({ speakerId: SpeakerId, given: z.int() }),
    handle: ({ app, params, body: { speaker, ...turns }, actor }) =>
      assignUtterances(app, { ...params, turns, meant: speaker, actor }),
  }),
  route('PATCH /api/w/{workspaceId}/speakers/{speakerId}', {
    summary: 'Give another name to one who asks or is along',
    access: member('studies.write'),
    params: ofSpeaker,
    body: z.object({
      name: z.string().trim().min(1).max(200),
      /** The name that was read. */
      before: z.string().max(1000).nullable(),
    }),
    /** As it stands now: a name that is replaced in the study is replaced here too. */
    answer: z.object({ name: z.string() }),
    handle: ({ app, params, body, actor }) => renameSpeaker(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/speakers/{speakerId}', {
    summary: 'Take a speaker out of an interview who says nothing in it any more',
    access: member('studies.write'),
    params: ofSpeaker,
    handle: async ({ app, params, actor }) => {
      await removeSpeaker(app, { ...params, actor })
      return undefined
    },
  }),
]
