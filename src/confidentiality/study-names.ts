import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import {
  Language,
  ambiguousWords,
  keysOfName,
  proposePseudonym,
  type IdentifierKind,
  type NamePart,
  type KnownIdentifier,
} from '../language/index.ts'
import { newBreath, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { hashName, openName, sealName } from './sealed-name.ts'

type InStudy = { workspaceId: string; studyId: string }

/** One thing known of a study, opened. For this room only: never for an answer. */
export type StudyName = {
  pseudonymId: string
  key: string
  form: string
  kind: IdentifierKind
  state: 'proposed' | 'accepted' | 'refused'
  pseudonym: string
  isAnyCase: boolean
  /** The pseudonym that stands in what the team wrote. */
  teamWords: string | null
}

/** Everything known of a study by what it is found by. */
export async function namesOfStudy(
  app: Pick<App, 'secret'>,
  { pg, workspaceId, studyId }: InStudy & { pg: Postgres },
): Promise<Map<string, StudyName>> {
  const rows = await pg
    .selectFrom('pseudonyms')
    .select(['id', 'original', 'kind', 'state', 'pseudonym', 'any_case', 'team_words'])
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .execute()
  const names = rows.map((row): StudyName => ({
    pseudonymId: row.id,
    ...openName(app, { workspaceId, original: row.original }),
    kind: kindOf(row.kind),
    state: row.state === 'accepted' || row.state === 'refused' ? row.state : 'proposed',
    pseudonym: row.pseudonym,
    isAnyCase: row.any_case,
    teamWords: row.team_words,
  }))
  return new Map(names.map((name) => [name.key, name]))
}

/**
 * As the finder wants it. What is refused is found too: its places are kept, so that it can be proposed again. What is replaced is found in small letters
 * as well, where it is a name and no word of the language.
 */
export function knownAmong(
  names: Iterable<StudyName>,
  language: Language,
): Map<string, KnownIdentifier | null> {
  return new Map(
    [...names].map((name) => [
      name.key,
      { kind: name.kind, case: name.isAnyCase || isHasty(name, language) ? 'any' : 'capital' },
    ]),
  )
}

const isHasty = ({ key, kind, state }: StudyName, language: Language) =>
  state === 'accepted' && kind === 'name' && key.length > 2 && !ambiguousWords[language].has(key)

export type NewName = {
  key: string
  form: string
  kind: IdentifierKind
  part?: NamePart
  personNo?: number | null
}

/**
 * Puts on the list what a study does not know yet, each with a pseudonym that is nobody's name in it; changes `names`. Whoever calls it holds the study
 * (`holdNames`).
 */
export async function addNames(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: InStudy & { names: Map<string, StudyName>; found: readonly NewName[]; language: string },
): Promise<void> {
  const { workspaceId, studyId, names, found } = given
  const language = Language.catch('en').parse(given.language)
  const taken = new Set([...names.values()].flatMap(({ pseudonym, key }) => [pseudonym.toLowerCase(), key]))
  for (const { key } of found) taken.add(key)
  for (const key of await colleagues(tx, workspaceId)) taken.add(key)
  const pick = (key: string) => pickBy(`${app.secret.toString('hex')} ${studyId} ${key}`)
  for (const { key, kind, part } of found) {
    const known = names.get(key)
    // Known as a capital only, until a title or an introduction told that it is a name.
    if (kind !== 'name' || known?.kind !== 'other' || known.state !== 'proposed') continue
    const pseudonym = proposePseudonym({ kind, key, part, language, taken, pick: pick(key) })
    taken.add(pseudonym.toLowerCase())
    names.set(key, { ...known, kind, pseudonym })
    await sql`update pseudonyms set kind = ${kind}, pseudonym = ${pseudonym}, version = version + 1 where id = ${known.pseudonymId}`.execute(
      tx,
    )
  }
  const unknown = new Map<string, NewName>()
  for (const name of found)
    if (!names.has(name.key)) unknown.set(name.key, { ...name, ...unknown.get(name.key) })
  if (unknown.size === 0) return
  const breathe = newBreath()
  const added = []
  for (const { key, form, kind, part, personNo = null } of unknown.values()) {
    await breathe()
    const pseudonym = proposePseudonym({ kind, key, part, language, taken, pick: pick(key) })
    taken.add(pseudonym.toLowerCase())
    const original = sealName(app, { workspaceId, key, form })
    added.push({ key, keyHash: hashName(app, { studyId, key }), form, original, kind, pseudonym, personNo })
  }
  const { rows } = await sql<{ id: string; key_hash: string }>`
    insert into pseudonyms (workspace_id, study_id, kind, key_hash, original, pseudonym, person_no)
    select ${workspaceId}::uuid, ${studyId}::uuid, kind, key_hash, original, pseudonym, person_no
    from unnest(${added.map(({ kind }) => kind)}::text[], ${added.map(({ keyHash }) => keyHash)}::text[],
      ${added.map(({ original }) => original)}::text[], ${added.map(({ pseudonym }) => pseudonym)}::text[],
      ${added.map(({ personNo }) => personNo)}::bigint[]) as n (kind, key_hash, original, pseudonym, person_no)
    returning id, key_hash`.execute(tx)
  const ids = new Map(rows.map((row) => [row.key_hash, row.id]))
  for (const { key, keyHash, form, kind, pseudonym } of added)
    names.set(key, {
      pseudonymId: ids.get(keyHash) ?? '',
      key,
      form,
      kind,
      pseudonym,
      state: 'proposed',
      isAnyCase: false,
      teamWords: null,
    })
}

/** What the team is called: a pseudonym that is a colleague's name would make notes speak of them. */
export async function colleagues(tx: PostgresTransaction, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select u.name from members m join users u on u.id = m.user_id where m.workspace_id = ${workspaceId}`.execute(
    tx,
  )
  return rows.flatMap(({ name }) => keysOfName(name))
}

/** The language a study is held in, and the team writes in. */
export async function languageOf(tx: PostgresTransaction, studyId: string): Promise<Language> {
  const study = await tx.selectFrom('studies').select('language').where('id', '=', studyId).executeTakeFirst()
  return Language.catch('en').parse(study?.language)
}

/** One at a time adds to the names of a study, until the transaction ends. */
export async function holdNames(tx: PostgresTransaction, studyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('pseudonyms:' || ${studyId}, 0))`.execute(tx)
}

const kinds: readonly IdentifierKind[] = ['name', 'place', 'email', 'phone', 'civil number', 'other']

function kindOf(kind: string): IdentifierKind {
  return kinds.find((known) => known === kind) ?? 'other'
}

/** The same choice for the same name of a study whenever it is made; nobody without the secret can tell it. */
function pickBy(seed: string): (count: number) => number {
  const number = createHash('sha256').update(seed).digest().readUInt32BE(0)
  return (count) => (count === 0 ? 0 : number % count)
}
