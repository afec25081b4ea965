import { expect, test } from 'vitest'
import { markedTalk } from '../../test/marked-talk.ts'
import { removeSpeaker } from '../conversations/index.ts'
import { changeCode } from './codes.ts'
import { codingHoldings } from './holdings.ts'
import { markPassages } from './highlights.ts'
import { undo } from './history.ts'
import { assignUtterances } from './turn-edits.ts'

const { app, here, byAnn, find, codes, unmarkAll, personOf, say, withdraw, correct } = await markedTalk()

const words = 'slow and nobody'

/** Ann calls a code by the words she has marked. */
async function callByWords() {
  const made = await markPassages(app, {
    ...byAnn(),
    interviewId: here().interview.interviewId,
    passages: [find(words)],
    codeIds: [],
    newCode: { name: words, description: '', colour: 'teal', origin: 'in vivo' },
  })
  return { codeId: made.codeIds[0] ?? '', highlightId: made.highlightIds[0] ?? '' }
}

/** Everything that is kept of codes and of what was done with them, words that were said left out. */
async function kept() {
  const { workspaceId } = byAnn()
  const of = (table: 'coding_log' | 'codes' | 'in_vivo_words') =>
    app.pg.selectFrom(table).selectAll().where('workspace_id', '=', workspaceId).execute()
  return JSON.stringify([await of('codes'), await of('coding_log'), await of('in_vivo_words')])
}

const named = async () => (await codes()).map(({ name }) => name)

test('a name by somebody’s words goes with their permission, also where the text was corrected since', async () => {
  await callByWords()
  await correct('slow', 'sluggish')
  await app.outbox.drain()
  expect(await named()).toEqual([words])
  await withdraw('In spring', 'quoting')
  await app.outbox.drain()
  expect(await named()).toEqual([expect.stringMatching(/^In vivo \w{12}$/)])
  expect(await kept()).not.toContain('nobody')
})

test('… where the mark was taken off since', async () => {
  const { highlightId } = await callByWords()
  await unmarkAll(highlightId)
  await withdraw('In spring', 'conversation_analysis')
  await app.outbox.drain()
  expect(await kept()).not.toContain('nobody')
})

test('… where the passage was lost and let go', async () => {
  const { highlightId } = await callByWords()
  await correct('The app was slow and nobody answered.', 'Yes.')
  await unmarkAll(highlightId)
  await withdraw('In spring', 'quoting')
  await app.outbox.drain()
  expect(await kept()).not.toContain('nobody')
})

test('… where the code is called otherwise by now, and undo would bring the words back', async () => {
  const { codeId, highlightId } = await callByWords()
  await changeCode(app, { ...byAnn(), codeId, change: { name: 'Fear of queues' } })
  await unmarkAll(highlightId)
  await withdraw('In spring', 'quoting')
  await app.outbox.drain()
  await undo(app, { ...byAnn(), studyId: null })
  expect(await named()).toEqual(['Fear of queues'])
  expect(await kept()).not.toContain('nobody')
})

test('… and when they are erased', async () => {
  const { highlightId } = await callByWords()
  await correct('slow', 'sluggish')
  await unmarkAll(highlightId)
  const person = { workspaceId: byAnn().workspaceId, personId: '', personNo: personOf('In spring') ?? 0 }
  await codingHoldings.erasePerson(app, person)
  expect(await kept()).not.toContain('nobody')
})

test('a name stays where whoever was thought to have said it is taken out, and goes with the permission of whoever did', async () => {
  await callByWords()
  const { interviewId, utterances } = here().interview
  const of = (said: string) => utterances.find(({ text }) => text.includes(said))?.speakerId
  const [mette, bo] = [of('In spring'), of('trouble')]
  if (!mette || !bo) throw new Error('nobody said it')
  await assignUtterances(app, {
    ...byAnn(),
    ...{ interviewId, turns: { from: mette }, meant: { speakerId: bo } },
  })
  await removeSpeaker(app, { ...byAnn(), speakerId: mette })
  await say('trouble', { purpose: 'quoting', state: 'given' })
  await app.outbox.drain()
  expect(await named()).toEqual([words])
  await withdraw('trouble', 'quoting')
  await app.outbox.drain()
  expect(await kept()).not.toContain('nobody')
})

test('somebody else’s withdrawal leaves the name', async () => {
  const { highlightId } = await callByWords()
  await unmarkAll(highlightId)
  await withdraw('trouble', 'quoting')
  await say('In spring', { purpose: 'quoting', state: 'given' })
  await app.outbox.drain()
  expect(await named()).toEqual([words])
})
