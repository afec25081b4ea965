import { z } from 'zod'
import { route } from '../platform/index.ts'
import { member, memberOrKey, open, fromOurPage, refuseForgery } from './access.ts'
import { findSession } from './auth.ts'
import { InvitationId, MemberId, WorkspaceId } from './ids.ts'
import {
  acceptInvitation,
  invite,
  listInvitations,
  lookAtInvitation,
  revokeInvitation,
} from './invitations.ts'
import { Language } from './language.ts'
import { changeRole, listMembers, removeMember } from './members.ts'
import { RoleName } from './roles.ts'
import { Email, Password } from './users.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofMember = inWorkspace.extend({ memberId: MemberId })
const Token = z.string().min(1).max(200)

export const memberRoutes = [
  route('GET /api/w/{workspaceId}/members', {
    summary: 'Who works here',
    access: memberOrKey('members.read'),
    params: inWorkspace,
    answer: z.object({
      members: z.array(
        z.object({
          memberId: z.uuid(),
          userId: z.uuid(),
          name: z.string(),
          email: z.string(),
          role: RoleName,
          twoFactor: z.boolean(),
          since: z.string(),
        }),
      ),
    }),
    handle: async ({ app, params }) => ({ members: await listMembers(app.pg, params.workspaceId) }),
  }),
  route('PATCH /api/w/{workspaceId}/members/{memberId}', {
    summary: 'Give a member another role',
    access: member('members.manage'),
    params: ofMember,
    body: z.object({ role: RoleName }),
    handle: async ({ app, params, body, actor }) => {
      await changeRole(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/members/{memberId}', {
    summary: 'Take a member out of the workspace',
    access: member('members.manage'),
    params: ofMember,
    handle: async ({ app, params, actor }) => {
      await removeMember(app, { ...params, actor })
      return undefined
    },
  }),
]

export const invitationRoutes = [
  route('GET /api/w/{workspaceId}/invitations', {
    summary: 'Invitations nobody has accepted yet',
    access: member('members.manage'),
    params: inWorkspace,
    answer: z.object({
      invitations: z.array(
        z.object({
          invitationId: z.uuid(),
          email: z.string(),
          role: RoleName,
          createdAt: z.string(),
          expiresAt: z.string(),
          isExpired: z.boolean(),
        }),
      ),
    }),
    handle: async ({ app, params }) => ({ invitations: await listInvitations(app, params.workspaceId) }),
  }),
  route('POST /api/w/{workspaceId}/invitations', {
    summary: 'Invite a colleague by mail',
    access: member('members.manage'),
    params: inWorkspace,
    body: z.object({ email: Email, role: RoleName }),
    answer: z.object({ invitationId: z.uuid() }),
    handle: ({ app, params, body, actor }) => invite(app, { ...params, ...body, actor }),
  }),
  route('DELETE /api/w/{workspaceId}/invitations/{invitationId}', {
    summary: 'Take an invitation back',
    access: member('members.manage'),
    params: inWorkspace.extend({ invitationId: InvitationId }),
    handle: async ({ app, params, actor }) => {
      await revokeInvitation(app, { ...params, actor })
      return undefined
    },
  }),
  route('POST /api/invitations/look', {
    summary: 'What an invitation leads to',
    access: open('the link is the proof'),
    body: z.object({ token: Token }),
    answer: z.object({ workspace: z.string(), email: z.string(), role: RoleName, hasAccount: z.boolean() }),
    handle: ({ app, body, ip }) => lookAtInvitation(app, { ...body, ip }),
  }),
  route('POST /api/invitations/accept', {
    summary: 'Join a workspace by an invitation',
    headers: fromOurPage,
    access: open('the link is the proof'),
    body: z.object({
      token: Token,
      newUser: z
        .object({
          name: z.string().trim().min(1).max(120),
          password: Password,
          language: Language.default('en'),
        })
        .optional(),
    }),
    answer: z.object({ workspaceId: z.uuid() }),
    handle: async ({ app, body, request, ip }) => {
      refuseForgery(app, request)
      const user = await findSession(app, request.headers)
      return acceptInvitation(app, { token: body.token, newUser: body.newUser, user, ip })
    },
  }),
]
