import { describe, expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { findIdentifiers, knownFinder } from './find-identifiers.ts'
import { familyNames, givenNames } from './name-lists.ts'
import { partsOfName } from './names.ts'
import { proposePseudonym } from './pseudonym.ts'

const found = (language: Language, ...turns: string[]) =>
  findIdentifiers(turns, { language })
    .flat()
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, form }) => `${kind}: ${form}`)

describe('what tells who somebody is', () => {
  test('names in the middle of a sentence, with genitives of every language left standing', () => {
    expect(found('en', "I told Sarah that Anna's bike and Lars' car were gone, and Brian'll pay.")).toEqual([
      'name: Sarah',
      'name: Anna',
      'name: Lars',
      'name: Brian',
    ])
    expect(found('da', 'Det var Annas cykel og Lars’ bil, sagde Mette Frederiksen.')).toEqual([
      'name: Anna',
      'name: Lars',
      'name: Mette',
      'name: Frederiksen',
    ])
    expect(found('sv', 'Jag heter Linnéa och Görans fru bor i Göteborg.')).toEqual([
      'name: Linnéa',
      'name: Göran',
      'place: Göteborg',
    ])
    expect(found('nl', 'Toen zei meneer De Jonge dat Sanne uit Den Haag kwam.')).toEqual([
      'name: De Jonge',
      'name: Sanne',
      'place: Den Haag',
    ])
    expect(found('de', 'Mein Name ist Jürgen Schmidt, Annas Bruder wohnt in München.')).toEqual([
      'name: Jürgen',
      'name: Schmidt',
      'name: Anna',
      'place: München',
    ])
  })

  test('German nouns are not taken for names, whoever is called so', () => {
    expect(
      found('de', 'Der Richter aß Kuchen im Sommer, der Koch wollte Essen und einen Stein aus dem Wald.'),
    ).toEqual([])
    expect(found('de', 'Herr Koch und Frau Richter kamen aus der Stadt.')).toEqual([
      'name: Koch',
      'name: Richter',
    ])
  })

  test('a family name on its own is found in German too, and the nouns beside it are not', () => {
    expect(
      found('de', 'Dann hat Schmidt angerufen, und mit Hoffmanns Angebot ging ich zur Bank im Rathaus.'),
    ).toEqual(['name: Schmidt', 'name: Hoffmann'])
    expect(found('de', 'Lehmann sagte nichts. Das Angebot von Krüger und Wojciechowski war besser.')).toEqual(
      ['name: Lehmann', 'name: Krüger'],
    )
    expect(found('de', 'Der Metzger, der Kaufmann und der Pfarrer standen am Sonnabend im Forst.')).toEqual(
      [],
    )
  })

  test('who is called by what they are to somebody is found, whatever the name means', () => {
    expect(
      found('de', 'Unsere Nachbarin Koch und Familie Schreiner grillen, Kollegen Bescheid sagen.'),
    ).toEqual(['name: Koch', 'name: Schreiner'])
    expect(found('da', 'Så ringede familien Bro og vores nabo Kvist.')).toEqual(['name: Bro', 'name: Kvist'])
    expect(found('sv', 'Sedan kom familjen Ek och herr Lind.')).toEqual(['name: Ek', 'name: Lind'])
    expect(found('nl', 'Volgens de heer Smit en mevrouw De Wit.')).toEqual(['name: Smit', 'name: De Wit'])
  })

  test('a name that a title tells in one turn is found without it in the others', () => {
    expect(found('de', 'Herr Przybilla war nett.', 'Ja, Przybilla hat das gemacht.')).toEqual([
      'name: Przybilla',
      'name: Przybilla',
    ])
  })

  test('a word that begins a sentence is a name only where it is no word', () => {
    expect(found('en', 'Mark my words. Will you? Rose early. Grace is what I need.')).toEqual([])
    expect(found('en', 'Then I met Mark and Grace.')).toEqual(['name: Mark', 'name: Grace'])
  })

  test('a name that is sure in one turn is found in all turns, in capitals too', () => {
    expect(found('nl', 'MEIER Ja.', 'Ik sprak met mevrouw Meier.')).toEqual(['name: MEIER', 'name: Meier'])
  })

  test('what is introduced as a name is one, whatever it is', () => {
    expect(found('en', "my name's Xylia")).toEqual(['name: Xylia'])
    expect(found('da', 'jeg hedder Fjordlinn')).toEqual(['name: Fjordlinn'])
  })

  test.each([
    ['da', 'Dr. Holm er min læge.', 'Holm'],
    ['nl', 'Dr. Bakker zei dat.', 'Bakker'],
    ['da', 'Min læge hedder Kvist, og hun ringer.', 'Kvist'],
    ['sv', 'Min granne heter Tryggve.', 'Tryggve'],
    ['nl', 'Mijn vrouw heet Sjaan.', 'Sjaan'],
    ['en', 'My boss, her name is Sloane, she said no.', 'Sloane'],
    ['en', 'A friend named Ridley told me.', 'Ridley'],
  ] as const)('right behind words that announce it a name is found: %s, %s', (language, text, name) => {
    expect(found(language, text)).toEqual([`name: ${name}`])
  })

  test('what a thing is called is no name of somebody', () => {
    expect(found('en', 'The app is called Strava.')).toEqual([])
    expect(found('nl', 'Het project heet Doorbraak.')).toEqual([])
  })

  test('whoever bears a title twice is called by what stands behind both, and a worn-down word is nobody', () => {
    expect(found('de', 'Man sagt, Frau Doktor Petersen sei im Urlaub, meine Chefin heißt Wolf.')).toEqual([
      'name: Petersen',
      'name: Wolf',
    ])
    expect(found('en', "'Kay um so it goes on Sky then.")).toEqual([])
    expect(found('sv', 'Ute regnar det igen.')).toEqual([])
    expect(found('nl', 'Elke dag kent u weer iemand.')).toEqual([])
  })

  test('names usual among grown-ups are known, also where a recogniser wrote no capital', () => {
    expect(found('de', 'ich habe heike und jürgen in bremen getroffen')).toEqual([
      'name: heike',
      'name: jürgen',
      'place: bremen',
    ])
  })

  test('addresses and numbers, as people write them', () => {
    expect(found('da', 'Skriv til anna.b+x@eksempel.dk eller ring 20 34 56 78, cpr 211062-5629.')).toEqual([
      'email: anna.b+x@eksempel.dk',
      'phone: 20 34 56 78',
      'civil number: 211062-5629',
    ])
    expect(found('sv', 'Ring 08-123 456 78 eller +46 70 123 45 67, personnummer 19811228-9874.')).toEqual([
      'phone: 08-123 456 78',
      'phone: +46 70 123 45 67',
      'civil number: 19811228-9874',
    ])
    expect(found('nl', 'Bel 06 12345678, bsn 111222333.')).toEqual([
      'phone: 06 12345678',
      'civil number: 111222333',
    ])
    expect(found('de', 'Tel. 030 901820, Steuer-ID 36 574 261 809.')).toEqual([
      'phone: 030 901820',
      'civil number: 36 574 261 809',
    ])
    expect(found('en', 'Call 020 7946 0018 tomorrow.')).toEqual(['phone: 020 7946 0018'])
  })

  test('years, prices and amounts are none', () => {
    for (const language of ['en', 'da', 'sv', 'nl', 'de'] as const)
      expect(
        found(language, '2019-2020, 20 000 000 kr, 1.250.000, 12:30, 1990, 3,14159265 and 100.000.000'),
      ).toEqual([])
  })

  test('what overlaps is found once', () => {
    const [turn = []] = findIdentifiers(['anna@jensen.dk and Anna Jensen, Anna-Marie'], { language: 'en' })
    for (const [at, one] of turn.entries()) expect(one.start).toBeGreaterThanOrEqual(turn[at - 1]?.end ?? 0)
    expect(turn.map(({ form }) => form)).toEqual(['anna@jensen.dk', 'Anna', 'Jensen', 'Anna-Marie'])
  })

  test('places count codepoints, behind emoji and letters of two parts too', () => {
    const text = '😀 né e\u0301, I met Zoë 😀'
    const [[zoe] = []] = findIdentifiers([text], { language: 'en' })
    expect([...text].slice(zoe?.start, zoe?.end).join('')).toBe('Zoë')
  })

  test('what was decided to be nobody’s is not found again, what is known is found anywhere', () => {
    const known = new Map([
      ['efteling', { kind: 'place', case: 'capital' } as const],
      ['sarah', null],
    ])
    const [turn = []] = findIdentifiers(['Efteling was where Sarah went.'], { language: 'en', known })
    expect(turn.map(({ form, kind }) => `${kind}: ${form}`)).toEqual(['place: Efteling'])
    expect(
      knownFinder({ language: 'en', known })('the EFTELING’s gate, Sarah').map(({ form }) => form),
    ).toEqual(['EFTELING'])
  })

  test('known numbers are known however they are grouped', () => {
    const [[phone] = []] = findIdentifiers(['Ring 20 34 56 78'], { language: 'da' })
    const known = new Map([[phone?.key ?? '', { kind: 'phone', case: 'capital' } as const]])
    expect(knownFinder({ language: 'da', known })('eller 20345678 nu').map(({ form }) => form)).toEqual([
      '20345678',
    ])
  })

  test('what somebody added is found as they wrote it: in small letters, with digits in it', () => {
    const known = new Map([
      ['the baker', { kind: 'name', case: 'any' } as const],
      ['flat 3b', { kind: 'place', case: 'any' } as const],
    ])
    const text = 'I live in Flat 3B, not 13B, above the baker.'
    expect(knownFinder({ language: 'en', known })(text).map(({ form }) => form)).toEqual([
      'Flat 3B',
      'the baker',
    ])
    expect(findIdentifiers([text], { language: 'en', known })[0]?.map(({ form }) => form)).toEqual([
      'Flat 3B',
      'the baker',
    ])
  })
})

