/** Pages for people without an account: HTML made on the server, which needs no program in the browser. */
import { Html, html } from '../platform/index.ts'
import { Language } from './language.ts'

/** A page in another language: its name in that language, and where it is. */
export type GuestLanguage = { language: Language; name: string; href: string }

type Guest = {
  language: Language
  workspace?: string | undefined
  title: string
  words: { skip: string; languages: string }
  /** None: a page that is nobody's. */
  languages?: readonly GuestLanguage[] | undefined
  /** What its head has beside the shared look. */
  head?: Html
  body: Html
}

/** The whole document. Nothing in it is fetched from anywhere else, nothing counts visits, and no search machine keeps it. */
export function guestDocument(page: Guest): string {
  const { language, workspace, title, words, languages, head, body } = page
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
        ${head}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <p>${workspace ?? 'Samtale'}</p>
          ${languages && languageLinks({ language, label: words.languages, languages })}
        </header>
        <main id="content" tabindex="-1">${body}</main>
      </body>
    </html> `.text
}

function languageLinks(given: {
  language: Language
  label: string
  languages: readonly GuestLanguage[]
}): Html {
  const links = given.languages.map(
    ({ language, name, href }) =>
      html`<li>
        <a
          lang="${language}"
          hreflang="${language}"
          href="${href}"
          ${new Html(language === given.language ? ' aria-current="true"' : '')}
          >${name}</a
        >
      </li>`,
  )
  return html`<nav aria-label="${given.label}">
    <ul>
      ${links}
    </ul>
  </nav>`
}

/** What could not be done, and what to do about it. */
export function guestFault({ title, todo }: { title: string; todo: string }): Html {
  return html`<div class="notice bad" role="alert">
    <p><strong>${title}</strong></p>
    <p>${todo}</p>
  </div>`
}

/** A button that does one thing. `fields` go along with it. */
export function guestButton(given: {
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

/** The heads of every answer: kept nowhere, and where its reader goes on to is told nothing of it. */
export const guestHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
}

/** A page as an answer. */
export function guestAnswer(body: string, status: number): Response {
  return new Response(body, { status, headers: guestHeaders })
}

/** A stylesheet or script of such a page. */
export const guestAsset = (content: string, type: 'text/css' | 'text/javascript') => async () =>
  new Response(content, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=3600' },
  })

/** What a form sent; files and what cannot be read are left out. */
export async function guestForm(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => new FormData())
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** The first of our languages that the browser asks for. */
export function preferredLanguage(request: Request, otherwise: Language = 'en'): Language {
  const asked = (request.headers.get('accept-language') ?? '').split(',')
  const known = asked.map((one) => Language.safeParse(one.trim().slice(0, 2).toLowerCase()).data)
  return known.find((language) => language !== undefined) ?? otherwise
}
