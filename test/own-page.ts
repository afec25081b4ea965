import { Hono } from 'hono'
import { markPassages } from '../src/coding/index.ts'
import type { InterviewText } from '../src/conversations/index.ts'
import { giveLink } from '../src/person-page/links.ts'
import { personPageRoutes } from '../src/person-page/index.ts'
import { answerError, mountRoutes, type App, type Route } from '../src/platform/index.ts'
import type { MemberActor } from '../src/workspace/index.ts'
import type { TestMember } from './members.ts'
import { bringTalk, openStudy, passageOf } from './spoken-study.ts'

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

/** A study with one conversation of Mette, and the path of her own page. */
export async function talkOfMette(app: App, by: TestMember, title: string) {
  const { studyId } = await openStudy(app, by, { title })
  const talk = 'Interviewer: How was it?\nMette: It was slow and nobody answered. Then I went home.'
  const interview = await bringTalk(app, by, { studyId, talk, title })
  const participantId = interview.speakers[1]?.participantId ?? ''
  return { studyId, interview, participantId, page: await ownPathOf(app, { by, participantId }) }
}

/** Marks words of a conversation with one new code. */
export async function markWords(
  app: App,
  { workspaceId, actor }: TestMember,
  { interview, words }: { interview: InterviewText; words: readonly string[] },
) {
  const { codeIds, highlightIds } = await markPassages(app, {
    ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [] },
    passages: words.map((said) => passageOf(interview, said)),
    newCode: { name: crypto.randomUUID(), description: '', colour: 'teal' },
  })
  return { codeId: codeIds[0] ?? '', ids: highlightIds }
}
