import type { App } from '../platform/index.ts'
import type { Language } from '../workspace/index.ts'

type Link = {
  workspaceId: string
  workspace: string
  to: string
  language: Language
  url: string
  days: number
}

/** Mails a participant the way to their own page, in their language. */
export async function sendLink(app: App, { workspaceId, workspace, to, language, url, days }: Link) {
  const words = linkWords[language]
  await app.mail.send({
    workspaceId,
    to,
    subject: oneLine(words.subject(workspace)),
    body: `${words.before(oneLine(workspace))}\n\n${url}\n\n${words.after(days)}\n`,
  })
}

type Told = {
  workspaceId: string
  workspace: string
  to: string
  language: Language
  url: string
  key?: string
}

/** Tells a member that words in something they took out were withdrawn. Names nobody: who it is stands in the program. */
export function sendWithdrawal(app: App, told: Told): Promise<void> {
  return sendNews(app, { ...told, words: withdrawalWords[told.language] })
}

/** Tells a member that somebody in a list of addresses they took out refused. Names nobody. */
export function sendListNews(app: App, told: Told): Promise<void> {
  return sendNews(app, { ...told, words: listWords[told.language] })
}

async function sendNews(
  app: App,
  { workspaceId, workspace, to, url, words, key }: Told & { words: (typeof listWords)[Language] },
): Promise<void> {
  await app.mail.send({
    workspaceId,
    to,
    subject: oneLine(words.subject(workspace)),
    body: `${words.body}\n\n${url}\n`,
    ...(key === undefined ? {} : { key }),
  })
}

