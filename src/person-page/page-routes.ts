import { z } from 'zod'
import { ownDocumentFile, soundHost } from '../conversations/index.ts'
import { Problem, notFound, route, type App } from '../platform/index.ts'
import {
  DocumentId,
  HighlightId,
  InterviewId,
  Language,
  UtteranceId,
  countAttempt,
  guestAnswer as page,
  guestAsset,
  guestForm,
  guestHeaders,
  open,
  preferredLanguage,
} from '../workspace/index.ts'
import { markOpened, openLink, type OwnLink } from './links.ts'
import { approveTranscript, correctOwnWords, ownUtterance } from './own-acts.ts'
import { chooseUses, takeNameBack } from './own-choice.ts'
import { ownPage, ownTranscript } from './own-page.ts'
import { statesOfUses, uses } from './own-uses.ts'
import { refuseQuote } from './refused-quote.ts'
import { address, faultPage, type Place } from './page/frame.ts'
import { ownPageView } from './page/own-page-view.ts'
import { receiptText } from './page/receipt-view.ts'
import { style } from './page/style.ts'
import { transcriptView } from './page/transcript-view.ts'
import { wordsOfUses } from './page/use-words.ts'
import { doneKinds, pageWords, type Done, type Fault } from './page/words/words.ts'
import { ownReceipt } from './withdrawals.ts'

const access = open('the link is the key: it is signed, long, and can be taken back')
const Token = z.object({ token: z.string().max(200) })
const UseAsked = Token.extend({ use: z.enum([...uses, 'all']) })

/** The participant's page, as HTML: it needs no program in the browser. */
export const pageRoutes = [
  route('GET /p/style.css', {
    summary: 'How the participant’s own page looks',
    sends: ['text/css'],
    access: open('a stylesheet holds nobody’s data'),
    handle: guestAsset(style, 'text/css'),
  }),
  route('GET /p/{token}', {
    summary: 'A participant’s own page',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) =>
      onPage(asked, '', async ({ app, link, place, done }) => {
        await markOpened(app, link.linkId)
        return ownPageView({ link, page: await ownPage(app, link), place, done })
      }),
  }),
  route('GET /p/{token}/conversations/{interviewId}', {
    summary: 'What was written down of a participant in one conversation',
    sends: ['text/html'],
    access,
    params: Token.extend({ interviewId: InterviewId }),
    handle: (asked) =>
      onPage(asked, `/conversations/${asked.params.interviewId}`, async (visit) => {
        const edit = UtteranceId.safeParse(new URL(asked.request.url).searchParams.get('edit'))
        const editing = edit.success ? { utteranceId: edit.data } : undefined
        return transcriptPage(visit, { interviewId: asked.params.interviewId, editing })
      }),
  }),
  route('GET /p/{token}/documents/{documentId}', {
    summary: 'A photo or document that is a participant’s',
    sends: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/html'],
    access,
    params: Token.extend({ documentId: DocumentId }),
    handle: (asked) =>
      onPage(asked, '', async ({ app, link }) => {
        const file = await ownDocumentFile(app.pg, { ...link, documentId: asked.params.documentId })
        if (!file) throw notFound('document')
        return new Response(new Uint8Array(file.bytes), {
          headers: {
            ...guestHeaders,
            'content-type': file.document.media,
            'content-disposition': 'inline',
            'content-security-policy': "sandbox; default-src 'none'",
            'x-content-type-options': 'nosniff',
          },
        })
      }),
  }),
  route('POST /p/{token}/words/{utteranceId}', {
    summary: 'A participant corrects their own words',
    sends: ['text/html'],
    access,
    params: Token.extend({ utteranceId: UtteranceId }),
    handle: (asked) => onPage(asked, '', (visit) => correct(visit, asked.params.utteranceId)),
  }),
  route('POST /p/{token}/conversations/{interviewId}/approval', {
    summary: 'A participant approves what was written down',
    sends: ['text/html'],
    access,
    params: Token.extend({ interviewId: InterviewId }),
    handle: (asked) =>
      onPage(asked, '', async ({ app, link, place }) => {
        const { interviewId } = asked.params
        await approveTranscript(app, { link, interviewId })
        return seeOther(place, { part: `/conversations/${interviewId}`, done: 'approved' })
      }),
  }),
  route('POST /p/{token}/quotes/{highlightId}/refusal', {
    summary: 'A participant has a quote taken out',
    sends: ['text/html'],
    access,
    params: Token.extend({ highlightId: HighlightId }),
    handle: (asked) =>
      onPage(asked, '', async ({ app, link, place }) => {
        const { language } = place
        const { quotesLead, takeOut } = pageWords[language]
        const { highlightId } = asked.params
        await refuseQuote(app, { link, highlightId, wording: `${quotesLead} ${takeOut}`, language })
        return seeOther(place, { part: '', done: 'refused' })
      }),
  }),
  route('POST /p/{token}/uses/{use}', {
    summary: 'A participant says yes or no to a use of their words, or takes everything back',
    sends: ['text/html'],
    access,
    params: UseAsked,
    handle: (asked) => onPage(asked, '', (visit) => choose(visit, asked.params.use)),
  }),
  route('GET /p/{token}/receipts/{receiptId}', {
    summary: 'The receipt of what a participant took back',
    sends: ['text/plain', 'text/html'],
    access,
    params: Token.extend({ receiptId: z.uuid() }),
    handle: (asked) =>
      onPage(asked, '', async ({ app, link, place }) => {
        const withdrawalId = asked.params.receiptId
        const receipt = await ownReceipt(app.pg, { participantId: link.participantId, withdrawalId })
        return new Response(receiptText(receipt, { ...link, language: place.language }), {
          headers: {
            ...guestHeaders,
            'content-type': 'text/plain; charset=utf-8',
            'content-disposition': `attachment; filename="receipt-${withdrawalId}.txt"`,
          },
        })
      }),
  }),
]

