import type { PageWords } from './words.ts'

const exportKinds: Record<string, string> = {
  project: 'Hela studien till ett annat program',
  quotes: 'Citat',
  matrix: 'En tabell över vad samtalen handlade om',
  report: 'En rapport',
  'report print': 'En rapport på papper',
  memos: 'Det teamet har skrivit om det',
  'list to invite': 'En lista med adresser för inbjudningar',
  'list to mail': 'En lista med adresser för utskick',
}

export const sv: PageWords = {
  language: 'Svenska',
  skip: 'Gå till innehållet',
  languages: 'Språk',
  title: (workspace) => `Ditt samtal med ${workspace}`,
  about: (study) => `Det handlade om: ${study}`,
  lead: 'Här ser du vad vi har skrivit ner av det du sa och vad vi använder det till. Du bestämmer: rätta det, godkänn det eller ta tillbaka ditt tillstånd. Allt du ändrar här gäller direkt.',
  yours: 'Länken till den här sidan är bara din. Skicka den inte vidare.',
  recorded: 'Det här har vi skrivit ner',
  recordings: 'Inspelningar av dig',
  recordingsLead:
    'De hörs bara av dem som arbetar med samtalen, så länge du säger ja till inspelning och analys. Tar du tillbaka inspelning nedan raderas de, även för andra som hörs i dem. Vill du ha en kopia av ljudet, fråga den du talade med.',
  recordingOf: (day, isVideo) => `${isVideo ? 'Video' : 'Ljud'} från ${day}`,
  recordingGoes: (day) => (day === null ? 'Ingen dag är bestämd då den raderas.' : `Den raderas ${day}.`),
  documents: 'Dina bilder och dokument',
  documentsLead:
    'De ses bara av dem som arbetar med samtalen: bilder så länge du säger ja till inspelning och analys, dokument så länge du säger ja till analys. De följer med när du får en kopia av dina uppgifter och de försvinner när du raderas.',
  documentOf: (day, isPhoto) => `${isPhoto ? 'Bild' : 'Dokument'} från ${day}`,
  sittings: 'Anteckningar från samtal',
  sittingsLead:
    'Den som talar med dig kan anteckna under tiden. Anteckningarna läses bara så länge du tillåter att det sagda analyseras, de följer med när du får en kopia av dina uppgifter och de försvinner när du raderas.',
  sittingPlanned: (day) => `Planerat till ${day}`,
  willAsk: (name) => `${name} frågar.`,
  sittingHeld: (day) => `Hölls ${day}`,
  sitsIn: (names) => `Sitter med: ${names}.`,
  notesKept: (count) =>
    count === 1 ? 'En anteckning finns sparad.' : `${count} anteckningar finns sparade.`,
  recordedNone: 'Vi har inte skrivit ner något av det du har sagt än.',
  conversation: (date) => `Samtalet den ${date}`,
  kind: (kind) => (kind === 'open-answers' ? 'Dina skriftliga svar' : 'Nedskrivet ord för ord'),
  asked: (name) => `${name} ställde frågorna.`,
  words: (count, isOne) => (isOne ? '1 ord är ditt' : `${count} ord är dina`),
  others: (count) =>
    `${count === 1 ? 'En person till' : `${count} andra`} var med. Du ser bara din egen del, och ingen ser din på sin sida.`,
  read: 'Läs, rätta och godkänn',
  approvedAt: (date) => `Du godkände det den ${date}.`,
  changedSince: 'Det har rättats efter att du godkände det. Läs det gärna igen.',
  notApproved: 'Du har inte godkänt det än.',
  usesTitle: 'Det här får vi göra med det',
  usesLead:
    'Du säger ja eller nej till varje sak och kan ändra dig när som helst. Ett nej har inga nackdelar för dig.',
  uses: {
    recording: {
      name: 'Spela in samtalet och skriva ner det',
      yes: 'Vi får spela in det som sägs och skriva ner det, så att ingen behöver minnas det.',
      no: 'Vi spelar inte in fler samtal med dig.',
    },
    conversation_analysis: {
      name: 'Analysera det du sa',
      yes: 'Vårt team läser det du sa och jämför det med vad andra har sagt, för att förstå människor bättre.',
      no: 'Ingen i teamet ser dina ord längre, inte heller svaren på dem, och de räknas ingenstans. De ligger låsta, så att du fortfarande kan läsa dem här.',
    },
    quoting: {
      name: 'Citera dig under ett påhittat namn',
      yes: 'Vi får visa meningar av dig, ord för ord, under ett påhittat namn. Ditt riktiga namn står aldrig bredvid.',
      no: 'Dina meningar försvinner direkt från allt vi visar och finns inte med i något vi hämtar ut från och med nu.',
    },
    invitation: {
      name: 'Fråga dig om ett nytt samtal',
      yes: 'Vi får skriva till dig när vi vill prata med dig igen.',
      no: 'Vi frågar dig inte igen.',
    },
  },
  states: { yes: 'Ja', no: 'Nej', open: 'Inte frågat än, så vi gör det inte' },
  allow: 'Säg ja',
  takeBack: 'Säg nej',
  allTitle: 'Ta tillbaka allt',
  allWhat:
    'Dina ord försvinner från allt som teamet ser, och vi frågar dig inte igen. Du får ett kvitto. Du kan säga ja igen senare.',
  allDo: 'Ta tillbaka allt',
  quotes: 'Dina ord, och var de används',
  quotesLead: 'Meningar som teamet har markerat. Om någon inte ska visas någonstans, ta bort den.',
  quotesNone: 'Ingen av dina meningar är markerad eller citerad.',
  underCodes: (codes) => `Står under: ${codes}`,
  inSets: (names) => `Ingår i samlingen: ${names}`,
  inPortraits: (segments) => `Kan visas i porträttet av: ${segments}`,
  quotesClosed: 'Du har inte sagt ja till att bli citerad, så inget av det här visas som citat.',
  takeOut: 'Ta bort den',
  takenOut: 'Borttagen för att du bad om det. Den visas ingenstans som citat.',
  oneQuote: 'En mening som du har sagt',
  askedToTakeOut: 'Du bad oss ta bort en av dina meningar.',
  writtenDown: (name, channel) =>
    channel === null
      ? `${name ?? 'Vi'} skrev ner det åt dig.`
      : `${name ?? 'Vi'} skrev ner det åt dig (${channel}).`,
  byName: {
    name: 'Citera dig med namn',
    what: (name) => `Vi får visa meningar av dig, ord för ord, med namnet ${name} bredvid, så som du bad om.`,
    instead: 'Hellre under ett påhittat namn',
  },
  exports: 'Vilka som har hämtat ut något ur programmet',
  exportsLead:
    'Filer med dina ord eller med det som gjorts av dem. Om du tar tillbaka något får de besked om att radera det.',
  exportsNone: 'Ingen har hämtat ut dina ord ur programmet.',
  exportKind: (kind) => exportKinds[kind] ?? kind,
  exportedBy: (date, name) => `${date}, ${name}`,
  exportedBySomebody: 'någon som inte längre arbetar här',
  soundSent: (day) => `Ljud från ${day}, skickat för att skrivas ner`,
  soundSentLead:
    'För att få det du sa nerskrivet har ljudet skickats till en tjänst utanför teamet. Om du tar tillbaka något, fråga oss vad den fortfarande har kvar.',
  receipts: 'Dina kvitton',
  receiptsNone: 'Du har inte tagit tillbaka något.',
  receipt: (date) => `Taget tillbaka den ${date}`,
  download: 'Hämta kvittot',
  receiptTitle: 'Kvitto: tillstånd taget tillbaka',
  receiptStudy: 'Studie',
  receiptTime: 'Tidpunkt',
  receiptWithdrawn: 'Taget tillbaka',
  receiptTold: (count) =>
    count === 0
      ? 'Ingen hade hämtat ut orden ur programmet.'
      : `${count === 1 ? 'En tidigare fil' : `${count} tidigare filer`} innehöll dina ord. De som har dem får besked om att radera dem.`,
  receiptProof: 'Bevis på att kvittot är vårt',
  back: 'Tillbaka till din sida',
  you: 'Du',
  interviewer: 'Intervjuare',
  hidden: (count) => (count === 1 ? 'Här pratade någon annan.' : 'Här pratade andra.'),
  closedHere:
    'Du har tagit tillbaka att det här analyseras. Ingen i teamet ser det; du kan läsa det här och rätta det igen när du har sagt ja.',
  standIns:
    'Vi har bytt ut namn, platser och nummer i det du sa, så att ingen kan se vem du eller andra är. Det som är utbytt har en prickad linje under sig: påhittade namn eller en anteckning inom hakparentes. Du sa något annat där, och du behöver inte rätta det. Det du faktiskt sa är inlåst och följer med om du ber om en kopia av dina uppgifter.',
  standInsHere:
    'Namn, platser eller nummer är utbytta här för att skydda dem det gäller. Du behöver inte rätta dem.',
  correct: 'Rätta',
  correctWhat: 'Skriv vad du sa – eller menade',
  correctedByYou: 'Rättat av dig',
  save: 'Spara',
  cancel: 'Avbryt',
  approve: 'Ja, det stämmer',
  approveWhat:
    'Har du läst allt, och är det vad du sa? Godkänn det då. Du kan fortfarande rätta det efteråt.',
  done: {
    allowed: 'Tack. Det är nedskrivet och gäller från och med nu.',
    withdrawn: 'Det är taget tillbaka och gäller från och med nu. Ditt kvitto finns längst ner på sidan.',
    corrected: 'Din rättelse är sparad. Teamet arbetar med dina ord nu.',
    approved: 'Tack. Ditt godkännande är nedskrivet.',
    refused: 'Meningen är borttagen. Den visas ingenstans som citat. Ditt kvitto finns längst ner på sidan.',
  },
  faults: {
    changed: {
      title: 'Texten ändrades medan du skrev.',
      todo: 'Den nyaste texten står ovanför. Det du skrev finns kvar i rutan: jämför dem och spara sedan igen.',
    },
    empty: { title: 'Det finns ingen text kvar.', todo: 'Skriv vad du sa, eller avbryt.' },
    closed: {
      title: 'Du har tagit tillbaka att det här analyseras.',
      todo: 'Ingen arbetar med orden, så det finns inget att rätta. Säg ja till det först.',
    },
    gone: {
      title: 'Här finns ingenting.',
      todo: 'Öppna länken i mejlet igen – hela länken, till sista bokstaven.',
    },
    old: {
      title: 'Länken fungerar inte längre.',
      todo: 'Den är för gammal eller har tagits tillbaka. Be den som skickade den om en ny. Det du har bestämt gäller fortfarande.',
    },
    'too-many': { title: 'Det blev för många gånger.', todo: 'Vänta några minuter och försök sedan igen.' },
    unexpected: { title: 'Något gick fel hos oss.', todo: 'Inget har ändrats. Försök igen om en stund.' },
  },
}
