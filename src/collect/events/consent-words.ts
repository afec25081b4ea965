import type { ConsentEntry, Purpose } from '../../consent/index.ts'
import { readConsentAnswer } from '../files/index.ts'

/** One use somebody allowed or refused, and the category it was said of. */
export type Preference = { category: string; purpose: Purpose; yes: boolean }

/**
 * What `context.consent.categoryPreferences` of an event says of our purposes. A no counts in every plausible spelling, of the name and of the
 * answer, and before a yes to the same use; a yes only where it is exactly `true`. `unread` names what is neither: that is told, not lost, a name
 * that may be somebody's as "…".
 */
export function readPreferences(context: unknown): { said: Preference[]; unread: string[] } {
  if (!isObject(context) || context['consent'] === undefined) return { said: [], unread: [] }
  const { consent } = context
  if (!isObject(consent) || consent['categoryPreferences'] === undefined)
    return { said: [], unread: ['consent'] }
  const { categoryPreferences } = consent
  if (!isObject(categoryPreferences)) return { said: [], unread: ['categoryPreferences'] }
  const read = Object.entries(categoryPreferences)
    .filter(([category]) => !ofThePage.has(plain(category)))
    .map(([category, answer]) => ({ category, preference: readOne(category, answer) }))
  const found = read.flatMap(({ preference }) => preference ?? [])
  const unread = read.flatMap(({ category, preference }) => (preference === undefined ? [category] : []))
  const said = [...Map.groupBy(found, ({ purpose }) => purpose).values()].flatMap(
    (same) => same.find(({ yes }) => !yes) ?? same[0] ?? [],
  )
  return { said, unread: unread.slice(0, mostUnread).map(tellable) }
}

const mostUnread = 20
const longestCategory = 40
const mostDigits = 4

/** Names are told in the open, and whoever has the key in a web page may send an address, a number or a sentence as one. */
function tellable(name: string): string {
  if (name.length > longestCategory || !/^[\p{L}\p{M}\p{N} _.:/&'-]+$/u.test(name)) return '…'
  return name.replaceAll(/\P{N}/gu, '').length > mostDigits ? '…' : name
}

function readOne(category: string, answer: unknown): Preference | undefined {
  const name = plain(category)
  const given = purposeGiven.get(name)
  if (given !== undefined && answer === true) return { category, purpose: given, yes: true }
  const purpose = given ?? purposeRefused.get(name)
  return purpose !== undefined && isNo(answer) ? { category, purpose, yes: false } : undefined
}

function isNo(answer: unknown): boolean {
  if (typeof answer !== 'string') return answer === false || answer === 0
  return readConsentAnswer(answer) === false
}

/** "E-Mail marketing", "emailMarketing" and "email_marketing" are one name. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Names that consent banners give their categories, as our purposes; our own names count too. */
const purposeGiven = named({
  analysis: 'analysis analytics',
  conversation_analysis: 'conversationanalysis',
  invitation: 'invitation research',
  quoting: 'quoting',
  email_marketing: 'emailmarketing email',
  advertising: 'advertising marketing',
})

/** Names that are near enough to be refused by, not to be allowed by; C0002 and C0004 are what OneTrust calls them. */
const purposeRefused = named({
  analysis:
    'analyse analyses analys analytic analyticsstorage statistic statistics statistik statistikk statistieken performance measurement c0002',
  conversation_analysis:
    'conversations interviewanalysis samtaleanalyse samtalsanalys gespreksanalyse gesprächsanalyse',
  invitation: 'invitations invite interview interviews userresearch forskning onderzoek forschung',
  quoting: 'quote quotes citat citater citaten zitate',
  email_marketing:
    'emails mail mails mailing newsletter newsletters nyhedsbrev nyhedsbreve nyhetsbrev nieuwsbrief nieuwsbrieven emailing emailwerbung',
  advertising:
    'ad ads advert adverts advertisement advertisements adstorage aduserdata adpersonalization targeting targetedadvertising saleofdata markedsføring marknadsföring reklame reklam reclame werbung c0004',
})

/** What banners ask for that concerns the web page alone, and nothing we do. */
const ofThePage = new Set(
  'necessary strictlynecessary essential required security functional functionality functionalitystorage securitystorage personalizationstorage preferences c0001 c0003'.split(
    ' ',
  ),
)

function named(names: Partial<Record<Purpose, string>>): ReadonlyMap<string, Purpose> {
  return new Map(
    (Object.entries(names) as [Purpose, string][]).flatMap(([purpose, list]) =>
      list.split(' ').map((name) => [name, purpose] as const),
    ),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Said = {
  preferences: readonly Preference[]
  personNo: number
  /** Somebody we know by more than what a key in a web page says: such a key may take away for them, not give. */
  isKnown: boolean
  happenedAt: Date
  sourceId: string
  messageId: string
}

/** What an event says of uses, as entries of the ledger. */
export function consentWords(said: Said): ConsentEntry[] {
  return said.preferences.flatMap(({ category, purpose, yes }): ConsentEntry[] => {
    if (yes && said.isKnown) return []
    return [
      {
        personNo: said.personNo,
        purpose,
        state: yes ? 'given' : 'withdrawn',
        happenedAt: said.happenedAt,
        wording: `context.consent.categoryPreferences.${category}`,
        channel: 'event',
        sourceId: said.sourceId,
        actor: { kind: 'person' },
        evidenceId: `event:${said.messageId}:${purpose}`,
      },
    ]
  })
}
