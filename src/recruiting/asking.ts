/** The letters that ask people, sent a few at a time. */
import { sql } from 'kysely'
import { studyScope } from '../consent/index.ts'
import type { App } from '../platform/index.ts'
import { ownAddress } from './links.ts'
import { oneLine, writeLetter } from './letter.ts'
import { InviteeLanguage, Texts, writtenIn } from './recruiting.schema.ts'
import { inviteeWords, partlyIn, type Told } from './wording/words.ts'

/** What of the program letters need. */
type Sending = Pick<App, 'pg' | 'clock' | 'mail' | 'secret' | 'baseUrl'>

/** How many letters that ask go out in one round, which is a minute: a mail server takes that from anybody. */
export const lettersARound = 30
const mostTries = 5

/**
 * Sends the letters that a member has let go, at most {@link lettersARound} of them. Whether somebody may be asked is read from the ledger
 * right before their letter; who may not any more is left out and not written to. Each letter has a key, so nobody gets it twice, also when
 * the program ends in the middle. Returns how many went out.
 */
export async function sendAsking(app: Sending): Promise<number> {
  const due = await dueLetters(app)
  let sent = 0
  for (const letter of due) {
    if (letter.person_no !== null && !(await mayStillAsk(app, letter))) {
      await close(app, { inviteeId: letter.id, state: 'withheld' })
      continue
    }
    if (letter.to === null) {
      await close(app, { inviteeId: letter.id, state: 'failed' })
      continue
    }
    if (await sendOne(app, { ...letter, to: letter.to })) sent += 1
  }
  return sent
}

/** Whether they may be asked at this moment: anybody as the workspace's ledger says, a friend who came forward as they said of this study. */
async function mayStillAsk(app: Sending, due: Due): Promise<boolean> {
  const { rows } = await sql<{ scope: string; purpose: number; reason: number }>`
    select scope, purpose, reason from permission_rows(${due.workspace_id}::uuid, array[${due.person_no}]::bigint[])
    where scope in ('', ${studyScope(due.study_id)}) and purpose in (0, 2)`.execute(app.pg)
  const reasonOf = (scope: string, purpose: number) =>
    rows.find((row) => row.scope === scope && row.purpose === purpose)?.reason
  const ofStudy = reasonOf(studyScope(due.study_id), 2)
  if (due.is_introduced) return ofStudy === 0
  // A word about this study alone refuses too; without one it has nothing to say.
  const refused = ofStudy === 3 || ofStudy === 4
  return !refused && reasonOf('', 0) === 0 && reasonOf('', 2) === 0
}

async function sendOne(app: Sending, due: Due & { to: string }): Promise<boolean> {
  const language = InviteeLanguage.catch('en').parse(due.language)
  const words = inviteeWords[language]
  const link = ownAddress(app, due.id)
  const refusal = `${link}/refusal`
  const kind = due.kind === 'introduction' ? words.letters.introduction : words.letters.invitation
  const read = (texts: unknown) =>
    writtenIn(Texts.catch({}).parse(texts), { language, main: due.study_language })
  const [about, gift] = [read(due.about), read(due.gift)]
  const told: Told = {
    workspace: oneLine(due.workspace),
    minutes: due.minutes ?? 60,
    about: about.text,
    gift: gift.text,
    when: '',
    place: '',
    interviewer: '',
    companions: [],
  }
  const letter = due.kind === 'place' ? words.letters.place(told) : kind(told)
  const partly = partlyIn(language, due.kind === 'place' ? [] : [about, gift])
  const delivery = await app.mail.send({
    workspaceId: due.workspace_id,
    to: due.to,
    ...writeLetter({
      words: { ...letter, before: [...letter.before, ...partly] },
      language,
      link,
      refusal: { words: words.refusal, link: refusal },
    }),
    headers: { 'List-Unsubscribe': `<${refusal}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    key: `ask:${due.id}:${due.letter}`,
  })
  if (delivery === 'failed') return retryLater(app, due)
  if (delivery === 'under way') return false
  await close(app, { inviteeId: due.id, state: delivery === 'unknown' ? 'unknown' : 'invited' })
  return delivery !== 'unknown'
}

async function retryLater(app: Sending, { id, tried }: Due): Promise<false> {
  if (tried + 1 >= mostTries) await close(app, { inviteeId: id, state: 'failed' })
  else
    await sql`
      update invitees set tried = tried + 1, next_try_at = ${app.clock.now()}::timestamptz + interval '10 minutes' * (tried + 1)
      where id = ${id}::uuid`.execute(app.pg)
  return false
}

async function close(
  app: Sending,
  { inviteeId, state }: { inviteeId: string; state: 'invited' | 'withheld' | 'failed' | 'unknown' },
): Promise<void> {
  // Who has answered meanwhile keeps their answer.
  await sql`
    update invitees set state = ${state}, asked_at = case when ${state} in ('invited', 'unknown') then ${app.clock.now()}::timestamptz else asked_at end
    where id = ${inviteeId}::uuid and state = 'drawn'`.execute(app.pg)
}

type Due = {
  id: string
  workspace_id: string
  study_id: string
  person_no: number | null
  is_introduced: boolean
  to: string | null
  kind: 'invitation' | 'introduction' | 'place'
  language: string
  letter: number
  tried: number
  workspace: string
  study_language: string
  minutes: number | null
  about: unknown
  gift: unknown
}

async function dueLetters(app: Sending): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select i.id, i.workspace_id, i.study_id, i.person_no, i.is_introduced, i.language, i.letter, i.tried, w.name as workspace, s.language as study_language,
      r.minutes, r.about, r.gift,
      case when i.answered_at is not null then 'place' when i.is_introduced then 'introduction' else 'invitation' end as kind,
      coalesce(i.address, (select min(d.value) from identifiers d
        where d.workspace_id = i.workspace_id and d.person_no = i.person_no and d.kind = 'email')) as "to"
    from invitees i join workspaces w on w.id = i.workspace_id join studies s on s.id = i.study_id
    left join recruitments r on r.study_id = i.study_id
    where i.state = 'drawn' and i.released_at is not null and s.archived_at is null
      and coalesce(i.next_try_at, i.released_at) <= ${app.clock.now()}
    order by i.released_at, i.id limit ${lettersARound}`.execute(app.pg)
  return rows
}
