import { z } from 'zod'
import { findPerson, identifierKinds, personByIdentifier } from '../people/index.ts'
import { PageQuery, Problem, notFound, pageOf, route, type App } from '../platform/index.ts'
import {
  Language,
  ParticipantId,
  PersonId,
  StudyId,
  WorkspaceId,
  audit,
  memberOrKey,
  actorMay,
  type Actor,
} from '../workspace/index.ts'
import { listParticipants } from './list-participants.ts'
import { addParticipant, linkParticipant, recordAgreements } from './participants.ts'
import { PersonConversation, listPersonConversations } from './person-conversations.ts'
import { findStudy } from './studies.ts'
import { AgreementGiven, Participant } from './study.schema.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const inStudy = inWorkspace.extend({ studyId: StudyId })
const onParticipant = inWorkspace.extend({ participantId: ParticipantId })

export const participantRoutes = [
  route('GET /api/w/{workspaceId}/studies/{studyId}/participants', {
    summary: 'Who takes part, by pseudonym, and what each agreed to',
    access: memberOrKey('studies.read'),
    params: inStudy,
    query: PageQuery,
    answer: pageOf(Participant),
    handle: async ({ app, params, query }) => {
      if (!(await findStudy(app.pg, params))) throw notFound('study')
      return listParticipants(app.pg, { ...params, ...query })
    },
  }),
  route('POST /api/w/{workspaceId}/studies/{studyId}/participants', {
    summary: 'Add somebody to a study, with what they agreed to',
    access: memberOrKey('studies.write'),
    params: inStudy,
    body: z.object({
      /** Left out: somebody who is nobody in the data yet. */
      personId: PersonId.optional(),
      language: Language.optional(),
      agreements: z.array(AgreementGiven).max(3).default([]),
    }),
    answer: z.object({ participantId: ParticipantId }),
    handle: async ({ app, params, body, actor }) => ({
      participantId: await addParticipant(app, { ...params, ...body, personId: body.personId, actor }),
    }),
  }),
  route('POST /api/w/{workspaceId}/participants/{participantId}/agreements', {
    summary: 'Write down what a participant agreed to, refused or took back',
    access: memberOrKey('studies.write'),
    params: onParticipant,
    body: z.object({ agreements: z.array(AgreementGiven).min(1).max(3) }),
    handle: async ({ app, params, body, actor }) => {
      await recordAgreements(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/participants/{participantId}/person', {
    summary: 'Say which person in the data a participant is',
    access: memberOrKey('studies.write'),
    params: onParticipant,
    body: z.object({ personId: PersonId }),
    handle: async ({ app, params, body, actor }) => {
      await linkParticipant(app, { ...params, ...body, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/participants/search', {
    summary: 'Find a person by pseudonym, or by identifier for who may see people',
    access: memberOrKey('studies.write'),
    params: inWorkspace,
    body: z.object({ text: z.string().trim().min(1).max(500) }),
    answer: z.object({
      people: z.array(z.object({ personId: PersonId, pseudonym: z.string() })),
      searched: z.enum(['pseudonyms', 'pseudonyms and identifiers']),
    }),
    handle: ({ app, params, body, actor }) => searchPeople(app, { ...params, ...body, actor }),
  }),
  route('GET /api/w/{workspaceId}/people/{personId}/conversations', {
    summary: 'The conversations a person took part in',
    access: memberOrKey('people.read'),
    params: inWorkspace.extend({ personId: PersonId }),
    answer: z.object({ conversations: z.array(PersonConversation) }),
    handle: async ({ app, params, actor }) => {
      const person = await findPerson(app, params)
      if (!person) throw notFound('person')
      const { workspaceId } = params
      const subject = { kind: 'person', id: person.personId }
      await audit(app, { workspaceId, actor, action: 'person.conversations-read', subject })
      return {
        conversations: await listPersonConversations(app.pg, { ...params, personNo: person.personNo }),
      }
    },
  }),
]

/** Throws 403 where an identifier is used by somebody who may not see people. */
export function requirePeople(actor: Actor): void {
  if (actorMay(actor, 'people.read')) return
  throw new Problem({
    id: 'not-allowed',
    status: 403,
    detail: 'Naming people by identifier needs "people.read". Choose participants by pseudonym.',
  })
}

async function searchPeople(
  app: App,
  { workspaceId, text, actor }: { workspaceId: string; text: string; actor: Actor },
) {
  const rows = await app.pg
    .selectFrom('people')
    .select(['id', 'pseudonym'])
    .where('workspace_id', '=', workspaceId)
    .where((where) => where(where.fn('lower', ['pseudonym']), '=', text.toLowerCase()))
    .where('merged_into', 'is', null)
    .limit(5)
    .execute()
  const found = new Map(rows.map((row) => [row.id, row.pseudonym]))
  const byIdentifier = actorMay(actor, 'people.read')
  if (byIdentifier) {
    for (const kind of identifierKinds) {
      const person = await personByIdentifier(app, { workspaceId, identifier: { kind, value: text } })
      if (person) found.set(person.personId, person.pseudonym)
    }
    await audit(app, { workspaceId, actor, action: 'people.searched', detail: { found: found.size } })
  }
  return {
    people: [...found].map(([id, pseudonym]) => ({ personId: id, pseudonym })),
    searched: byIdentifier ? ('pseudonyms and identifiers' as const) : ('pseudonyms' as const),
  }
}
