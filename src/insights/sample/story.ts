/**
 * The story of the sample: Kædeklar, an invented chain of four bicycle workshops, wonders why so few of those who cycle most take its
 * service plan, and suspects the price. The data say who; the conversations say why, and it is not the price: it is getting the
 * bicycle to the workshop. Nobody in it exists.
 */
import type { Rule } from '../../segments/index.ts'

/** The sample is written in Danish for Danish readers and in English for everybody else. */
export type SampleLanguage = 'da' | 'en'

export const bikes = ['city bike', 'e-bike', 'cargo bike', 'road bike'] as const
export type Bike = (typeof bikes)[number]

/** The four segments in their order; `kind` is what the people were drawn as. */
export const kinds = ['every day, close by', 'every day, far out', 'precious cargo', 'own hands'] as const
export type Kind = (typeof kinds)[number]

/** How far a week and how far from the workshop it must be; the three factors are kilometres, distance and kind of bicycle. */
const farAWeek = 60
const farFromWorkshop = 6

const muchCycled = { kind: 'trait', trait: 'weekly_km', op: 'at least', value: farAWeek } as const
const littleCycled = { kind: 'trait', trait: 'weekly_km', op: 'less than', value: farAWeek } as const

/** The rules of the four segments, named in a language. */
export function sampleRules(language: SampleLanguage): Rule[] {
  const names = segmentNames[language]
  return [
    {
      name: names[0],
      all: [muchCycled, { kind: 'trait', trait: 'workshop_km', op: 'less than', value: farFromWorkshop }],
    },
    {
      name: names[1],
      all: [muchCycled, { kind: 'trait', trait: 'workshop_km', op: 'at least', value: farFromWorkshop }],
    },
    {
      name: names[2],
      all: [littleCycled, { kind: 'trait', trait: 'bike', op: 'in', values: ['cargo bike', 'e-bike'] }],
    },
    {
      name: names[3],
      all: [littleCycled, { kind: 'trait', trait: 'bike', op: 'in', values: ['city bike', 'road bike'] }],
    },
  ]
}

const segmentNames = {
  en: ['Every day, close by', 'Every day, far out', 'Precious cargo', 'Own hands'],
  da: ['Hver dag, tæt på', 'Hver dag, langt ude', 'Dyrebar last', 'Egne hænder'],
} as const satisfies Record<SampleLanguage, readonly string[]>

/** What is marked in the conversations, by the word that marks it in the files. */
export const codeKeys = [
  'day',
  'without',
  'workshop',
  'pickup',
  'price',
  'self',
  'trust',
  'children',
  'covers',
] as const
export type CodeKey = (typeof codeKeys)[number]

type CodeText = {
  name: string
  description: string
  colour: 'teal' | 'green' | 'amber' | 'red' | 'grey' | 'ink'
}

