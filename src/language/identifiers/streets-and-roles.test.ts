import { describe, expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { findIdentifiers } from './find-identifiers.ts'
import { keysOfName } from './names.ts'

const found = (language: Language, ...turns: string[]) =>
  findIdentifiers(turns, { language })
    .flat()
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, form }) => `${kind}: ${form}`)

describe('where somebody lives, and what somebody is', () => {
  test('streets with their numbers are places, and roads for bicycles are none', () => {
    expect(
      found('de', 'Ich wohne in der Friedrichstraße 12b, an der Bonner Straße, nicht an der Fahrradstraße.'),
    ).toEqual(['place: Friedrichstraße 12b', 'place: Bonner Straße'])
    expect(found('da', 'Jeg bor på Vesterbrogade 10.')).toEqual(['place: Vesterbrogade 10'])
  })

  test('a house number ends before the next word, and days and times are no phone', () => {
    expect(found('da', 'Jeg bor på Vestergade 12 i Aarhus, før på Vestergade 12 B.')).toEqual([
      'place: Vestergade 12',
      'place: Aarhus',
      'place: Vestergade 12 B',
    ])
    for (const text of ['kl. 14.30-15.30', '17.06.2013', '1300 1400', '200/250.000', '2.500 -3.500'])
      for (const language of ['en', 'da', 'sv', 'nl', 'de'] as const)
        expect(found(language, `Det var ${text} dengang`)).toEqual([])
    expect(found('da', 'Ring 20 34 56 78, eller 20.34.56.78')).toEqual([
      'phone: 20 34 56 78',
      'phone: 20.34.56.78',
    ])
  })

  test('German streets are found whole: after people, before places, with a preposition; no kind of road is', () => {
    const text = `Vom Lievelingsweg über den Konrad-Adenauer-Damm zur Ollenhauerstr. und dem Bertha von Suttner Platz, dann An der Josefshöhe und Am Alten Zoll
      vorbei zum Kölner Platz am Wilhelmsplatz. Auf dem Radweg und den Fahrradwegs, am Parkplatz, Am Ende und Im Bereich der Radfahrer Platz auf dem Arbeitsweg.`
    expect(found('de', text)).toEqual([
      'place: Lievelingsweg',
      'place: Konrad-Adenauer-Damm',
      'place: Ollenhauerstr',
      'place: Bertha von Suttner Platz',
      'place: An der Josefshöhe',
      'place: Am Alten Zoll',
      'place: Kölner Platz',
      'place: Wilhelmsplatz',
    ])
  })

  test('nobody is called by what they are, behind a title or as a label, nor by what is called after somebody', () => {
    expect(found('en', 'I asked Mr President and Madam Speaker, and then Dr Miller.')).toEqual([
      'name: Miller',
    ])
    expect(found('da', 'Så kom fru Direktør og hr. Formand, og læge Hansen.')).toEqual(['name: Hansen'])
    expect(found('nl', 'Dus meneer de Voorzitter en mevrouw Jansen van de GGD.')).toEqual(['name: Jansen'])
    expect(
      found('de', 'Auch Herr Bürgermeister Weber und Frau Ministerin an der Bertha Gesamtschule.'),
    ).toEqual(['name: Weber', 'name: Bertha'])
    for (const label of [
      'Project Manager',
      'Industrial Designer',
      'User Interface',
      'Sygeplejerske',
      'Frau Doktor',
    ])
      expect(keysOfName(label)).toEqual([])
    expect(keysOfName('Projektleder Lone van der Berg')).toEqual(['lone', 'van der berg'])
    expect(keysOfName('Mark Baker')).toEqual(['mark', 'baker'])
  })
})
