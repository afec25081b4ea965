import { sql } from 'kysely'
import { Language, findIdentifiers, keysOfName } from '../language/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { PseudonymId, audit, type Doer } from '../workspace/index.ts'
import { catchUp, catchUpSoon } from './catch-up.ts'
import type { Added, Decision } from './pseudonym.schema.ts'
import { addNames, colleagues, holdNames, namesOfStudy, type StudyName } from './study-names.ts'

type InStudy = { workspaceId: string; studyId: string; actor: Doer }

/** Conversations that are changed while who decided waits; the rest follows in the background. */
const atOnce = 12

/**
 * Writes down what is replaced and what stays, one or many, all or nothing, and begins to carry it out. Throws 404, `pseudonym-changed` (409) where a
 * colleague was faster, `pseudonym-stands` (409) where something replaced should be put back, and `pseudonym-is-name` (422).
 */
export async function decide(
  app: App,
  given: InStudy & { decisions: readonly Decision[] },
): Promise<{ decided: number }> {
  const { workspaceId, studyId, actor, decisions } = given
  await app.pg.transaction().execute(async (tx) => {
    await holdStudy(tx, given)
    const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
    const team = await colleagues(tx, workspaceId)
    const byId = new Map([...names.values()].map((name) => [name.pseudonymId, name]))
    for (const decision of decisions) {
      const name = byId.get(decision.pseudonymId)
      if (!name) throw notFound('pseudonym')
      refuse({ name, decision, names, team })
      const written = await sql`
        update pseudonyms set state = ${decision.state}, pseudonym = ${decision.pseudonym ?? name.pseudonym}, version = version + 1,
          -- Replaced it is found in small letters too: it is looked for once more.
          sought = sought and not (kind = 'name' and ${decision.state} = 'accepted' and state <> 'accepted'),
          decided_at = ${app.clock.now()}, decided_by = ${'userId' in actor ? actor.userId : null}
        where id = ${name.pseudonymId} and version = ${decision.version} returning id`.execute(tx)
      if (written.rows.length === 0) throw changedMeanwhile()
    }
    const count = (state: string) => decisions.filter((decision) => decision.state === state).length
    await audit(tx, {
      workspaceId,
      actor,
      action: 'pseudonyms.decided',
      subject: { kind: 'study', id: studyId },
      detail: { accepted: count('accepted'), refused: count('refused'), waiting: count('proposed') },
    })
  })
  await carryOut(app, given)
  return { decided: decisions.length }
}

type Called = { names: ReadonlyMap<string, StudyName>; team: readonly string[] }

function refuse({ name, decision, ...called }: Called & { name: StudyName; decision: Decision }): void {
  if (name.state === 'accepted' && decision.state !== 'accepted')
    throw new Problem({
      id: 'pseudonym-stands',
      status: 409,
      detail:
        'This is replaced already. Only the privacy officer can put back what stood there; you can change the pseudonym.',
    })
  if (decision.pseudonym !== undefined) refuseName(decision.pseudonym, called)
}

/** A pseudonym that is somebody's name in the study would tell a lie about them; one that is a colleague's would make notes speak of them. */
function refuseName(pseudonym: string, { names, team }: Called): void {
  const same = names.get(pseudonym.toLowerCase())
  const parts = keysOfName(pseudonym)
  const isColleague = parts.length > 0 && parts.every((key) => team.includes(key))
  if (!isColleague && (same === undefined || same.state === 'refused')) return
  throw new Problem({
    id: 'pseudonym-is-name',
    status: 422,
    detail: 'Somebody in this study or in the team is called so. Choose another pseudonym.',
  })
}

const changedMeanwhile = () =>
  new Problem({
    id: 'pseudonym-changed',
    status: 409,
    detail: 'A colleague has decided about one of these meanwhile. Read the list again, then decide.',
  })

/** Has something replaced that no rule found, wherever it stands in the study. Throws 404 and `pseudonym-is-name` (422). */
export async function addPseudonym(
  app: App,
  given: InStudy & { added: Added },
): Promise<{ pseudonymId: PseudonymId }> {
  const { workspaceId, studyId, actor, added } = given
  const pseudonymId = await app.pg.transaction().execute(async (tx) => {
    const language = await holdStudy(tx, given)
    const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
    const team = await colleagues(tx, workspaceId)
    if (added.pseudonym !== undefined) refuseName(added.pseudonym, { names, team })
    const key = keyOf(added.text, language)
    const found = [{ key, form: added.text, kind: added.kind }]
    await addNames({ app, tx }, { workspaceId, studyId, names, found, language })
    const name = names.get(key)
    if (!name) throw new Error('what was added is not on the list')
    await sql`
      update pseudonyms set state = 'accepted', kind = ${added.kind}, pseudonym = ${added.pseudonym ?? name.pseudonym}, version = version + 1,
        any_case = any_case or ${added.text === added.text.toLowerCase()}, decided_at = ${app.clock.now()},
        decided_by = ${'userId' in actor ? actor.userId : null}
      where id = ${name.pseudonymId}`.execute(tx)
    await readAgain(tx, { studyId, text: added.text })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'pseudonyms.added',
      subject: { kind: 'study', id: studyId },
    })
    return PseudonymId.parse(name.pseudonymId)
  })
  await carryOut(app, given)
  return { pseudonymId }
}

/** As the finder tells it, where it is a number or an address; else the words themselves. */
function keyOf(text: string, language: Language): string {
  const [[found] = []] = findIdentifiers([text], { language })
  const isAll =
    found !== undefined && found.form === text && ['email', 'phone', 'civil number'].includes(found.kind)
  return isAll ? found.key : text.normalize().toLowerCase().replaceAll(/\s+/g, ' ').replaceAll('’', "'")
}

/** Conversations in which it may stand are read through anew. */
async function readAgain(
  tx: PostgresTransaction,
  { studyId, text }: { studyId: string; text: string },
): Promise<void> {
  const first = /[\p{L}\p{N}]{2,}/u.exec(text.normalize())?.[0] ?? text
  await sql`
    update pseudonym_readings r set rules = 0 where r.study_id = ${studyId} and exists (
      select from interviews i where i.id = r.interview_id and (strpos(lower(normalize(i.title)), lower(${first})) > 0
        or exists (select from utterances u where u.interview_id = i.id and strpos(lower(normalize(u.text)), lower(${first})) > 0)
        or exists (select from speakers s where s.interview_id = i.id and strpos(lower(normalize(s.name)), lower(${first})) > 0)))`.execute(
    tx,
  )
}

/** Throws 404. The language of the study. */
async function holdStudy(
  tx: PostgresTransaction,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<Language> {
  const study = await tx
    .selectFrom('studies')
    .select('language')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirst()
  if (!study) throw notFound('study')
  await holdNames(tx, studyId)
  return Language.catch('en').parse(study.language)
}

/** Changes a dozen conversations now, looks for more places in as many, and leaves the others to the background. */
export async function carryOut(
  app: App,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<void> {
  for (let round = 0; round < rounds; round += 1)
    if (!(await catchUp(app, { workspaceId, studyId, most: atOnce }))) return
  await catchUpSoon(app, { workspaceId, seconds: 0 })
}

/** First what was decided, then conversations it is looked for in anew, then what that brought up. */
const rounds = 3