/** A name with a line break in it must not add a header to a mail. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

type LinkWords = {
  subject: (workspace: string) => string
  before: (workspace: string) => string
  after: (days: number) => string
}

const linkWords: Record<Language, LinkWords> = {
  en: {
    subject: (workspace) => `Your conversation with ${workspace}: see it, correct it, decide`,
    before: (workspace) =>
      `Thank you for talking with ${workspace}. On your own page you see what was written down of what you said and where it is used. You can correct it, approve it, or take your permission back. Open this link, without an account:`,
    after: (days) =>
      `The link works for ${days} days. It is yours alone: whoever has it sees your page, so please don’t pass it on.`,
  },
  da: {
    subject: (workspace) => `Din samtale med ${workspace}: se den, ret den, bestem selv`,
    before: (workspace) =>
      `Tak for snakken med ${workspace}. På din egen side kan du se, hvad der er skrevet ned af det, du sagde, og hvor det bliver brugt. Du kan rette det, godkende det eller trække din tilladelse tilbage. Åbn linket – du behøver ingen konto:`,
    after: (days) =>
      `Linket virker i ${days} dage. Det er kun dit: Den, der har det, kan se din side, så giv det ikke videre.`,
  },
  sv: {
    subject: (workspace) => `Ditt samtal med ${workspace}: se det, rätta det, bestäm själv`,
    before: (workspace) =>
      `Tack för att du pratade med ${workspace}. På din egen sida ser du vad som har skrivits ner av det du sa och var det används. Du kan rätta det, godkänna det eller ta tillbaka ditt tillstånd. Öppna länken – du behöver inget konto:`,
    after: (days) =>
      `Länken gäller i ${days} dagar. Den är bara din: den som har länken ser din sida, så skicka den inte vidare.`,
  },
  nl: {
    subject: (workspace) => `Je gesprek met ${workspace}: lees het na, verbeter het, beslis zelf`,
    before: (workspace) =>
      `Bedankt dat je met ${workspace} hebt gepraat. Op je eigen pagina zie je wat er is opgeschreven van wat je zei en waar het wordt gebruikt. Je kunt het verbeteren, goedkeuren of je toestemming intrekken. Open deze link, een account is niet nodig:`,
    after: (days) =>
      `De link werkt ${days} dagen. Hij is alleen voor jou: wie hem heeft, ziet je pagina. Geef hem dus niet door.`,
  },
  de: {
    subject: (workspace) => `Ihr Gespräch mit ${workspace}: ansehen, berichtigen, selbst entscheiden`,
    before: (workspace) =>
      `Danke, dass Sie mit ${workspace} gesprochen haben. Auf Ihrer eigenen Seite sehen Sie, was von Ihren Worten aufgeschrieben wurde und wo es verwendet wird. Sie können es berichtigen, freigeben oder Ihre Erlaubnis zurücknehmen. Öffnen Sie diesen Link, ein Konto brauchen Sie nicht:`,
    after: (days) =>
      `Der Link gilt ${days} Tage. Er gehört nur Ihnen: Wer ihn hat, sieht Ihre Seite. Geben Sie ihn bitte nicht weiter.`,
  },
}

const withdrawalWords: Record<Language, { subject: (workspace: string) => string; body: string }> = {
  en: {
    subject: (workspace) => `${workspace}: words or photos in something you took out were withdrawn`,
    body: 'Somebody whose words or photos are in a file you took out of Samtale no longer permits that they are used so. Delete them from the file, or take it out again: the new one is without them. Also tell those you passed it on to. Which file it is, and whose they are, stands here:',
  },
  da: {
    subject: (workspace) => `${workspace}: ord eller billeder i noget, du har hentet ud, er trukket tilbage`,
    body: 'En person, hvis ord eller billeder er med i en fil, du har hentet ud af Samtale, giver ikke længere lov til, at de bliver brugt sådan. Slet dem i filen, eller hent den ud igen: Den nye er uden dem. Giv også besked til dem, du har sendt den til. Her står, hvilken fil det er, og hvem det handler om:',
  },
  sv: {
    subject: (workspace) => `${workspace}: ord eller bilder i något du har hämtat ut har dragits tillbaka`,
    body: 'En person vars ord eller bilder finns i en fil du har hämtat ut ur Samtale tillåter inte längre att de används så. Ta bort dem ur filen, eller hämta ut den igen: den nya är utan dem. Säg också till dem du har skickat den till. Här står vilken fil det är, och vem det gäller:',
  },
  nl: {
    subject: (workspace) =>
      `${workspace}: woorden of foto’s in iets dat je hebt geëxporteerd, zijn ingetrokken`,
    body: 'Iemand van wie woorden of foto’s staan in een bestand dat je uit Samtale hebt gehaald, vindt het niet meer goed dat ze zo worden gebruikt. Verwijder ze uit het bestand, of exporteer het opnieuw: in het nieuwe staan ze niet meer. Laat het ook weten aan wie je het hebt doorgegeven. Welk bestand het is, en om wie het gaat, staat hier:',
  },
  de: {
    subject: (workspace) => `${workspace}: Worte oder Fotos in einem Export von Ihnen wurden zurückgezogen`,
    body: 'Jemand, dessen Worte oder Fotos in einer Datei stehen, die Sie aus Samtale exportiert haben, erlaubt diese Verwendung nicht mehr. Löschen Sie sie in der Datei, oder exportieren Sie sie neu: In der neuen fehlen sie. Sagen Sie es auch denen, die die Datei von Ihnen haben. Welche Datei es ist und um wen es geht, steht hier:',
  },
}

/** As told to who has a list of addresses. */
const listWords: typeof withdrawalWords = {
  en: {
    subject: (workspace) => `${workspace}: somebody in a list you took out does not want to be written to`,
    body: 'Somebody in a list of addresses that you took out of Samtale has refused since, or was erased. Take them out of the list, or take it out again: the new one is without them. Also tell those you passed it on to. Which list it is, and who, stands here:',
  },
  da: {
    subject: (workspace) => `${workspace}: nogen på en liste, du har hentet ud, vil ikke kontaktes`,
    body: 'Nogen på en adresseliste, du har hentet ud af Samtale, har siden sagt nej eller er blevet slettet. Fjern dem fra listen, eller hent den ud igen: Den nye er uden dem. Giv også besked til dem, du har sendt den til. Her står, hvilken liste det er, og hvem:',
  },
  sv: {
    subject: (workspace) => `${workspace}: någon på en lista du har hämtat ut vill inte bli kontaktad`,
    body: 'Någon på en adresslista du har hämtat ut ur Samtale har sagt nej sedan dess eller har raderats. Ta bort dem ur listan, eller hämta ut den igen: den nya är utan dem. Säg också till dem du har skickat den till. Här står vilken lista det är, och vem:',
  },
  nl: {
    subject: (workspace) => `${workspace}: iemand op een lijst die je hebt geëxporteerd, wil geen bericht`,
    body: 'Iemand op een adreslijst die je uit Samtale hebt gehaald, heeft sindsdien nee gezegd of is gewist. Haal die persoon van de lijst, of exporteer hem opnieuw: op de nieuwe staat die niet meer. Laat het ook weten aan wie je de lijst hebt doorgegeven. Welke lijst het is, en wie, staat hier:',
  },
  de: {
    subject: (workspace) =>
      `${workspace}: Jemand aus einem Export von Ihnen möchte nicht angeschrieben werden`,
    body: 'Jemand auf einer Adressliste, die Sie aus Samtale exportiert haben, hat seither abgelehnt oder wurde gelöscht. Nehmen Sie die Person aus der Liste, oder exportieren Sie sie neu: Auf der neuen fehlt sie. Sagen Sie es auch denen, die die Liste von Ihnen haben. Welche Liste es ist und wer, steht hier:',
  },
}
