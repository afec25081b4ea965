import { describe, expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { questionsAsked } from './asked.ts'
import { asksWhy } from './whys.ts'

const whys: Record<Language, { why: string[]; other: string[] }> = {
  en: {
    why: [
      'Why did you leave?',
      'And why is that important to you?',
      'How come you went back?',
      'What made you call them in the end?',
      'What led you to look for another one?',
      'For what reason did you stay so long?',
      'What was it about the letter that made you angry?',
      'Do you know why it took a week?',
    ],
    other: [
      'When did you leave?',
      'What happened before that?',
      "Why don't we start with your morning?",
      'Is that why you left?',
      'What did you make for dinner?',
      'How did you come here?',
      'Who made the call?',
      'Tell me about the last time.',
    ],
  },
  da: {
    why: [
      'Hvorfor skiftede du?',
      'Og hvorfor er det vigtigt for dig?',
      'Hvordan kan det være, at du blev?',
      'Hvad fik dig til at ringe?',
      'Hvad gjorde, at du ventede?',
      'Af hvilken grund valgte du den?',
      'Hvad skyldtes det?',
      'Hvad ligger der bag?',
      'Hvad var det, der fik dig til at sige op?',
      'Hvad er årsagen til, at I flyttede?',
      'Hvad motiverede dig til at søge?',
      'Hvordan gik det til, at du endte der?',
    ],
    other: [
      'Hvornår skiftede du?',
      'Hvad skete der så?',
      'Hvor bor du?',
      'Hvem gjorde det?',
      'Hvordan kom du hertil?',
      'Hvad får du normalt til frokost?',
      'Fortæl om sidste gang.',
      'Hvad fik du ud af det?',
      'Jeg forstår godt, hvorfor du blev vred.',
      'Hvorfor tager vi ikke lige fem minutters pause?',
      'Er det derfor, du skiftede?',
    ],
  },
  sv: {
    why: [
      'Varför bytte du?',
      'Hur kommer det sig att du stannade?',
      'Vad fick dig att ringa?',
      'Vad gjorde att du väntade?',
      'Av vilken anledning valde du den?',
      'Vad berodde det på?',
      'Vad låg bakom?',
      'Vad var det som fick dig att säga upp dig?',
      'Hur kan det komma sig att du stannade?',
      'Vad hade du för skäl att säga nej?',
      'Och varför är det viktigt för dig?',
    ],
    other: [
      'När bytte du?',
      'Vad hände sedan?',
      'Hur kom du hit?',
      'Vem gjorde det?',
      'Vad fick du betala?',
      'Var bor du?',
      'Berätta om senaste gången.',
      'Hur ofta ringer du?',
      'Jag förstår varför du blev arg.',
      'Varför tar vi inte fem minuters paus?',
      'Vad fick er resa kosta?',
    ],
  },
  nl: {
    why: [
      'Waarom bent u overgestapt?',
      'Hoe komt het dat je bleef?',
      'Wat maakte dat u belde?',
      'Hoezo?',
      'Om welke reden koos je die?',
      'Waardoor stopte u?',
      'Wat deed je besluiten om te gaan?',
      'En waarom is dat belangrijk voor u?',
    ],
    other: [
      'Wanneer bent u overgestapt?',
      'Wat gebeurde er daarna?',
      'Hoe kwam u hier?',
      'Is dat waarom u vertrok?',
      'Wie maakte het?',
      'Wat deed je toen?',
      'Vertel eens over de laatste keer.',
      'Hoe vaak belt u?',
    ],
  },
  de: {
    why: [
      'Warum haben Sie gewechselt?',
      'Wie kam es, dass Sie blieben?',
      'Was hat Sie dazu gebracht anzurufen?',
      'Wieso?',
      'Aus welchem Grund haben Sie die gewählt?',
      'Woran lag das?',
      'Weshalb ist Ihnen das wichtig?',
      'Was steckt dahinter?',
      'Was waren die Gründe für Ihre Absage?',
      'Was brachte Sie dazu?',
      'Was gab den Ausschlag?',
    ],
    other: [
      'Wann haben Sie gewechselt?',
      'Was ist dann passiert?',
      'Wie kamen Sie hierher?',
      'Ist das der Grund, weshalb Sie gegangen sind?',
      'Wer hat das gemacht?',
      'Was hat Sie das gekostet?',
      'Erzählen Sie mir vom letzten Mal.',
      'Wie oft rufen Sie an?',
      'Ich verstehe, warum Sie wütend waren.',
      'Warum machen wir nicht fünf Minuten Pause?',
      'Da dachte er: Warum ich?',
    ],
  },
}

describe.each(Object.entries(whys))('a question for a reason in %s', (language, { why, other }) => {
  test.each(why)('%s asks for one', (question) => {
    expect(asksWhy(question, language as Language)).toBe(true)
  })
  test.each(other)('%s asks for none', (question) => {
    expect(asksWhy(question, language as Language)).toBe(false)
  })
})

describe('the questions in a turn', () => {
  const asked = (text: string, language: Language = 'en') =>
    questionsAsked(text, language).map((one) => one.text)

  test('what is said around them is none', () => {
    expect(asked('I see. That must have been long. When did it happen? Thank you.')).toEqual([
      'When did it happen?',
    ])
    expect(asked('What we do here is listen. Tell me about the last time.')).toEqual([
      'Tell me about the last time.',
    ])
    expect(asked('Aha. Og hvad skete der så? Ja.', 'da')).toEqual(['Og hvad skete der så?'])
  })

  test('stand where they stand, counted in codepoints, and carry what is marked in them', () => {
    const text = '🙂 Hello! Isn’t our new app wonderful? What happened then?'
    const found = questionsAsked(text, 'en')
    const letters = [...text]
    expect(found.map(({ at }) => letters.slice(...at).join(''))).toEqual([
      'Isn’t our new app wonderful',
      'What happened then',
    ])
    expect(found.map(({ faults }) => faults.map(({ fault }) => fault).includes('leading'))).toEqual([
      true,
      false,
    ])
  })

  test('are found in a turn longer than the checker reads at once', () => {
    const text = `${'That was a long story of mine. '.repeat(200)}What happened then?`
    expect(asked(text)).toEqual(['What happened then?'])
  })
})
