import { html, type Html } from '../../platform/index.ts'
import { Language, guestDocument, guestFault, type GuestLanguage } from '../../workspace/index.ts'
import { pageWords, type Done, type Fault } from './words/words.ts'

export { guestButton as button } from '../../workspace/index.ts'

/** Where a reader stands: whose page, in which language, and which part of it. */
export type Place = {
  /** `/p/<token>`. */
  home: string
  language: Language
  /** The participant's own language, which needs no `?lang=`. */
  ownLanguage: Language
  /** Path of this part below `home`, e.g. `/conversations/<id>`. */
  part: string
}

/** The address of a part of the page in the language it is read in. */
export function address({ home, language, ownLanguage }: Place, part: string): string {
  const [path = '', fragment] = part.split('#')
  const query = language === ownLanguage ? '' : `${path.includes('?') ? '&' : '?'}lang=${language}`
  return `${home}${path}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

type Framed = { language: Language; place?: Place; workspace?: string; title: string; body: Html }

/** The whole document. */
export function frame({ language, place, workspace, title, body }: Framed): string {
  return guestDocument({
    ...{ language, workspace, title, body },
    words: pageWords[language],
    languages: place && languagesOf(place),
  })
}

function languagesOf(place: Place): GuestLanguage[] {
  return Language.options.map((language) => ({
    language,
    name: pageWords[language].language,
    href: address({ ...place, language }, place.part),
  }))
}

/** What was done a moment ago. */
export function doneNotice(language: Language, done: Done | undefined): Html | undefined {
  return done && html`<div class="notice" role="status"><p>${pageWords[language].done[done]}</p></div>`
}

/** What could not be done, and what to do about it. */
export function faultNotice(language: Language, fault: Fault | undefined): Html | undefined {
  return fault && guestFault(pageWords[language].faults[fault])
}

/** A page that says why there is none. */
export function faultPage(language: Language, fault: Fault): string {
  const { title, todo } = pageWords[language].faults[fault]
  return frame({
    language,
    title,
    body: html`<h1>${title}</h1>
      <p>${todo}</p>`,
  })
}

/** A day as the reader writes it, in universal time. */
export function day(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

/** A day and a time of day, with its zone said. */
export function moment(language: Language, at: Date): string {
  const clock = new Intl.DateTimeFormat(regionOf(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${clock.format(at)} UTC`
}

// Dates are written the British way, as in the app.
const regionOf = (language: Language) => (language === 'en' ? 'en-GB' : language)
