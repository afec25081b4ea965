/** The routes of this room as its tests ask them. */
import { askRoutes, type TestMember } from '../../test/members.ts'
import { recordConsent, type Purpose } from '../consent/index.ts'
import type { App } from '../platform/index.ts'
import { segmentsRoom } from './room.ts'
import type { ShownPart } from './shown-count.ts'
import type { TestTraits } from './testing-people.ts'

export type SetBody = {
  setId: string
  version: number
  minimum: number
  audienceCount: ShownPart
  rest: ShownPart
  segments: (ShownPart & { segmentId: string; name: string; all: unknown[] })[]
}
type Answered<T> = { status: number; body: T }

/** Asks the routes of this room in the name of a member, in their workspace. */
export function asMember(app: App) {
  const ask = askRoutes(app, segmentsRoom.routes)
  return (member: TestMember) => {
    const send = async <T>(method: string, path: string, body?: unknown): Promise<Answered<T>> => {
      const given = { headers: member.headers, ...(body === undefined ? {} : { body }) }
      const answer = await ask(method, `/api/w/${member.workspaceId}${path}`, given)
      return { status: answer.status, body: (await answer.json().catch(() => ({}))) as T }
    }
    return {
      send,
      preview: async (rules: unknown[][], audience: unknown[] = []) =>
        (
          await send<{ parts: ShownPart[]; rest: ShownPart; audience: ShownPart }>(
            'POST',
            '/segment-preview',
            { audience, rules },
          )
        ).body,
      save: async (rules: object[], more: object = {}) =>
        (await send<SetBody>('POST', '/segment-sets', { name: 'A set', rules, ...more })).body,
    }
  }
}

export const isStudent = { kind: 'trait', trait: 'job', op: 'is', value: 'student' }

export function many(count: number, traits: TestTraits): TestTraits[] {
  return Array.from({ length: count }, () => traits)
}

/** Writes what some people said about a purpose into the ledger. */
export async function say(
  app: App,
  said: { workspaceId: string; personNos: readonly number[]; purpose: Purpose; state: 'given' | 'withdrawn' },
): Promise<void> {
  const { workspaceId, personNos, purpose, state } = said
  await recordConsent(app, {
    workspaceId,
    entries: personNos.map((personNo) => ({
      personNo,
      purpose,
      state,
      happenedAt: new Date('2026-11-10T10:00:00Z'),
      channel: 'by hand',
      actor: { kind: 'member' },
    })),
  })
}
