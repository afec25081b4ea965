import { sql } from 'kysely'
import { z } from 'zod'
import { soundHost } from '../../conversations/index.ts'
import { Problem, route, type App } from '../../platform/index.ts'
import {
  countAttempt,
  guestAnswer as page,
  guestAsset,
  guestForm,
  guestHeaders,
  open,
  preferredLanguage,
} from '../../workspace/index.ts'
import {
  agreeToTakePart,
  answerQuestions,
  callOff,
  declineStudy,
  refuseInvitations,
  thinkAgain,
} from '../acts.ts'
import { bookSlot } from '../booking.ts'
import { askForLink } from '../introductions.ts'
import { isZone, zoneOf } from '../letter.ts'
import { friendAddress, openInvitation, type Opened, type OwnInvitation } from '../links.ts'
import { InviteeLanguage } from '../recruiting.schema.ts'
import { inviteeWords, type Fault } from '../wording/words.ts'
import { readConsent } from './consent-form.ts'
import { address, faultPage, type Place } from './frame.ts'
import { friendDoneView, friendView } from './friend-view.ts'
import { landingData } from './landing-data.ts'
import { landingView } from './landing-view.ts'
import { refusalView } from './refusal-view.ts'
import { style, zoneScript } from './style.ts'

const access = open('the link is the key: it is signed and long, and holds nothing of whom it is for')
const Token = z.object({ token: z.string().max(200) })
/** The pages of who is asked, as HTML made here. Looking at one does nothing: mail programs look at links too. */
export const pageRoutes = [
  route('GET /i/style.css', {
    summary: 'How the page that asks looks',
    sends: ['text/css'],
    access: open('a stylesheet holds nobody’s data'),
    handle: guestAsset(style, 'text/css'),
  }),
  route('GET /i/zone.js', {
    summary: 'Shows times in the reader’s own zone',
    sends: ['text/javascript'],
    access: open('a script that holds nobody’s data'),
    handle: guestAsset(zoneScript, 'text/javascript'),
  }),
  route('GET /i/{token}', {
    summary: 'The page of somebody who is asked to take part',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) => onPage(asked, (visit) => show(visit)),
  }),
  route('POST /i/{token}/answers', {
    summary: 'Somebody who is asked answers the questions before, and goes on',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) =>
      onPage(asked, async (visit) => {
        const answers = Object.fromEntries(
          Object.entries(visit.form)
            .filter(([name]) => name.startsWith('q-'))
            .map(([name, value]) => [name.slice(2), value]),
        )
        const wording = inviteeWords[visit.place.language].friendDo
        await answerQuestions(visit.app, { ...visit, language: visit.place.language, answers, wording })
      }),
  }),
  route('POST /i/{token}/agreement', {
    summary: 'Somebody who is asked says what may be done with what they say, and takes part',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) =>
      onPage(asked, async (visit) => {
        const { language } = visit.place
        const given = readConsent(visit.form, { language, soundHost: soundHost(visit.app) })
        if (typeof given === 'string') return show(visit, given)
        await agreeToTakePart(visit.app, { ...visit, language, ...given })
        return undefined
      }),
  }),
  route('POST /i/{token}/times', {
    summary: 'Somebody who takes part chooses a time, or another one',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) =>
      onPage(asked, async (visit) => {
        const startsAt = z.iso.datetime().safeParse(visit.form['startsAt'])
        const zone = visit.form['zone'] ?? ''
        if (!startsAt.success || !isZone(zone)) return show(visit, 'taken')
        await bookSlot(visit.app, { ...visit, startsAt: new Date(startsAt.data), zone })
        return undefined
      }),
  }),
  route('POST /i/{token}/cancellation', {
    summary: 'Somebody who takes part calls their appointment off',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) =>
      onPage(asked, async (visit) => {
        await callOff(visit.app, visit)
        return backTo(visit, '?off=yes')
      }),
  }),
  route('POST /i/{token}/decline', {
    summary: 'Somebody who is asked says no to this study',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) => onPage(asked, (visit) => declineStudy(visit.app, visit)),
  }),
  route('POST /i/{token}/again', {
    summary: 'Somebody who said no thinks better of it',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) => onPage(asked, (visit) => thinkAgain(visit.app, visit)),
  }),
  route('GET /i/{token}/refusal', {
    summary: 'Where somebody can say that they never want to be asked again; looking at it refuses nothing',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) =>
      onPage(
        asked,
        async ({ place, invitation }) => page(refusalView({ place, ...invitation, standing: 'asked' }), 200),
        'old too',
      ),
  }),
  route('POST /i/{token}/refusal', {
    summary: 'Somebody never wants to be asked again: one click, also by their mail program (RFC 8058)',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) => onPage(asked, refuse, 'old too'),
  }),
  route('GET /r/{token}', {
    summary: 'What somebody sees who was passed a link',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) => onFriendPage(asked),
  }),
  route('POST /r/{token}', {
    summary: 'Somebody who was passed a link asks for their own',
    sends: ['text/html'],
    access,
    params: Token,
    handle: (asked) => onFriendPage(asked),
  }),
]

type Asked = { app: App; request: Request; params: { token: string }; ip: string }
type Visit = Asked & {
  invitation: OwnInvitation
  place: Place
  form: Record<string, string>
}

