import type { PageWords } from './words.ts'

const exportKinds: Record<string, string> = {
  project: 'Hele undersøgelsen til et andet program',
  quotes: 'Citater',
  matrix: 'En tabel over, hvad der blev talt om',
  report: 'En rapport',
  'report print': 'En rapport på papir',
  memos: 'Det, holdet har skrevet om det',
  'list to invite': 'En liste med adresser til invitationer',
  'list to mail': 'En liste med adresser til mails',
}

export const da: PageWords = {
  language: 'Dansk',
  skip: 'Gå til indholdet',
  languages: 'Sprog',
  title: (workspace) => `Din samtale med ${workspace}`,
  about: (study) => `Den handlede om: ${study}`,
  lead: 'Her ser du, hvad vi har skrevet ned af det, du sagde, og hvad vi bruger det til. Du bestemmer: Ret det, godkend det, eller træk din tilladelse tilbage. Alt, hvad du ændrer her, gælder med det samme.',
  yours: 'Linket til siden er kun dit. Giv det ikke videre.',
  recorded: 'Det har vi skrevet ned',
  recordings: 'Optagelser af dig',
  recordingsLead:
    'De høres kun af dem, der arbejder med samtalerne, så længe du siger ja til optagelse og analyse. Trækker du optagelse tilbage nedenfor, slettes de, også for andre, der høres i dem. Vil du have en kopi af lyden, så spørg den, du talte med.',
  recordingOf: (day, isVideo) => `${isVideo ? 'Video' : 'Lyd'} fra ${day}`,
  recordingGoes: (day) =>
    day === null ? 'Der er endnu ingen dag, hvor den slettes.' : `Den slettes ${day}.`,
  documents: 'Dine billeder og dokumenter',
  documentsLead:
    'De ses kun af dem, der arbejder med samtalerne: billeder, så længe du siger ja til optagelse og analyse, dokumenter, så længe du siger ja til analyse. De følger med, når du får en kopi af dine data, og de forsvinder, når du bliver slettet.',
  documentOf: (day, isPhoto) => `${isPhoto ? 'Billede' : 'Dokument'} fra ${day}`,
  sittings: 'Noter fra samtaler',
  sittingsLead:
    'Den, der taler med dig, kan skrive noter undervejs. De læses kun, så længe du tillader, at det sagte analyseres, de følger med, når du får en kopi af dine data, og de forsvinder, når du bliver slettet.',
  sittingPlanned: (day) => `Planlagt til ${day}`,
  willAsk: (name) => `${name} spørger.`,
  sittingHeld: (day) => `Holdt ${day}`,
  sitsIn: (names) => `Sidder med: ${names}.`,
  notesKept: (count) => (count === 1 ? 'Der er gemt én note.' : `Der er gemt ${count} noter.`),
  recordedNone: 'Vi har ikke skrevet noget ned af det, du har sagt, endnu.',
  conversation: (date) => `Samtalen den ${date}`,
  kind: (kind) => (kind === 'open-answers' ? 'Dine skriftlige svar' : 'Skrevet ned ord for ord'),
  asked: (name) => `${name} stillede spørgsmålene.`,
  words: (count, isOne) => (isOne ? '1 ord er dit' : `${count} ord er dine`),
  others: (count) =>
    `${count === 1 ? 'En anden' : `${count} andre`} var med. Du ser kun din egen del, og ingen ser din på deres side.`,
  read: 'Læs, ret og godkend',
  approvedAt: (date) => `Godkendt af dig den ${date}.`,
  changedSince: 'Der er rettet noget, efter at du godkendte. Læs den gerne igen.',
  notApproved: 'Du har ikke godkendt den endnu.',
  usesTitle: 'Det må vi bruge den til',
  usesLead:
    'Du siger ja eller nej til hver ting og kan altid skifte mening. Det skader dig ikke at sige nej.',
  uses: {
    recording: {
      name: 'Optage samtalen og skrive den ned',
      yes: 'Vi må optage det, der bliver sagt, og skrive det ned, så ingen skal huske det i hovedet.',
      no: 'Vi optager ikke flere samtaler med dig.',
    },
    conversation_analysis: {
      name: 'Analysere det, du sagde',
      yes: 'Vores team læser det, du sagde, og sammenligner det med, hvad andre har sagt, for at forstå mennesker bedre.',
      no: 'Ingen i teamet ser dine ord mere, heller ikke det, der blev svaret på dem, og de tæller ikke med nogen steder. De ligger låst, så du stadig kan læse dem her.',
    },
    quoting: {
      name: 'Citere dig under et opdigtet navn',
      yes: 'Vi må vise sætninger fra dig, ord for ord, under et opdigtet navn. Dit rigtige navn står aldrig ved siden af.',
      no: 'Dine sætninger forsvinder med det samme fra alt, vi viser, og er ikke med i noget af det, vi henter ud fra nu af.',
    },
    invitation: {
      name: 'Spørge dig om en samtale igen',
      yes: 'Vi må skrive til dig, når vi gerne vil tale med dig igen.',
      no: 'Vi spørger dig ikke igen.',
    },
  },
  states: { yes: 'Ja', no: 'Nej', open: 'Ikke spurgt endnu, så vi gør det ikke' },
  allow: 'Sig ja',
  takeBack: 'Sig nej',
  allTitle: 'Træk det hele tilbage',
  allWhat:
    'Dine ord forsvinder fra alt, hvad teamet kan se, og vi spørger dig ikke igen. Du får en kvittering. Du kan sige ja igen senere.',
  allDo: 'Træk det hele tilbage',
  quotes: 'Dine ord, og hvor de bliver brugt',
  quotesLead:
    'Sætninger, som teamet har markeret. Hvis en af dem ikke skal vises nogen steder, så tag den ud.',
  quotesNone: 'Ingen af dine sætninger er markeret eller citeret.',
  underCodes: (codes) => `Står under: ${codes}`,
  inSets: (names) => `Indgår i samlingen: ${names}`,
  inPortraits: (segments) => `Kan blive vist i portrættet af: ${segments}`,
  quotesClosed: 'Du har ikke givet lov til at blive citeret, så intet af det her bliver vist som citat.',
  takeOut: 'Tag den ud',
  takenOut: 'Taget ud, fordi du bad om det. Den bliver ikke vist som citat nogen steder.',
  oneQuote: 'En af dine sætninger',
  askedToTakeOut: 'Du bad os tage en sætning af dig ud.',
  writtenDown: (name, channel) =>
    channel === null
      ? `${name ?? 'Vi'} skrev det ned for dig.`
      : `${name ?? 'Vi'} skrev det ned for dig (${channel}).`,
  byName: {
    name: 'Citere dig med navn',
    what: (name) =>
      `Vi må vise sætninger fra dig, ord for ord, med navnet ${name} ved siden af, sådan som du bad om.`,
    instead: 'Hellere under et opdigtet navn',
  },
  exports: 'Hvem har hentet noget ud af programmet',
  exportsLead:
    'Filer med dine ord eller med det, der er lavet af dem. Trækker du noget tilbage, får de besked om at slette det.',
  exportsNone: 'Ingen har hentet dine ord ud af programmet.',
  exportKind: (kind) => exportKinds[kind] ?? kind,
  exportedBy: (date, name) => `${date}, ${name}`,
  exportedBySomebody: 'en, der ikke arbejder her mere',
  soundSent: (day) => `Lyd fra ${day}, sendt for at blive skrevet ned`,
  soundSentLead:
    'For at få skrevet ned, hvad du sagde, er lyden sendt til en tjeneste uden for teamet. Trækker du noget tilbage, så spørg os, hvad den stadig har.',
  receipts: 'Dine kvitteringer',
  receiptsNone: 'Du har ikke trukket noget tilbage.',
  receipt: (date) => `Trukket tilbage den ${date}`,
  download: 'Hent kvitteringen',
  receiptTitle: 'Kvittering: tilladelse trukket tilbage',
  receiptStudy: 'Undersøgelse',
  receiptTime: 'Tidspunkt',
  receiptWithdrawn: 'Trukket tilbage',
  receiptTold: (count) =>
    count === 0
      ? 'Ingen havde hentet ordene ud af programmet.'
      : `${count === 1 ? 'En tidligere fil' : `${count} tidligere filer`} indeholdt dine ord. De, der har dem, får besked om at slette dem.`,
  receiptProof: 'Bevis for, at kvitteringen er vores',
  back: 'Tilbage til din side',
  you: 'Dig',
  interviewer: 'Interviewer',
  hidden: (count) => (count === 1 ? 'Her talte en anden.' : 'Her talte andre.'),
  closedHere:
    'Du har trukket tilbage, at det her må analyseres. Ingen i teamet ser det; du kan læse det her og rette det igen, når du har sagt ja.',
  standIns:
    'Vi har byttet navne, steder og numre ud i det, du sagde, så ingen kan se, hvem du eller andre er. Det, der er byttet ud, har en prikket streg under sig: opdigtede navne eller en note i kantede parenteser. Du sagde noget andet der, og du skal ikke rette det. Det, du faktisk sagde, er låst inde og følger med, når du beder om en kopi af dine data.',
  standInsHere:
    'Navne, steder eller numre er byttet ud her for at beskytte dem, det handler om. Du skal ikke rette dem.',
  correct: 'Ret',
  correctWhat: 'Skriv, hvad du sagde – eller mente',
  correctedByYou: 'Rettet af dig',
  save: 'Gem',
  cancel: 'Fortryd',
  approve: 'Ja, det passer',
  approveWhat:
    'Har du læst det hele, og er det, hvad du sagde? Så godkend det. Du kan stadig rette det bagefter.',
  done: {
    allowed: 'Tak. Det er skrevet ned og gælder fra nu af.',
    withdrawn: 'Det er trukket tilbage og gælder fra nu af. Din kvittering ligger nederst på siden.',
    corrected: 'Din rettelse er gemt. Teamet arbejder med dine ord nu.',
    approved: 'Tak. Din godkendelse er skrevet ned.',
    refused:
      'Sætningen er taget ud. Den bliver ikke vist som citat nogen steder. Din kvittering ligger nederst på siden.',
  },
  faults: {
    changed: {
      title: 'Teksten blev ændret, mens du skrev.',
      todo: 'Den nyeste tekst står ovenover. Det, du skrev, står stadig i feltet: Se på begge dele, og gem igen.',
    },
    empty: { title: 'Der er ingen tekst tilbage.', todo: 'Skriv, hvad du sagde, eller fortryd.' },
    closed: {
      title: 'Du har trukket tilbage, at det her må analyseres.',
      todo: 'Ingen arbejder med ordene, så der er ikke noget at rette. Sig ja til det først.',
    },
    gone: {
      title: 'Her er ikke noget.',
      todo: 'Åbn linket fra din mail igen – hele linket, til sidste bogstav.',
    },
    old: {
      title: 'Linket virker ikke mere.',
      todo: 'Det er for gammelt eller trukket tilbage. Bed den, der sendte det, om et nyt. Det, du har bestemt, gælder stadig.',
    },
    'too-many': { title: 'Det var for mange gange.', todo: 'Vent et par minutter, og prøv så igen.' },
    unexpected: { title: 'Noget gik galt hos os.', todo: 'Intet blev ændret. Prøv igen om lidt.' },
  },
}
