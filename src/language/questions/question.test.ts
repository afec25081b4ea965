import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCsvSample } from '../../collect/tables/csv.ts'
import { languages, type Language } from '../language.ts'
import { checkQuestion, modeOf, questionFaults } from './question.ts'
import { openPattern } from './rewordings.ts'

const testData = join(import.meta.dirname, '../../../test/data')

/** Sentences written with the rules: what each marks, and what it must leave alone. */
function sentences(language: Language): { question: string; faults: string[]; mode: string }[] {
  const text = readFileSync(join(testData, `guide-questions/${language}.rules.csv`), 'utf8')
  const { rows } = readCsvSample(text, { delimiter: ',', complete: 'whole', most: 1_000 })
  const [head = [], ...body] = rows.map((row) => row.cells)
  return body.map((cells) => ({
    question: cells[0] ?? '',
    faults: questionFaults.filter((fault) => cells[head.indexOf(fault)] === '1'),
    mode: cells[head.indexOf('mode')] ?? '',
  }))
}

describe.each(languages)('questions in %s', (language) => {
  test.each(sentences(language))('“$question” is marked $faults', ({ question, faults }) => {
    expect(checkQuestion(question, language).map(({ fault }) => fault)).toEqual(faults)
  })

  test.each(sentences(language).filter(({ mode }) => mode !== ''))(
    '“$question” is $mode',
    ({ question, mode }) => {
      expect(modeOf(question, language)).toBe(mode)
    },
  )

  test('every rule is seen at work', () => {
    const seen = new Set(sentences(language).flatMap(({ faults }) => faults))
    expect([...seen].toSorted()).toEqual([...questionFaults].toSorted())
  })

  test('every mark has an open way to ask instead', () => {
    for (const { question } of sentences(language))
      for (const { pattern } of checkQuestion(question, language))
        expect(openPattern({ language, pattern, question })).toMatch(/[…?]/)
  })

  test('a mark lies inside the question, at least one codepoint long', () => {
    const questions = sentences(language).map(({ question }) => `😀 ${question} 👩‍👩‍👧 ${question}`)
    for (const question of questions)
      for (const { at, fault } of checkQuestion(question, language)) {
        const [start, end] = at
        expect(start, `${fault} of ${question}`).toBeGreaterThanOrEqual(0)
        expect(end, `${fault} of ${question}`).toBeGreaterThan(start)
        expect(end, `${fault} of ${question}`).toBeLessThanOrEqual([...question].length)
      }
  })
})

test.each([
  ['da', 'Er du tilfreds?', 'Hvordan oplevede du …?'],
  ['da', 'Er I tilfredse?', 'Hvordan oplevede I …?'],
  ['da', 'I hvor høj grad er det godt?', 'Hvordan oplevede du …?'],
  ['sv', 'Är ni nöjda?', 'Hur upplevde ni …?'],
  ['nl', 'Bent u tevreden?', 'Hoe hebt u … ervaren?'],
  ['nl', 'Ben je tevreden?', 'Hoe heb je … ervaren?'],
  ['nl', 'Zijn jullie tevreden?', 'Hoe hebben jullie … ervaren?'],
  ['de', 'Sind Sie zufrieden?', 'Wie haben Sie … erlebt?'],
  ['de', 'Bist du zufrieden?', 'Wie hast du … erlebt?'],
  ['de', 'Seid ihr zufrieden?', 'Wie habt ihr … erlebt?'],
  ['de', 'Ist das praktisch?', 'Wie haben Sie … erlebt?'],
] as const)('in %s “%s” is asked anew as “%s”, to the same person', (language, question, instead) => {
  expect(openPattern({ language, pattern: 'both-poles', question })).toBe(instead)
})

test.each([
  ['en', 'How old are you?', 'Tell me a little about …'],
  ['en', 'Is the form clear to you?', 'How was … for you?'],
  ['en', 'Who hired you?', 'How did it come about that …?'],
  ['en', 'Would you buy this?', 'Tell me about the last time you needed …'],
  ['en', 'Could you live without a car?', 'What did you do the last time something like this came up?'],
  ['de', 'Würden Sie das kaufen?', 'Erzählen Sie vom letzten Mal, als Sie … gebraucht haben'],
  ['en', 'How often do you cook?', 'Tell me about the last time you …'],
  ['da', 'Må jeg optage samtalen?', 'Fortæl lidt om …'],
  ['da', 'Er prisen rimelig, synes du?', 'Hvordan oplevede du …?'],
  ['sv', 'Vem anställde dig?', 'Hur gick det till när …?'],
  ['nl', 'Hoe oud bent u?', 'Vertel eens iets over …'],
  ['de', 'Finden Sie die Fahrkarte zu teuer?', 'Wie haben Sie … erlebt?'],
  ['de', 'Wie alt bist du?', 'Erzähl ein wenig von …'],
] as const)('in %s “%s”, closed, is opened by what it asks for: “%s”', (language, question, instead) => {
  const closed = checkQuestion(question, language).find(({ fault }) => fault === 'closed')
  expect(closed && openPattern({ language, pattern: closed.pattern, question })).toBe(instead)
})

test('a mark counts codepoints, so that an emoji before it is one', () => {
  const question = '🚲🚲 Do our customers love the onboarding?'
  const jargon = checkQuestion(question, 'en').find(({ fault }) => fault === 'jargon')
  expect(jargon && [...question].slice(...jargon.at).join('')).toBe('onboarding')
})

test('decomposed letters are read like composed ones', () => {
  const question = 'Är appen snygg och lätt att använda?'
  const faults = (text: string) => checkQuestion(text, 'sv').map(({ fault }) => fault)
  expect(faults(question.normalize('NFD'))).toEqual(faults(question))
})

test('a participant’s own word in quotation marks is no jargon of ours', () => {
  expect(checkQuestion('You said "churn" – what does it mean to you?', 'en')).toEqual([])
  expect(checkQuestion('Sie sagten „Onboarding“. Was meinen Sie damit?', 'de')).toEqual([])
})

test.each(['', ' ', '?', '???', '\n\n', '…', '"', 'and', '–', '😀', '\ud800', '\u0000'])(
  '“%s” has no fault and breaks nothing',
  (text) => {
    for (const language of languages) {
      expect(checkQuestion(text, language)).toEqual([])
      expect(['behaviour', 'either']).toContain(modeOf(text, language))
    }
  },
)

test('naughty strings break nothing', () => {
  const naughty: unknown = JSON.parse(readFileSync(join(testData, 'blns/blns.json'), 'utf8'))
  const strings = Array.isArray(naughty) ? naughty.map(String) : []
  expect(strings.length).toBeGreaterThan(400)
  for (const language of languages)
    for (const text of strings) {
      for (const { at } of checkQuestion(text, language)) expect(at[1]).toBeLessThanOrEqual([...text].length)
      expect(modeOf(text, language)).toBeTruthy()
    }
})

test('other scripts and five languages in one line break nothing', () => {
  const text =
    'Что вы думаете? あなたはどう思いますか？ ما رأيك؟ What do you think, hvad synes du, was meinen Sie?'
  for (const language of languages) expect(() => checkQuestion(text, language)).not.toThrow()
})

// Patterns that went back over the text would take hours here, and the runner would end the test.
test.each(['would you and ', 'kan du måske ', 'how ', ', ', 'a', '"', '. ', 'a-', 'Sie und ', 'hvor meget '])(
  'ten thousand characters of “%s” are read to the end',
  (piece) => {
    const text = piece.repeat(10_000 / piece.length)
    for (const language of languages) expect(checkQuestion(text, language).length).toBeLessThanOrEqual(5)
  },
)
