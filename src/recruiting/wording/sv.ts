import { whoSitsIn, type SitsIn } from './companions.ts'
import type { InviteeWords, Told } from './words.ts'

const sitsIn: SitsIn = {
  'note-taker': (names) => `Med för att anteckna: ${names}.`,
  observer: (names) => `Med för att lyssna: ${names}.`,
}

const facts = ({ about, minutes, gift }: Told) => [
  ...(about === '' ? [] : [about]),
  `Det tar ungefär ${minutes} minuter.${gift === '' ? '' : ` Som tack får du: ${gift}`}`,
]
const meeting = ({ when, place, interviewer, companions }: Told) => [
  when,
  ...(place === '' ? [] : [`Plats: ${place}`]),
  ...(interviewer === '' ? [] : [`Du kommer att prata med ${interviewer}.`]),
  ...whoSitsIn(companions, sitsIn),
]

export const sv: InviteeWords = {
  language: 'Svenska',
  skip: 'Gå till innehållet',
  languages: 'Språk',
  letters: {
    invitation: (told) => ({
      subject: `Får vi prata med dig? ${told.workspace} vill gärna lyssna`,
      before: [
        `Vi på ${told.workspace} vill gärna höra hur det faktiskt är för dig. Vi säljer ingenting; vi frågar och lyssnar.`,
        ...facts(told),
        'På din sida ser du vad det handlar om och bestämmer själv:',
      ],
      action: 'Se vad det handlar om',
      after: [
        'Du har lottats fram bland dem som låter oss fråga. Länken är bara din, så skicka den inte vidare.',
      ],
    }),
    introduction: (told) => ({
      subject: `Din väg till ett samtal med ${told.workspace}`,
      before: [
        `Du bad om det här mejlet på en sida hos ${told.workspace}. Var det inte du, låt det vara: utan ditt klick händer ingenting, och adressen glöms om två veckor.`,
        ...facts(told),
        'Här ser du vad det handlar om och bestämmer själv:',
      ],
      action: 'Se vad det handlar om',
      after: ['Den som berättade om det får inte veta om du är med.'],
    }),
    place: (told) => ({
      subject: `En plats har blivit ledig hos ${told.workspace}`,
      before: [
        'Du ville prata med oss när alla platser var upptagna. Nu är en ledig. Om du fortfarande vill:',
        ...facts(told),
      ],
      action: 'Gå vidare',
      after: [],
    }),
    planned: (told) => ({
      subject: `Bestämt: ${told.when}`,
      before: [
        'Tack för att du vill prata med oss. Vi ses:',
        ...meeting(told),
        'Passar det inte längre kan du flytta eller avboka här:',
      ],
      action: 'Din tid',
      after: [],
    }),
    moved: (told) => ({
      subject: `Ändrat: ${told.when}`,
      before: [
        'Något i vårt samtal har ändrats. Vi ses nu:',
        ...meeting(told),
        'Passar det inte, välj en annan tid här:',
      ],
      action: 'Din tid',
      after: [],
    }),
    cancelled: (told) => ({
      subject: `Inställt: samtalet med ${told.workspace}`,
      before: [`Samtalet ${told.when} blir inte av.`, 'Vill du ha en annan tid?'],
      action: 'Välj en annan tid',
      after: [],
    }),
    doubled: (told) => ({
      subject: 'Du hade två tider: en står kvar',
      before: [
        `Du hade två tider hos ${told.workspace}, och en räcker. Samtalet ${told.when} är inställt.`,
        `Den här står kvar: ${told.stays}.`,
      ],
      action: 'Din tid',
      after: [],
    }),
    missed: (told) => ({
      subject: 'Vi missade varandra',
      before: [
        `Vi skulle ha pratat ${told.when}, och du kunde inte. Sådant händer.`,
        'Vill du ha en annan tid, välj en här. Annars behöver du inte göra något.',
      ],
      action: 'Välj en annan tid',
      after: [],
    }),
    reminder: (told) => ({
      subject: `Snart: ${told.when}`,
      before: [
        'Vi ser fram emot att prata med dig:',
        ...meeting(told),
        'Har något kommit emellan kan du flytta eller avboka här:',
      ],
      action: 'Din tid',
      after: [],
    }),
    thanks: (told) => ({
      subject: `Tack från ${told.workspace}`,
      before: [
        'Tack för din tid och för att du var så ärlig. Det du sa hjälper oss att förstå.',
        'Känner du någon som också kanske vill prata med oss? På din sida finns en länk du kan skicka vidare:',
      ],
      action: 'Din sida',
      after: ['De bestämmer själva om de vill vara med, och vi berättar det inte för någon.'],
    }),
    ownPlanned: ({ study, participant, when }) => ({
      subject: `Intervju: ${participant}, ${when}`,
      before: [`Du ska prata med ${participant} i ”${study}”:`, when],
      action: 'Öppna intervjun',
      after: [],
    }),
    ownCancelled: ({ study, participant, when }) => ({
      subject: `Inställt: ${participant}, ${when}`,
      before: [`Intervjun med ${participant} i ”${study}” ${when} blir inte av.`],
      action: 'Öppna intervjun',
      after: [],
    }),
    ownGroup: ({ study, when }) => ({
      subject: `Fokusgrupp: ${when}`,
      before: [`Du ska träffa fokusgruppen i ”${study}”:`, when],
      action: 'Öppna samtalet',
      after: [],
    }),
    ownGroupCancelled: ({ study, when }) => ({
      subject: `Inställt: fokusgrupp, ${when}`,
      before: [`Fokusgruppen i ”${study}” ${when} blir inte av.`],
      action: 'Öppna samtalet',
      after: [],
    }),
  },
  refusal: 'Vill du helst inte bli tillfrågad igen? Ett klick, så gör vi det aldrig mer:',
  appointment: ({ workspace, interviewer }) =>
    interviewer === '' ? `Samtal med ${workspace}` : `Samtal med ${interviewer}, ${workspace}`,
  title: (workspace) => `${workspace} vill gärna prata med dig`,
  lead: 'Vi vill förstå människor bättre, och det kan bara människor hjälpa oss med. Du bestämmer om du vill vara med och kan alltid ändra dig.',
  about: 'Det handlar det om',
  long: (minutes) => `Ungefär ${minutes} minuter`,
  group: (most) => `I en grupp på upp till ${most} personer`,
  gift: 'Som tack',
  where: 'Plats',
  partly: (languages) => `En del av det som står om studien här är på ${languages}.`,
  honest:
    'Var ärlig: det finns inga fel svar, och kritik hjälper oss mest. Det du säger stannar i teamet, och vi försöker inte sälja något.',
  yours: 'Länken är bara din. Skicka den inte vidare.',
  questions: 'Först några frågor',
  questionsLead: 'Så att vi pratar med olika människor. Välj det som stämmer bäst på dig.',
  next: 'Gå vidare',
  no: 'Nej, inte den här gången',
  noWhat: 'Vi frågar dig inte igen om den här studien.',
  never: 'Fråga mig inte igen',
  neverWhat: 'Vi bjuder aldrig in dig till ett samtal igen. Du behöver inte säga varför.',
  consent: 'Vad får vi göra?',
  consentLead: 'Säg ja eller nej till varje sak. Du kan vara med oavsett, och ändra dig senare.',
  called: 'Vad ska vi kalla dig?',
  calledWhat: 'Bara de du träffar ser det. Du kan lämna det tomt.',
  uses: {
    recording: {
      name: 'Spela in samtalet',
      what: 'Vi spelar in det som sägs, så att ingen behöver skriva medan de lyssnar.',
    },
    conversation_analysis: {
      name: 'Skriva ner och analysera det',
      what: 'Vårt team läser det du sa och jämför det med vad andra har sagt.',
    },
    invitation: {
      name: 'Fråga dig igen',
      what: 'Vi får skriva till dig när vi vill prata med dig en annan gång.',
    },
  },
  quoting: {
    name: 'Citera dig',
    what: 'Får vi visa enstaka meningar från dig, ord för ord?',
    no: 'Nej, citera mig inte',
    manners: {
      anonymous: 'Ja, helt utan namn',
      pseudonym: 'Ja, under ett påhittat namn',
      name: 'Ja, med mitt namn',
    },
    quotedAs: 'Namnet som får stå där',
    quotedAsWhat:
      'Bara om du väljer ”med mitt namn”. Du kan ångra dig när du vill; då står det ett påhittat namn i stället.',
  },
  agree: 'Spara och välj en tid',
  choose: 'Välj en tid',
  chooseLead: (minutes) => `Samtalet tar ungefär ${minutes} minuter.`,
  zone: 'Tiderna gäller för',
  zoneDo: 'Visa tiderna där',
  noTimes: 'Just nu finns ingen ledig tid',
  noTimesTodo: 'Vi har antecknat att du vill vara med. Titta in här igen om någon dag.',
  booked: 'Vi har bokat en tid',
  bookedLead: ({ when, interviewer }) => (interviewer === '' ? when : `${when}, med ${interviewer}`),
  sitsIn,
  move: 'Välj en annan tid',
  cancel: 'Avboka',
  cancelWhat: 'Du kan välja en annan tid senare.',
  keep: 'Behåll tiden vi har',
  held: 'Tack för samtalet',
  heldLead: 'Det du sa hjälper oss att förstå.',
  calledOff: 'Din tid är avbokad',
  calledOffLead: 'Vill du fortfarande prata med oss, välj en annan tid. Annars behöver du inte göra något.',
  missed: 'Vi missade varandra',
  missedLead: 'Vill du fortfarande prata med oss, välj en annan tid.',
  unfit: 'Tack för dina svar',
  unfitLead:
    'Den här gången söker vi människor i en annan situation. Dina svar används inte till något annat.',
  waiting: 'Tack, vi vill gärna prata med dig',
  waitingLead:
    'Just nu är alla platser upptagna. När en blir ledig skriver vi till dig. Du behöver inte göra något.',
  declined: 'Helt okej, inte den här gången',
  declinedLead: 'Tack för att du sa till. Vi frågar dig inte igen om den här studien.',
  changedMind: 'Jag vill vara med ändå',
  refused: 'Vi bjuder aldrig in dig igen',
  refusedLead: 'Det är antecknat och gäller från och med nu. Du behöver inte göra något mer.',
  introduce: 'Känner du någon som kanske vill prata med oss?',
  introduceLead: 'Skicka den här länken vidare. De bestämmer själva, och du får inte veta om de är med.',
  passOn: {
    byMail: 'Skicka vidare med mejl',
    subject: (workspace) => `${workspace} söker folk att prata med`,
    text: (workspace) =>
      `Jag ska prata med ${workspace}, och kanske vill du också. Du bestämmer själv, och jag får inte veta om du är med:`,
  },
  friendTitle: (workspace) => `Ett samtal med ${workspace}?`,
  friendLead:
    'Någon du känner har pratat med oss och kom att tänka på dig. Du bestämmer själv; ingen får veta om du är med.',
  address: 'Din e-postadress',
  addressWhat: 'Vi skickar dig ett mejl med din egen länk. Utan ditt klick där händer ingenting.',
  friendDo: 'Skicka min länk',
  friendDone: 'Titta i din inkorg',
  friendDoneLead: 'Om vi får skriva till adressen är ett mejl på väg.',
  faults: {
    gone: {
      title: 'Här finns ingenting.',
      todo: 'Öppna länken i ditt mejl igen, hela länken till sista bokstaven.',
    },
    old: {
      title: 'Länken fungerar inte längre.',
      todo: 'Den är för gammal, eller så är studien slut. Tack för att du tänkte på oss.',
    },
    'too-many': { title: 'Det var för många gånger.', todo: 'Vänta några minuter och försök igen.' },
    taken: { title: 'Någon annan var snabbare: tiden är upptagen.', todo: 'Välj en annan nedan.' },
    changed: { title: 'Texten har ändrats sedan du öppnade den.', todo: 'Läs den igen och spara sedan.' },
    late: {
      title: 'Det går inte längre.',
      todo: 'Tiden är inne eller förbi. Kan du inte komma gör det ingenting.',
    },
    nameless: {
      title: 'Namnet saknas',
      todo: 'Skriv namnet som får stå under dina ord, eller välj ett annat sätt att bli citerad.',
    },
    missing: { title: 'Något är inte besvarat än.', todo: 'Välj ett svar på varje fråga.' },
    address: { title: 'Det är ingen e-postadress.', todo: 'Se efter om det saknas en bokstav.' },
    unexpected: { title: 'Något gick fel hos oss.', todo: 'Inget ändrades. Försök igen om en stund.' },
  },
}
