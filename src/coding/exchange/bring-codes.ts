import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { CodeId, type Doer } from '../../workspace/index.ts'
import type { CodeColour, CodebookId } from '../coding.schema.ts'
import { insertCode } from '../codes.ts'
import type { Step } from '../steps.ts'
import type { Reporting } from './import-report.ts'
import { hexColours, type RefiCode } from './refi.ts'

type Bringing = {
  workspaceId: string
  /** The study whose codebook new codes join; null: the workspace's. */
  studyId: string | null
  /** A codebook by name that they join instead. */
  codebookId: CodebookId | null
  actor: Doer
  codes: readonly RefiCode[]
  report: Reporting
}

/** What became of codes: ours for each GUID, and the steps that made new ones. */
export type BroughtCodes = { ids: Map<string, CodeId>; made: number; steps: Step[] }

/**
 * Brings codes into a codebook, parents before children. One of the same GUID or name that may be used there already is that code; where two of
 * the file have one name, the second is told apart by what it stands under.
 */
export async function bringCodes(tx: PostgresTransaction, given: Bringing): Promise<BroughtCodes> {
  const { codes, report } = given
  const reach = await codesInReach(tx, given)
  const names = new Map(codes.map(({ guid, name }) => [guid, name]))
  const taken = new Set<string>()
  const brought: BroughtCodes = { ids: new Map(), made: 0, steps: [] }
  for (const code of codes) {
    const known = reach.byId.get(code.guid) ?? knownByName(code, { reach, taken })
    if (known !== undefined) {
      report.note('code-known', code.name)
      brought.ids.set(code.guid, known)
      taken.add(code.name.toLowerCase())
      continue
    }
    const name = freeName(code, { parent: names.get(code.parent ?? ''), taken, reach })
    if (name !== code.name && code.name !== '') report.note('code-renamed', name)
    taken.add(name.toLowerCase())
    const codeId = await insertCode(tx, {
      workspaceId: given.workspaceId,
      studyId: given.studyId,
      actor: given.actor,
      code: {
        name,
        description: code.own?.description ?? code.description,
        colour: colourOf(code, report),
        codebookId: given.codebookId,
      },
    })
    await setPlace(tx, { codeId, code, parentId: brought.ids.get(code.parent ?? '') })
    brought.ids.set(code.guid, codeId)
    brought.steps.push({ do: 'put code', codeId, with: 'nothing' })
    brought.made++
  }
  return brought
}

type Reach = { byId: Map<string, CodeId>; byName: Map<string, CodeId> }

async function codesInReach(
  tx: PostgresTransaction,
  { workspaceId, studyId, codebookId }: Bringing,
): Promise<Reach> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, lower(name) as name from codes where workspace_id = ${workspaceId} and removed_at is null
      and codebook_id is not distinct from ${codebookId}::uuid and (study_id is null or study_id = ${studyId}::uuid)
    order by study_id nulls last`.execute(tx)
  return {
    byId: new Map(rows.map(({ id }) => [id, CodeId.parse(id)])),
    byName: new Map(rows.toReversed().map(({ id, name }) => [name, CodeId.parse(id)])),
  }
}

type Naming = { reach: Reach; taken: ReadonlySet<string> }

/** A name the file has used already means another code, not the one that was there before. */
function knownByName(code: RefiCode, { reach, taken }: Naming): CodeId | undefined {
  const name = code.name.toLowerCase()
  return taken.has(name) ? undefined : reach.byName.get(name)
}

function freeName(code: RefiCode, { parent, taken, reach }: Naming & { parent: string | undefined }): string {
  const isFree = (name: string) => !taken.has(name.toLowerCase()) && !reach.byName.has(name.toLowerCase())
  const plain = cut(code.name === '' ? 'Code' : code.name, 200)
  if (isFree(plain)) return plain
  const under = parent === undefined ? plain : `${cut(plain, 120)} (${cut(parent, 60)})`
  if (isFree(under)) return under
  for (let number = 2; ; number++) {
    const name = `${cut(under, 190)} ${number}`
    if (isFree(name)) return name
  }
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).trimEnd().toWellFormed()
}

/** The code under which it stands, its example and where it comes from. */
async function setPlace(
  tx: PostgresTransaction,
  { codeId, code, parentId }: { codeId: CodeId; code: RefiCode; parentId: CodeId | undefined },
): Promise<void> {
  if (parentId === undefined && code.own === undefined) return
  const origin = origins.find((known) => known === code.own?.origin) ?? 'inductive'
  await sql`
    update codes set parent_id = ${parentId ?? null}::uuid, example = ${code.own?.example ?? ''}, origin = ${origin}
    where id = ${codeId}`.execute(tx)
}

const origins = ['deductive', 'inductive', 'in vivo'] as const

/** The one of our colours that looks most like it (distance in RGB, weighted as the eye does). */
function colourOf(code: RefiCode, report: Reporting): CodeColour {
  const asked = rgbOf(code.colour ?? '')
  if (asked === undefined) {
    if (code.colour !== undefined) report.note('colour-nearest', code.name)
    return 'teal'
  }
  const [nearest] = colours
    .map(([name, rgb]) => ({ name, far: distance(rgb, asked) }))
    .toSorted((a, b) => a.far - b.far)
  if (nearest === undefined) return 'teal'
  if (nearest.far > 0) report.note('colour-nearest', code.name)
  return nearest.name
}

type Rgb = readonly [red: number, green: number, blue: number]

const colours = (['teal', 'green', 'amber', 'red', 'grey', 'ink'] as const).map(
  (name) => [name, rgbOf(hexColours[name]) ?? [0, 0, 0]] as const,
)

function rgbOf(colour: string): Rgb | undefined {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})$/iu.exec(colour)?.[1]
  if (hex === undefined) return undefined
  const width = hex.length / 3
  const part = (at: number) => Number.parseInt(hex.slice(at * width, (at + 1) * width).repeat(3 - width), 16)
  return [part(0), part(1), part(2)]
}

function distance(one: Rgb, other: Rgb): number {
  const [red, green, blue] = [one[0] - other[0], one[1] - other[1], one[2] - other[2]]
  return 2 * red ** 2 + 4 * green ** 2 + 3 * blue ** 2
}
