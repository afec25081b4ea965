import { soundGoes } from '../../conversations/index.ts'
import { html, type Html } from '../../platform/index.ts'
import { writtenMoment, zoneOf } from '../letter.ts'
import type { OwnInvitation } from '../links.ts'
import { whoSitsIn } from '../wording/companions.ts'
import type { Written } from '../recruiting.schema.ts'
import { inviteeWords, partlyIn, type Fault } from '../wording/words.ts'
import { consentForm } from './consent-form.ts'
import { address, button, frame, type Place } from './frame.ts'
import type { LandingData, Question } from './landing-data.ts'
import { slotsView } from './slots-view.ts'

export type Shown = {
  invitation: OwnInvitation
  data: LandingData
  place: Place
  fault?: Fault | undefined
  /** In which zone times are shown. */
  zone: string
  /** They want to choose another time. */
  isMoving: boolean
  /** They have just called theirs off. */
  isCalledOff: boolean
  friendUrl: string
}

/** The page of one who is asked, at whatever point they are. */
export function landingView(shown: Shown): string {
  const { invitation, place, fault } = shown
  const { title, body } = partFor(shown)
  const { language } = place
  return frame({ language, place, workspace: invitation.workspace, title, fault, body })
}

type Part = { title: string; body: Html }

function partFor(shown: Shown): Part {
  const { data, place, invitation } = shown
  const words = inviteeWords[place.language]
  switch (data.state) {
    case 'unfit':
      return {
        title: words.unfit,
        body: html`<p>${words.unfitLead}</p>
          ${apart(never(place))}`,
      }
    case 'waiting':
      return {
        title: words.waiting,
        body: html`<p>${words.waitingLead}</p>
          ${noThanks(place)}`,
      }
    case 'refused':
      return said(words.refused, words.refusedLead)
    case 'withheld':
      return said(words.faults.old.title, words.faults.old.todo)
    case 'declined': {
      const again = button({ action: address(place, '/again'), label: words.changedMind })
      return {
        title: words.declined,
        body: html`<p>${words.declinedLead}</p>
          ${again}${never(place)}`,
      }
    }
    case 'fits':
      return {
        title: words.consent,
        body: html`${consentForm({ ...data, place })}${noThanks(place)}`,
      }
    case 'agreed':
    case 'booked':
      return appointment(shown)
    default:
      return { title: words.title(invitation.workspace), body: asking(shown) }
  }
}

const said = (title: string, lead: string): Part => ({ title, body: html`<p>${lead}</p>` })

export type StudyFacts = Pick<LandingData, 'about' | 'minutes' | 'seats' | 'gift' | 'soundHost' | 'questions'>

/** Read out by a screen reader as what it is. */
const inItsLanguage = (tag: 'p' | 'span', { text, language }: Written): Html =>
  tag === 'p' ? html`<p lang="${language}">${text}</p>` : html`<span lang="${language}">${text}</span>`

const wordsOf = (questions: readonly Question[]) =>
  questions.flatMap(({ text, answers }) => [text, ...answers.map((answer) => answer.text)])

/** What it is about, told before anything is asked. */
export function facts(data: StudyFacts, place: Place): Html {
  const words = inviteeWords[place.language]
  return html`${
      data.about.text !== '' &&
      html`<h2>${words.about}</h2>
        ${inItsLanguage('p', data.about)}`
    }
    <ul>
      <li>${words.long(data.minutes)}</li>
      ${data.seats > 1 && html`<li>${words.group(data.seats)}</li>`}
      ${data.gift.text !== '' && html`<li>${words.gift}: ${inItsLanguage('span', data.gift)}</li>`}
    </ul>
    ${partlyIn(place.language, [data.about, data.gift, ...wordsOf(data.questions)]).map((line) => html`<p>${line}</p>`)}
    <p>${words.honest} ${data.soundHost !== null && soundGoes[place.language](data.soundHost)}</p>`
}

