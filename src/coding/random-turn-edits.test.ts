import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { meetingText } from '../../test/qmsum.ts'
import { seededRandom } from '../../test/seeded-random.ts'
import { correctUtterance } from '../conversations/index.ts'
import { markPassages } from './highlights.ts'
import { redo, undo } from './history.ts'
import { assignUtterances, correctTurn, joinUtterances, splitUtterance } from './turn-edits.ts'
import {
  ann,
  app,
  ben,
  bringTalkToEdit,
  editInstead,
  here,
  interview,
  lineOf,
  now,
  turns,
} from './testing-turns.ts'

bringTalkToEdit()

describe('random edits of a real meeting with hundreds of passages', () => {
  test.each([1, 2, 3])(
    'leave every passage on the same words, undone and redone at will (seed %i)',
    async (seed) => {
      const random = seededRandom(seed)
      const below = (limit: number) => Math.floor(random() * limit)
      const file = join(import.meta.dirname, '../../test/data/transcripts/qmsum-ES2005a.json')
      const { text } = meetingText('ES2005a.json', readFileSync(file, 'utf8'))
      await editInstead({ talk: text, title: `Meeting ${seed}` })
      await markAtRandom(below)
      const passages = await covered()
      expect(passages.length).toBeGreaterThan(250)
      const textBefore = lettersOf(await turns())
      for (let edit = 0; edit < 60; edit++) {
        const { utterances, speakers } = await now()
        const place = 1 + below(utterances.length - 1)
        const [before, turn] = [utterances[place - 1], utterances[place]]
        if (!before || !turn) throw new Error('there is no such turn')
        const { utteranceId, version } = turn
        const of = speakers[below(speakers.length)]?.speakerId ?? turn.speakerId
        const kind = below(8)
        const length = [...turn.text].length
        if (kind < 2) {
          const meant = kind === 0 ? undefined : { speakerId: of }
          await splitUtterance(app, { ...here(), utteranceId, version, at: 1 + below(length), meant }).catch(
            refused,
          )
        } else if (kind === 2) await joinUtterances(app, { ...here(), utteranceId, version, before })
        else if (kind === 3)
          await assignUtterances(app, {
            ...here(),
            interviewId: interview.interviewId,
            turns: { from: turn.speakerId, utteranceIds: [utteranceId] },
            meant: { speakerId: of },
          })
        else if (kind === 4)
          await correctUtterance(app, { ...here(), utteranceId, version, text: `Ωωω ${turn.text}` })
        else if (kind === 7)
          await correctTurn(app, { ...here(), utteranceId, version, text: `Ωωω ${turn.text}` })
        else if (kind === 5) await undo(app, lineOf(ann))
        else await redo(app, lineOf(ann))
        expect(await covered(), `seed ${seed}, edit ${edit}`).toEqual(passages)
      }
      while ((await undo(app, lineOf(ann))).state === 'done');
      expect(await covered()).toEqual(passages)
      const after = await now()
      const said = after.utterances.map((turn) => [turn.utteranceId, turn.speakerId])
      expect(said).toEqual(interview.utterances.map((turn) => [turn.utteranceId, turn.speakerId]))
      expect(lettersOf(after.utterances.map((turn) => turn.text)).replaceAll('Ωωω', '')).toBe(textBefore)
      const prefixes = after.utterances.flatMap(({ text }) => text.match(/Ωωω/gu) ?? [])
      expect(after.words).toBe(interview.words + prefixes.length)
      const counted = after.speakers.reduce((sum, speaker) => sum + speaker.words, 0)
      expect(counted).toBe(after.words)
    },
    120_000,
  )
})

const refused = (error: unknown) => expect(error).toMatchObject({ id: 'turn-not-split' })
const lettersOf = (texts: readonly string[]) => texts.join('').replaceAll(/\s/gu, '')

async function markAtRandom(below: (limit: number) => number): Promise<void> {
  const long = interview.utterances.filter(({ text }) => [...text].length > 12)
  const passages = Array.from({ length: 300 }, () => {
    const turn = long[below(long.length)]
    if (!turn) throw new Error('nobody spoke')
    const letters = [...turn.text]
    const start = below(letters.length - 2)
    return { turn, letters, start, end: Math.min(letters.length, start + 1 + below(60)) }
  })
  const worded = passages.filter(
    ({ letters, start, end }) => letters.slice(start, end).join('').trim() !== '',
  )
  await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ben.actor,
    interviewId: interview.interviewId,
    passages: worded.map(({ turn, start, end }) => ({
      utteranceId: turn.utteranceId,
      version: turn.version,
      start,
      end,
    })),
    codeIds: [],
    newCode: { name: 'Random', description: '', colour: 'teal' },
  })
}

/** The letters under each passage, its parts one after the other in the order of the text. */
async function covered(): Promise<string[]> {
  const { rows } = await sql<{ root: string; text: string; start_at: number; end_at: number }>`
    with recursive parts (id, root) as (
      select id, id from highlights where interview_id = ${interview.interviewId} and continues_id is null
      union all select h.id, p.root from highlights h join parts p on h.continues_id = p.id
    )
    select p.root, u.text, h.start_at, h.end_at from parts p join highlights h on h.id = p.id
    join utterances u on u.id = h.utterance_id join highlight_codes hc on hc.highlight_id = h.id
    where h.removed_at is null and h.lost_text is null order by p.root, u.position, h.start_at`.execute(
    app.pg,
  )
  const words = new Map<string, string>()
  for (const { root, text, start_at, end_at } of rows)
    words.set(root, (words.get(root) ?? '') + lettersOf([[...text].slice(start_at, end_at).join('')]))
  return [...words].map(([root, letters]) => `${root} ${letters}`)
}
