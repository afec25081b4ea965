import { expect, test } from 'vitest'
import { z } from 'zod'
import { passageOf } from '../../test/spoken-study.ts'
import { studyWithNames } from '../../test/named-study.ts'

const { here, bring, decide } = studyWithNames()

const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
  const { owner } = here()
  const answer = await here().ask(method, `/api/w/${owner.workspaceId}${path}`, {
    headers: owner.headers,
    body,
  })
  expect(answer.status).toBeLessThan(300)
  return answer.json()
}
const codes = async () => {
  const Codes = z.object({
    codes: z.array(z.object({ codeId: z.string(), name: z.string(), description: z.string() })),
  })
  const { codes: items } = Codes.parse(await ask('GET', `/codes?studyId=${here().studyId}`))
  return items.map(({ name, description }) => `${name} / ${description}`).toSorted()
}

test('a code that is begun while marking, cut off another or expected is called by the pseudonym at once', async () => {
  const interview = await bring()
  await decide('Gregory', { pseudonym: 'Theodore' })
  const newCode = { name: 'About Gregory', description: 'what gregory did', colour: 'teal' }
  const Marked = z.object({ codeIds: z.array(z.string()), highlightIds: z.array(z.string()) })
  const mark = async () =>
    Marked.parse(
      await ask('POST', `/interviews/${interview.interviewId}/highlights`, {
        passages: [passageOf(interview, 'I forget')],
        newCode,
      }),
    )
  const first = await mark()
  expect(await codes()).toEqual(['About Theodore / what Theodore did'])
  // Asked for once more by the name, it is that code.
  expect((await mark()).codeIds).toEqual(first.codeIds)
  await ask('POST', `/codes/${first.codeIds[0]}/split`, {
    name: 'Gregory’s money',
    highlightIds: first.highlightIds,
  })
  await ask('POST', `/studies/${here().studyId}/expected-codes`, {
    codebookId: null,
    codes: [{ name: 'Gregory pays', statement: 'They say Gregory pays' }],
  })
  expect(await codes()).toEqual([
    'About Theodore / what Theodore did',
    'Theodore pays / They say Theodore pays',
    'Theodore’s money / ',
  ])
})
