import { Html, html } from '../../platform/index.ts'
import type { Slot } from '../booking.ts'
import { inviteeWords } from '../wording/words.ts'
import { address, button, type Place } from './frame.ts'

/** Times to choose from, by day, in the reader's own zone, which is said and can be changed. */
export function slotsView({
  slots,
  place,
  zone,
}: {
  slots: readonly Slot[]
  place: Place
  zone: string
}): Html {
  const words = inviteeWords[place.language]
  const region = place.language === 'en' ? 'en-GB' : place.language
  const day = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeZone: zone })
  const time = new Intl.DateTimeFormat(region, { timeStyle: 'short', timeZone: zone })
  const days = Map.groupBy(slots, ({ startsAt }) => day.format(startsAt))
  const list = [...days].map(
    ([name, times]) =>
      html`<h2>${name}</h2>
        <ul class="times">
          ${times.map(
            ({ startsAt }) =>
              html`<li>
                ${button({
                  action: address(place, '/times'),
                  label: time.format(startsAt),
                  fields: { startsAt: startsAt.toISOString(), zone },
                })}
              </li>`,
          )}
        </ul>`,
  )
  return html`${zoneForm(place, zone)}
  ${
    slots.length === 0
      ? html`<h2>${words.noTimes}</h2>
          <p>${words.noTimesTodo}</p>`
      : list
  }`
}

function zoneForm(place: Place, zone: string): Html {
  const words = inviteeWords[place.language]
  const zones = [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])]
  const options = zones.map(
    (one) =>
      html`<option value="${one}" ${new Html(one === zone ? ' selected' : '')}>
        ${one.replaceAll('_', ' ')}
      </option>`,
  )
  return html`<form method="get" action="${place.home}" data-zone>
    <input type="hidden" name="lang" value="${place.language}" />
    <input type="hidden" name="move" value="yes" />
    <label for="zone">${words.zone}</label>
    <select id="zone" name="zone">
      ${options}
    </select>
    <button>${words.zoneDo}</button>
  </form>`
}
