import { uses, type Use } from '../own-uses.ts'
import type { OwnConversation, OwnPage, OwnQuote } from '../own-page.ts'
import type { OwnLink } from '../links.ts'
import { address, button, day, doneNotice, faultNotice, frame, type Place } from './frame.ts'
import { soundGoes } from '../../conversations/index.ts'
import { html, type Html } from '../../platform/index.ts'
import { takenBackWords } from './receipt-view.ts'
import { wordsOfUses } from './use-words.ts'
import { pageWords, type Done, type Fault, type PageWords } from './words/words.ts'

type Shown = {
  link: OwnLink
  page: OwnPage
  place: Place
  done?: Done | undefined
  fault?: Fault | undefined
}
type Part = { words: PageWords; place: Place; page: OwnPage }

/** The participant's page: what was written down, what it may be used for, where it is used, who has it. */
export function ownPageView({ link, page, place, done, fault }: Shown): string {
  const { language } = place
  const words = pageWords[language]
  const title = words.title(link.workspace)
  const part = { words, place, page }
  const body = html`<h1>${title}</h1>
    <p>${words.about(link.study)}</p>
    ${doneNotice(language, done)}${faultNotice(language, fault)}
    <p>${words.lead}</p>
    <p class="soft small">${words.yours}</p>
    ${conversations(part)}${recordings(part)}${documents(part)}${sittings(part)}${choices(part)}${quotes(part)}${exportsTaken(part)}${receipts(part)}`
  return frame({ language, place, workspace: link.workspace, title, body })
}

function conversations({ words, place, page }: Part): Html {
  const one = (conversation: OwnConversation) => {
    const { interviewId, words: said, interviewer, others, kind } = conversation
    const name = words.conversation(day(place.language, conversation.happenedAt))
    const count = new Intl.NumberFormat(place.language).format(said)
    return html`<li class="card">
      <h3>${name}</h3>
      <p>
        ${words.kind(kind)}. ${words.words(count, said === 1)}.
        ${interviewer !== null && words.asked(interviewer)}
      </p>
      ${others > 0 && html`<p class="soft">${words.others(others)}</p>`}
      <p>${approval(words, { place, conversation })}</p>
      <p>
        <a class="button main" href="${address(place, `/conversations/${interviewId}`)}">${words.read}</a>
      </p>
    </li>`
  }
  const none = page.conversations.length === 0 && html`<p>${words.recordedNone}</p>`
  return html`<section aria-labelledby="recorded">
    <h2 id="recorded">${words.recorded}</h2>
    ${none}
    <ul class="list">
      ${page.conversations.map(one)}
    </ul>
  </section>`
}

/** Where they are heard, and until when. */
function recordings({ words, place, page }: Part): Html | false {
  if (page.recordings.length === 0) return false
  const one = ({ happenedAt, isVideo, others, deletedOn }: OwnPage['recordings'][number]) =>
    html`<li class="card">
      <strong>${words.recordingOf(day(place.language, happenedAt), isVideo)}</strong>
      <p>
        ${words.recordingGoes(deletedOn === null ? null : day(place.language, deletedOn))}
        ${others > 0 && words.others(others)}
      </p>
    </li>`
  return html`<section aria-labelledby="sound">
    <h2 id="sound">${words.recordings}</h2>
    <p>${words.recordingsLead} ${page.soundHost !== null && soundGoes[place.language](page.soundHost)}</p>
    <ul class="list">
      ${page.recordings.map(one)}
    </ul>
  </section>`
}

/** Photos that show them or their day, and what they gave us. */
function documents({ words, place, page }: Part): Html | false {
  if (page.documents.length === 0) return false
  const one = ({ documentId, kind, happenedOn }: OwnPage['documents'][number]) => {
    const name = words.documentOf(day(place.language, happenedOn), kind === 'photo')
    // Without the language: a file is the same in all of them.
    const file = `${place.home}/documents/${documentId}`
    return html`<li class="card">
      ${kind === 'photo' && html`<img src="${file}" alt="${name}" loading="lazy" />`}
      <p><a href="${file}">${name}</a></p>
    </li>`
  }
  return html`<section aria-labelledby="photos">
    <h2 id="photos">${words.documents}</h2>
    <p>${words.documentsLead}</p>
    <ul class="list">
      ${page.documents.map(one)}
    </ul>
  </section>`
}

/** What is planned with them and what was noted while they talked. */
function sittings({ words, place, page }: Part): Html | false {
  if (page.sittings.length === 0) return false
  const one = ({ startsAt, isPlanned, interviewer, companions, notes }: OwnPage['sittings'][number]) => {
    const when = day(place.language, startsAt)
    return html`<li class="card">
      <strong>${isPlanned ? words.sittingPlanned(when) : words.sittingHeld(when)}</strong>
      <p>
        ${interviewer !== null && (isPlanned ? words.willAsk(interviewer) : words.asked(interviewer))}
        ${companions.length > 0 && words.sitsIn(companions.join(', '))}
        ${!isPlanned && words.notesKept(notes)}
      </p>
    </li>`
  }
  return html`<section aria-labelledby="sittings">
    <h2 id="sittings">${words.sittings}</h2>
    <p>${words.sittingsLead}</p>
    <ul class="list">
      ${page.sittings.map(one)}
    </ul>
  </section>`
}

/** Whether they have approved it, and whether it is still what they approved. */
export function approval(
  words: PageWords,
  { place, conversation }: { place: Place; conversation: OwnConversation },
): string {
  const { approvedAt, isChangedSince } = conversation
  if (approvedAt === null) return words.notApproved
  const when = words.approvedAt(day(place.language, approvedAt))
  return isChangedSince ? `${when} ${words.changedSince}` : when
}

