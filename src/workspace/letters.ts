import type { App, Payload } from '../platform/index.ts'
import { Language } from './language.ts'

/** Sends the link that sets a new password. The workspace is left out: the letter concerns the person's account. */
export async function sendPasswordReset(app: App, given: { userId: string; token: string }): Promise<void> {
  const user = await app.pg
    .selectFrom('users')
    .select(['email', 'language'])
    .where('id', '=', given.userId)
    .executeTakeFirst()
  if (!user) return
  const words = resetWords[Language.parse(user.language)]
  const link = resetLink(app, given.token)
  await app.mail.send({
    workspaceId: null,
    to: user.email,
    subject: words.subject,
    body: `${words.before}\n\n${link}\n\n${words.after}\n`,
  })
}

/**
 * Tells somebody that their second factor was ended on the machine at a moment (ISO 8601), so that it is never ended behind their back; once, however often it is
 * called. Throws where the mail server did not take it.
 */
export async function sendTwoFactorEnded(
  app: App,
  { userId, at }: Payload<'two-factor.ended'>,
): Promise<void> {
  const user = await app.pg
    .selectFrom('users')
    .select(['email', 'language'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) return
  const { subject, body } = endedWords[Language.parse(user.language)]
  const key = `two-factor-ended/${userId}/${at}`
  const letter = { workspaceId: null, to: user.email, subject, body: `${body.join('\n\n')}\n`, key }
  if ((await app.mail.send(letter)) === 'failed') throw new Error('The mail server did not take the letter.')
}

/** Where a new password is set. The token stands behind a #, which browsers send to nobody. */
export function resetLink(app: App, token: string): string {
  return `${app.baseUrl()}/reset-password#token=${token}`
}

type Invitation = {
  workspaceId: string
  email: string
  invitedBy: { userId: string; name: string }
  token: string
  days: number
}

/** Sends a colleague the link to join, in their own language if they have an account, else in the inviter's. */
export async function sendInvitation(app: App, given: Invitation): Promise<void> {
  const { workspaceId, email, invitedBy } = given
  const users = await app.pg
    .selectFrom('users')
    .select(['id', 'email', 'language'])
    .where((where) => where.or([where('id', '=', invitedBy.userId), where('email', '=', email)]))
    .execute()
  const reader = users.find((user) => user.email === email) ?? users[0]
  const { name } = await app.pg
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const words = inviteWords[Language.parse(reader?.language ?? 'en')]
  const link = `${app.baseUrl()}/invitation#token=${given.token}`
  await app.mail.send({
    workspaceId,
    to: email,
    subject: oneLine(words.subject(name)),
    body: `${words.before(invitedBy.name, name)}\n\n${link}\n\n${words.after(given.days)}\n`,
  })
}

/** A name with a line break in it must not add a header to a mail. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

const resetWords: Record<Language, { subject: string; before: string; after: string }> = {
  en: {
    subject: 'Set a new password for Samtale',
    before:
      'Somebody asked for a new password for your account. Open this link within an hour to choose one:',
    after: 'If it was not you, leave this mail be; your password stays as it is.',
  },
  da: {
    subject: 'Vælg en ny adgangskode til Samtale',
    before:
      'Nogen har bedt om en ny adgangskode til din konto. Åbn linket inden for en time for at vælge en:',
    after: 'Var det ikke dig, kan du se bort fra mailen; din adgangskode er uændret.',
  },
  sv: {
    subject: 'Välj ett nytt lösenord till Samtale',
    before:
      'Någon har bett om ett nytt lösenord till ditt konto. Öppna länken inom en timme för att välja ett:',
    after: 'Var det inte du kan du bortse från mejlet; ditt lösenord är oförändrat.',
  },
  nl: {
    subject: 'Kies een nieuw wachtwoord voor Samtale',
    before:
      'Iemand heeft een nieuw wachtwoord voor je account aangevraagd. Open deze link binnen een uur om er een te kiezen:',
    after: 'Was jij dit niet? Dan hoef je niets te doen; je wachtwoord blijft hetzelfde.',
  },
  de: {
    subject: 'Neues Passwort für Samtale festlegen',
    before:
      'Jemand hat ein neues Passwort für Ihr Konto angefordert. Öffnen Sie diesen Link innerhalb einer Stunde, um eines zu wählen:',
    after: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun; Ihr Passwort bleibt unverändert.',
  },
}

const endedWords: Record<Language, { subject: string; body: string[] }> = {
  en: {
    subject: 'Two-factor sign-in to Samtale has ended for your account',
    body: [
      'Whoever runs your Samtale has ended two-factor sign-in for your account. From now on your password alone signs you in.',
      'Did you ask for it? Then sign in and set it up again under “My account”.',
      'If you did not, change your password now and speak with whoever runs Samtale for you.',
    ],
  },
  da: {
    subject: 'To-trins-login til Samtale er slået fra på din konto',
    body: [
      'Den, der driver jeres Samtale, har slået to-trins-login fra på din konto. Fra nu af logger du ind med adgangskoden alene.',
      'Bad du selv om det? Så log ind, og slå det til igen under »Min konto«.',
      'Hvis ikke, så skift din adgangskode med det samme, og tal med den, der driver Samtale for jer.',
    ],
  },
  sv: {
    subject: 'Tvåstegsinloggningen till Samtale är avstängd för ditt konto',
    body: [
      'Den som driver er Samtale har stängt av tvåstegsinloggningen för ditt konto. Från och med nu räcker lösenordet för att logga in.',
      'Bad du om det själv? Logga då in och slå på den igen under ”Mitt konto”.',
      'Om inte, byt lösenord genast och prata med den som driver Samtale åt er.',
    ],
  },
  nl: {
    subject: 'Inloggen in twee stappen is uitgezet voor je Samtale-account',
    body: [
      'Wie Samtale voor jullie beheert, heeft het inloggen in twee stappen voor je account uitgezet. Vanaf nu log je in met alleen je wachtwoord.',
      'Heb je daar zelf om gevraagd? Log dan in en zet het weer aan onder ‘Mijn account’.',
      'Zo niet, wijzig dan meteen je wachtwoord en neem contact op met wie Samtale voor jullie beheert.',
    ],
  },
  de: {
    subject: 'Die Anmeldung in zwei Schritten ist für Ihr Samtale-Konto ausgeschaltet',
    body: [
      'Wer Samtale bei Ihnen betreibt, hat die Anmeldung in zwei Schritten für Ihr Konto ausgeschaltet. Ab jetzt genügt Ihr Passwort zum Anmelden.',
      'Haben Sie darum gebeten? Dann melden Sie sich an und richten Sie sie unter „Mein Konto“ neu ein.',
      'Falls nicht, ändern Sie gleich Ihr Passwort und sprechen Sie mit der Person, die Samtale bei Ihnen betreibt.',
    ],
  },
}

type InviteWords = {
  subject: (workspace: string) => string
  before: (who: string, workspace: string) => string
  after: (days: number) => string
}

const inviteWords: Record<Language, InviteWords> = {
  en: {
    subject: (workspace) => `Join ${workspace} on Samtale`,
    before: (who, workspace) => `${who} has invited you to work in ${workspace}. Open this link to join:`,
    after: (days) => `The link works for ${days} days.`,
  },
  da: {
    subject: (workspace) => `Bliv en del af ${workspace} i Samtale`,
    before: (who, workspace) =>
      `${who} har inviteret dig til at arbejde i ${workspace}. Åbn linket for at være med:`,
    after: (days) => `Linket virker i ${days} dage.`,
  },
  sv: {
    subject: (workspace) => `Gå med i ${workspace} i Samtale`,
    before: (who, workspace) =>
      `${who} har bjudit in dig att arbeta i ${workspace}. Öppna länken för att gå med:`,
    after: (days) => `Länken gäller i ${days} dagar.`,
  },
  nl: {
    subject: (workspace) => `Doe mee met ${workspace} in Samtale`,
    before: (who, workspace) =>
      `${who} heeft je uitgenodigd om in ${workspace} te werken. Open deze link om mee te doen:`,
    after: (days) => `De link werkt ${days} dagen.`,
  },
  de: {
    subject: (workspace) => `Einladung zu ${workspace} in Samtale`,
    before: (who, workspace) =>
      `${who} hat Sie eingeladen, in ${workspace} mitzuarbeiten. Öffnen Sie diesen Link, um beizutreten:`,
    after: (days) => `Der Link gilt ${days} Tage.`,
  },
}
