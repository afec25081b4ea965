import { describe, expect, it } from 'vitest'
import { readPlainText } from './plain-text.ts'
import { countWords } from './transcript.ts'
import { longestAnonymous } from './turns.ts'

function speakersOf(text: string): (string | null)[] {
  return readPlainText(text).speakers.map(({ name }) => name)
}

function turnsOf(text: string): [string | null, string][] {
  return readPlainText(text).utterances.map(({ speaker, text: said }) => [speaker, said])
}

describe('who speaks', () => {
  it.each([
    ['Name: text', 'Anna: Hello.\nBo: Hi.\nAnna: Well?\nBo: Well.'],
    ['Name:, text beneath', 'Anna:\nHello.\n\nBo:\nHi.\n\nAnna:\nWell?\n\nBo:\nWell.'],
    [
      'Name (time): text',
      'Anna (00:01:02): Hello.\nBo (00:01:05): Hi.\nAnna (00:01:07): Well?\nBo (00:01:09): Well.',
    ],
    ['Name [time] text', 'Anna [1:02] Hello.\nBo [1:05] Hi.\nAnna [1:07] Well?\nBo [1:09] Well.'],
    [
      '[time] Name: text',
      '[00:01:02] Anna: Hello.\n[00:01:05] Bo: Hi.\n[00:01:07] Anna: Well?\n[00:01:09] Bo: Well.',
    ],
    [
      '[time - time] Name: text',
      '[00:01.0 - 00:02.0] Anna: Hello.\n[00:02.0 - 00:03.0] Bo: Hi.\n[00:03.0 - 00:04.0] Anna: Well?\n[00:04.0 - 00:05.0] Bo: Well.',
    ],
    [
      'Name time, text beneath',
      'Anna  0:03\nHello.\n\nBo  0:05\nHi.\n\nAnna  0:07\nWell?\n\nBo  1:00:09\nWell.',
    ],
    [
      'Name | time, text beneath',
      'Anna | 00:03\nHello.\n\nBo | 00:05\nHi.\n\nAnna | 00:07\nWell?\n\nBo | 01:00\nWell.',
    ],
    [
      '[Name] time, text beneath',
      '[Anna] 10:00:03\nHello.\n\n[Bo] 10:00:05\nHi.\n\n[Anna] 10:00:07\nWell?\n\n[Bo] 10:00:09\nWell.',
    ],
    [
      'time --> time, name, text',
      '0:0:0.0 --> 0:0:2.5\nAnna: Hello.\n0:0:2.5 --> 0:0:3.0\nBo: Hi.\n0:0:3.0 --> 0:0:4.0\nAnna: Well?\n0:0:4.0 --> 0:0:5.0\nBo: Well.',
    ],
    ['ANNA on a line of its own', 'ANNA (NEWS)\nHello.\nBO\nHi.\nANNA\nWell?\nBO\nWell.'],
    ['Name, tab, text', 'Anna\tHello.\nBo\tHi.\nAnna\tWell?\nBo\tWell.'],
    [
      'time, name and text on lines of their own',
      '0:00:01\nAnna\nHello.\n0:00:04\nBo\nHi.\n0:00:05\nAnna\nWell?\n0:00:07\nBo\nWell.',
    ],
    ['names in small letters', 'anna: Hello.\nbo: Hi.\nanna: Well?\nbo: Well.'],
    ['[Name] text', '[Anna] Hello.\n\n[Bo] Hi.\n\n[Anna] Well?\n\n[Bo] Well.'],
    ['in old Mac line ends', 'Anna: Hello.\rBo: Hi.\rAnna: Well?\rBo: Well.'],
  ])('is read from "%s"', (_form, text) => {
    expect(turnsOf(text).map(([name, said]) => [name?.toLowerCase(), said])).toEqual([
      ['anna', 'Hello.'],
      ['bo', 'Hi.'],
      ['anna', 'Well?'],
      ['bo', 'Well.'],
    ])
  })

  it('is not a note, a time, an address or a remark', () => {
    const text = [
      'Anna: I looked it up.',
      'Note: the recording stops here.',
      'https://example.org/a: that was the page.',
      '10:30: we went on.',
      'Remember: nothing is free.',
      'Bo: Right.',
      'Bemærk: kaffepause',
      'Let op: pauze',
      'Anna: So.',
      'Hinweis: Pause',
      'Bo: Then I said: never again.',
      'We met at 10:30',
    ].join('\n')
    expect(speakersOf(text)).toEqual(['Anna', 'Bo'])
    expect(readPlainText(text).utterances).toHaveLength(4)
    expect(
      countWords(
        readPlainText(text)
          .utterances.map(({ text: said }) => said)
          .join(' '),
      ),
    ).toBe(countWords(text) - 4)
  })

  it.each([
    ['Important', 'Interviewer: What happened?\nAnna: I called. He said: no.\nImportant: it was Monday.'],
    ['Husk', 'INTERVIEWER: Hvad skete der?\nANNA: Jeg ringede.\nHusk: det var mandag.'],
    ['Viktigt', 'Intervjuare: Vad hände?\nAnna: Jag ringde.\nViktigt: det var måndag.'],
    ['Let op', 'Interviewer: Wat gebeurde er?\nAnna: Ik belde.\nLet op: het was maandag.'],
    ['Wichtig', 'Interviewerin: Was geschah?\nAnna: Ich rief an.\nWichtig: es war Montag.'],
  ])('stays who it is where one line of a short talk begins with "%s:"', (word, begun) => {
    const [first = '', second = ''] = begun.split('\n').map((line) => line.split(':')[0])
    const text = `${begun}\n${first}: And then?\n${second}: Nothing.\n`
    expect(speakersOf(text)).toEqual([first, second])
    expect(turnsOf(text)[1]?.[1]).toContain(`${word}: `)
    expect(turnsOf(text)).toHaveLength(4)
  })

  it('is told above the talk and does not speak there', () => {
    expect(
      turnsOf(
        'Date: 3 May\nInterviewer: Bo Lind\nRespondent: Anna\n\nBo: Why?\nAnna: So.\nBo: Oh?\nAnna: Yes.',
      ),
    ).toHaveLength(4)
  })

  const talk = Array.from(
    { length: 20 },
    (_, at) => `Interviewer: And then ${at}?\nAnna: I called ${at} times.`,
  )

  it.each(['Reason', 'Årsag', 'Fördel', 'Oplossing', 'Ergebnis', 'Finally'])(
    'is not a remark that begins with "%s:"',
    (word) => {
      const once = [...talk.slice(0, 10), `${word}: none.`, ...talk.slice(10)]
      const twice = [...once, `${word}: no more.`]
      for (const lines of [once, twice]) {
        expect(speakersOf(lines.join('\n'))).toEqual(['Interviewer', 'Anna'])
        expect(turnsOf(lines.join('\n'))).toContainEqual(['Anna', `I called 9 times.\n${word}: none.`])
      }
    },
  )

  it.each(['Anna’s mother', "Anna's husband", 'Annas mor', 'Annas sambo', "Anna's moeder", 'Annas Mutter'])(
    'may be somebody who is told by whom they belong to: %s',
    (name) => {
      const lines = [...talk.slice(0, 10), `${name}: He never called.`, ...talk.slice(10)]
      expect(turnsOf(lines.join('\n'))).toContainEqual([name, 'He never called.'])
    },
  )

  it('is nobody where a label stands over a few lines of a text', () => {
    const text =
      'Problem: nobody answers.\nI called three times last week.\nThen I gave up.\nProblem: money.\nThat is all.'
    expect(speakersOf(text)).toEqual([null])
  })

  it('may have a name of any script, with emoji, particles, titles or numbers', () => {
    const names = [
      'מרים כהן',
      'أمينة',
      '李雷',
      '🦊 Fox',
      'Jan van der Berg',
      'Dr. Åse O’Neill-Ørsted',
      'Speaker 1',
      'SPEAKER_00',
      'Teilnehmerin 2',
      'Hansen, Mette',
    ]
    const text = [...names, ...names].map((name, at) => `${name}: answer ${at}`).join('\n')
    expect(speakersOf(text)).toEqual(names)
    expect(speakersOf(names.map((name) => `\u200f${name}\u200e: hello there`).join('\n\n'))).toEqual(names)
  })

  it('is one, however the name is spelt or the paper beside it is named', () => {
    expect(speakersOf('RUTTE\nJa.\nBOS (NOS)\nNee?\nRUTTE.\nJa.\nBOS\nNee.\nRUTTE:\nJa.')).toEqual([
      'RUTTE',
      'BOS',
    ])
    expect(speakersOf('Anna: a b\nanna: c d\nAnna: e f\nBo: g\nBO: h\nBo: i')).toEqual(['Anna', 'Bo'])
    expect(speakersOf('Guest (1): a\nGuest (2): b\nGuest (1): c\nGuest (2): d')).toEqual([
      'Guest (1)',
      'Guest (2)',
    ])
  })

  it('says a shouted word rather than becoming a speaker', () => {
    const text =
      'RUTTE\nWat vindt u?\nBOS\nDat weet ik.\nRUTTE\nZeker?\nBOS\nNiet zeker.\nRUTTE\nToch?\nBOS\nJA\nRUTTE\nEcht?\nBOS\nNEE\nRUTTE\nGoed.'
    expect(turnsOf(text)).toContainEqual(['BOS', 'JA'])
    expect(speakersOf(text)).toEqual(['RUTTE', 'BOS'])
  })
})

