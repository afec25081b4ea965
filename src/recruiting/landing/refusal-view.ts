import { html } from '../../platform/index.ts'
import { inviteeWords } from '../wording/words.ts'
import { address, button, frame, type Place } from './frame.ts'

/** Where one click says never again; afterwards it says so. */
export function refusalView({
  place,
  workspace,
  standing,
}: {
  place: Place
  workspace: string
  standing: 'asked' | 'refused'
}): string {
  const { language } = place
  const words = inviteeWords[language]
  if (standing === 'refused')
    return frame({
      language,
      place,
      workspace,
      title: words.refused,
      body: html`<p>${words.refusedLead}</p>`,
    })
  const act = button({ action: address(place, '/refusal'), label: words.never, look: 'main' })
  return frame({
    language,
    place,
    workspace,
    title: `${words.never}?`,
    body: html`<p>${words.neverWhat}</p>
      ${act}`,
  })
}
