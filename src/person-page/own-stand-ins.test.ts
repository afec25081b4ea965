import { expect, test } from 'vitest'
import { studyWithNames } from '../../test/named-study.ts'
import { markWords, ownPathOf, visitor } from '../../test/own-page.ts'
import { Language } from '../workspace/index.ts'
import { pageWords } from './page/words/words.ts'

const { here, bring, decide } = studyWithNames()

/** The page of who said all this, before and after a name in it was replaced. */
async function pageOf(words: string) {
  const { app, owner } = here()
  const interview = await bring()
  await markWords(app, owner, { interview, words: [words] })
  const home = await ownPathOf(app, { by: owner, participantId: interview.speakers[1]?.participantId })
  const turn = interview.utterances[1]?.utteranceId ?? ''
  return { visit: visitor(app), home, turn, talk: `${home}/conversations/${interview.interviewId}` }
}

test('a participant in whose words a name is replaced is told so, in five languages, and where', async () => {
  const { visit, home, talk, turn } = await pageOf('It was Gregory')
  for (const page of [home, talk, `${talk}?edit=${turn}`]) {
    const { text } = await visit.open(page)
    expect(text).not.toContain(pageWords.en.standIns)
    expect(text).not.toContain(pageWords.en.standInsHere)
    expect(text).not.toContain('<mark>')
  }
  await decide('Gregory', { pseudonym: 'Theodore' })
  for (const language of Language.options) {
    const { standIns, standInsHere } = pageWords[language]
    const { text } = await visit.open(`${talk}?lang=${language}`)
    expect(text).toContain(standIns)
    expect(text).toContain('It was <mark>Theodore</mark>, my brother. <mark>Theodore</mark>&#39;s wife')
    expect((await visit.open(`${talk}?edit=${turn}&lang=${language}`)).text).toContain(standInsHere)
    expect((await visit.open(`${home}?lang=${language}`)).text).toContain(standInsHere)
  }
})

test('nothing is said beside a quote in which everything stands as it was said', async () => {
  const { visit, home } = await pageOf('I forget')
  await decide('Gregory', { pseudonym: 'Theodore' })
  expect((await visit.open(home)).text).not.toContain(pageWords.en.standInsHere)
})