describe('text without speakers', () => {
  it('is a paragraph each, by nobody named', () => {
    expect(turnsOf('First one.\nstill the first\n\nSecond one.\n')).toEqual([
      [null, 'First one.\nstill the first'],
      [null, 'Second one.'],
    ])
  })

  it('in one paragraph of three hours is cut at sentence ends without losing a word', () => {
    const sentence = 'Og så sagde jeg til hende, at det ikke kunne være rigtigt. '
    const text = sentence.repeat(2_500)
    const { utterances } = readPlainText(text)
    expect(utterances.every(({ text: said }) => said.length <= longestAnonymous && said.endsWith('.'))).toBe(
      true,
    )
    expect(utterances.map(({ text: said }) => said).join(' ')).toBe(text.trim())
  })

  it.each([
    '[12:05 PM] Ann: Hello.\n[12:06 PM] Bo: Hi.\n[12:07 PM] Ann: Well?',
    'Ann (12:05 p.m.): Hello.\nBo (12:06 p.m.): Hi.\nAnn (12:07 p.m.): Well?',
    'Ann 12:05 PM\nHello.\nBo 12:06 PM\nHi.\nAnn 12:07 PM\nWell?',
  ])('with times of the day has their speakers and no places: %j', (text) => {
    expect(readPlainText(text).utterances).toEqual([
      { speaker: 'Ann', text: 'Hello.' },
      { speaker: 'Bo', text: 'Hi.' },
      { speaker: 'Ann', text: 'Well?' },
    ])
  })

  it('in which connecting words stand before colons is nobody’s conversation', () => {
    const speech = 'Vi har set på det længe, og det er kortom sådan, at tallene stiger. '.repeat(12)
    const text = `${speech}Kortom: vi venter. ${speech}Namelijk: to ting. `.repeat(6)
    expect(new Set(readPlainText(text).utterances.map(({ speaker }) => speaker)).size).toBe(1)
  })

  it('of people who answer each other is cut at their names, also where a name is a word too', () => {
    const text = 'Anna: Hvor bor du nu? Bo: Jeg vil gerne bo ved vandet. '.repeat(6)
    const { utterances } = readPlainText(`${text} Kortom: farvel. Ida: Og jeg! Ida: Ja.`)
    expect(utterances.slice(0, 3).map(({ speaker }) => speaker)).toEqual(['Anna', 'Bo', 'Anna'])
  })

  it('without any sentence or space is cut between letters, never inside one', () => {
    const text = '🦊'.repeat(4_000)
    const pieces = readPlainText(text).utterances.map(({ text: said }) => said)
    expect(pieces.join('')).toBe(text)
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true)
  })
})

