import { describe, expect, test } from 'vitest'
import { guessSpecialByName } from './index.ts'

/** Headings as a stranger writes them, and as many that only look alike. */
const headings: Record<'en' | 'da' | 'sv' | 'nl' | 'de', { special: string; harmless: string }> = {
  en: {
    special:
      'hiv status | chronic condition | Migrant background | gender identity | kosher | halal | religious affiliation | ethnic group | Race | party membership | trade union member | disability type | blood_type | diabetes | mental illness | vaccinated | pronouns | caste | refugee status | therapy | country of birth | transgender | union membership | has asthma | voting intention | smoker | depression score',
    harmless:
      'race time | race number | union square store | party size | partner city | health food buyer tier | church street 12 | bloody mary orders | drug store visits | condition of item | air conditioning | chronicle subscriber | background colour | migration date | gender | hives owned | therapist type font | vote count | patience | trans fat content | labour cost | disc type | data migration | European Union | union rate plan',
  },
  da: {
    special:
      'hivstatus | kronisk sygdom | Indvandrerbaggrund | kønsidentitet | kosher | halal | trosretning | etnicitet | race | partimedlem | fagforening | handicap | blodtype | diabetes | psykisk lidelse | vaccineret | flygtningestatus | medicinforbrug | fødeland | transkønnet | allergier | astma | stemte på | ryger | folkekirkemedlem | a-kasse og fagforening | herkomst',
    harmless:
      'hunderace | løb tid | parti vin | partnernavn | kirkegade | kirkeby | sundhedsmagasin abonnent | køn | baggrundsfarve | tilstand af vare | ryger produkt ud | stemning | troværdighed | kronisk rabat kode | migreringsdato | varens tilstand | racercykel | transport | unionsland | indvandring dato | blodappelsin | medicinsk udstyr kunde | fødested for hund | tro kunde | EU-union',
  },
  sv: {
    special:
      'hivstatus | kronisk sjukdom | Invandrarbakgrund | könsidentitet | kosher | halal | trossamfund | etnicitet | ras | partimedlem | fackförbund | funktionsnedsättning | blodgrupp | diabetes | psykisk ohälsa | vaccinerad | flyktingstatus | medicinering | födelseland | transperson | allergier | astma | röstade på | rökare | utländsk bakgrund | fackmedlem | sexuell läggning',
    harmless:
      'hundras | rast | parti varor | partner | kyrkogatan | bakgrundsfärg | tillstånd | kön | trovärdighet | kronisk rabattkod | migreringsdatum | transport | raskt svar | union pris | blodapelsin | rösta på produkt | rökt lax | fackhandel | fack nummer | hälsokost butik nivå | tro på varumärket nej | rastlös | ursprungspris | varans ursprung | medicinteknisk kund',
  },
  nl: {
    special:
      'hivstatus | chronische aandoening | Migratieachtergrond | genderidentiteit | koosjer | halal | geloof | etniciteit | ras | politieke partij | vakbondslid | handicap | bloedgroep | diabetes | psychische klachten | gevaccineerd | vluchtelingstatus | medicijngebruik | geboorteland | transgender | allergieën | astma | gestemd op | roker | afkomst | arbeidsongeschikt | seksuele voorkeur',
    harmless:
      'hondenras | partij goederen | partner | kerkstraat | achtergrondkleur | conditie artikel | geslacht | geloofwaardigheid | chronologie | migratiedatum | transport | terras | rasp | unie tarief | bloedsinaasappel | stemming | gezondheidswinkel klantgroep | party size | gerookte zalm | vakgebied | herkomst bestelling | rassen hond | kerktoren foto | partijgrootte | beperkingen levering',
  },
  de: {
    special:
      'HIV-Status | chronische Erkrankung | Migrationshintergrund | Geschlechtsidentität | koscher | halal | Konfession | ethnische Herkunft | Rasse | Parteimitgliedschaft | Gewerkschaftsmitglied | Schwerbehinderung | Blutgruppe | Diabetes | psychische Erkrankung | geimpft | Flüchtlingsstatus | Medikamente | Geburtsland | transgender | Allergien | Asthma | Wahlabsicht | Raucher | Pflegegrad | Kirchensteuer | Sexualität',
    harmless:
      'Hunderasse | Rasse Hund | Terrasse | Rennzeit | Partnername | Kirchstraße 3 | Hintergrundfarbe | Zustand der Ware | Geschlecht | chronologisch | Migrationsdatum | Transport | Rassel | Unionstarif | Blutorange | Stimmung | Gesundheitsmagazin Abo Stufe | Partygröße | Räucherlachs | Gewerbe | Herkunft der Bestellung | Herkunftsland Ware | Auswahl | gewählter Tarif | Medientyp',
  },
}

const split = (list: string) => list.split(' | ')
const found = (list: string) => split(list).filter((name) => guessSpecialByName(name) !== null)

describe.each(Object.entries(headings))('headings in %s', (_, { special, harmless }) => {
  test('that name a special category are seen', () => {
    expect(split(special).filter((name) => guessSpecialByName(name) === null)).toEqual([])
  })

  test('that only look alike are left in peace, all but a few', () => {
    expect(found(harmless).length / split(harmless).length).toBeLessThanOrEqual(0.12)
  })
})
