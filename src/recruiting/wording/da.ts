import { whoSitsIn, type SitsIn } from './companions.ts'
import type { InviteeWords, Told } from './words.ts'

const sitsIn: SitsIn = {
  'note-taker': (names) => `Med for at tage noter: ${names}.`,
  observer: (names) => `Med for at lytte: ${names}.`,
}

const facts = ({ about, minutes, gift }: Told) => [
  ...(about === '' ? [] : [about]),
  `Det tager cirka ${minutes} minutter.${gift === '' ? '' : ` Som tak får du: ${gift}`}`,
]
const meeting = ({ when, place, interviewer, companions }: Told) => [
  when,
  ...(place === '' ? [] : [`Sted: ${place}`]),
  ...(interviewer === '' ? [] : [`Du skal tale med ${interviewer}.`]),
  ...whoSitsIn(companions, sitsIn),
]

export const da: InviteeWords = {
  language: 'Dansk',
  skip: 'Gå til indholdet',
  languages: 'Sprog',
  letters: {
    invitation: (told) => ({
      subject: `Må vi tale med dig? ${told.workspace} vil gerne lytte`,
      before: [
        `Vi hos ${told.workspace} vil gerne høre, hvordan det egentlig er for dig. Vi sælger ikke noget; vi spørger, og vi lytter.`,
        ...facts(told),
        'På din side kan du se, hvad det handler om, og bestemme selv:',
      ],
      action: 'Se, hvad det handler om',
      after: [
        'Du er udtrukket ved lodtrækning blandt dem, der har givet os lov til at spørge. Linket er kun dit, så giv det ikke videre.',
      ],
    }),
    introduction: (told) => ({
      subject: `Din vej til en samtale med ${told.workspace}`,
      before: [
        `Du bad om denne mail på en side hos ${told.workspace}. Var det ikke dig, så lad den ligge: Uden dit klik sker der ingenting, og adressen bliver glemt om to uger.`,
        ...facts(told),
        'Her kan du se, hvad det handler om, og bestemme selv:',
      ],
      action: 'Se, hvad det handler om',
      after: ['Den, der fortalte dig om det, får ikke at vide, om du er med.'],
    }),
    place: (told) => ({
      subject: `Der er blevet en plads ledig hos ${told.workspace}`,
      before: [
        'Du ville gerne tale med os, da alle pladser var taget. Nu er der en ledig. Hvis du stadig har lyst:',
        ...facts(told),
      ],
      action: 'Gå videre',
      after: [],
    }),
    planned: (told) => ({
      subject: `Aftalt: ${told.when}`,
      before: [
        'Tak, fordi du vil tale med os. Vi mødes:',
        ...meeting(told),
        'Passer det ikke alligevel, så flyt eller aflys det her:',
      ],
      action: 'Din aftale',
      after: [],
    }),
    moved: (told) => ({
      subject: `Ændret: ${told.when}`,
      before: [
        'Noget ved vores samtale er ændret. Vi mødes nu:',
        ...meeting(told),
        'Passer det dig ikke, så vælg en anden tid her:',
      ],
      action: 'Din aftale',
      after: [],
    }),
    cancelled: (told) => ({
      subject: `Aflyst: samtalen med ${told.workspace}`,
      before: [`Samtalen ${told.when} bliver ikke til noget.`, 'Vil du gerne have en anden tid?'],
      action: 'Vælg en anden tid',
      after: [],
    }),
    doubled: (told) => ({
      subject: 'Du stod på to tider: Den ene bliver stående',
      before: [
        `Du havde to tider hos ${told.workspace}, og én er nok. Samtalen ${told.when} er aflyst.`,
        `Denne bliver stående: ${told.stays}.`,
      ],
      action: 'Din aftale',
      after: [],
    }),
    missed: (told) => ({
      subject: 'Vi fik ikke talt sammen',
      before: [
        `Vi skulle have talt sammen ${told.when}, og du kunne ikke. Det sker.`,
        'Har du lyst til en anden tid, så vælg en her. Ellers behøver du ikke gøre noget.',
      ],
      action: 'Vælg en anden tid',
      after: [],
    }),
    reminder: (told) => ({
      subject: `Snart: ${told.when}`,
      before: [
        'Vi glæder os til at tale med dig:',
        ...meeting(told),
        'Er der kommet noget i vejen, så flyt eller aflys det her:',
      ],
      action: 'Din aftale',
      after: [],
    }),
    thanks: (told) => ({
      subject: `Tak fra ${told.workspace}`,
      before: [
        'Tak for din tid, og fordi du var så ærlig. Det, du sagde, hjælper os med at forstå.',
        'Kender du nogen, der måske også vil tale med os? På din side er der et link, du kan give videre:',
      ],
      action: 'Din side',
      after: ['De bestemmer selv, om de vil være med, og vi fortæller det ikke til nogen.'],
    }),
    ownPlanned: ({ study, participant, when }) => ({
      subject: `Interview: ${participant}, ${when}`,
      before: [`Du skal tale med ${participant} i »${study}«:`, when],
      action: 'Åbn interviewet',
      after: [],
    }),
    ownCancelled: ({ study, participant, when }) => ({
      subject: `Aflyst: ${participant}, ${when}`,
      before: [`Interviewet med ${participant} i »${study}« ${when} bliver ikke til noget.`],
      action: 'Åbn interviewet',
      after: [],
    }),
    ownGroup: ({ study, when }) => ({
      subject: `Fokusgruppe: ${when}`,
      before: [`Du skal møde fokusgruppen i »${study}«:`, when],
      action: 'Åbn samtalen',
      after: [],
    }),
    ownGroupCancelled: ({ study, when }) => ({
      subject: `Aflyst: fokusgruppe, ${when}`,
      before: [`Fokusgruppen i »${study}« ${when} bliver ikke til noget.`],
      action: 'Åbn samtalen',
      after: [],
    }),
  },
  refusal: 'Vil du helst ikke spørges igen? Ét klik, og så gør vi det aldrig mere:',
  appointment: ({ workspace, interviewer }) =>
    interviewer === '' ? `Samtale med ${workspace}` : `Samtale med ${interviewer}, ${workspace}`,
  title: (workspace) => `${workspace} vil gerne tale med dig`,
  lead: 'Vi vil gerne forstå mennesker bedre, og det kan kun mennesker hjælpe os med. Du bestemmer, om du vil være med, og kan altid skifte mening.',
  about: 'Det handler det om',
  long: (minutes) => `Cirka ${minutes} minutter`,
  group: (most) => `I en gruppe på op til ${most} personer`,
  gift: 'Som tak',
  where: 'Sted',
  partly: (languages) => `Noget af det, der står om undersøgelsen her, er på ${languages}.`,
  honest:
    'Vær ærlig: Der er ingen forkerte svar, og kritik hjælper os mest. Det, du siger, bliver i teamet, og vi prøver ikke at sælge dig noget.',
  yours: 'Linket er kun dit. Giv det ikke videre.',
  questions: 'Først et par spørgsmål',
  questionsLead: 'Så vi får talt med forskellige mennesker. Vælg det, der passer bedst på dig.',
  next: 'Gå videre',
  no: 'Nej, ikke denne gang',
  noWhat: 'Vi spørger dig ikke igen om denne undersøgelse.',
  never: 'Spørg mig ikke igen',
  neverWhat: 'Vi inviterer dig aldrig til en samtale igen. Du behøver ikke sige hvorfor.',
  consent: 'Hvad må vi?',
  consentLead: 'Sig ja eller nej til hver ting. Du kan være med uanset hvad og ændre det senere.',
  called: 'Hvad skal vi kalde dig?',
  calledWhat: 'Kun dem, du møder, ser det. Du må gerne lade feltet stå tomt.',
  uses: {
    recording: {
      name: 'Optage samtalen',
      what: 'Vi optager det, der bliver sagt, så ingen skal skrive, mens de lytter.',
    },
    conversation_analysis: {
      name: 'Skrive den ned og analysere den',
      what: 'Vores team læser det, du sagde, og sammenligner det med, hvad andre har sagt.',
    },
    invitation: {
      name: 'Spørge dig igen',
      what: 'Vi må skrive til dig, når vi gerne vil tale med dig en anden gang.',
    },
  },
  quoting: {
    name: 'Citere dig',
    what: 'Må vi vise enkelte sætninger fra dig, ord for ord?',
    no: 'Nej, citér mig ikke',
    manners: {
      anonymous: 'Ja, helt uden navn',
      pseudonym: 'Ja, under et opdigtet navn',
      name: 'Ja, med mit navn',
    },
    quotedAs: 'Navnet, der må stå der',
    quotedAsWhat:
      'Kun hvis du vælger »med mit navn«. Du kan altid fortryde; så står der et opdigtet navn i stedet.',
  },
  agree: 'Gem og vælg en tid',
  choose: 'Vælg en tid',
  chooseLead: (minutes) => `Samtalen tager cirka ${minutes} minutter.`,
  zone: 'Tiderne gælder for',
  zoneDo: 'Vis tiderne der',
  noTimes: 'Der er ingen ledige tider lige nu',
  noTimesTodo: 'Vi har noteret, at du gerne vil være med. Kig forbi her igen om en dag eller to.',
  booked: 'Vi har en aftale',
  bookedLead: ({ when, interviewer }) => (interviewer === '' ? when : `${when}, med ${interviewer}`),
  sitsIn,
  move: 'Vælg en anden tid',
  cancel: 'Aflys',
  cancelWhat: 'Du kan vælge en anden tid senere.',
  keep: 'Behold den tid, vi har',
  held: 'Tak for snakken',
  heldLead: 'Det, du sagde, hjælper os med at forstå.',
  calledOff: 'Din aftale er aflyst',
  calledOffLead: 'Vil du stadig gerne tale med os, så vælg en anden tid. Ellers behøver du ikke gøre noget.',
  missed: 'Vi fik ikke talt sammen',
  missedLead: 'Vil du stadig gerne tale med os, så vælg en anden tid.',
  unfit: 'Tak for dine svar',
  unfitLead:
    'Denne gang leder vi efter mennesker i en anden situation. Dine svar bliver ikke brugt til andet.',
  waiting: 'Tak, vi vil gerne tale med dig',
  waitingLead:
    'Lige nu er alle pladser taget. Når en bliver ledig, skriver vi til dig. Du behøver ikke gøre noget.',
  declined: 'Helt i orden, ikke denne gang',
  declinedLead: 'Tak, fordi du sagde til. Vi spørger dig ikke igen om denne undersøgelse.',
  changedMind: 'Jeg vil gerne være med alligevel',
  refused: 'Vi inviterer dig aldrig igen',
  refusedLead: 'Det er skrevet ned og gælder fra nu af. Du behøver ikke gøre mere.',
  introduce: 'Kender du nogen, der måske vil tale med os?',
  introduceLead: 'Giv linket her videre. De bestemmer selv, og du får ikke at vide, om de er med.',
  passOn: {
    byMail: 'Send det videre på mail',
    subject: (workspace) => `${workspace} leder efter folk at tale med`,
    text: (workspace) =>
      `Jeg skal tale med ${workspace}, og måske har du også lyst. Du bestemmer selv, og jeg får ikke at vide, om du er med:`,
  },
  friendTitle: (workspace) => `En samtale med ${workspace}?`,
  friendLead:
    'En, du kender, har talt med os og kom til at tænke på dig. Du bestemmer selv; ingen får at vide, om du er med.',
  address: 'Din mailadresse',
  addressWhat: 'Vi sender dig én mail med dit eget link. Uden dit klik dér sker der ingenting.',
  friendDo: 'Send mig mit link',
  friendDone: 'Kig i din indbakke',
  friendDoneLead: 'Hvis vi må skrive til adressen, er der en mail på vej.',
  faults: {
    gone: {
      title: 'Her er ikke noget.',
      todo: 'Åbn linket fra din mail igen – hele linket, til sidste bogstav.',
    },
    old: {
      title: 'Linket virker ikke mere.',
      todo: 'Det er for gammelt, eller undersøgelsen er slut. Tak, fordi du tænkte på os.',
    },
    'too-many': { title: 'Det var for mange gange.', todo: 'Vent et par minutter, og prøv så igen.' },
    taken: { title: 'En anden var hurtigere: Tiden er taget.', todo: 'Vælg en anden nedenfor.' },
    changed: { title: 'Teksten er ændret, siden du åbnede den.', todo: 'Læs den igen, og gem så.' },
    late: {
      title: 'Det kan ikke lade sig gøre mere.',
      todo: 'Tiden er nu eller forbi. Kan du ikke komme, så gør det ikke noget.',
    },
    nameless: {
      title: 'Navnet mangler',
      todo: 'Skriv det navn, der må stå under dine ord, eller vælg at blive citeret på en anden måde.',
    },
    missing: { title: 'Der mangler et svar.', todo: 'Vælg ét svar til hvert spørgsmål.' },
    address: { title: 'Det er ikke en mailadresse.', todo: 'Se efter, om der mangler et bogstav.' },
    unexpected: { title: 'Noget gik galt hos os.', todo: 'Intet blev ændret. Prøv igen om lidt.' },
  },
}
