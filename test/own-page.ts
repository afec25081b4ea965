import { Hono } from 'hono'
import { giveLink } from '../src/person-page/links.ts'
import { personPageRoutes } from '../src/person-page/index.ts'
import { answerError, mountRoutes, type App, type Route } from '../src/platform/index.ts'
import type { MemberActor } from '../src/workspace/index.ts'
import type { TestMember } from './members.ts'

export type Visit = { status: number; text: string; headers: Headers }

/** Visits participants' pages as a browser does: forms are sent as forms, and what a change leads to is opened. */
export function visitor(app: App, routes: readonly Route[] = personPageRoutes) {
  const hono = new Hono()
  hono.onError((error) => answerError(app, error))
  mountRoutes(hono, app, routes)
  const read = async (answer: Response): Promise<Visit> => ({
    status: answer.status,
    text: await answer.text(),
    headers: answer.headers,
  })
  const open = async (path: string): Promise<Visit> => read(await hono.request(path))
  const send = async (path: string, form: Record<string, string> = {}): Promise<Visit> => {
    const answer = await hono.request(path, { method: 'POST', body: new URLSearchParams(form) })
    const next = answer.status === 303 ? answer.headers.get('location') : null
    return next === null ? read(answer) : open(next.replace(/#.*/, ''))
  }
  return { open, send }
}

/** A test's member as those routes know them that only members may ask. */
export function asMember({ actor }: TestMember): MemberActor {
  if (actor.kind !== 'member') throw new Error('a key is no member')
  return actor
}

/** The path of a participant's own page, as it would be mailed by `by`. */
export async function ownPathOf(
  app: App,
  { by, participantId }: { by: TestMember; participantId: string | null | undefined },
): Promise<string> {
  if (typeof participantId !== 'string') throw new Error('no participant is named')
  const { url } = await giveLink(app, { workspaceId: by.workspaceId, participantId, actor: asMember(by) })
  return new URL(url).pathname
}
