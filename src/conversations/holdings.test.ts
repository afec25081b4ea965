import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { createStudy, listParticipants, readInterview } from './index.ts'
import { conversationHoldings } from './holdings.ts'
import { bringMaterial } from './bring-material.ts'

const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'file' }]

describe('erasing somebody who was heard', () => {
  let app: TestApp
  let owner: TestMember
  let studyId: string

  beforeAll(async () => {
    app = await openTestApp()
    owner = await openWorkspace(app)
    studyId = await createStudy(app, {
      workspaceId: owner.workspaceId,
      actor: owner.actor,
      draft: {
        title: 'Why people switch bank',
        hypothesis: '',
        contradiction: '',
        mode: 'behaviour',
        guide: [],
        language: 'en',
        target: 20,
        bases: { conversation_analysis: 'consent', quoting: 'consent' },
      },
    })
  })

  const bring = ({ name, text }: { name: string; text: string }) =>
    bringMaterial(app, {
      workspaceId: owner.workspaceId,
      studyId,
      actor: owner.actor,
      asked: {
        material: { how: 'pasted', name, text },
        title: name,
        language: 'en',
        speakers: [
          {
            name: 'Mette',
            role: 'participant',
            who: { identifier: { kind: 'email', value: 'mette@example.org' } },
            agreements,
          },
        ],
        agreements,
      },
    })
  const mette = async () => {
    const row = await app.pg
      .selectFrom('identifiers')
      .innerJoin('people', 'people.no', 'identifiers.person_no')
      .select(['people.id', 'people.no'])
      .where('identifiers.value', '=', 'mette@example.org')
      .executeTakeFirstOrThrow()
    return { workspaceId: owner.workspaceId, personId: row.id, personNo: row.no }
  }
  const read = (interviewId: string) => readInterview(app.pg, { workspaceId: owner.workspaceId, interviewId })

  const alone = { name: 'Mette alone', text: 'Interviewer: Why did you leave?\nMette: Nobody answered.' }
  const group = {
    name: 'Mette and Bo',
    text: 'Interviewer: Why did you leave?\nMette: Nobody answered.\nBo: I stayed.\nInterviewer: I see.\nMette: Yes.',
  }

  test('takes their words out of both kinds of conversation, keeps the others, and does not let the file back', async () => {
    const [single, several] = [await bring(alone), await bring(group)]
    const person = await mette()
    const exported = await conversationHoldings.exportPerson(app, person)
    expect(exported).toMatchObject({
      studies: [{ study: 'Why people switch bank' }],
      conversations: [
        { namedInFile: 'Mette', said: ['Nobody answered.'] },
        { namedInFile: 'Mette', said: ['Nobody answered.', 'Yes.'] },
      ],
    })
    expect(JSON.stringify(exported)).not.toContain('I stayed')
    // One participant, two speakers, three turns.
    expect(await conversationHoldings.countPerson(app, person)).toBe(6)

    await conversationHoldings.erasePerson(app, person)
    await conversationHoldings.erasePerson(app, person)
    expect(await conversationHoldings.countPerson(app, person)).toBe(0)
    expect(await read(single.interviewId)).toBeUndefined()
    const rest = await read(several.interviewId)
    expect(rest?.title).toBe('… and Bo')
    expect(rest?.utterances.map((utterance) => utterance.text)).toEqual([
      'Why did you leave?',
      'I stayed.',
      'I see.',
    ])
    const { items } = await listParticipants(app.pg, { workspaceId: owner.workspaceId, studyId, limit: 10 })
    expect(items).toHaveLength(1)
    await expect(bring(alone)).rejects.toMatchObject({ id: 'transcript-erased', status: 410 })
    await expect(bring(group)).rejects.toMatchObject({ id: 'transcript-erased' })
  })
})