function asking({ data, place }: Shown): Html {
  const words = inviteeWords[place.language]
  return html`<p>${words.lead}</p>
    ${facts(data, place)}
    <form method="post" action="${address(place, '/answers')}">
      ${
        data.questions.length > 0 &&
        html`<h2>${words.questions}</h2>
          <p>${words.questionsLead}</p>`
      }
      ${data.questions.map(question)}
      <button class="main">${words.next}</button>
    </form>
    <p class="soft small">${words.yours}</p>
    ${noThanks(place)}`
}

function question({ id, text, answers }: Question): Html {
  return html`<fieldset>
    <legend>${inItsLanguage('span', text)}</legend>
    ${answers.map(
      (answer) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="q-${id}"
            value="${answer.id}"
            required
          />${inItsLanguage('span', answer.text)}</label
        >`,
    )}
  </fieldset>`
}

function appointment(shown: Shown): Part {
  const { data, place, zone, isMoving, isCalledOff } = shown
  const words = inviteeWords[place.language]
  const { sitting } = data
  if (sitting?.state === 'held')
    return {
      title: words.held,
      body: html`<p>${words.heldLead}</p>
        ${introduce(shown)} ${apart(never(place))}`,
    }
  if (sitting?.state === 'planned' && !isMoving) return booked(shown, sitting)
  const isOff = isCalledOff || sitting?.state === 'cancelled'
  const [title, lead] =
    sitting?.state === 'missed'
      ? [words.missed, words.missedLead]
      : isOff
        ? [words.calledOff, words.calledOffLead]
        : [words.choose, undefined]
  const keep =
    sitting?.state === 'planned' && html`<p><a class="button" href="${address(place)}">${words.keep}</a></p>`
  return {
    title,
    body: html`${lead !== undefined && html`<p>${lead}</p>`}
      <p>${words.chooseLead(data.minutes)}</p>
      ${slotsView({ slots: data.slots, place, zone })} ${keep} ${introduce(shown)}
      ${keep === false ? noThanks(place) : apart(never(place))}`,
  }
}

function booked(shown: Shown, sitting: NonNullable<LandingData['sitting']>): Part {
  const { data, place, invitation } = shown
  const { language } = place
  const words = inviteeWords[language]
  const { startsAt, interviewer, companions } = sitting
  const when = writtenMoment(startsAt, { language, zone: zoneOf({ zone: invitation.zone, language }) })
  return {
    title: words.booked,
    body: html`<div class="card">
        <p class="when"><strong>${words.bookedLead({ when, interviewer })}</strong></p>
        ${data.place.text !== '' && html`<p>${words.where}: ${inItsLanguage('span', data.place)}</p>`}
        ${whoSitsIn(companions, words.sitsIn).map((line) => html`<p>${line}</p>`)}
      </div>
      <div class="acts">
        <a class="button" href="${address(place, '?move=yes')}">${words.move}</a>
        ${button({ action: address(place, '/cancellation'), label: words.cancel, look: 'danger' })}
      </div>
      <p class="soft small">${words.cancelWhat}</p>
      ${introduce(shown)} ${apart(never(place))}`,
  }
}

function introduce({ place, friendUrl, invitation: { workspace } }: Shown): Html {
  const { introduce: title, introduceLead, passOn } = inviteeWords[place.language]
  const letter = `subject=${encodeURIComponent(passOn.subject(workspace))}&body=${encodeURIComponent(`${passOn.text(workspace)}\r\n\r\n${friendUrl}`)}`
  return html`<h2>${title}</h2>
    <p>${introduceLead}</p>
    <p class="link">${friendUrl}</p>
    <p><a class="button" href="mailto:?${letter}">${passOn.byMail}</a></p>`
}

/** Where nothing is booked; who has a time calls it off first. */
function noThanks(place: Place): Html {
  const words = inviteeWords[place.language]
  return apart(
    html`${button({ action: address(place, '/decline'), label: words.no })}
      <p class="soft small">${words.noWhat}</p>
      ${never(place)}`,
  )
}

const apart = (body: Html): Html => html`<div class="no-thanks">${body}</div>`

/** One click is enough, and it stands on every page. */
function never(place: Place): Html {
  const words = inviteeWords[place.language]
  return html`${button({ action: address(place, '/refusal'), label: words.never })}
    <p class="soft small">${words.neverWhat}</p>`
}
