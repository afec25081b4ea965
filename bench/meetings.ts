import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bringInterview, fingerprintOf, readPastedText } from '../src/conversations/index.ts'
import type { App } from '../src/platform/index.ts'
import type { TestMember } from '../test/members.ts'
import { meetingText } from '../test/qmsum.ts'
import { sharedData, sharedDataPresent } from '../test/shared-data.ts'

export type Meeting = { name: string; text: string }

/** The forty product meetings where they are, one of them everywhere. A speaker is project and role. */
export function readMeetings(): Meeting[] {
  if (!sharedDataPresent) {
    const file = join(import.meta.dirname, '../test/data/transcripts/qmsum-ES2005a.json')
    return [{ name: 'ES2005a.json', text: meetingText('ES2005a.json', readFileSync(file, 'utf8')).text }]
  }
  const folder = join(sharedData, 'interviews/qmsum-product')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: meetingText(name, readFileSync(join(folder, name), 'utf8')).text }))
}

/** Brings a meeting into a study. Its speakers are the people given, or people nobody knows yet; that link is invented. */
export async function bringMeeting(
  app: App,
  { workspaceId, actor }: TestMember,
  { studyId, name, text, personNos = [] }: Meeting & { studyId: string; personNos?: readonly number[] },
): Promise<string> {
  const read = readPastedText(text)
  if (read.state !== 'read') throw new Error(`not read: ${name}`)
  const { interviewId } = await bringInterview(app, {
    workspaceId,
    studyId,
    actor,
    transcript: read.transcript,
    choices: read.transcript.speakers.map((_, place) => {
      const personNo = personNos[place]
      return { role: 'participant', who: personNo === undefined ? 'somebody new' : { personNo } }
    }),
    title: name,
    sourceName: name,
    fingerprint: fingerprintOf(app, { workspaceId, content: text }),
    happenedAt: new Date('2026-01-05T10:00:00Z'),
    language: 'en',
    languageGuessed: 'en',
  })
  return interviewId
}
