import { DateTime } from 'luxon'
import { html } from '../platform/index.ts'
import type { InviteeLanguage } from './recruiting.schema.ts'
import type { LetterWords } from './wording/words.ts'

type Written = { subject: string; body: string; html: string }

/** A letter as plain text and as simple HTML that says the same: nothing is fetched, nothing counts who reads it. */
export function writeLetter(given: {
  words: LetterWords
  language: InviteeLanguage
  link: string
  /** How not to be asked again, under letters that ask. */
  refusal?: { words: string; link: string } | undefined
}): Written {
  const { words, language, link, refusal } = given
  const { before, action, after } = words
  const subject = oneLine(words.subject)
  const text = [...before, link, ...after, ...(refusal ? [refusal.words, refusal.link] : [])]
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        ${before.map((words) => html`<p>${words}</p>`)}
        <p><a href="${link}">${action}</a></p>
        ${after.map((words) => html`<p>${words}</p>`)}
        ${refusal && html`<p>${refusal.words} <a href="${refusal.link}">${refusal.link}</a></p>`}
      </body>
    </html> `.text
  return { subject, body: `${text.join('\n\n')}\n`, html: page }
}

/** A name with a line break in it must not add a header to a mail. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

/** A moment in somebody's own time zone, with the day of the week and the zone said. */
export function writtenMoment(
  at: Date,
  { language, zone }: { language: InviteeLanguage; zone: string },
): string {
  const region = language === 'en' ? 'en-GB' : language
  const day = new Intl.DateTimeFormat(region, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at)
  return `${day} (${zoneName(at, { language, zone })})`
}

function zoneName(at: Date, { language, zone }: { language: InviteeLanguage; zone: string }): string {
  const parts = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    timeZoneName: 'short',
  }).formatToParts(at)
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return `${zone.replaceAll('_', ' ')}, ${short}`
}

const homes: Record<InviteeLanguage, string> = {
  en: 'Europe/London',
  da: 'Europe/Copenhagen',
  sv: 'Europe/Stockholm',
  nl: 'Europe/Amsterdam',
  de: 'Europe/Berlin',
}

/** The zone somebody chose, or else where most who speak their language live. */
export function zoneOf({ zone, language }: { zone: string | null; language: InviteeLanguage }): string {
  return zone !== null && isZone(zone) ? zone : homes[language]
}

/** Whether there is such a time zone. */
export function isZone(zone: string): boolean {
  return zone.length <= 60 && DateTime.fromMillis(0, { zone }).isValid
}
