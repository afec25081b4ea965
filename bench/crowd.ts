import { ch, type App } from '../src/platform/index.ts'

/** So many invented people, numbered from `first`, and what they did in the last ninety days. */
export type Crowd = { workspaceId: string; first: number; people: number; events: number }

/** What is known of everybody: the type and class of a trait, and its value as text and as number for `person`, in SQL. */
export const crowdTraits = [
  trait({ trait: 'age', type: 'number', class: 'demographic', value: `18 + cityHash64(person, 'age') % 70` }),
  trait({
    trait: 'city',
    type: 'category',
    class: 'geographic',
    value: `concat('city ', toString(cityHash64(person, 'city') % 20))`,
  }),
  trait({
    trait: 'plan',
    type: 'category',
    class: 'behaviour',
    value: `['free', 'basic', 'full'][1 + cityHash64(person, 'plan') % 3]`,
  }),
  trait({
    trait: 'spent',
    type: 'number',
    class: 'behaviour',
    // The old spend more: something there is to be found.
    value: `(cityHash64(person, 'spent') % 5000) + 40 * (cityHash64(person, 'age') % 70)`,
  }),
  trait({
    trait: 'newsletter',
    type: 'boolean',
    class: 'behaviour',
    value: `if(cityHash64(person, 'newsletter') % 3 = 0, 'true', 'false')`,
  }),
]

/** Puts the crowd where ClickHouse keeps traits, identities and events; several million rows a second. */
export async function bringCrowd(app: App, crowd: Crowd, say: (line: string) => void): Promise<void> {
  const { events } = crowd
  const ws = ch.uuid(crowd.workspaceId)
  const write = async (what: string, statement: Parameters<App['ch']['command']>[0]) => {
    say(what)
    await app.ch.command(statement)
  }
  for (const { trait: name, text, num } of crowdTraits)
    await write(
      `trait ${name}`,
      ch.sql`INSERT INTO traits (workspace_id, trait, person, text, num, source_id, origin, at, version)
SELECT ${ws}, ${ch.text(name)}, person, ${ch.trusted(text)}, ${ch.trusted(num)}, ${ws}, 'told', now64(3), 1 FROM (${numbered(crowd)})`,
    )
  await write(
    'who they are',
    ch.sql`INSERT INTO identity (workspace_id, kind, value, person, version) SELECT ${ws}, 'user_id', concat('u', toString(person)), person, 1 FROM (${numbered(crowd)})`,
  )
  // As it is after ninety days: the program has read these events long ago, and does not begin to while it is measured, nor
  // while they are written.
  const read = { name: 'find people in events', at: new Date() }
  await app.pg
    .insertInto('watermarks')
    .values(read)
    .onConflict((told) => told.column('name').doUpdateSet(read))
    .execute()
  for (let from = 0; from < events; from += 2_000_000)
    await write(
      `events from ${from.toLocaleString('en')}`,
      ch.sql`INSERT INTO events (workspace_id, name, id_kind, id_value, message_id, type, at, received_at, stored_at, source_id, properties)
SELECT ${ws}, ['open', 'search', 'view', 'order', 'cart', 'help', 'share', 'leave'][1 + if(r % 10 < 4, 0, r % 8)], 'user_id',
  concat('u', toString(${ch.u32(crowd.first)} + cityHash64(number, 'who') % ${ch.u32(crowd.people)})), toString(number), 'track',
  now64(3) - toIntervalSecond(cityHash64(number, 'when') % 7776000) AS moment, moment, moment, ${ws}, '{"price":9}'
FROM (SELECT number, cityHash64(number, 'name') AS r FROM numbers(${ch.u32(from)}, ${ch.u32(Math.min(2_000_000, events - from))}))`,
    )
}

/** Merges what was written, as the engine does by itself in the hours after. */
export async function mergeTables(
  app: App,
  tables: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  for (const table of tables) {
    say(`merging ${table}`)
    await app.ch.command(ch.sql`OPTIMIZE TABLE ${ch.trusted(table)} FINAL`)
  }
}

/** ClickHouse: one row for each of the crowd, `person`. */
export function numbered({ first, people }: Pick<Crowd, 'first' | 'people'>) {
  return ch.sql`SELECT toUInt32(number) AS person FROM numbers(${ch.u32(first)}, ${ch.u32(people)})`
}

function trait(given: { trait: string; type: string; class: string; value: string }) {
  const isNumber = given.type === 'number'
  return {
    trait: given.trait,
    type: given.type,
    class: given.class,
    text: isNumber ? `toString(${given.value})` : given.value,
    num: isNumber ? `toFloat64(${given.value})` : 'NULL',
  }
}