function choices({ words, place, page }: Part): Html {
  const one = (use: Use) => {
    const state = page.states[use]
    const { name, yes, no } = wordsOfUse({ words, place, page }, use)
    const action = address(place, `/uses/${use}`)
    const press =
      state === 'yes'
        ? button({ action, label: words.takeBack, of: name, look: 'danger', fields: { answer: 'no' } })
        : button({ action, label: words.allow, of: name, fields: { answer: 'yes' } })
    return html`<li class="card">
      <div class="row">
        <h3>${name}</h3>
        <span class="badge ${state}">${words.states[state]}</span>
      </div>
      <p>${yes}</p>
      <p class="soft">${words.states.no}: ${no}</p>
      ${press}
      ${use === 'quoting' && page.quotedAs !== null && button({ action, label: words.byName.instead, of: name, fields: { answer: 'pseudonym' } })}
    </li>`
  }
  const isAnything = uses.some((use) => page.states[use] === 'yes')
  const all = html`<details class="card">
    <summary>${words.allTitle}</summary>
    <p>${words.allWhat}</p>
    ${button({ action: address(place, '/uses/all'), label: words.allDo, look: 'danger', fields: { answer: 'no' } })}
  </details>`
  return html`<section aria-labelledby="uses">
    <h2 id="uses">${words.usesTitle}</h2>
    <p>${words.usesLead}</p>
    <ul class="list">
      ${uses.map(one)}
    </ul>
    ${isAnything && all}
  </section>`
}

/** Under which name they are quoted is said as it is. */
function wordsOfUse({ words, place, page }: Part, use: Use) {
  if (use !== 'quoting' || page.quotedAs === null) return wordsOfUses(place.language, page.soundHost)[use]
  return { ...words.uses.quoting, name: words.byName.name, yes: words.byName.what(page.quotedAs) }
}

function quotes({ words, place, page }: Part): Html {
  const isOpen = page.states.quoting === 'yes' && page.states.conversation_analysis === 'yes'
  const one = (quote: OwnQuote) => {
    const where = [
      words.underCodes(quote.codes.join(', ')),
      ...(quote.sets.length > 0 ? [words.inSets(quote.sets.join(', '))] : []),
      ...(page.portraits.length > 0 ? [words.inPortraits(page.portraits.join(', '))] : []),
    ]
    const action = address(place, `/quotes/${quote.highlightId}/refusal`)
    const isShown = isOpen && !quote.isRefused
    return html`<li class="card" id="q-${quote.highlightId}">
      <blockquote>“${quote.text}”</blockquote>
      ${isShown && where.map((line) => html`<p class="soft small">${line}</p>`)}
      ${quote.isRefused ? html`<p><span class="badge no">${words.takenOut}</span></p>` : button({ action, label: words.takeOut, of: quote.text.slice(0, 80) })}
    </li>`
  }
  const none = page.quotes.length === 0
  return html`<section aria-labelledby="quotes">
    <h2 id="quotes">${words.quotes}</h2>
    <p>${none ? words.quotesNone : words.quotesLead}</p>
    ${!none && !isOpen && html`<p><strong>${words.quotesClosed}</strong></p>`}
    ${page.quotes.some(({ hasStandIns }) => hasStandIns) && html`<p>${words.standInsHere}</p>`}
    <ul class="list">
      ${page.quotes.map(one)}
    </ul>
  </section>`
}

function exportsTaken({ words, place, page }: Part): Html {
  const one = ({ at, kind, who }: OwnPage['exports'][number]) =>
    html`<li class="card">
      <strong>${words.exportKind(kind)}</strong
      ><br />${words.exportedBy(day(place.language, at), who ?? words.exportedBySomebody)}
    </li>`
  const sent = ({ happenedAt, host, sentAt }: OwnPage['sendings'][number]) =>
    html`<li class="card">
      <strong>${words.soundSent(day(place.language, happenedAt))}</strong
      ><br />${words.exportedBy(day(place.language, sentAt), host)}
    </li>`
  const isTaken = page.exports.length > 0
  const isSent = page.sendings.length > 0
  return html`<section aria-labelledby="exports">
    <h2 id="exports">${words.exports}</h2>
    ${!isTaken && !isSent && html`<p>${words.exportsNone}</p>`}
    ${isTaken && html`<p>${words.exportsLead}</p>`}
    <ul class="list">
      ${page.exports.map(one)}
    </ul>
    ${
      isSent &&
      html`<p>${words.soundSentLead}</p>
        <ul class="list">
          ${page.sendings.map(sent)}
        </ul>`
    }
  </section>`
}

function receipts({ words, place, page }: Part): Html {
  const one = ({ withdrawalId, at, uses: withdrawn, written }: OwnPage['receipts'][number]) =>
    html`<li class="card">
      <strong>${words.receipt(day(place.language, at))}</strong>
      <p>${withdrawn.map((use) => takenBackWords(words, use).name).join(' · ')}</p>
      ${written !== null && html`<p>${words.writtenDown(written.who, written.channel)} ${written.note}</p>`}
      <p><a href="${address(place, `/receipts/${withdrawalId}`)}" download>${words.download}</a></p>
    </li>`
  const none = page.receipts.length === 0 && html`<p>${words.receiptsNone}</p>`
  return html`<section aria-labelledby="receipts">
    <h2 id="receipts">${words.receipts}</h2>
    ${none}
    <ul class="list">
      ${page.receipts.map(one)}
    </ul>
  </section>`
}
