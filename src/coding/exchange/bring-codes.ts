import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { CodeId, type Doer } from '../../workspace/index.ts'
import type { CodeColour, CodebookId } from '../coding.schema.ts'
import { freeName } from '../code-names.ts'
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
 * Brings codes into a codebook, parents before children. One of the same GUID that may be used there already is that code, and so is one of the same
 * name in the same place, or the only one of that name where one of the two stands under none; where two of the file have one name in one place, the second
 * gets a number.
 */
export async function bringCodes(tx: PostgresTransaction, given: Bringing): Promise<BroughtCodes> {
  const { codes, report } = given
  const reach = await codesInReach(tx, given)
  const inFile = Map.groupBy(codes, ({ name }) => name.toLowerCase())
  const taken = new Set<string>()
  const brought: BroughtCodes = { ids: new Map(), made: 0, steps: [] }
  for (const code of codes) {
    const parentId = brought.ids.get(code.parent ?? '') ?? null
    const isOnly = inFile.get(code.name.toLowerCase())?.length === 1
    const known = knownOf(code, { parentId, reach, taken, isOnly })
    if (known !== undefined) {
      report.note('code-known', code.name)
      brought.ids.set(code.guid, known.codeId)
      taken.add(nameAt(known))
      continue
    }
    const isFree = (name: string) =>
      !taken.has(nameAt({ name, parentId })) && !reach.byPlace.has(nameAt({ name, parentId }))
    const name = freeName({ name: code.name === '' ? 'Code' : code.name }, isFree)
    if (name !== code.name && code.name !== '') report.note('code-renamed', name)
    taken.add(nameAt({ name, parentId }))
    const codeId = await insertCode(tx, {
      workspaceId: given.workspaceId,
      studyId: given.studyId,
      actor: given.actor,
      code: {
        name,
        parentId,
        description: code.own?.description ?? code.description,
        example: code.own?.example ?? '',
        origin: origins.find((origin) => origin === code.own?.origin) ?? 'inductive',
        colour: colourOf(code, report),
        codebookId: given.codebookId,
      },
    })
    brought.ids.set(code.guid, codeId)
    brought.steps.push({ do: 'put code', codeId, with: 'nothing' })
    brought.made++
  }
  return brought
}

const origins = ['deductive', 'inductive', 'in vivo'] as const

type Known = { codeId: CodeId; parentId: CodeId | null; name: string }
type Reach = {
  byId: ReadonlyMap<string, Known>
  byPlace: ReadonlyMap<string, Known>
  byName: ReadonlyMap<string, readonly Known[]>
}

async function codesInReach(
  tx: PostgresTransaction,
  { workspaceId, studyId, codebookId }: Bringing,
): Promise<Reach> {
  const { rows } = await sql<{ id: string; parent_id: string | null; name: string }>`
    select id, parent_id, name from codes where workspace_id = ${workspaceId} and removed_at is null
      and codebook_id is not distinct from ${codebookId}::uuid and (study_id is null or study_id = ${studyId}::uuid)
    order by study_id nulls first`.execute(tx)
  const known = rows.map(({ id, parent_id, name }): Known => ({
    codeId: CodeId.parse(id),
    parentId: CodeId.nullable().parse(parent_id),
    name,
  }))
  return {
    byId: new Map(known.map((one) => [one.codeId, one])),
    byPlace: new Map(known.map((one) => [nameAt(one), one])),
    byName: Map.groupBy(known, ({ name }) => name.toLowerCase()),
  }
}

const nameAt = ({ name, parentId }: Pick<Known, 'name' | 'parentId'>) =>
  `${parentId ?? ''} ${name.toLowerCase()}`

type Standing = { parentId: CodeId | null; reach: Reach; taken: ReadonlySet<string>; isOnly: boolean }

/** A name the file has used in a place already means another code, not the one that was there before. */
function knownOf(code: RefiCode, { parentId, reach, taken, isOnly }: Standing): Known | undefined {
  const same = reach.byId.get(code.guid)
  if (same) return same
  const [named, another] = isOnly ? (reach.byName.get(code.name.toLowerCase()) ?? []) : []
  const isLoose = another === undefined && (parentId === null || named?.parentId === null)
  const known = reach.byPlace.get(nameAt({ name: code.name, parentId })) ?? (isLoose ? named : undefined)
  return known === undefined || taken.has(nameAt(known)) ? undefined : known
}

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
