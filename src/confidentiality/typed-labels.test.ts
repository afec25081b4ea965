import { describe, expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { readInterview, type InterviewText } from '../conversations/index.ts'

const { here, bring, decide, restore, send, list } = studyWithNames()

async function read({ interviewId }: InterviewText): Promise<InterviewText> {
  const { app, owner } = here()
  const found = await readInterview(app.pg, { workspaceId: owner.workspaceId, interviewId })
  if (!found) throw new Error('no conversation')
  return found
}

/** What those who ask or are along are called. */
const labels = async (talk: InterviewText) =>
  (await read(talk)).speakers.filter(({ role }) => role !== 'participant').map(({ label }) => label)

/** Says that a turn was said by somebody along, under a name that is typed. */
async function give(talk: InterviewText, { turn, name }: { turn: number; name: string }): Promise<string> {
  const { speakerId: from, utteranceId } = (await read(talk)).utterances[turn] ?? {}
  const speaker = { role: 'other', name }
  const body = { from, utteranceIds: [utteranceId], speaker }
  const answer = await send(`/interviews/${talk.interviewId}/turns/assign`, body)
  return Object(await answer.json()).speakerId as string
}

const rename = (speakerId: string, name: string, before: string) =>
  send(`/speakers/${speakerId}`, { name, before }, 'PATCH')

describe('a name that is typed as what a speaker is called', () => {
  test('is replaced again where it is renamed back, and put back with the rest', async () => {
    const talk = await bring()
    const speakerId = await give(talk, { turn: 2, name: 'Gregory' })
    await decide('Gregory', { pseudonym: 'Theodore' })
    expect(await labels(talk)).toEqual(['Interviewer', 'Theodore'])
    await rename(speakerId, 'Gregory', 'Theodore')
    expect(await labels(talk)).toEqual(['Interviewer', 'Theodore'])
    await rename(speakerId, 'Brother Gregory', 'Theodore')
    expect(await labels(talk)).toEqual(['Interviewer', 'Brother Theodore'])
    await restore('Theodore')
    expect(await labels(talk)).toEqual(['Interviewer', 'Brother Gregory'])
  })

  test('is replaced in a turn that is given to somebody under it, who is one and the same', async () => {
    const talk = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const first = await give(talk, { turn: 2, name: 'Gregory' })
    expect(await labels(talk)).toEqual(['Interviewer', 'Theodore'])
    expect(await give(talk, { turn: 0, name: 'Gregory' })).toBe(first)
    expect(await give(talk, { turn: 1, name: 'Theodore' })).toBe(first)
    expect((await read(talk)).speakers.filter(({ label }) => label === 'Theodore')).toHaveLength(1)
    await restore('Theodore')
    expect(await labels(talk)).toContain('Gregory')
  })

  test('is proposed where nobody knew it yet, and what else is called so stays proposed', async () => {
    const talk = await bring()
    const speakerId = await give(talk, { turn: 2, name: 'Karen Holt' })
    const before = (await list('proposed')).map(({ original }) => original)
    expect(before.join(' ')).toContain('Karen')
    expect(before.join(' ')).toContain('Sarah')
    await rename(speakerId, 'Deborah', 'Karen Holt')
    const after = (await list('proposed')).map(({ original }) => original)
    expect(after.join(' ')).toContain('Deborah')
    expect(after.join(' ')).toContain('Sarah')
  })
})
