import { type Identifier, identifierKey, limits, strength } from './identifier.ts'

/** Who somebody is within one run: a person known already, or one about to be made. */
export type Entity = {
  /** Number of a person known already. */
  no: number | undefined
  /** Identifiers of which a person has only one. */
  only: Map<string, string>
  /** Whether a trusted source vouches for any identifier. */
  vouched: boolean
  /** Set when this one was found to be another. */
  into: Entity | undefined
}

export type Trust = 'trusted' | 'public'
export type KnownIdentifier = { personNo: number; trusted: boolean }
export type KnownPerson = { only: ReadonlyMap<string, string>; vouched: boolean }

export type Known = {
  identifiers: ReadonlyMap<string, KnownIdentifier>
  people: ReadonlyMap<number, KnownPerson>
}

export type RowOutcome =
  /** `elsewhere`: what the row names that stays with somebody else. */
  | { state: 'known' | 'new'; entity: Entity; elsewhere: readonly Identifier[] }
  | { state: 'refused'; why: 'no identifier' | 'untrusted merge' }

export type Resolution = {
  outcomes: RowOutcome[]
  made: Entity[]
  attached: { entity: Entity; identifier: Identifier }[]
  merged: { from: Entity; into: Entity }[]
}

/**
 * Decides, row after row, who each is. A trusted row joins whom it names, except that nobody gets a second user or customer number: then
 * the stronger identifier decides and the weaker stays where it is. A public row makes people and names them, but touches nobody vouched for.
 */
export function resolveRows(given: {
  rows: readonly (readonly Identifier[])[]
  trust: Trust
  known: Known
}): Resolution {
  const run = new Run(given.known, given.trust)
  const outcomes = given.rows.map((row) => run.resolve(row))
  return { outcomes, made: run.made, attached: run.attached, merged: run.merged }
}

/** The one an entity turned out to be. */
export function rootOf(entity: Entity): Entity {
  let root = entity
  while (root.into !== undefined) root = root.into
  return root
}

class Run {
  readonly made: Entity[] = []
  readonly attached: Resolution['attached'] = []
  readonly merged: Resolution['merged'] = []
  readonly #known: Known
  readonly #trust: Trust
  readonly #byKey = new Map<string, Entity>()
  readonly #byNo = new Map<number, Entity>()

  constructor(known: Known, trust: Trust) {
    this.#known = known
    this.#trust = trust
  }

  resolve(row: readonly Identifier[]): RowOutcome {
    if (row.length === 0) return { state: 'refused', why: 'no identifier' }
    const ordered = row.toSorted((a, b) => strength(a.kind) - strength(b.kind))
    return this.#trust === 'trusted' ? this.#resolveTrusted(ordered) : this.#resolvePublic(ordered)
  }

  #resolveTrusted(row: readonly Identifier[]): RowOutcome {
    const only = onlyOf(row)
    let current: Entity | undefined
    const loose: Identifier[] = []
    const others: { identifier: Identifier; found: Entity }[] = []
    for (const identifier of row) {
      const found = this.#find(identifier)
      if (found === undefined) {
        // A row that gives somebody two user numbers means the first.
        const wanted = only.get(identifier.kind)
        if (wanted === undefined || wanted === identifier.value) loose.push(identifier)
      } else if (found !== current && agrees(only, found.only)) {
        current = current === undefined ? found : this.#merge(current, found)
        for (const [kind, value] of current.only) only.set(kind, value)
      } else if (found !== current) others.push({ identifier, found })
    }
    const state = current === undefined ? 'new' : 'known'
    const entity = current ?? this.#make()
    entity.vouched = true
    for (const identifier of loose) this.#attach(entity, identifier)
    const elsewhere = others
      .filter(({ found }) => rootOf(found) !== entity)
      .map(({ identifier }) => identifier)
    return { state, entity, elsewhere }
  }

  #resolvePublic(row: readonly Identifier[]): RowOutcome {
    const named = row.filter(({ kind }) => kind === 'user_id' || kind === 'anonymous_id')
    const strongest = named[0]
    if (strongest === undefined) return { state: 'refused', why: 'untrusted merge' }
    const known = this.#find(strongest)
    if (known !== undefined) return { state: 'known', entity: known, elsewhere: [] }
    const loose = named.filter((identifier) => this.#find(identifier) === undefined)
    const visitor = named.map((identifier) => this.#find(identifier)).find((found) => found !== undefined)
    const joins = visitor !== undefined && !visitor.vouched && agrees(onlyOf(named), visitor.only)
    const entity = joins ? visitor : this.#make()
    for (const identifier of loose) this.#attach(entity, identifier)
    return { state: joins ? 'known' : 'new', entity, elsewhere: [] }
  }

  #find(identifier: Identifier): Entity | undefined {
    const key = identifierKey(identifier)
    const entity = this.#byKey.get(key) ?? this.#fromStore(identifier, key)
    return entity && rootOf(entity)
  }

  #fromStore(identifier: Identifier, key: string): Entity | undefined {
    const found = this.#known.identifiers.get(key)
    if (found === undefined) return undefined
    // What a public key claimed is no proof: a trusted source that names it takes it away from whoever claimed it.
    if (this.#trust === 'trusted' && !found.trusted && identifier.kind !== 'anonymous_id') return undefined
    const entity = this.#byNo.get(found.personNo) ?? this.#load(found.personNo)
    this.#byKey.set(key, entity)
    return entity
  }

  #load(no: number): Entity {
    const person = this.#known.people.get(no)
    const entity = { no, only: new Map(person?.only), vouched: person?.vouched ?? true, into: undefined }
    this.#byNo.set(no, entity)
    return entity
  }

  #make(): Entity {
    const entity = { no: undefined, only: new Map<string, string>(), vouched: false, into: undefined }
    this.made.push(entity)
    return entity
  }

  #attach(entity: Entity, identifier: Identifier): void {
    this.#byKey.set(identifierKey(identifier), entity)
    if (identifier.kind in limits) entity.only.set(identifier.kind, identifier.value)
    this.attached.push({ entity, identifier })
  }

  /** The older of two stays; somebody known stays before somebody just made. */
  #merge(one: Entity, other: Entity): Entity {
    const [into, from] = (one.no ?? Infinity) <= (other.no ?? Infinity) ? [one, other] : [other, one]
    from.into = into
    into.vouched ||= from.vouched
    for (const [kind, value] of from.only) into.only.set(kind, value)
    this.merged.push({ from, into })
    return into
  }
}

function onlyOf(row: readonly Identifier[]): Map<string, string> {
  const only = new Map<string, string>()
  for (const { kind, value } of row) if (kind in limits && !only.has(kind)) only.set(kind, value)
  return only
}

/** Whether two sets of single identifiers can be one person's. */
function agrees(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  for (const [kind, value] of other) if ((one.get(kind) ?? value) !== value) return false
  return true
}
