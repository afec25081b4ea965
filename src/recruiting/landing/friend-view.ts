import { html } from '../../platform/index.ts'
import { inviteeWords, type Fault } from '../wording/words.ts'
import { address, frame, type Place } from './frame.ts'
import { facts, type StudyFacts } from './landing-view.ts'

type Friend = {
  workspace: string
  place: Place
  data: StudyFacts
  fault?: Fault | undefined
}

/** What a friend sees of a link passed on: the study, and nothing of who passed it on. */
export function friendView({ workspace, place, data, fault }: Friend): string {
  const words = inviteeWords[place.language]
  const isWrong = fault === 'address'
  return frame({
    ...{ language: place.language, place, workspace, fault },
    title: words.friendTitle(workspace),
    body: html`<p>${words.friendLead}</p>
      ${facts(data, place)}
      <form method="post" action="${address(place)}">
        <label for="address">${words.address}</label>
        <input
          id="address"
          type="email"
          name="address"
          required
          maxlength="200"
          autocomplete="email"
          aria-invalid="${isWrong ? 'true' : 'false'}"
        />
        <p class="soft small">${words.addressWhat}</p>
        <button class="main">${words.friendDo}</button>
      </form>`,
  })
}

/** The same whoever the address belongs to. */
export function friendDoneView({ workspace, place }: Pick<Friend, 'workspace' | 'place'>): string {
  const words = inviteeWords[place.language]
  return frame({
    ...{ language: place.language, place, workspace },
    title: words.friendDone,
    body: html`<p>${words.friendDoneLead}</p>`,
  })
}
