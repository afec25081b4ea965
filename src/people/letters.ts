import type { App } from '../platform/index.ts'
import { Language } from '../workspace/index.ts'

/**
 * Tells the privacy officers, or the owners where there are none, that events brought more new names of special categories on a day than are listed; once a
 * day. Throws where the mail server did not take a letter.
 */
export async function tellTooManyNames(
  app: App,
  { workspaceId, day }: { workspaceId: string; day: string },
): Promise<void> {
  const members = await app.pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace_id')
    .select(['users.id', 'users.email', 'users.language', 'members.role', 'workspaces.name as workspace'])
    .where('members.workspace_id', '=', workspaceId)
    .where('members.role', 'in', ['privacy officer', 'owner'])
    .execute()
  const officers = members.filter(({ role }) => role === 'privacy officer')
  const url = `${app.baseUrl()}/w/${workspaceId}/special-categories`
  let failed = 0
  for (const { id, email, language, workspace } of officers.length > 0 ? officers : members) {
    const { subject, body } = words[Language.parse(language)]
    const letter = {
      workspaceId,
      to: email,
      subject: `${workspace.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}: ${subject}`,
      body: `${body}\n\n${url}\n`,
      key: `too-many-special-names/${workspaceId}/${day}/${id}`,
    }
    if ((await app.mail.send(letter)) === 'failed') failed += 1
  }
  if (failed > 0) throw new Error('The mail server did not take the letter.')
}

const words: Record<Language, { subject: string; body: string }> = {
  en: {
    subject: 'unusually many new names that look sensitive',
    body: 'Events brought more new names today that look like health, belief or another special category than Samtale lists in a day. All of their values are held back, and the events themselves were taken. Either a website sends ids or free text where names of properties belong, or somebody is making names up with your public key. Look at what arrives, ask whoever built the website, and replace the key if you do not know the sender. What was listed, and how much more there is, stands here:',
  },
  da: {
    subject: 'usædvanligt mange nye navne, der ser følsomme ud',
    body: 'I dag er der med hændelserne kommet flere nye navne, som ligner helbred, tro eller en anden følsom kategori, end Samtale viser på en dag. Alle værdierne er holdt tilbage, og selve hændelserne er taget imod. Enten sender en hjemmeside id’er eller fri tekst, hvor der skulle stå feltnavne, eller også finder nogen på navne med jeres offentlige nøgle. Se på, hvad der kommer ind, spørg dem, der har bygget siden, og skift nøglen, hvis I ikke kender afsenderen. Her står, hvad der er vist, og hvor meget mere der er:',
  },
  sv: {
    subject: 'ovanligt många nya namn som ser känsliga ut',
    body: 'I dag har händelserna fört med sig fler nya namn som liknar hälsa, tro eller någon annan känslig kategori än Samtale visar på en dag. Alla värden hålls tillbaka, och själva händelserna har tagits emot. Antingen skickar en webbplats id:n eller fri text där det ska stå fältnamn, eller så hittar någon på namn med er publika nyckel. Titta på vad som kommer in, fråga dem som har byggt sidan och byt nyckel om ni inte känner igen avsändaren. Här står vad som visas och hur mycket mer det finns:',
  },
  nl: {
    subject: 'ongewoon veel nieuwe namen die gevoelig lijken',
    body: 'Vandaag brachten gebeurtenissen meer nieuwe namen mee die op gezondheid, geloof of een andere bijzondere categorie lijken dan Samtale per dag opsomt. Alle waarden worden tegengehouden, de gebeurtenissen zelf zijn aangenomen. Of een website stuurt id’s of vrije tekst waar veldnamen horen te staan, of iemand verzint namen met jullie openbare sleutel. Bekijk wat er binnenkomt, vraag het aan wie de website bouwde, en vervang de sleutel als je de afzender niet kent. Wat er is opgesomd en hoeveel meer er is, staat hier:',
  },
  de: {
    subject: 'ungewöhnlich viele neue Namen, die heikel aussehen',
    body: 'Mit Ereignissen kamen heute mehr neue Namen, die nach Gesundheit, Glauben oder einer anderen besonderen Kategorie aussehen, als Samtale an einem Tag auflistet. Alle ihre Werte werden zurückgehalten, die Ereignisse selbst sind angenommen. Entweder schickt eine Website Kennungen oder freien Text, wo Feldnamen stehen sollten, oder jemand denkt sich mit Ihrem öffentlichen Schlüssel Namen aus. Sehen Sie sich an, was eingeht, fragen Sie, wer die Website gebaut hat, und ersetzen Sie den Schlüssel, wenn Sie den Absender nicht kennen. Was aufgelistet ist und wie viel mehr es gibt, steht hier:',
  },
}