describe('pseudonyms', () => {
  const asked = { language: 'da' as const, taken: new Set<string>(), pick: () => 0 }

  test('a woman’s name becomes another of the language, and none that is taken', () => {
    const first = proposePseudonym({ ...asked, kind: 'name', key: 'mette' })
    const second = proposePseudonym({
      ...asked,
      kind: 'name',
      key: 'mette',
      taken: new Set([first.toLowerCase()]),
    })
    expect(first).not.toBe(second)
  })

  test('a family name becomes a family name, also where it is somebody’s given name', () => {
    const pseudonym = proposePseudonym({ ...asked, language: 'en', kind: 'name', key: 'brown' })
    const [[found] = []] = findIdentifiers([`I met Sarah ${pseudonym}.`], { language: 'en' })
    expect(found?.form).toBe('Sarah')
    expect(pseudonym).not.toBe(proposePseudonym({ ...asked, language: 'en', kind: 'name', key: 'sarah' }))
    expect(pseudonym).toBe(proposePseudonym({ ...asked, language: 'en', kind: 'name', key: 'johnson' }))
  })

  test.each([
    ['da', 'Min datter Selin kom, og Selin gik.', 'selin', 'given'],
    ['nl', 'Ik sprak met Mehmet Yilmaz. Yilmaz was er al.', 'yilmaz', 'family'],
    ['nl', 'Mijn vrouw heet Sjaan.', 'sjaan', 'given'],
    ['de', 'Frau Przybilla war nett.', 'przybilla', 'family'],
  ] as const)('a part of a name becomes the same part of another: %s, %s', (language, text, key, part) => {
    const found = findIdentifiers([text], { language })
      .flat()
      .filter((one) => one.key === key)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map((one) => one.part))).toEqual(new Set([part]))
    const pseudonym = proposePseudonym({ ...asked, language, kind: 'name', key, part }).toLowerCase()
    expect((part === 'given' ? givenNames : familyNames).has(pseudonym)).toBe(true)
  })

  test('what a file calls somebody tells which part is which', () => {
    expect(partsOfName('Mevrouw Okafor')).toEqual([{ key: 'okafor', part: 'family' }])
    expect(partsOfName('Truus de Wit')).toEqual([
      { key: 'truus', part: 'given' },
      { key: 'de wit', part: 'family' },
    ])
    expect(partsOfName('Selin')).toEqual([{ key: 'selin' }])
  })

  test('the rest is numbered by what it is', () => {
    expect(proposePseudonym({ ...asked, kind: 'place', key: 'aarhus' })).toBe('[sted 1]')
    expect(proposePseudonym({ ...asked, kind: 'place', key: 'aarhus', taken: new Set(['[sted 1]']) })).toBe(
      '[sted 2]',
    )
  })
})

