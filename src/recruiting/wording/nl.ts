import { whoSitsIn, type SitsIn } from './companions.ts'
import type { InviteeWords, Told } from './words.ts'

const sitsIn: SitsIn = {
  'note-taker': (names) => `Ook erbij, om aantekeningen te maken: ${names}.`,
  observer: (names) => `Ook erbij, om mee te luisteren: ${names}.`,
}

const facts = ({ about, minutes, gift }: Told) => [
  ...(about === '' ? [] : [about]),
  `Het duurt ongeveer ${minutes} minuten.${gift === '' ? '' : ` Als dank krijg je: ${gift}`}`,
]
const meeting = ({ when, place, interviewer, companions }: Told) => [
  when,
  ...(place === '' ? [] : [`Waar: ${place}`]),
  ...(interviewer === '' ? [] : [`Je praat met ${interviewer}.`]),
  ...whoSitsIn(companions, sitsIn),
]

export const nl: InviteeWords = {
  language: 'Nederlands',
  skip: 'Naar de inhoud',
  languages: 'Talen',
  letters: {
    invitation: (told) => ({
      subject: `Mogen we met je praten? ${told.workspace} wil graag luisteren`,
      before: [
        `Bij ${told.workspace} willen we graag horen hoe het echt voor je is. We verkopen niets; we vragen en we luisteren.`,
        ...facts(told),
        'Op je pagina lees je waar het over gaat en beslis je zelf:',
      ],
      action: 'Lees waar het over gaat',
      after: [
        'Je bent geloot uit de mensen die ons toestaan om het te vragen. De link is alleen voor jou, dus geef hem niet door.',
      ],
    }),
    introduction: (told) => ({
      subject: `Jouw link voor een gesprek met ${told.workspace}`,
      before: [
        `Je vroeg om deze mail op een pagina van ${told.workspace}. Was jij dat niet? Doe dan niets: zonder jouw klik gebeurt er niets, en over twee weken zijn we het adres vergeten.`,
        ...facts(told),
        'Hier lees je waar het over gaat en beslis je zelf:',
      ],
      action: 'Lees waar het over gaat',
      after: ['Wie je erover vertelde, komt niet te weten of je meedoet.'],
    }),
    place: (told) => ({
      subject: `Er is een plek vrij bij ${told.workspace}`,
      before: [
        'Je wilde met ons praten toen alles vol zat. Nu is er een plek vrij. Als je nog wilt:',
        ...facts(told),
      ],
      action: 'Verder',
      after: [],
    }),
    planned: (told) => ({
      subject: `Afgesproken: ${told.when}`,
      before: [
        'Fijn dat je met ons wilt praten. We spreken elkaar:',
        ...meeting(told),
        'Komt het toch niet uit? Verzet het of zeg het hier af:',
      ],
      action: 'Je afspraak',
      after: [],
    }),
    moved: (told) => ({
      subject: `Gewijzigd: ${told.when}`,
      before: [
        'Er is iets veranderd aan ons gesprek. We spreken elkaar nu:',
        ...meeting(told),
        'Komt dat niet uit? Kies hier een andere tijd:',
      ],
      action: 'Je afspraak',
      after: [],
    }),
    cancelled: (told) => ({
      subject: `Gaat niet door: het gesprek met ${told.workspace}`,
      before: [`Het gesprek van ${told.when} gaat niet door.`, 'Wil je een andere tijd?'],
      action: 'Kies een andere tijd',
      after: [],
    }),
    doubled: (told) => ({
      subject: 'Je stond dubbel ingepland: één gesprek blijft staan',
      before: [
        `Je had twee gesprekken met ${told.workspace} gepland, en één is genoeg. Het gesprek van ${told.when} gaat niet door.`,
        `Dit gesprek blijft staan: ${told.stays}.`,
      ],
      action: 'Je afspraak',
      after: [],
    }),
    missed: (told) => ({
      subject: 'We hebben je gemist',
      before: [
        `We zouden elkaar spreken op ${told.when}, en het lukte je niet. Dat kan gebeuren.`,
        'Wil je een andere tijd, kies er dan hier een. Zo niet, dan hoef je niets te doen.',
      ],
      action: 'Kies een andere tijd',
      after: [],
    }),
    reminder: (told) => ({
      subject: `Binnenkort: ${told.when}`,
      before: [
        'We kijken ernaar uit om met je te praten:',
        ...meeting(told),
        'Is er iets tussengekomen? Verzet het of zeg het hier af:',
      ],
      action: 'Je afspraak',
      after: [],
    }),
    thanks: (told) => ({
      subject: `Bedankt, namens ${told.workspace}`,
      before: [
        'Bedankt voor je tijd en je eerlijkheid. Wat je zei, helpt ons om het te begrijpen.',
        'Ken je iemand die ook met ons zou willen praten? Op je pagina staat een link die je kunt doorgeven:',
      ],
      action: 'Je pagina',
      after: ['Of die persoon meedoet, beslist hij of zij zelf. Wij vertellen het aan niemand.'],
    }),
    ownPlanned: ({ study, participant, when }) => ({
      subject: `Gesprek: ${participant}, ${when}`,
      before: [`Je spreekt ${participant} uit ‘${study}’:`, when],
      action: 'Open het gesprek',
      after: [],
    }),
    ownCancelled: ({ study, participant, when }) => ({
      subject: `Gaat niet door: ${participant}, ${when}`,
      before: [`Het gesprek met ${participant} uit ‘${study}’ op ${when} gaat niet door.`],
      action: 'Open het gesprek',
      after: [],
    }),
    ownGroup: ({ study, when }) => ({
      subject: `Focusgroep: ${when}`,
      before: [`Je ontmoet de focusgroep van ‘${study}’:`, when],
      action: 'Open het gesprek',
      after: [],
    }),
    ownGroupCancelled: ({ study, when }) => ({
      subject: `Gaat niet door: focusgroep, ${when}`,
      before: [`De focusgroep van ‘${study}’ op ${when} gaat niet door.`],
      action: 'Open het gesprek',
      after: [],
    }),
  },
  refusal: 'Liever niet meer gevraagd worden? Eén klik, en we doen het nooit meer:',
  appointment: ({ workspace, interviewer }) =>
    interviewer === '' ? `Gesprek met ${workspace}` : `Gesprek met ${interviewer}, ${workspace}`,
  title: (workspace) => `${workspace} wil graag met je praten`,
  lead: 'We willen mensen beter begrijpen, en dat kunnen alleen mensen ons vertellen. Jij beslist of je meedoet en kunt altijd van mening veranderen.',
  about: 'Waar het over gaat',
  long: (minutes) => `Ongeveer ${minutes} minuten`,
  group: (most) => `In een groep van maximaal ${most} mensen`,
  gift: 'Als dank',
  where: 'Waar',
  partly: (languages) => `Een deel van wat hier over het onderzoek staat, is in het ${languages}.`,
  honest:
    'Wees eerlijk: foute antwoorden bestaan niet, en aan kritiek hebben we het meest. Wat je zegt, blijft binnen het team; we proberen je niets te verkopen.',
  yours: 'Deze link is alleen voor jou. Geef hem niet door.',
  questions: 'Eerst een paar vragen',
  questionsLead: 'Zo praten we met verschillende mensen. Kies wat het best bij je past.',
  next: 'Verder',
  no: 'Nee, deze keer niet',
  noWhat: 'We vragen je niet nog eens voor dit onderzoek.',
  never: 'Vraag me niet meer',
  neverWhat: 'We nodigen je nooit meer uit voor een gesprek. Je hoeft niet te zeggen waarom.',
  consent: 'Wat mogen we doen?',
  consentLead: 'Zeg bij elk punt ja of nee. Je kunt hoe dan ook meedoen en het later veranderen.',
  called: 'Hoe mogen we je noemen?',
  calledWhat: 'Alleen wie je spreekt, ziet dit. Je mag het leeg laten.',
  uses: {
    recording: {
      name: 'Het gesprek opnemen',
      what: 'We nemen op wat er gezegd wordt, zodat niemand hoeft te schrijven tijdens het luisteren.',
    },
    conversation_analysis: {
      name: 'Het uitschrijven en analyseren',
      what: 'Ons team leest wat je zei en vergelijkt het met wat anderen zeiden.',
    },
    invitation: {
      name: 'Je nog eens vragen',
      what: 'We mogen je schrijven als we een andere keer met je willen praten.',
    },
  },
  quoting: {
    name: 'Je citeren',
    what: 'Mogen we losse zinnen van je laten zien, woord voor woord?',
    no: 'Nee, citeer me niet',
    manners: {
      anonymous: 'Ja, zonder enige naam',
      pseudonym: 'Ja, onder een verzonnen naam',
      name: 'Ja, met mijn naam',
    },
    quotedAs: 'De naam die erbij mag staan',
    quotedAsWhat:
      'Alleen als je ‘met mijn naam’ kiest. Je kunt dit altijd intrekken; dan staat er een verzonnen naam.',
  },
  agree: 'Bewaar en kies een tijd',
  choose: 'Kies een tijd',
  chooseLead: (minutes) => `Het gesprek duurt ongeveer ${minutes} minuten.`,
  zone: 'De tijden gelden voor',
  zoneDo: 'Toon de tijden daar',
  noTimes: 'Er is nu geen tijd vrij',
  noTimesTodo: 'We hebben genoteerd dat je mee wilt doen. Kijk hier over een dag of twee nog eens.',
  booked: 'We hebben een afspraak',
  bookedLead: ({ when, interviewer }) => (interviewer === '' ? when : `${when}, met ${interviewer}`),
  sitsIn,
  move: 'Kies een andere tijd',
  cancel: 'Zeg af',
  cancelWhat: 'Je kunt later een andere tijd kiezen.',
  keep: 'Houd de tijd die we hebben',
  held: 'Bedankt voor het gesprek',
  heldLead: 'Wat je zei, helpt ons om het te begrijpen.',
  calledOff: 'Je afspraak is afgezegd',
  calledOffLead: 'Wil je nog met ons praten? Kies dan een andere tijd. Zo niet, dan hoef je niets te doen.',
  missed: 'We hebben elkaar gemist',
  missedLead: 'Wil je nog met ons praten? Kies dan een andere tijd.',
  unfit: 'Bedankt voor je antwoorden',
  unfitLead:
    'Deze keer zoeken we mensen in een andere situatie. Je antwoorden worden nergens anders voor gebruikt.',
  waiting: 'Bedankt, we praten graag met je',
  waitingLead:
    'Op dit moment zit alles vol. Komt er een plek vrij, dan schrijven we je. Je hoeft niets te doen.',
  declined: 'Prima, deze keer niet',
  declinedLead: 'Bedankt voor je bericht. We vragen je niet nog eens voor dit onderzoek.',
  changedMind: 'Ik wil toch meedoen',
  refused: 'We nodigen je nooit meer uit',
  refusedLead: 'Dat is vastgelegd en geldt vanaf nu. Je hoeft verder niets te doen.',
  introduce: 'Ken je iemand die met ons zou willen praten?',
  introduceLead:
    'Geef deze link door. Die persoon beslist zelf, en jij komt niet te weten of hij of zij meedoet.',
  passOn: {
    byMail: 'Doorsturen per mail',
    subject: (workspace) => `${workspace} zoekt mensen om mee te praten`,
    text: (workspace) =>
      `Ik ga met ${workspace} praten, en misschien wil jij dat ook. Je beslist zelf, en ik hoor niet of je meedoet:`,
  },
  friendTitle: (workspace) => `Een gesprek met ${workspace}?`,
  friendLead:
    'Iemand die je kent heeft met ons gepraat en dacht aan jou. Jij beslist zelf; niemand komt te weten of je meedoet.',
  address: 'Je e-mailadres',
  addressWhat: 'We sturen je één mail met je eigen link. Zonder jouw klik daar gebeurt er niets.',
  friendDo: 'Stuur me mijn link',
  friendDone: 'Kijk in je mailbox',
  friendDoneLead: 'Als we naar dit adres mogen schrijven, is er een mail onderweg.',
  faults: {
    gone: {
      title: 'Hier is niets.',
      todo: 'Open de link uit je mail nog eens, helemaal tot de laatste letter.',
    },
    old: {
      title: 'Deze link werkt niet meer.',
      todo: 'Hij is te oud, of het onderzoek is voorbij. Bedankt dat je aan ons dacht.',
    },
    'too-many': { title: 'Dat was te vaak.', todo: 'Wacht een paar minuten en probeer het dan opnieuw.' },
    taken: { title: 'Iemand was sneller: deze tijd is bezet.', todo: 'Kies hieronder een andere.' },
    changed: {
      title: 'De tekst is veranderd sinds je hem opende.',
      todo: 'Lees hem nog eens en bewaar dan.',
    },
    late: {
      title: 'Dat kan niet meer.',
      todo: 'Het is al zover of voorbij. Lukt het je niet, dan is dat geen probleem.',
    },
    nameless: {
      title: 'De naam ontbreekt',
      todo: 'Vul in welke naam onder je woorden mag staan, of kies een andere manier om geciteerd te worden.',
    },
    missing: { title: 'Er is nog iets niet ingevuld.', todo: 'Kies bij elke vraag één antwoord.' },
    address: { title: 'Dat is geen e-mailadres.', todo: 'Kijk of er een letter ontbreekt.' },
    unexpected: {
      title: 'Er ging iets mis bij ons.',
      todo: 'Er is niets veranderd. Probeer het zo nog eens.',
    },
  },
}
