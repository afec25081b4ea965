import type { PageWords } from './words.ts'

const exportKinds: Record<string, string> = {
  project: 'Het hele onderzoek, voor een ander programma',
  quotes: 'Citaten',
  matrix: 'Een tabel van waar het over ging',
  report: 'Een rapport',
  'report print': 'Een rapport op papier',
  memos: 'Wat het team erover heeft opgeschreven',
  'list to invite': 'Een lijst met adressen voor uitnodigingen',
  'list to mail': 'Een lijst met adressen voor mailings',
}

export const nl: PageWords = {
  language: 'Nederlands',
  skip: 'Naar de inhoud',
  languages: 'Taal',
  title: (workspace) => `Je gesprek met ${workspace}`,
  about: (study) => `Het ging over: ${study}`,
  lead: 'Hier zie je wat we hebben opgeschreven van wat je zei, en waarvoor we het gebruiken. Jij beslist: verbeter het, keur het goed of trek je toestemming in. Alles wat je hier verandert, geldt meteen.',
  yours: 'De link naar deze pagina is alleen voor jou. Geef hem niet door.',
  recorded: 'Wat we hebben opgeschreven',
  recordings: 'Opnames van jou',
  recordingsLead:
    'Ze worden alleen gehoord door wie met de gesprekken werkt, zolang je opname en analyse toestaat. Trek je de opname hieronder in, dan worden ze gewist, ook voor anderen die erin te horen zijn. Wil je een kopie van het geluid, vraag het dan aan wie met je sprak.',
  recordingOf: (day, isVideo) => `${isVideo ? 'Video' : 'Geluid'} van ${day}`,
  recordingGoes: (day) =>
    day === null ? 'Er is nog geen dag bepaald waarop ze wordt gewist.' : `Ze wordt gewist op ${day}.`,
  documents: 'Foto’s en documenten van jou',
  documentsLead:
    'Ze worden alleen gezien door wie met de gesprekken werkt: foto’s zolang je opname en analyse toestaat, documenten zolang je analyse toestaat. Ze zitten bij een kopie van je gegevens en ze verdwijnen als je wordt gewist.',
  documentOf: (day, isPhoto) => `${isPhoto ? 'Foto' : 'Document'} van ${day}`,
  sittings: 'Notities van gesprekken',
  sittingsLead:
    'Wie met je praat, kan intussen notities maken. Ze worden alleen gelezen zolang je toestaat dat het gezegde wordt geanalyseerd, ze zitten bij een kopie van je gegevens en ze verdwijnen als je wordt gewist.',
  sittingPlanned: (day) => `Gepland op ${day}`,
  willAsk: (name) => `${name} stelt de vragen.`,
  sittingHeld: (day) => `Gehouden op ${day}`,
  sitsIn: (names) => `Schuift aan: ${names}.`,
  notesKept: (count) => (count === 1 ? 'Er is één notitie bewaard.' : `Er zijn ${count} notities bewaard.`),
  recordedNone: 'Er is nog niets opgeschreven van wat je hebt gezegd.',
  conversation: (date) => `Gesprek van ${date}`,
  kind: (kind) => (kind === 'open-answers' ? 'Je schriftelijke antwoorden' : 'Woord voor woord opgeschreven'),
  asked: (name) => `${name} stelde de vragen.`,
  words: (count, isOne) => (isOne ? '1 woord is van jou' : `${count} woorden zijn van jou`),
  others: (count) =>
    `${count === 1 ? 'Eén ander deed' : `${count} anderen deden`} mee. Je ziet alleen jouw deel, en niemand ziet het jouwe op zijn pagina.`,
  read: 'Lezen, verbeteren en goedkeuren',
  approvedAt: (date) => `Je hebt het goedgekeurd op ${date}.`,
  changedSince: 'Het is verbeterd nadat je het had goedgekeurd. Lees het nog eens na.',
  notApproved: 'Je hebt het nog niet goedgekeurd.',
  usesTitle: 'Wat we ermee mogen doen',
  usesLead:
    'Je zegt per punt ja of nee en kunt altijd van gedachten veranderen. Nee zeggen heeft geen nadelen voor je.',
  uses: {
    recording: {
      name: 'Het gesprek opnemen en opschrijven',
      yes: 'We mogen opnemen wat er wordt gezegd en het opschrijven, zodat niemand het hoeft te onthouden.',
      no: 'We nemen geen gesprekken met je meer op.',
    },
    conversation_analysis: {
      name: 'Analyseren wat je zei',
      yes: 'Ons team leest wat je zei en vergelijkt het met wat anderen zeiden, om mensen beter te begrijpen.',
      no: 'Niemand in het team ziet je woorden nog, ook niet wat erop werd geantwoord, en ze tellen nergens mee. Ze worden afgesloten bewaard, zodat jij ze hier nog kunt lezen.',
    },
    quoting: {
      name: 'Je citeren onder een verzonnen naam',
      yes: 'We mogen zinnen van je laten zien, woord voor woord, onder een verzonnen naam. Je echte naam staat er nooit bij.',
      no: 'Je zinnen verdwijnen meteen uit alles wat we laten zien, en staan in niets wat we vanaf nu uit het programma halen.',
    },
    invitation: {
      name: 'Je nog eens om een gesprek vragen',
      yes: 'We mogen je schrijven als we je weer willen spreken.',
      no: 'We vragen je niet meer.',
    },
  },
  states: { yes: 'Ja', no: 'Nee', open: 'Nog niet gevraagd, dus we doen het niet' },
  allow: 'Ja zeggen',
  takeBack: 'Nee zeggen',
  allTitle: 'Alles intrekken',
  allWhat:
    'Je woorden verdwijnen uit alles wat het team ziet, en we vragen je niet meer. Je krijgt een bewijs. Later kun je weer ja zeggen.',
  allDo: 'Alles intrekken',
  quotes: 'Je woorden, en waar ze worden gebruikt',
  quotesLead: 'Zinnen die het team heeft gemarkeerd. Mag er een nergens worden getoond? Haal hem dan weg.',
  quotesNone: 'Geen van je zinnen is gemarkeerd of geciteerd.',
  underCodes: (codes) => `Staat onder: ${codes}`,
  inSets: (names) => `Staat in de verzameling: ${names}`,
  inPortraits: (segments) => `Kan worden getoond in het portret van: ${segments}`,
  quotesClosed:
    'Je hebt geen toestemming gegeven om je te citeren, dus niets hiervan wordt als citaat getoond.',
  takeOut: 'Haal deze weg',
  takenOut: 'Op jouw verzoek weggehaald. Hij wordt nergens als citaat getoond.',
  oneQuote: 'Eén zin van jou',
  askedToTakeOut: 'Je hebt ons gevraagd een zin van je weg te halen.',
  writtenDown: (name, channel) =>
    `${name === null ? 'We hebben' : `${name} heeft`} het voor je opgeschreven${channel === null ? '' : ` (${channel})`}.`,
  byName: {
    name: 'Je citeren met je naam',
    what: (name) =>
      `We mogen zinnen van je laten zien, woord voor woord, met de naam ${name} erbij, zoals je vroeg.`,
    instead: 'Liever onder een verzonnen naam',
  },
  exports: 'Wie iets uit het programma heeft gehaald',
  exportsLead:
    'Bestanden met je woorden of met wat ervan is gemaakt. Trek je iets in, dan krijgen deze mensen bericht om het te verwijderen.',
  exportsNone: 'Niemand heeft je woorden uit het programma gehaald.',
  exportKind: (kind) => exportKinds[kind] ?? kind,
  exportedBy: (date, name) => `${date}, ${name}`,
  exportedBySomebody: 'iemand die hier niet meer werkt',
  soundSent: (day) => `Geluid van ${day}, verstuurd om te worden uitgeschreven`,
  soundSentLead:
    'Om uit te laten schrijven wat je zei, is het geluid naar een dienst buiten het team gestuurd. Trek je iets in, vraag ons dan wat die nog bewaart.',
  receipts: 'Je bewijzen',
  receiptsNone: 'Je hebt niets ingetrokken.',
  receipt: (date) => `Ingetrokken op ${date}`,
  download: 'Bewijs downloaden',
  receiptTitle: 'Bewijs: toestemming ingetrokken',
  receiptStudy: 'Onderzoek',
  receiptTime: 'Tijdstip',
  receiptWithdrawn: 'Ingetrokken',
  receiptTold: (count) =>
    count === 0
      ? 'Niemand had deze woorden uit het programma gehaald.'
      : `${count === 1 ? 'Eén eerder bestand bevatte' : `${count} eerdere bestanden bevatten`} je woorden. Wie ze heeft, krijgt bericht om ze te verwijderen.`,
  receiptProof: 'Kenmerk dat dit bewijs van ons is',
  back: 'Terug naar je pagina',
  you: 'Jij',
  interviewer: 'Interviewer',
  hidden: (count) => (count === 1 ? 'Hier sprak iemand anders.' : 'Hier spraken anderen.'),
  closedHere:
    'Je hebt ingetrokken dat dit wordt geanalyseerd. Niemand in het team ziet het; jij kunt het hier lezen, en weer verbeteren als je ja hebt gezegd.',
  standIns:
    'We hebben namen, plaatsen en nummers in jouw woorden vervangen, zodat niemand kan zien wie jij of anderen zijn. Wat vervangen is, heeft een stippellijn eronder: een verzonnen naam of een aanduiding tussen vierkante haken. Je zei daar iets anders, en je hoeft het niet te verbeteren. Wat je echt zei, is achter slot en grendel bewaard en hoort bij een kopie van je gegevens.',
  standInsHere:
    'Namen, plaatsen of nummers zijn hier vervangen om mensen te beschermen. Je hoeft ze niet te verbeteren.',
  correct: 'Verbeteren',
  correctWhat: 'Schrijf wat je zei, of bedoelde',
  correctedByYou: 'Door jou verbeterd',
  save: 'Opslaan',
  cancel: 'Annuleren',
  approve: 'Ja, dit klopt',
  approveWhat:
    'Heb je alles gelezen, en is dit wat je zei? Keur het dan goed. Verbeteren kan daarna nog steeds.',
  done: {
    allowed: 'Bedankt. Het is vastgelegd en geldt vanaf nu.',
    withdrawn: 'Het is ingetrokken en geldt vanaf nu. Je bewijs staat onderaan de pagina.',
    corrected: 'Je verbetering is opgeslagen. Het team werkt nu met jouw woorden.',
    approved: 'Bedankt. Je goedkeuring is vastgelegd.',
    refused:
      'De zin is weggehaald. Hij wordt nergens als citaat getoond. Je bewijs staat onderaan de pagina.',
  },
  faults: {
    changed: {
      title: 'De tekst is veranderd terwijl je schreef.',
      todo: 'De nieuwste tekst staat hierboven. Wat jij schreef, staat nog in het vak: bekijk allebei en sla dan opnieuw op.',
    },
    empty: { title: 'Er is geen tekst over.', todo: 'Schrijf wat je zei, of annuleer.' },
    closed: {
      title: 'Je hebt ingetrokken dat dit wordt geanalyseerd.',
      todo: 'Niemand werkt met deze woorden, dus er valt niets te verbeteren. Zeg er eerst ja tegen.',
    },
    gone: {
      title: 'Hier is niets.',
      todo: 'Open de link uit je mail opnieuw, helemaal, tot de laatste letter.',
    },
    old: {
      title: 'Deze link werkt niet meer.',
      todo: 'Hij is te oud of ingetrokken. Vraag wie hem stuurde om een nieuwe. Wat je hebt beslist, blijft gelden.',
    },
    'too-many': { title: 'Dat was te vaak.', todo: 'Wacht een paar minuten en probeer het dan opnieuw.' },
    unexpected: {
      title: 'Er ging bij ons iets mis.',
      todo: 'Er is niets veranderd. Probeer het zo nog eens.',
    },
  },
}
