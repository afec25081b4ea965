import { describe, expect, test } from 'vitest'
import { correctUtterance, readInterview } from '../conversations/index.ts'
import { studyWithNames } from '../../test/named-study.ts'

const { here, bring, decide, textOf, restore } = studyWithNames()

describe('what is replaced stays on its place', () => {
  test('a name typed again by hand is replaced again, and what is corrected around it stays', async () => {
    const interview = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const read = await readInterview(here().app.pg, {
      workspaceId: here().owner.workspaceId,
      interviewId: interview.interviewId,
    })
    const turn = read?.utterances[1]
    if (!turn) throw new Error('no turn')
    const text = `Well, ${turn.text.replace('works', 'lives with Gregory')}`
    const { version } = await correctUtterance(here().app, {
      ...turn,
      text,
      workspaceId: here().owner.workspaceId,
      actor: here().owner.actor,
    })
    const after = await readInterview(here().app.pg, {
      workspaceId: here().owner.workspaceId,
      interviewId: interview.interviewId,
    })
    expect(after?.utterances[1]).toMatchObject({
      version,
      text: "Well, It was Theodore, my brother. Theodore's wife Annabel lives with Theodore in Melbourne.",
    })
    await restore('Theodore')
    expect(await textOf(interview.interviewId)).toContain(
      "Well, It was Gregory, my brother. Gregory's wife Annabel lives with Gregory in Melbourne.",
    )
  })

  test('turns that are cut in two and put together keep what stands in them', async () => {
    const { interviewId, utterances } = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const turn = utterances[1]
    const read = await readInterview(here().app.pg, { workspaceId: here().owner.workspaceId, interviewId })
    const now = read?.utterances[1]
    const at = now?.text.indexOf("Theodore's")
    const path = `/api/w/${here().owner.workspaceId}/utterances/${turn?.utteranceId}`
    const cut = await here().ask('POST', `${path}/split`, {
      headers: here().owner.headers,
      body: { at, version: now?.version },
    })
    expect(cut.status).toBe(200)
    await restore('Theodore')
    expect((await textOf(interviewId)).split('\n').slice(1, 3)).toEqual([
      'It was Gregory, my brother.',
      "Gregory's wife Annabel works in Melbourne.",
    ])
  })
})