// Published numbers (see civil-number.test.ts) as people write and dictate them.
describe('a civil number is found however it is written', () => {
  test.each([
    ['da', '211062-5629'],
    ['da', '211062 5629'],
    ['da', '2110625629'],
    ['da', '211062–5629'],
    ['da', '211062 - 5629'],
    ['da', '21.10.62-5629'],
    ['da', '21 10 62 5629'],
    ['da', '010164-3066'],
    ['sv', '811228-9874'],
    ['sv', '8112289874'],
    ['sv', '811228 9874'],
    ['sv', '19811228-9874'],
    ['sv', '198112289874'],
    ['sv', '1981-12-28-9874'],
    ['sv', '19130401+2931'],
    ['sv', '701063-2391'],
    ['nl', '111222333'],
    ['nl', '1112.22.333'],
    ['nl', '111.222.333'],
    ['nl', '111 222 333'],
    ['de', '36574261809'],
    ['de', '36 574 261 809'],
    ['de', '36/574/261/809'],
  ] as const)('%s: %s', (language, number) => {
    const [found = []] = findIdentifiers([`Well, ${number}, I think.`], { language })
    expect(found.map(({ kind, form, key }) => [kind, form, key])).toEqual([
      ['civil number', number, number.replaceAll(/\D/g, '')],
    ])
  })

  test.each([
    ['da', '211362-5629'],
    ['sv', '811228-9875'],
    ['nl', '111 252 333'],
    ['de', '36 574 261 890'],
    ['da', '12-13-14-1516'],
  ] as const)('and what is none is not: %s %s', (language, number) => {
    const [found = []] = findIdentifiers([`Well, ${number}, I think.`], { language })
    expect(found.filter(({ kind }) => kind === 'civil number')).toEqual([])
  })
})

