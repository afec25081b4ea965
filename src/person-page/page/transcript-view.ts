import type { OwnLink } from '../links.ts'
import type { OwnTranscript, OwnTurn } from '../own-page.ts'
import { address, button, day, doneNotice, faultNotice, frame, type Place } from './frame.ts'
import { html, type Html } from '../../platform/index.ts'
import { approval } from './own-page-view.ts'
import { pageWords, type Done, type Fault, type PageWords } from './words/words.ts'

type Shown = {
  link: OwnLink
  transcript: OwnTranscript
  place: Place
  /** Whether the team may work with these words now; what nobody works with is not corrected. */
  use: 'open' | 'closed'
  /** The turn being corrected, with what was written where saving it failed. */
  editing?: { utteranceId: string; text?: string | undefined } | undefined
  done?: Done | undefined
  fault?: Fault | undefined
}

/** One conversation to read, correct and approve: their own words and what the interviewer said to them. */
export function transcriptView(shown: Shown): string {
  const { link, transcript, place, use, done, fault } = shown
  const { language } = place
  const words = pageWords[language]
  const title = words.conversation(day(language, transcript.happenedAt))
  const body = html`<p><a href="${address(place, '')}">${words.back}</a></p>
    <h1>${title}</h1>
    ${transcript.others > 0 && html`<p class="soft">${words.others(transcript.others)}</p>`}
    <p>${approval(words, { place, conversation: transcript })}</p>
    ${doneNotice(language, done)}${faultNotice(language, fault)}
    ${hasStandIns(transcript) && html`<div class="notice"><p>${words.standIns}</p></div>`}
    ${use === 'closed' && html`<div class="notice"><p>${words.closedHere}</p></div>`}
    <ol class="turns" lang="${transcript.language}">
      ${transcript.turns.map((turn) => turnView(shown, { turn, words }))}${gap(shown, words, transcript.hiddenAfter)}
    </ol>
    <div class="card">
      <p>${words.approveWhat}</p>
      ${button({ action: address(place, `/conversations/${transcript.interviewId}/approval`), label: words.approve, look: 'main' })}
    </div>`
  return frame({ language, place, workspace: link.workspace, title, body })
}

const hasStandIns = ({ turns }: OwnTranscript) =>
  turns.some(({ isMine, standIns }) => isMine && standIns.length > 0)

/** The words of a turn, with what stands in the place of something else marked. */
function wordsOf({ text, standIns }: OwnTurn): Html {
  const letters = [...text]
  const slice = (from: number, to?: number) => letters.slice(from, to).join('')
  let last = 0
  const parts = standIns.map(({ start, end }) => {
    const before = slice(last, start)
    last = end
    return html`${before}<mark>${slice(start, end)}</mark>`
  })
  return html`${parts}${slice(last)}`
}

type Turning = { turn: OwnTurn; words: PageWords }

function turnView(shown: Shown, { turn, words }: Turning): Html {
  const { place, transcript, use, editing } = shown
  const { language } = place
  const before = gap(shown, words, turn.hiddenBefore)
  if (!turn.isMine)
    return html`${before}
      <li class="asked">
        <h2 lang="${language}">${turn.who ?? words.interviewer}</h2>
        <p>${wordsOf(turn)}</p>
      </li>`
  const isEdited = editing?.utteranceId === turn.utteranceId
  const there = `/conversations/${transcript.interviewId}?edit=${turn.utteranceId}#u-${turn.utteranceId}`
  const link = html`<a
    class="small"
    lang="${language}"
    href="${address(place, there)}"
    aria-label="${words.correct}: ${turn.text.slice(0, 60)}"
    >${words.correct}</a
  >`
  return html`${before}
    <li id="u-${turn.utteranceId}">
      <div class="row" lang="${language}">
        <h2>${words.you}</h2>
        ${turn.isCorrectedByMe && html`<span class="badge yes">${words.correctedByYou}</span>`}
      </div>
      <p>${wordsOf(turn)}</p>
      ${isEdited ? editForm(shown, { turn, words }) : use === 'open' && link}
    </li>`
}

function editForm({ place, transcript, editing }: Shown, { turn, words }: Turning): Html {
  const { utteranceId, version, text } = turn
  const back = `/conversations/${transcript.interviewId}#u-${utteranceId}`
  return html`<form method="post" action="${address(place, `/words/${utteranceId}`)}">
    <label for="text" lang="${place.language}">${words.correctWhat}</label>
    ${turn.standIns.length > 0 && html`<p class="soft small" lang="${place.language}">${words.standInsHere}</p>`}
    <textarea id="text" name="text" autofocus maxlength="100000" lang="${transcript.language}">
${editing?.text ?? text}</textarea>
    <input type="hidden" name="version" value="${version}" />
    <p class="acts" lang="${place.language}">
      <button class="main">${words.save}</button
      ><a class="button" href="${address(place, back)}">${words.cancel}</a>
    </p>
  </form>`
}

function gap({ place }: Shown, words: PageWords, hidden: number): Html | undefined {
  if (hidden === 0) return undefined
  return html`<li class="gap" lang="${place.language}">${words.hidden(hidden)}</li>`
}
