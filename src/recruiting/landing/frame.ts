import { Html, html } from '../../platform/index.ts'
import type { InviteeLanguage } from '../recruiting.schema.ts'
import { inviteeWords, type Fault } from '../wording/words.ts'

/** Where a reader stands: `/i/<token>` or `/r/<token>`, and in which language they read. */
export type Place = { home: string; language: InviteeLanguage }

/** The address of a part of the page, in the language it is read in. */
export function address({ home, language }: Place, part = ''): string {
  return `${home}${part}${part.includes('?') ? '&' : '?'}lang=${language}`
}

/** The whole document: it needs no program, fetches nothing from anywhere else, and counts no visits. */
export function frame(given: {
  language: InviteeLanguage
  place?: Place | undefined
  workspace?: string | undefined
  title: string
  fault?: Fault | undefined
  body: Html
}): string {
  const { language, place, workspace, title, fault, body } = given
  const words = inviteeWords[language]
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
        <link rel="stylesheet" href="/i/style.css" />
        <script src="/i/zone.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <p>${workspace ?? 'Samtale'}</p>
          ${place && languageLinks(place)}
        </header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${fault && faultNotice(language, fault)} ${body}
        </main>
      </body>
    </html> `.text
}

/** A page that says why there is none. */
export function faultPage(language: InviteeLanguage, fault: Fault): string {
  const { title, todo } = inviteeWords[language].faults[fault]
  return frame({ language, title, body: html`<p>${todo}</p>` })
}

/** A button that does one thing. */
export function button(given: {
  action: string
  label: string
  look?: 'main' | 'danger'
  fields?: Record<string, string>
}): Html {
  const { action, label, look, fields = {} } = given
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return html`<form method="post" action="${action}">
    ${hidden}<button${look && new Html(` class="${look}"`)}>${label}</button>
  </form>`
}

function faultNotice(language: InviteeLanguage, fault: Fault): Html {
  const { title, todo } = inviteeWords[language].faults[fault]
  return html`<div class="notice bad" role="alert">
    <p><strong>${title}</strong></p>
    <p>${todo}</p>
  </div>`
}

function languageLinks({ home, language: own }: Place): Html {
  const links = Object.entries(inviteeWords).map(
    ([language, words]) =>
      html`<li>
        <a
          lang="${language}"
          hreflang="${language}"
          href="${home}?lang=${language}"
          ${new Html(language === own ? ' aria-current="true"' : '')}
          >${words.language}</a
        >
      </li>`,
  )
  return html`<nav aria-label="${inviteeWords[own].languages}">
    <ul>
      ${links}
    </ul>
  </nav>`
}
