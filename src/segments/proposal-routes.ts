import { z } from 'zod'
import { atLeast } from '../consent/index.ts'
import { PageQuery, pageOf, route } from '../platform/index.ts'
import { WorkspaceId, audit, memberOrKey, workspaceSettings } from '../workspace/index.ts'
import { eventProperties, knownEvents, knownTraits, knownTypes, traitValues } from './known-traits.ts'
import { answerProposal } from './proposal-answer.ts'
import { ProposalAnswer } from './proposal.schema.ts'
import { askProposal, cancelProposal, findProposal } from './proposals.ts'
import { Condition } from './segment.ts'
import { Outcome, ProposalId } from './set.schema.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofProposal = inWorkspace.extend({ proposalId: ProposalId })
const Name = z.string().min(1).max(200)

const lookingRoutes = [
  route('GET /api/w/{workspaceId}/segment-traits', {
    summary: 'The traits people can be described by, best known first',
    access: memberOrKey('segments.read'),
    params: inWorkspace,
    query: PageQuery.extend({ search: z.string().max(200).optional() }),
    answer: pageOf(
      z.object({
        trait: z.string(),
        type: z.enum(knownTypes),
        class: z.string(),
        people: z.int().nullable(),
        distinct: z.int().nullable(),
      }),
    ),
    handle: async ({ app, params: { workspaceId }, query }) => {
      const minimum = (await workspaceSettings(app, workspaceId)).minimumGroup
      const search = query.search?.trim().toLowerCase() ?? ''
      const all = (await knownTraits(app, { workspaceId })).filter((known) =>
        known.trait.toLowerCase().includes(search),
      )
      const from = /^\d{1,6}$/.test(query.cursor ?? '') ? Number(query.cursor) : 0
      const items = all.slice(from, from + query.limit).map((known) => {
        // At least so many: the exact figure less that of a common value would tell how few have the other.
        if (known.people < minimum) return { ...known, people: null, distinct: null }
        return { ...known, people: atLeast(known.people, minimum) }
      })
      const isMore = all.length > from + query.limit
      return { items, next: isMore ? String(from + query.limit) : null }
    },
  }),
  route('GET /api/w/{workspaceId}/segment-trait', {
    summary: 'The common values of a trait, or round numbers to cut it by',
    access: memberOrKey('segments.read'),
    params: inWorkspace,
    query: z.object({ trait: Name }),
    answer: z.object({
      values: z.array(z.object({ text: z.string(), people: z.int() })),
      cuts: z.array(z.number()),
    }),
    handle: async ({ app, params: { workspaceId }, query }) => {
      const minimum = (await workspaceSettings(app, workspaceId)).minimumGroup
      return traitValues(app, { workspaceId, trait: query.trait, minimum })
    },
  }),
  route('GET /api/w/{workspaceId}/segment-events', {
    summary: 'The names of the events there are, commonest first',
    access: memberOrKey('segments.read'),
    params: inWorkspace,
    answer: z.object({ events: z.array(z.string()) }),
    handle: async ({ app, params }) => ({ events: await knownEvents(app, params.workspaceId) }),
  }),
  route('GET /api/w/{workspaceId}/segment-event', {
    summary: 'The properties that come with an event',
    access: memberOrKey('segments.read'),
    params: inWorkspace,
    query: z.object({ event: Name }),
    answer: z.object({ properties: z.array(z.string()) }),
    handle: async ({ app, params: { workspaceId }, query }) => ({
      properties: await eventProperties(app, { workspaceId, event: query.event }),
    }),
  }),
]

const askingRoutes = [
  route('POST /api/w/{workspaceId}/segment-proposals', {
    summary: 'Ask for a proposal: three factors, four or five segments, and how far to trust them',
    access: memberOrKey('segments.write'),
    params: inWorkspace,
    body: z.object({
      audience: z.array(Condition).max(3).default([]),
      outcome: Outcome.nullable().default(null),
      leaveOut: z.array(Name).max(500).default([]),
      trusted: z.array(Name).max(500).default([]),
    }),
    answer: z.object({ proposalId: ProposalId }),
    handle: async ({ app, params: { workspaceId }, body, actor }) => {
      const proposalId = await askProposal(app, { ...body, workspaceId, by: actor.name })
      const subject = { kind: 'segment proposal', id: proposalId }
      await audit(app, {
        workspaceId,
        actor,
        action: 'segments.proposal-asked',
        subject,
        purpose: 'analysis',
      })
      return { proposalId }
    },
  }),
  route('GET /api/w/{workspaceId}/segment-proposals/{proposalId}', {
    summary: 'A proposal: how far it is, or what it found',
    access: memberOrKey('segments.read'),
    params: ofProposal,
    answer: ProposalAnswer,
    handle: async ({ app, params }) => {
      const kept = await findProposal(app, params)
      return answerProposal(kept, (await workspaceSettings(app, params.workspaceId)).minimumGroup)
    },
  }),
  route('POST /api/w/{workspaceId}/segment-proposals/{proposalId}/cancel', {
    summary: 'Stop a proposal that is not finished',
    access: memberOrKey('segments.write'),
    params: ofProposal,
    handle: async ({ app, params }) => {
      await cancelProposal(app, params)
      return undefined
    },
  }),
]

export const proposalRoutes = [...lookingRoutes, ...askingRoutes]