type Asked = { app: App; request: Request; params: { token: string }; ip: string }
type Visit = { app: App; link: OwnLink; place: Place; done: Done | undefined; request: Request }

/** Opens the link, then shows a part of the page; what fails is said on a page too, in the reader's language. */
async function onPage(
  { app, request, params: { token }, ip }: Asked,
  part: string,
  show: (visit: Visit) => Promise<string | Response>,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  let language = preferredLanguage(request)
  try {
    const opened = await openLink(app, { token, ip })
    const ownLanguage = opened.state === 'open' ? opened.link.language : opened.language
    language = Language.catch(ownLanguage).parse(query.get('lang'))
    if (opened.state === 'old') return page(faultPage(language, 'old'), 410)
    const { link } = opened
    if (request.method !== 'GET')
      await countAttempt(app, { what: 'own page change', who: link.linkId, most: 300, seconds: 3600 })
    const place = { home: `/p/${token}`, language, ownLanguage, part }
    const done = z.enum(doneKinds).safeParse(query.get('done')).data
    const shown = await show({ app, link, place, done, request })
    return shown instanceof Response ? shown : page(shown, 200)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return page(faultPage(language, faultOf(error)), error.status)
  }
}

/** After a change the browser is sent to look at it, so that loading anew does not do it twice. */
function seeOther(place: Place, { part, done }: { part: string; done: Done }): Response {
  const [path, fragment] = part.split('#')
  const there = address(place, `${path}?done=${done}${fragment === undefined ? '' : `#${fragment}`}`)
  return new Response(null, { status: 303, headers: { ...guestHeaders, location: there } })
}

async function transcriptPage(
  { app, link, place, done }: Visit,
  given: {
    interviewId: string
    editing?: { utteranceId: string; text?: string } | undefined
    fault?: Fault
  },
): Promise<string> {
  const { interviewId, editing, fault } = given
  const transcript = await ownTranscript(app, { link, interviewId })
  if (!transcript) throw notFound('conversation')
  const { conversation_analysis: analysis } = await statesOfUses(app.pg, link)
  const use = analysis === 'yes' ? 'open' : 'closed'
  const here = { ...place, part: `/conversations/${interviewId}` }
  return transcriptView({ link, transcript, place: here, use, editing, done, fault })
}

const Correction = z.object({
  text: z.string().max(100_000),
  version: z.coerce.number().int().min(1).max(1_000_000_000),
})

/** Where saving fails, what was written stands in the box again. */
async function correct(visit: Visit, utteranceId: string): Promise<string | Response> {
  const { app, link, place, request } = visit
  const interviewId = await ownUtterance(app, { link, utteranceId })
  const parsed = Correction.safeParse(await guestForm(request))
  if (!parsed.success) throw notFound('passage')
  // Browsers send a line break as two characters.
  const text = parsed.data.text.replaceAll('\r\n', '\n')
  try {
    await correctOwnWords(app, { link, utteranceId, text, version: parsed.data.version })
    return seeOther(place, { part: `/conversations/${interviewId}#u-${utteranceId}`, done: 'corrected' })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const fault = faultOf(error)
    return page(
      await transcriptPage(visit, { interviewId, editing: { utteranceId, text }, fault }),
      error.status,
    )
  }
}

async function choose({ app, link, place, request }: Visit, asked: string): Promise<Response> {
  const { answer } = Choice.parse(await guestForm(request))
  const words = pageWords[place.language]
  if (answer === 'pseudonym') {
    const wording = `${words.byName.instead}. ${words.uses.quoting.yes}`
    await takeNameBack(app, { link, wording, language: place.language })
    return seeOther(place, { part: '', done: 'withdrawn' })
  }
  const shown = wordsOfUses(place.language, soundHost(app))
  const chosen = uses
    .filter((use) => use === asked || asked === 'all')
    .map((use) => ({ use, wording: `${shown[use].name}. ${shown[use][answer]}` }))
  await chooseUses(app, { link, chosen, answer, language: place.language })
  return seeOther(place, { part: '', done: answer === 'yes' ? 'allowed' : 'withdrawn' })
}

// What cannot be read is no yes.
const Choice = z.object({ answer: z.enum(['yes', 'no', 'pseudonym']).catch('no') })

const faults: Record<string, Fault> = {
  'utterance-changed': 'changed',
  'utterance-empty': 'empty',
  'words-withheld': 'closed',
  'not-found': 'gone',
  'too-many-attempts': 'too-many',
}

function faultOf({ id }: Problem): Fault {
  return faults[id] ?? 'unexpected'
}