/** Names and meanings of the codes. */
export const codeTexts: Record<SampleLanguage, Record<CodeKey, CodeText>> = {
  en: {
    day: {
      name: 'The day depends on it',
      description: 'What breaks when the bike does not work this morning.',
      colour: 'red',
    },
    without: {
      name: 'Being without the bike',
      description: 'Days of waiting, and what they cost the person. Not the price of the repair.',
      colour: 'amber',
    },
    workshop: {
      name: 'Getting it to the workshop',
      description: 'Distance, opening hours, the way home without a bike.',
      colour: 'teal',
    },
    pickup: {
      name: 'Would pay for coming out',
      description: 'Says so unasked, with a sum or an example of having paid for it.',
      colour: 'green',
    },
    price: {
      name: 'Price',
      description: 'Any mention of what the plan costs, also where price is said to be the polite excuse.',
      colour: 'grey',
    },
    self: {
      name: 'Do it myself',
      description: 'What people mend themselves, and where they stop.',
      colour: 'teal',
    },
    trust: { name: 'Trust in the mechanic', description: 'What made them trust, or doubt.', colour: 'green' },
    children: {
      name: 'Children on board',
      description: 'Fear and care for the children in the box.',
      colour: 'red',
    },
    covers: {
      name: 'Does not know what it covers',
      description: 'The leaflet says something else than what people buy.',
      colour: 'ink',
    },
  },
  da: {
    day: {
      name: 'Dagen hænger på den',
      description: 'Det, der går galt, når cyklen ikke virker i dag.',
      colour: 'red',
    },
    without: {
      name: 'At undvære cyklen',
      description: 'Dage med ventetid, og hvad de koster mennesket. Ikke reparationens pris.',
      colour: 'amber',
    },
    workshop: {
      name: 'At få den på værksted',
      description: 'Afstand, åbningstider, vejen hjem uden cykel.',
      colour: 'teal',
    },
    pickup: {
      name: 'Ville betale for, at de kom ud',
      description: 'Siger det uopfordret, med et beløb eller et eksempel på at have betalt for det.',
      colour: 'green',
    },
    price: {
      name: 'Pris',
      description: 'Alt om, hvad aftalen koster, også når prisen er den høflige undskyldning.',
      colour: 'grey',
    },
    self: {
      name: 'Det gør jeg selv',
      description: 'Hvad folk selv laver, og hvor de stopper.',
      colour: 'teal',
    },
    trust: {
      name: 'Tillid til mekanikeren',
      description: 'Hvad der skabte tillid eller tvivl.',
      colour: 'green',
    },
    children: { name: 'Børn i kassen', description: 'Frygt og omsorg for børnene foran.', colour: 'red' },
    covers: {
      name: 'Ved ikke, hvad den dækker',
      description: 'Folderen siger noget andet end det, folk køber.',
      colour: 'ink',
    },
  },
}

/** The words of the study, the sources and the set of segments. */
export const storyTexts = {
  en: {
    workspace: 'Sample: Kædeklar bicycle workshops',
    register: 'Customer register (invented)',
    website: 'Website and workshop till (invented)',
    set: 'How they cycle',
    title: 'Why do those who cycle most not take the service plan?',
    hypothesis:
      'People who cycle every day say no to the service plan because 99 kroner a month is too much. Cheaper in spring, and they will take it.',
    contradiction:
      'We are wrong if people who said no have paid more than 99 kroner to solve the same problem in another way, or if they say yes where something else than the price is different.',
    guide: [
      {
        title: 'The last time',
        questions: [
          'Take me through the last day you cycled, from when you left home.',
          'When did something last go wrong with the bike? What did you do?',
          'What did you do about the days you were without it?',
        ],
      },
      {
        title: 'What they have tried',
        questions: [
          'How did it come about that you took the plan, or did not?',
          'What have you tried before, and what did that cost you?',
          'What should I have asked that I did not?',
        ],
      },
    ],
    wording: 'May we use what you tell us to understand our customers, and quote you without your name?',
  },
  da: {
    workspace: 'Eksempel: Kædeklar cykelværksteder',
    register: 'Kundekartotek (opdigtet)',
    website: 'Website og kasse på værkstedet (opdigtet)',
    set: 'Sådan cykler de',
    title: 'Hvorfor tager de, der cykler mest, ikke serviceaftalen?',
    hypothesis:
      'Folk, der cykler hver dag, siger nej til serviceaftalen, fordi 99 kroner om måneden er for meget. Bliver den billigere til foråret, tager de den.',
    contradiction:
      'Vi tager fejl, hvis folk, der sagde nej, har betalt mere end 99 kroner for at løse det samme problem på en anden måde, eller hvis de siger ja, når noget andet end prisen er anderledes.',
    guide: [
      {
        title: 'Sidste gang',
        questions: [
          'Tag mig med gennem den sidste dag, du cyklede, fra du gik hjemmefra.',
          'Hvornår gik der sidst noget galt med cyklen? Hvad gjorde du?',
          'Hvordan klarede du de dage, hvor du ikke havde den?',
        ],
      },
      {
        title: 'Det, de har prøvet',
        questions: [
          'Hvordan gik det til, at du fik aftalen eller ikke fik den?',
          'Hvad har du prøvet før, og hvad kostede det dig?',
          'Hvad burde jeg have spurgt om?',
        ],
      },
    ],
    wording: 'Må vi bruge det, du fortæller, til at forstå vores kunder og citere dig uden navn?',
  },
} as const
