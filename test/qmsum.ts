import { z } from 'zod'

const Meeting = z.object({
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
})

/** A meeting of QMSum as text, and what reading it must give back. */
export type MeetingText = { text: string; turns: { speaker: string; text: string }[] }

/**
 * Turns a QMSum meeting (its JSON, and the file's name such as `ES2002a.json`) into text "speaker: words". A speaker
 * is project and role ("ES2002 Marketing"): the four meetings of a project have the same four people.
 */
export function meetingText(name: string, json: string): MeetingText {
  const project = name.replace(/[a-z]?\.json$/u, '')
  const turns = Meeting.parse(JSON.parse(json)).meeting_transcripts.map(({ speaker, content }) => ({
    speaker: `${project} ${speaker}`,
    text: content.trim(),
  }))
  return { text: turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n'), turns }
}