describe('hostile text', () => {
  it('loses control characters and lone surrogates, and says so', () => {
    const { utterances, dropped } = readPlainText('Anna: a\u0000b \ud800c\nBo: d\u0007\nAnna: e\nBo: f')
    expect(utterances[0]).toEqual({ speaker: 'Anna', text: 'ab \ufffdc' })
    expect(dropped.map(({ what, count }) => [what, count])).toEqual([
      ['replaced-characters', 1],
      ['control-characters', 2],
    ])
  })

  // A reader quadratic in any of these would not come back within the time of a test.
  it('in great quantity is read through', () => {
    for (const piece of ['a:', '(', '[00:', '**', 'A ', '\n:', '<', 'A: \n', '00:00 ', ' \t', '{\\', 'Aa '])
      expect(readPlainText(piece.repeat(200_000)).utterances).toBeInstanceOf(Array)
  })

  it('is read as words', () => {
    const naughty = [
      '\u202eevil',
      'Ω≈ç√∫',
      '<script>alert(1)</script>',
      "'; DROP TABLE x; --",
      '__proto__',
      '﷽',
    ]
    for (const words of naughty) {
      expect(
        turnsOf(`Interviewer: ${words}\nConstructor: hm\nInterviewer: so\nToString: x\nToString: y`),
      ).toEqual([
        ['Interviewer', words],
        ['Constructor', 'hm'],
        ['Interviewer', 'so'],
        ['ToString', 'x\ny'],
      ])
    }
  })
})

