import { z } from 'zod'
import { mentionsOf, type Mentions } from '../../people/index.ts'
import { ch, type App, type NamedElsewhere } from '../../platform/index.ts'
import { openSealedText, sealText } from './sealed-text.ts'
import { pagesOfEvents, removeReplaced, writeAgain } from './written-again.ts'

/** What of an event its sender writes; `name` is in the order of the table and is replaced by writing the row again. */
const name = ch.sql`toString(events.name)`
const texts = ['properties', 'traits', 'context', 'message_id'].map((column) => ch.trusted(column))

/** How many events of others name somebody who is erased, in the open or sealed. */
export async function countNamedEvents(app: App, { workspaceId, names }: NamedElsewhere): Promise<number> {
  let count = 0
  for (const mentions of mentionsOf(names)) {
    const { open, named } = await countOpen(app, { workspaceId, mentions })
    count += open + named
    for await (const rows of sealedNaming(app, { workspaceId, mentions })) count += rows.length
  }
  return count
}

/** Puts the mark of what is erased in place of the names, on disk. */
export async function eraseNamedEvents(app: App, { workspaceId, names }: NamedElsewhere): Promise<void> {
  for (const mentions of mentionsOf(names)) {
    const { open, named } = await countOpen(app, { workspaceId, mentions })
    if (open > 0) await eraseOpen(app, { workspaceId, mentions })
    if (named > 0) await eraseFromNames(app, { workspaceId, mentions })
    for await (const changed of sealedNaming(app, { workspaceId, mentions })) {
      await writeAgain(app, { changed, as: 'later version' })
      const hashes = ch.u64s(changed.map(({ row }) => row.hash))
      await removeReplaced(app, { workspaceId, later: ch.sql`sealed != '' AND message_hash IN ${hashes}` })
    }
  }
}

const isOpen = (mentions: Mentions) => ch.join(texts.map(mentions.json.in), ' OR ')
/** An event is called by an address only; what else is called so is called so by chance. */
const isNamed = (mentions: Mentions) => (mentions.areAddresses ? mentions.in(name) : ch.sql`false`)

/** Events whose texts name them, and events that are called by them. */
async function countOpen(
  app: App,
  { workspaceId, mentions }: { workspaceId: string; mentions: Mentions },
): Promise<{ open: number; named: number }> {
  const [found] = await app.ch.query(
    ch.sql`SELECT countIf(${isOpen(mentions)}) AS open, countIf(${isNamed(mentions)}) AS named FROM events
      WHERE workspace_id = ${ch.uuid(workspaceId)} SETTINGS max_execution_time = 600`,
    z.object({ open: z.number(), named: z.number() }),
  )
  return found ?? { open: 0, named: 0 }
}

async function eraseOpen(
  app: App,
  { workspaceId, mentions }: { workspaceId: string; mentions: Mentions },
): Promise<void> {
  const replaced = texts.map((column) => ch.sql`${column} = ${mentions.json.withoutIn(column)}`)
  await app.ch.command(
    ch.sql`ALTER TABLE events UPDATE ${ch.join(replaced, ', ')}
      WHERE workspace_id = ${ch.uuid(workspaceId)} AND (${isOpen(mentions)}) SETTINGS mutations_sync = 2`,
  )
}

async function eraseFromNames(
  app: App,
  { workspaceId, mentions }: { workspaceId: string; mentions: Mentions },
): Promise<void> {
  const those = ch.sql`workspace_id = ${ch.uuid(workspaceId)} AND ${isNamed(mentions)}`
  await app.ch.command(
    ch.sql`INSERT INTO events SELECT * REPLACE (${mentions.withoutIn(name)} AS name) FROM events WHERE ${those}`,
  )
  await app.ch.command(ch.sql`ALTER TABLE events DELETE WHERE ${those} SETTINGS mutations_sync = 2`)
}

/** Events whose sealed values name them, as they are without the name. */
async function* sealedNaming(
  app: App,
  { workspaceId, mentions }: { workspaceId: string; mentions: Mentions },
) {
  for await (const rows of pagesOfEvents(app, { workspaceId, which: ch.sql`sealed != ''` })) {
    const found = rows.flatMap((row) => {
      const text = openSealedText(app, { workspaceId, sealed: row.sealed }) ?? ''
      const without = mentions.json.without(text)
      return without === text
        ? []
        : [{ row, otherwise: { sealed: sealText(app, { workspaceId, text: without }) } }]
    })
    if (found.length > 0) yield found
  }
}
