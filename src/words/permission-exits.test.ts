import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { permissionStates, type PermissionState } from '../../test/permission-states.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { listCodes, markPassages, quotesOf } from '../coding/index.ts'
import {
  declareBases,
  addGrounds,
  purposes,
  recordConsent,
  studyScope,
  type Purpose,
} from '../consent/index.ts'
import type { InterviewText } from '../conversations/index.ts'
import { compareWords } from './compare-words.ts'
import { quotesOfWord } from './word-quotes.ts'

// Every purpose × every state × every exit of coding and words. Whoever speaks may everything in their study, but for the one purpose
// whose state is tried.

let app: TestApp
let ann: TestMember
beforeAll(async () => {
  app = await openTestApp()
  ann = await openWorkspace(app)
})

const cases = purposes.flatMap((purpose) => permissionStates.map((state) => ({ purpose, state })))

describe.each(cases)('$purpose: $state.name', ({ purpose, state }) => {
  test('reaches words, counts of codes, quotes under codes and quotes behind words', async () => {
    const { studyId, interview, codeId } = await sayZeppelin(`${purpose} ${state.name}`)
    await bringToState({ studyId, interview, purpose, state })
    const mayAnalyse = purpose !== 'conversation_analysis' || state.mayInStudy
    const mayQuote = mayAnalyse && (purpose !== 'quoting' || state.mayInStudy)

    const { workspaceId } = ann
    const focus = { kind: 'study', studyId } as const
    const words = await compareWords(app, { workspaceId, focus, language: 'en' })
    expect(words).toMatchObject({ speakers: mayAnalyse ? 1 : 0, withheld: mayAnalyse ? 0 : 1 })
    const under = await compareWords(app, { workspaceId, focus: { kind: 'code', codeId }, language: 'en' })
    expect(under).toMatchObject({ speakers: mayAnalyse ? 1 : 0, withheld: mayAnalyse ? 0 : 1 })
    const behind = await quotesOfWord(app, { workspaceId, focus, language: 'en', stem: 'zeppelin' })
    expect(behind.quotes.map(({ text }) => text)).toEqual(mayQuote ? ['I came by zeppelin.'] : [])
    expect(behind.withheld).toBe(mayAnalyse && !mayQuote ? 1 : 0)
    const quotes = await quotesOf(app, { workspaceId, codeId })
    expect(quotes.quotes.map(({ text }) => text)).toEqual(mayQuote ? ['zeppelin'] : [])
    expect(quotes.withheld).toBe(mayQuote ? 0 : 1)
    const code = (await listCodes(app.pg, { workspaceId })).find((one) => one.codeId === codeId)
    expect(code).toMatchObject({ passages: mayAnalyse ? 1 : 0, withheld: mayAnalyse ? 0 : 1 })
  })
})

async function sayZeppelin(name: string) {
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann, { title: name })
  const interview = await bringTalk(app, ann, { studyId, talk: 'Mette: I came by zeppelin.', title: name })
  const [utterance] = interview.utterances
  if (!utterance) throw new Error('nothing was said')
  const { codeIds } = await markPassages(app, {
    workspaceId,
    actor,
    interviewId: interview.interviewId,
    passages: [{ utteranceId: utterance.utteranceId, version: 1, start: 10, end: 18 }],
    codeIds: [],
    newCode: { name, description: '', colour: 'teal' },
  })
  return { studyId, interview, codeId: codeIds[0] ?? '' }
}

type Bringing = { studyId: string; interview: InterviewText; purpose: Purpose; state: PermissionState }

/** Declares and says for one purpose what the state says, beside a study that has a basis for everything else. */
async function bringToState({ studyId, interview, purpose, state }: Bringing): Promise<void> {
  const { workspaceId } = ann
  const [speaker] = interview.speakers
  if (typeof speaker?.personNo !== 'number') throw new Error('nobody spoke')
  const { personNo } = speaker
  await declareBases(app, {
    workspaceId,
    declarer: { kind: 'study', id: studyId },
    bases: { [purpose]: { basis: state.studyBasis ?? 'none' } },
    by: undefined,
  })
  if (state.basis !== undefined) {
    const id = crypto.randomUUID()
    const bases = { [purpose]: { basis: state.basis } }
    await declareBases(app, { workspaceId, declarer: { kind: 'source', id }, bases, by: undefined })
    await app.pg
      .transaction()
      .execute((tx) => addGrounds(tx, { workspaceId, declarerId: id, personNos: [personNo] }))
  }
  const said = [
    ...(state.said ?? []).map((word) => ({ word, scope: '' })),
    ...(state.saidOfStudy ?? []).map((word) => ({ word, scope: studyScope(studyId) })),
  ]
  const since = new Date('2026-01-01T00:00:00Z').getTime()
  await recordConsent(app, {
    workspaceId,
    entries: said.map(({ word, scope }, day) => ({
      personNo,
      purpose,
      scope,
      state: word,
      happenedAt: new Date(since + day * 86_400_000),
      channel: 'by hand',
      actor: { kind: 'member' },
    })),
  })
}

test('the states are really tried: some may and some may not', async () => {
  const { rows } = await sql<{ reasons: number }>`
    select count(distinct reason) as reasons from permission_rows(${ann.workspaceId}::uuid,
      array(select person_no from participants where workspace_id = ${ann.workspaceId})) where purpose in (1, 3)`.execute(
    app.pg,
  )
  expect(rows[0]?.reasons).toBeGreaterThanOrEqual(4)
})
