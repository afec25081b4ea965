import type { Mode } from '../../study.schema.ts'
import type { TemplateId } from '../../study-kinds.ts'

// Safe in the browser.

/** A question, with what to ask on where little comes. */
type Ask = string | readonly [question: string, ...probes: string[]]

type Frame = { title: string; say: string; ask: readonly Ask[] }
type Frames = Record<FrameId, Frame>

/** One guide that can be begun from, in one language. Words in [brackets] are for the member to fill in. */
export type TemplateTexts = {
  opening: Frames
  close: Frames
  parts: Record<TemplateId, readonly { title: string; ask: readonly Ask[] }[]>
}

/** How a conversation is opened and closed: by one person with another, in a group, in writing, or at somebody's place. */
export const frameIds = ['interview', 'group', 'visit', 'survey'] as const
export type FrameId = (typeof frameIds)[number]

/** What is the same in every language: the frame, what it asks about, and minutes of each part between opening and close. */
export const templates: Record<TemplateId, { frame: FrameId; mode: Mode; minutes: readonly number[] }> = {
  story: { frame: 'interview', mode: 'behaviour', minutes: [10, 15, 10, 10] },
  laddering: { frame: 'interview', mode: 'behaviour', minutes: [10, 25, 10] },
  switch: { frame: 'interview', mode: 'behaviour', minutes: [8, 10, 10, 8, 8, 8] },
  concept: { frame: 'interview', mode: 'feedback', minutes: [8, 15, 12] },
  employer: { frame: 'interview', mode: 'behaviour', minutes: [10, 15, 15] },
  candidate: { frame: 'interview', mode: 'behaviour', minutes: [10, 15, 10] },
  brand: { frame: 'interview', mode: 'feedback', minutes: [10, 10, 15] },
  group: { frame: 'group', mode: 'behaviour', minutes: [20, 25, 20] },
  visit: { frame: 'visit', mode: 'behaviour', minutes: [10, 30, 15] },
  survey: { frame: 'survey', mode: 'behaviour', minutes: [8] },
}

/** How long opening and close take, in minutes. */
export const frameMinutes: Record<FrameId, { opening: number; close: number }> = {
  interview: { opening: 5, close: 5 },
  group: { opening: 10, close: 5 },
  visit: { opening: 5, close: 5 },
  survey: { opening: 1, close: 1 },
}
