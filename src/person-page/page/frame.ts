import type { Language } from '../../workspace/index.ts'
import { Html, html } from '../../platform/index.ts'
import { pageWords, type Done, type Fault } from './words/words.ts'

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

/** The whole document. Nothing in it is fetched from anywhere else, nothing counts visits, and no search machine keeps it. */
export function frame({ language, place, workspace, title, body }: Framed): string {
  const words = pageWords[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/p/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <p>${workspace ?? 'Samtale'}</p>
          ${place && languageLinks(place)}
        </header>
        <main id="content" tabindex="-1">${body}</main>
      </body>
    </html> `.text
}

function languageLinks(place: Place): Html {
  const label = pageWords[place.language].languages
  const links = Object.entries(pageWords).map(([language, { language: name }]) => {
    const there = address({ ...place, language: language as Language }, place.part)
    const isHere = language === place.language
    return html`<li>
      <a
        lang="${language}"
        hreflang="${language}"
        href="${there}"
        ${new Html(isHere ? ' aria-current="true"' : '')}
        >${name}</a
      >
    </li>`
  })
  return html`<nav aria-label="${label}">
    <ul>
      ${links}
    </ul>
  </nav>`
}

/** What was done a moment ago. */
export function doneNotice(language: Language, done: Done | undefined): Html | undefined {
  return done && html`<div class="notice" role="status"><p>${pageWords[language].done[done]}</p></div>`
}

/** What could not be done, and what to do about it. */
export function faultNotice(language: Language, fault: Fault | undefined): Html | undefined {
  if (fault === undefined) return undefined
  const { title, todo } = pageWords[language].faults[fault]
  return html`<div class="notice bad" role="alert">
    <p><strong>${title}</strong></p>
    <p>${todo}</p>
  </div>`
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

/** A button that does one thing. `fields` go along with it. */
export function button(given: {
  action: string
  label: string
  look?: 'main' | 'danger'
  fields?: Record<string, string | number>
  /** What the label means where it stands alone, for who hears it. */
  of?: string
}): Html {
  const { action, label, look, fields = {}, of } = given
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  const spoken = of === undefined ? undefined : new Html(` aria-label="${html`${label}: ${of}`.text}"`)
  return html`<form method="post" action="${action}">${hidden}<button${look && new Html(` class="${look}"`)}${spoken}>${label}</button></form>`
}
