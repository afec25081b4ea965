import { z } from 'zod'
import { freshPermission, mayBitmapSql } from '../../consent/index.ts'
import { Problem, ch, notFound, type App } from '../../platform/index.ts'
import { knownTraits, listSets, sortIntoSegments, type KnownTrait } from '../../segments/index.ts'
import { groupNumbers, groupWords, tellGroups, type Group } from './groups.ts'

type Asked = { workspaceId: string; of: string; people: readonly number[] }

/** Traits that say what somebody is like without saying who: never free text, identifiers or special categories. */
const kinds = new Set(['number', 'category', 'boolean', 'date'])

/** People heard by the segments of a set, in its order. Throws 404. */
export async function groupBySegment(app: App, { workspaceId, of, people }: Asked): Promise<Group[]> {
  const set = (await listSets(app.pg, workspaceId)).find(({ setId }) => setId === of)
  if (set === undefined) throw notFound('set of segments')
  const inside = await sortIntoSegments(app, { workspaceId, set, personNos: people })
  const placed = new Set(inside.flat())
  return tellGroups(
    set.segments.map(({ segmentId, name }, part) => ({
      key: segmentId,
      label: name,
      from: null,
      below: null,
      people: inside[part] ?? [],
    })),
    people.filter((personNo) => !placed.has(personNo)),
  )
}

/** People heard by what is known of them. Throws `no-such-trait` (404), also for one that may not describe people. */
export async function groupByTrait(app: App, { workspaceId, of, people }: Asked): Promise<Group[]> {
  const isMeant = (known: KnownTrait) => known.trait === of
  // One that nobody heard is known by is looked for among everybody: then all are told as not known.
  const trait =
    (await traitsToShow(app, { workspaceId, people })).find(isMeant) ??
    (await traitsToShow(app, { workspaceId })).find(isMeant)
  if (trait === undefined)
    throw new Problem({
      id: 'no-such-trait',
      status: 404,
      detail: 'There is no such trait in this workspace, or it may not describe people here.',
    })
  const rows = await valuesOf(app, { workspaceId, of, people })
  const isNumber = trait.type === 'number' && rows.every(({ num }) => num !== null)
  const groups = isNumber
    ? groupNumbers(new Map(rows.map(({ person, num }) => [person, num ?? 0])))
    : groupWords(
        new Map(rows.map(({ person, text }) => [person, trait.type === 'date' ? text.slice(0, 4) : text])),
      )
  const known = new Set(rows.map(({ person }) => person))
  return tellGroups(
    groups,
    people.filter((personNo) => !known.has(personNo)),
  )
}

/** The traits that people, or some of them, may be told apart by, best known first. */
export async function traitsToShow(
  app: App,
  { workspaceId, people }: { workspaceId: string; people?: readonly number[] },
): Promise<KnownTrait[]> {
  return (await knownTraits(app, { workspaceId, among: people })).filter(({ type }) => kinds.has(type))
}

async function valuesOf(app: App, { workspaceId, of, people }: Asked) {
  if (people.length === 0) return []
  await freshPermission(app, workspaceId)
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis', among: people })
  return app.ch.query(
    ch.sql`SELECT person, text, num FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(of)} AND text != ''
AND person IN ${ch.u32s(people)} AND bitmapContains((${may}), person) ORDER BY person`,
    z.object({ person: z.number(), text: z.string(), num: z.number().nullable() }),
  )
}