describe('what stands between the words of a text without labels', () => {
  const said = [
    'I bought it because it was cheap. It held for a year.',
    'Then it broke, and I had to buy a new one. That was a pity.',
    'Now I have the dear one, and I am glad of it.',
  ]

  it.each([
    ['Pause 5 sekunder', 'Pause 5 sekunder'],
    ['Pause 3 Sekunden', 'Pause 5 Sekunden'],
    ['Paus 5 sekunder', 'Paus 5 sekunder'],
    ['Pauze: 5 seconden', 'Pauze: 8 seconden'],
    ['Lange Pause: 10 Sekunden', 'Lange Pause: 12 Sekunden'],
    ['[Pause] and then', '[Pause] but'],
    ['[Lachen] ja', '[Lachen] nein'],
    ['<Latter> ja', '<Latter> nej'],
    ['Pause (00:05)', 'Pause (00:10)'],
    ['Timestamp: 00:01:00', 'Timestamp: 00:02:00'],
    ['Tidsstempel 00:01', 'Tidsstempel 00:02'],
    ['Tijdcode: 00:01', 'Tijdcode: 00:02'],
    ['Zeitmarke: 00:01', 'Zeitmarke: 00:02'],
    ['Tidsstämpel: 00:01', 'Tidsstämpel: 00:02'],
    ['Note: she laughs', 'Note: he coughs'],
    ['Kapitel 2: Preis', 'Kapitel 3: Zeit'],
    ['Hoofdstuk 1: Prijs', 'Hoofdstuk 2: Tijd'],
    ['Chapter 1: Price', 'Chapter 2: Time'],
    ['Trin 1: Pris', 'Trin 2: Tid'],
    ['Step 1: Price', 'Step 2: Time'],
  ])('%s is nobody', (first, second) => {
    const [one, two, three] = said
    for (const glue of ['\n', '\n\n']) {
      const { speakers, utterances } = readPlainText([one, first, two, second, three].join(glue))
      expect(speakers.map(({ name }) => name)).toEqual([null])
      // Nothing of it is lost.
      expect(utterances.map(({ text }) => text).join('\n')).toContain(first)
    }
  })

  it('people who are numbered speak where everything is labelled so', () => {
    const { speakers } = readPlainText('Citizen 1: It is dear.\nCitizen 2: It is not.\nCitizen 3: Well.')
    expect(speakers.map(({ name }) => name)).toEqual(['Citizen 1', 'Citizen 2', 'Citizen 3'])
  })

  it('a pause among people who are named belongs to whoever spoke', () => {
    const { speakers } = readPlainText(
      'Anna: I bought it.\nPause: 5 seconds\nBo: Oh.\nPause: 5 seconds\nAnna: It held.\nBo: Yes.',
    )
    expect(speakers.map(({ name }) => name)).toEqual(['Anna', 'Bo'])
  })
})
