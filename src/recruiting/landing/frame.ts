import { html, type Html } from '../../platform/index.ts'
import { guestDocument, guestFault, type GuestLanguage } from '../../workspace/index.ts'
import { languages, type InviteeLanguage } from '../recruiting.schema.ts'
import { inviteeWords, type Fault } from '../wording/words.ts'

export { guestButton as button } from '../../workspace/index.ts'

/** Where a reader stands: `/i/<token>` or `/r/<token>`, and in which language they read. */
export type Place = { home: string; language: InviteeLanguage }

/** The address of a part of the page, in the language it is read in. */
export function address({ home, language }: Place, part = ''): string {
  return `${home}${part}${part.includes('?') ? '&' : '?'}lang=${language}`
}

/** The whole document: in the look of the participant's own page, with what choices and times need beside it. */
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
  return guestDocument({
    ...{ language, workspace, title, words },
    languages: place && languagesOf(place),
    head: html`<link rel="stylesheet" href="/i/style.css" />
      <script src="/i/zone.js" defer></script>`,
    body: html`<h1>${title}</h1>
      ${fault && guestFault(words.faults[fault])} ${body}`,
  })
}

/** A page that says why there is none. */
export function faultPage(language: InviteeLanguage, fault: Fault): string {
  const { title, todo } = inviteeWords[language].faults[fault]
  return frame({ language, title, body: html`<p>${todo}</p>` })
}

function languagesOf({ home }: Place): GuestLanguage[] {
  return languages.map((language) => ({
    language,
    name: inviteeWords[language].language,
    href: `${home}?lang=${language}`,
  }))
}