/**
 * Opens the link and does one thing; without an answer of its own the browser is sent to look at the page, so that loading anew does nothing
 * twice. What fails is said on the page, in the reader's language.
 */
async function onPage(
  asked: Asked,
  act: (visit: Visit) => Promise<Response | undefined | void>,
  when: 'open' | 'old too' = 'open',
): Promise<Response> {
  const { app, request, params, ip } = asked
  let language = languageOf(request, preferredLanguage(request))
  try {
    const opened = await openInvitation(app, { ...params, ip, as: 'own' })
    language = languageOf(request, opened.invitation.language)
    if (opened.state === 'old' && when === 'open') return page(faultPage(language, 'old'), 410)
    const visit = await visitOf(asked, { opened, home: `/i/${params.token}`, language })
    const answer = await doOn(visit, act)
    return answer ?? backTo(visit)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return page(faultPage(language, faultOf(error)), error.status)
  }
}

const backTo = ({ place }: Visit, to?: string) =>
  new Response(null, { status: 303, headers: { ...guestHeaders, location: address(place, to) } })

/** What they were about to do stands on the page again where it could not be done. */
async function doOn(visit: Visit, act: Parameters<typeof onPage>[1]): Promise<Response | undefined> {
  try {
    return (await act(visit)) ?? undefined
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status === 429) throw error
    // Answered before, in another window: the page shows where they are.
    if (error.id === 'not-open') return undefined
    return show(visit, faultOf(error))
  }
}

async function visitOf(
  asked: Asked,
  { opened, home, language }: { opened: Opened; home: string; language: InviteeLanguage },
): Promise<Visit> {
  const { app, request } = asked
  const { invitation } = opened
  if (request.method !== 'GET')
    await countAttempt(app, { what: 'own page change', who: invitation.inviteeId, most: 100, seconds: 3600 })
  const form = request.method === 'GET' ? {} : await guestForm(request)
  return { ...asked, invitation, place: { home, language }, form }
}

async function show(visit: Visit, fault?: Fault): Promise<Response> {
  const { app, invitation, place, request } = visit
  const { language } = place
  const query = new URL(request.url).searchParams
  const wished = query.get('zone') ?? visit.form['zone'] ?? ''
  const zone = isZone(wished) && wished !== '' ? wished : zoneOf({ zone: invitation.zone, language })
  await sql`
    update invitees set opened_at = ${app.clock.now()} where id = ${invitation.inviteeId}::uuid and opened_at is null`.execute(
    app.pg,
  )
  const body = landingView({
    ...{ invitation, place, fault, zone },
    data: await landingData(app, { invitation, language }),
    isMoving: query.get('move') === 'yes' || fault === 'taken',
    isCalledOff: query.get('off') === 'yes',
    friendUrl: friendAddress(app, invitation.inviteeId),
  })
  return page(body, fault === undefined ? 200 : fault === 'taken' ? 409 : 422)
}

async function refuse(visit: Visit): Promise<Response | undefined> {
  const { app, place, form, invitation } = visit
  const { language } = place
  const words = inviteeWords[language]
  // As mail programs send it; they follow no redirection (RFC 8058).
  const isOneClick = form['List-Unsubscribe'] === 'One-Click'
  await refuseInvitations(app, {
    invitation,
    language,
    wording: isOneClick ? words.refusal : `${words.never}. ${words.neverWhat}`,
    channel: isOneClick ? 'one-click mail' : 'invitation page',
  })
  return page(refusalView({ place, ...invitation, standing: 'refused' }), 200)
}

async function onFriendPage(asked: Asked): Promise<Response> {
  const { app, request, params, ip } = asked
  let language = languageOf(request, preferredLanguage(request))
  try {
    const opened = await openInvitation(app, { ...params, ip, as: 'friend' })
    const { invitation } = opened
    // Where the one who passed it on is too late, a friend is too.
    if (opened.state === 'old') return page(faultPage(language, 'old'), 410)
    language = languageOf(request, preferredLanguage(request, invitation.language))
    const place = { home: `/r/${params.token}`, language }
    const { workspace } = invitation
    const data = await landingData(app, { invitation, language })
    if (request.method === 'GET') return page(friendView({ workspace, place, data }), 200)
    try {
      const { address: given = '' } = await guestForm(request)
      await askForLink(app, { invitation, address: given, language, ip })
      return page(friendDoneView({ workspace, place }), 200)
    } catch (error) {
      if (!(error instanceof Problem) || error.id !== 'not-an-address') throw error
      return page(friendView({ workspace, place, data, fault: 'address' }), 422)
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return page(faultPage(language, faultOf(error)), error.status)
  }
}

const faults: Record<string, Fault> = {
  'not-found': 'gone',
  'too-many-attempts': 'too-many',
  'slot-taken': 'taken',
  'answers-missing': 'missing',
  'not-an-address': 'address',
  'sitting-over': 'late',
  'sitting-changed': 'late',
}

function faultOf({ id }: Problem): Fault {
  return faults[id] ?? 'unexpected'
}

function languageOf(request: Request, otherwise: InviteeLanguage): InviteeLanguage {
  return InviteeLanguage.catch(otherwise).parse(new URL(request.url).searchParams.get('lang'))
}
