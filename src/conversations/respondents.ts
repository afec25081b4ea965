import { sql } from 'kysely'
import { plainHeader } from '../people/index.ts'
import { keyedHash, newBreath, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'

/** `series`: which numbering of the study they go by; null: the first. */
type Named = { studyId: string; column: string; name: string | null; series: string | null }

/**
 * A keyed hash by which the same respondent is known again within one study, or undefined for a row that names nobody. An e-mail address is
 * the same in every column; anything else only under the same heading and in one numbering.
 */
export function respondentKey(
  app: Pick<App, 'secret'>,
  { studyId, column, name, series }: Named,
): string | undefined {
  if (name === null || /^#\d+$/u.test(name)) return undefined
  const own = [plainHeader(column).toLowerCase(), name, ...(series === null ? [] : [series])]
  const said = name.includes('@') ? ['email', name.toLowerCase()] : own
  return keyedHash(app.secret).update(`respondent\n${studyId}\n`).update(said.join('\n')).digest('base64url')
}

/** The keys of many, others served meanwhile; whoever is named by nothing has none. */
export async function respondentKeys(
  app: Pick<App, 'secret'>,
  { names, ...of }: Omit<Named, 'name'> & { names: readonly (string | null)[] },
): Promise<string[]> {
  const breathe = newBreath()
  const keys: string[] = []
  for (const name of names) {
    await breathe()
    const key = respondentKey(app, { ...of, name })
    if (key !== undefined) keys.push(key)
  }
  return keys
}

/** The participants of a study who answered under these keys before. */
export async function findRespondents(
  pg: Postgres,
  { studyId, keys }: { studyId: string; keys: readonly string[] },
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; id: string }>`
    select k.key, p.id from participants p, unnest(p.respondent_keys) as k (key)
    where p.study_id = ${studyId} and k.key = any(${[...keys]}::text[]) order by p.id desc`.execute(pg)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Keeps the keys of those who answered, so that they are known again. */
export async function keepRespondents(
  tx: PostgresTransaction,
  answered: readonly { participantId: string; key: string }[],
): Promise<void> {
  if (answered.length === 0) return
  await sql`
    update participants p set respondent_keys = array(select distinct unnest(p.respondent_keys || given.keys) order by 1)
    from (
      select id, array_agg(key) as keys
      from unnest(${answered.map(({ participantId }) => participantId)}::uuid[], ${answered.map(({ key }) => key)}::text[]) as a (id, key)
      group by id
    ) given where p.id = given.id and not p.respondent_keys @> given.keys`.execute(tx)
}
