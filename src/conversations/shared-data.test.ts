import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { meetingText } from '../../test/qmsum.ts'
import { sharedData, sharedDataPresent } from '../../test/shared-data.ts'
import { createStudy, listStudies, listUtterances } from './index.ts'
import { bringMaterial } from './bring-material.ts'
import { listInterviews } from './interviews.ts'
import type { InterviewBrought } from './interview.schema.ts'
import { previewMaterial } from './material.ts'

const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'file' }]

describe.skipIf(!sharedDataPresent)('shared data: conversations in a study', () => {
  let app: TestApp
  let owner: TestMember

  beforeAll(async () => {
    app = await openTestApp()
    owner = await openWorkspace(app)
  })

  async function plan(title: string): Promise<string> {
    return createStudy(app, {
      workspaceId: owner.workspaceId,
      actor: owner.actor,
      draft: {
        title,
        hypothesis: '',
        contradiction: '',
        mode: 'feedback',
        guide: [],
        language: 'en',
        target: 20,
        bases: { conversation_analysis: 'consent', quoting: 'consent' },
      },
    })
  }
  const bring = (
    studyId: string,
    asked: Pick<InterviewBrought, 'material' | 'language'> & Partial<InterviewBrought>,
  ) =>
    bringMaterial(app, {
      workspaceId: owner.workspaceId,
      studyId,
      actor: owner.actor,
      asked: { speakers: [], agreements, ...asked },
    })
  const material = (name: string, content: string | Uint8Array) => ({
    how: 'file' as const,
    name,
    base64: Buffer.from(content).toString('base64'),
  })
  async function heard(studyId: string): Promise<{ words: number; people: number; turns: number }> {
    const people = new Set<number>()
    let words = 0
    let turns = 0
    for await (const batch of listUtterances(app.pg, {
      workspaceId: owner.workspaceId,
      studyIds: [studyId],
    })) {
      for (const { personNo, text } of batch) {
        people.add(personNo)
        words += text.split(/\s+/u).filter((word) => word !== '').length
        turns += 1
      }
    }
    return { words, people: people.size, turns }
  }

  test('forty product meetings: a speaker is project and role, and the same in all meetings of the project', async () => {
    const studyId = await plan('Product meetings')
    const folder = join(sharedData, 'interviews/qmsum-product')
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const { text, turns } = meetingText(name, readFileSync(join(folder, name), 'utf8'))
      // No real set joins people and interviews: this link is invented.
      const speakers = [...new Set(turns.map((turn) => turn.speaker))].map((speaker) => ({
        name: speaker,
        role: 'participant' as const,
        who: { identifier: { kind: 'customer_id', value: `invented ${speaker}` } },
        agreements,
      }))
      const brought = await bring(studyId, {
        material: material(`${name}.txt`, text),
        language: 'en',
        speakers,
      })
      expect(brought.state).toBe('brought')
    }
    const { words, turns, people } = await heard(studyId)
    expect({ words, turns }).toEqual({ words: 237_998, turns: 19_701 })
    const participants = await app.pg
      .selectFrom('participants')
      .select('person_no')
      .where('study_id', '=', studyId)
      .execute()
    expect(people).toBe(participants.length)
    expect(people).toBeLessThanOrEqual(80)
  }, 120_000)

  test('thirty Dutch press conferences: language guessed, those who ask taken for interviewers', async () => {
    const studyId = await plan('Press conferences')
    const folder = join(sharedData, 'interviews/nl-press-conferences')
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
      const file = material(name, readFileSync(join(folder, name)))
      const preview = await previewMaterial(app, { workspaceId: owner.workspaceId, studyId, material: file })
      if (preview.state !== 'read') throw new Error('not read')
      expect(preview.language).toEqual({ guess: 'nl', reliable: true })
      await bring(studyId, { material: file, language: 'nl' })
    }
    const { items } = await listInterviews(app.pg, { workspaceId: owner.workspaceId, studyId, limit: 50 })
    expect(items).toHaveLength(30)
    expect(items.reduce((sum, item) => sum + item.words, 0)).toBe(293_707)
  }, 120_000)

  test.each([
    ['cimt-cycling-dialogues-de/dataset.csv', 'text', 'ID', 'de', 3139],
    ['modeldata-fine-foods/training_data.csv', 'review', null, 'en', 4000],
  ] as const)(
    '%s is open answers: each respondent a participant',
    async (file, text, respondent, language, rows) => {
      const studyId = await plan(file)
      const table = material(file, readFileSync(join(sharedData, 'open-answers', file)))
      const looked = { workspaceId: owner.workspaceId, studyId, material: table }
      const columns = await previewMaterial(app, looked)
      expect(columns).toMatchObject({ state: 'table', guess: { text } })
      const answers = { text, respondent }
      expect(await previewMaterial(app, { ...looked, answers })).toMatchObject({
        state: 'read',
        language: { guess: language, reliable: true },
      })
      await bring(studyId, { material: table, answers, language })
      const { people } = await heard(studyId)
      const [study] = (
        await listStudies(app.pg, { workspaceId: owner.workspaceId, archived: 'no', limit: 1 })
      ).items
      expect(study).toMatchObject({ studyId, participants: people, heard: people })
      expect(people).toBeGreaterThan(rows * 0.98)
      expect(people).toBeLessThanOrEqual(rows)
    },
    120_000,
  )
})