describe('names inside other words', () => {
  test('a known name at the head of a compound is found, and not in another name that begins alike', () => {
    const known = new Map([
      ['gregory', { kind: 'name' as const, case: 'capital' as const }],
      ['malmö', { kind: 'place' as const, case: 'capital' as const }],
    ])
    const find = knownFinder({ language: 'sv', known })
    const forms = (text: string) => find(text).map(({ form }) => form)
    expect(forms('Gregoryfonden och Malmökontoret, i Malmö-gänget')).toEqual(['Gregory', 'Malmö', 'Malmö'])
    expect(forms('Gregorys bil')).toEqual(['Gregory'])
    const anna = knownFinder({
      language: 'sv',
      known: new Map([['anna', { kind: 'name' as const, case: 'capital' as const }]]),
    })
    expect(anna('Annabell och Anneli')).toEqual([])
  })

  test('a name without a capital is found where a recogniser wrote none at all', () => {
    const [found = []] = findIdentifiers(['altså jeg hedder mette og min mand er fra kolding'], {
      language: 'da',
    })
    expect(found.map(({ kind, form }) => [kind, form])).toEqual([
      ['name', 'mette'],
      ['place', 'kolding'],
    ])
    const [written = []] = findIdentifiers(['Altså, det er en mette dag i kolding.'], { language: 'da' })
    expect(written).toEqual([])
  })
})
