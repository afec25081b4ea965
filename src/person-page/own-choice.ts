import { sql } from 'kysely'
import { recordConsent } from '../consent/index.ts'
import { writeAgreements, type TakingBack } from '../conversations/index.ts'
import { notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { audit, type Language } from '../workspace/index.ts'
import type { OwnLink } from './links.ts'
import { doerOf } from './own-acts.ts'
import { creditedAs, statesOfUses, type Use } from './own-uses.ts'
import { keepUsesTakenBack, onOwnPage, toMember, type Chosen } from './taken-back.ts'

type Choosing = {
  link: OwnLink
  /** Each with the words the participant read beside it. */
  chosen: readonly { use: Use; wording: string }[]
  answer: 'yes' | 'no'
  language: Language
}

/**
 * Writes down what a participant decides on their page: in the ledger with the words they read, so that it holds at the next read
 * everywhere. What is taken back gets a receipt, and those who took their words out before are told. What stands so already changes nothing.
 * Returns the receipt's id, or undefined where nothing was taken back.
 */
export async function chooseUses(app: App, choosing: Choosing): Promise<string | undefined> {
  const { link, chosen, answer } = choosing
  return app.pg.transaction().execute(async (tx) => {
    // Two presses of a button are one word.
    const held = await sql`select from participants where id = ${link.participantId} for update`.execute(tx)
    if (held.rows.length === 0) throw notFound('participant')
    const states = await statesOfUses(tx, link)
    const changing = chosen.filter(({ use }) => states[use] !== answer)
    if (changing.length === 0) return undefined
    await writeWords({ app, tx }, { ...choosing, chosen: changing })
    await audit(tx, {
      workspaceId: link.workspaceId,
      actor: doerOf(link),
      action: 'participant.agreements',
      subject: { kind: 'participant', id: link.participantId },
      detail: { agreements: changing.map(({ use }) => `${use}: ${answer === 'yes' ? 'given' : 'refused'}`) },
    })
    if (answer === 'yes') return undefined
    return keepUsesTakenBack({ app, tx }, { of: link, chosen: changing, said: onOwnPage(choosing.language) })
  })
}

/** Has an invented name stand beside their quotes from now on, where it was theirs; with a receipt, and those who have it in a file are told. */
export async function takeNameBack(
  app: App,
  { link, wording, language }: { link: OwnLink; wording: string; language: Language },
): Promise<void> {
  const { workspaceId, studyId, participantId, personNo } = link
  await app.pg.transaction().execute(async (tx) => {
    await sql`select from participants where id = ${participantId} for update`.execute(tx)
    if ((await creditedAs(tx, link)) === null) return
    const said = { agreement: 'quoting' as const, given: true, manner: 'pseudonym' as const }
    await writeAgreements(
      { app, tx },
      {
        ...{ workspaceId, studyId, actor: doerOf(link) },
        joined: [
          { participantId, personNo, agreements: [{ ...said, wording, language, channel: 'own page' }] },
        ],
      },
    )
    await audit(tx, {
      ...{ workspaceId, actor: doerOf(link), action: 'participant.agreements' },
      subject: { kind: 'participant', id: participantId },
      detail: { agreements: ['quoting: given'] },
    })
    const chosen = [{ use: 'credited_name' as const, wording }]
    await keepUsesTakenBack({ app, tx }, { of: link, chosen, said: onOwnPage(language) })
  })
}

/** A member writes down what a participant takes back: it gets a receipt on their page, and those who took their words out are told, as if they had done it there. */
export async function keepTakenBack(tx: PostgresTransaction, taking: TakingBack): Promise<void> {
  const { app, workspaceId, studyId, participantId, personNo, agreements, actor } = taking
  const states = await statesOfUses(tx, taking)
  const name = await creditedAs(tx, taking)
  const takenBack = agreements.flatMap((said): (Chosen & { channel: string })[] => {
    const { agreement: use, given, quotedAs, wording = '', channel } = said
    if (!given) return states[use] === 'yes' ? [{ use, wording, channel }] : []
    const isUnnamed = use === 'quoting' && name !== null && quotedAs !== name
    return isUnnamed ? [{ use: 'credited_name', wording, channel }] : []
  })
  if (takenBack.length === 0) return
  const chosen = takenBack.map(({ use, wording }) => ({ use, wording }))
  const channel = channelOf(takenBack)
  const said = await toMember(tx, { participantId, channel, note: null, actor })
  const of = { workspaceId, studyId, participantId, personNo }
  await keepUsesTakenBack({ app, tx }, { of, chosen, said })
}

/** How they said all of it, where somebody wrote that down ("by hand" is what is kept of an agreement where nobody did). */
function channelOf(said: readonly { channel: string }[]): string | null {
  const known = new Set(said.flatMap(({ channel }) => (channel === 'by hand' ? [] : [channel])))
  return known.size === 0 ? null : [...known].join(', ')
}

type At = { app: App; tx: PostgresTransaction }

async function writeWords({ app, tx }: At, { link, chosen, answer, language }: Choosing): Promise<void> {
  const { workspaceId, studyId, participantId, personNo } = link
  const channel = 'own page'
  const given = answer === 'yes'
  const agreements = chosen.flatMap(({ use, wording }) =>
    use === 'invitation' ? [] : [{ agreement: use, given, wording, language, channel }],
  )
  await writeAgreements(
    { app, tx },
    { workspaceId, studyId, joined: [{ participantId, personNo, agreements }], actor: doerOf(link) },
  )
  const invitation = chosen.find(({ use }) => use === 'invitation')
  if (!invitation) return
  const entry = {
    personNo,
    purpose: 'invitation' as const,
    state: given ? ('given' as const) : ('withdrawn' as const),
    happenedAt: app.clock.now(),
    wording: invitation.wording,
    language,
    channel,
    actor: { kind: 'person', id: link.personId },
  }
  await recordConsent({ tx, outbox: app.outbox }, { workspaceId, entries: [entry] })
}
