/**
 * A segment's definition as ClickHouse SQL, pure. Each condition becomes a roaring bitmap of person numbers in a scalar
 * subquery; rules are bitmaps combined. What people wrote is only ever a bound parameter, never part of the text.
 */
import { ch } from '../platform/index.ts'
import type { Sql } from '../platform/index.ts'
import type { Condition, EventCondition, Rule, SegmentSet, TraitCondition, TraitValue } from './segment.ts'

/** What every query of a set needs. `now` bounds "within N days". */
export type SetQuery = { workspace: string; set: SegmentSet; now: Date }

/** What counts as the outcome, as a condition on the trait that tells it. */
export type OutcomeCondition =
  | { kind: 'trait'; trait: string; op: 'is'; value: string | boolean }
  | { kind: 'trait'; trait: string; op: 'at least'; value: number }

/** Which part of a set: the index of a rule, or those whom no rule takes. */
export type Part = number | 'rest'

/**
 * One row: `audience`, then per rule `size_0…` (people it takes) and `fits_0…` (people it would take, were it first),
 * then `rest`; with an outcome also `yes_…` and `known_…` (people who have it, people of whom it is known) of every part.
 * Only people who may be analysed are counted.
 */
export function sizesSql({
  workspace,
  set,
  now,
  outcome,
}: SetQuery & { outcome?: OutcomeCondition | undefined }): Sql {
  const bitmaps = new Bitmaps({ workspace, now, base: 'may be analysed' })
  const parts = bitmaps.cut(set)
  const columns = [
    `bitmapCardinality(whole) AS audience`,
    ...set.rules.flatMap((_, index) => [
      `bitmapCardinality(s${index}) AS size_${index}`,
      `bitmapCardinality(f${index}) AS fits_${index}`,
    ]),
    `bitmapCardinality(${parts.rest}) AS rest`,
  ]
  if (outcome !== undefined) {
    const yes = bitmaps.whom(outcome)
    const known = bitmaps.whom({ kind: 'trait', trait: outcome.trait, op: 'is known' })
    const named = [
      ['audience', 'whole'],
      ['rest', parts.rest],
      ...set.rules.map((_, index) => [index, `s${index}`]),
    ]
    for (const [name, part] of named) {
      columns.push(`bitmapAndCardinality(${part}, ${yes}) AS yes_${name}`)
      columns.push(`bitmapAndCardinality(${part}, ${known}) AS known_${name}`)
    }
  }
  return bitmaps.query(`SELECT\n  ${columns.join(',\n  ')}`)
}

/** One row, `part`: the index of the rule that takes this person, -1 for the rest, -2 for somebody outside the audience. */
export function partOfPersonSql({ workspace, set, now, person }: SetQuery & { person: number }): Sql {
  const bitmaps = new Bitmaps({ workspace, now, base: 'may be analysed', person })
  bitmaps.cut(set)
  const number = bitmaps.bind(ch.u32(person))
  const cases = set.rules.map((_, index) => `bitmapContains(s${index}, ${number}), ${index}`)
  return bitmaps.query(
    `SELECT toInt32(multiIf(NOT bitmapContains(whole, ${number}), -2, ${cases.join(', ')}, -1)) AS part`,
  )
}

/** A page of `person` numbers, ascending, after `after`; only people who may be analysed. */
export function membersSql(page: SetQuery & { part: Part; after: number; limit: number }): Sql {
  const bitmaps = new Bitmaps({ workspace: page.workspace, now: page.now, base: 'may be analysed' })
  const part = bitmaps.cut(page.set).of(page.part)
  const from = bitmaps.bind(ch.u32(page.after + 1))
  const limit = bitmaps.bind(ch.u32(page.limit))
  return bitmaps.query(
    `SELECT arrayJoin(bitmapToArray(bitmapSubsetLimit(${part}, ${from}, ${limit}))) AS person`,
  )
}

/** One row, `members`: the bitmap itself, for other rooms to put into their own query as a subquery. */
export function bitmapSql(part: SetQuery & { part: Part }): Sql {
  const bitmaps = new Bitmaps({ workspace: part.workspace, now: part.now, base: 'may be analysed' })
  return bitmaps.query(`SELECT ${bitmaps.cut(part.set).of(part.part)} AS members`)
}

/**
 * One row of bitmaps as base64: `audience`, `part_0…`, `rest`, with an outcome also `yes` and `known`. Of everybody, whatever they
 * permit: whoever uses them lets permission cut them first, which gives the same people as cutting it before the rules.
 */
export function keptSql({
  workspace,
  set,
  now,
  outcome,
}: SetQuery & { outcome?: OutcomeCondition | undefined }): Sql {
  const bitmaps = new Bitmaps({ workspace, now, base: 'everybody' })
  const parts = bitmaps.cut(set)
  const named = [['whole', 'audience'], ...set.rules.map((_, index) => [`s${index}`, `part_${index}`])]
  named.push([parts.rest, 'rest'])
  if (outcome !== undefined) {
    named.push([bitmaps.whom(outcome), 'yes'])
    named.push([bitmaps.whom({ kind: 'trait', trait: outcome.trait, op: 'is known' }), 'known'])
  }
  const columns = named.map(([bitmap, name]) => `base64Encode(CAST(${bitmap}, 'String')) AS ${name}`)
  return bitmaps.query(`SELECT\n  ${columns.join(',\n  ')}`)
}

/**
 * How many of a part may be used for what, and why the others may not. Rows: `purpose` (index of the permission's bits),
 * `analysis` and `reason` (0 = may, else the reason of the refusal), `people`. Somebody who may not be analysed may
 * not be invited either as a member of this segment, since knowing of the membership is analysis: such rows carry the reason
 * in `analysis`. The sum over one purpose is everybody whom the rule describes.
 */
export function purposesSql({
  workspaceId,
  members,
  scope = '',
}: {
  workspaceId: string
  /** ClickHouse SQL of one bitmap: everybody whom the rule describes, whatever they permit. */
  members: Sql
  scope?: string
}): Sql {
  return ch.sql`WITH (${members}) AS members
SELECT purpose, bitAnd(standing, 15) AS analysis, bitAnd(bitShiftRight(standing, 4 * purpose), 15) AS reason, sum(alike) AS people
FROM (SELECT standing, count() AS alike FROM permissions FINAL
  WHERE workspace_id = ${ch.uuid(workspaceId)} AND scope = ${ch.text(scope)} AND gone = 0 AND bitmapContains(members, person)
  GROUP BY standing)
ARRAY JOIN range(6) AS purpose
GROUP BY purpose, analysis, reason
ORDER BY purpose, analysis, reason`
}

let numberOfQueries = 0

type Cut = { rest: string; of: (part: Part) => string }

/** Gathers the subqueries and parameters of one query; the same condition twice is computed once. */
class Bitmaps {
  readonly #subqueries: string[] = []
  readonly #names = new Map<string, string>()
  readonly #params: Record<string, unknown> = {}
  readonly #now: Date
  readonly #number: number
  /** Narrows every subquery to one person, who is then found without reading anybody else. */
  readonly #onePerson: { people: string; keys: string }

  constructor(scope: {
    workspace: string
    now: Date
    base: 'may be analysed' | 'everybody'
    person?: number
  }) {
    this.#now = scope.now
    // Two segments may stand in one query: their values must not share a name.
    this.#number = numberOfQueries = (numberOfQueries + 1) % 1_000_000_000
    this.#params['workspace'] = scope.workspace
    this.#onePerson = { people: '', keys: '' }
    if (scope.person !== undefined) {
      const person = this.bind(ch.u32(scope.person))
      this.#onePerson = {
        people: ` AND person = ${person}`,
        keys: ` AND key IN (SELECT key FROM identity FINAL WHERE workspace_id = {workspace:UUID} AND person = ${person})`,
      }
    }
    const may = scope.base === 'everybody' ? '' : ' AND bitAnd(standing, 15) = 0'
    this.#subqueries.push(
      `(SELECT groupBitmapState(person) FROM permissions FINAL WHERE workspace_id = {workspace:UUID} AND scope = '' AND gone = 0${may}${this.#onePerson.people}) AS base`,
    )
  }

  /** Adds the audience, what fits each rule (`f0…`), what each takes (`s0…`) and the rest. */
  cut(set: SegmentSet): Cut {
    this.#subqueries.push(`${this.#all('base', set.audience)} AS whole`)
    let taken = ''
    set.rules.forEach((rule: Rule, index) => {
      this.#subqueries.push(`${this.#all('whole', rule.all)} AS f${index}`)
      this.#subqueries.push(
        `${taken === '' ? `f${index}` : `bitmapAndnot(f${index}, ${taken})`} AS s${index}`,
      )
      this.#subqueries.push(`${taken === '' ? `f${index}` : `bitmapOr(${taken}, f${index})`} AS t${index}`)
      taken = `t${index}`
    })
    this.#subqueries.push(`${taken === '' ? 'whole' : `bitmapAndnot(whole, ${taken})`} AS others`)
    const of = (part: Part): string => {
      if (part === 'rest') return 'others'
      if (!Number.isInteger(part) || part < 0 || part >= set.rules.length)
        throw new RangeError(`no rule ${part}`)
      return `s${part}`
    }
    return { rest: 'others', of }
  }

  bind(bound: ch.Bound): string {
    const name = `s${this.#number}v${Object.keys(this.#params).length}`
    this.#params[name] = bound.value
    return `{${name}:${bound.type}}`
  }

  /** The name of the bitmap of the people for whom a condition holds, whatever their audience. */
  whom(condition: Condition): string {
    return this.#positive(condition)
  }

  query(select: string): Sql {
    return { text: `WITH\n  ${this.#subqueries.join(',\n  ')}\n${select}`, params: this.#params }
  }

  #all(start: string, conditions: readonly Condition[]): string {
    return conditions.reduce((bitmap, condition) => {
      const combine = isNegative(condition) ? 'bitmapAndnot' : 'bitmapAnd'
      return `${combine}(${bitmap}, ${this.#positive(condition)})`
    }, start)
  }

  /** The bitmap of the people for whom the condition, without its "not", holds. */
  #positive(condition: Condition): string {
    const key = JSON.stringify(asPositive(condition))
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const name = `c${this.#names.size}`
    this.#names.set(key, name)
    const people = condition.kind === 'event' ? this.#didEvent(condition) : this.#hasTrait(condition)
    this.#subqueries.push(`(${people}) AS ${name}`)
    return name
  }

  #hasTrait(condition: TraitCondition): string {
    const trait = this.bind(ch.text(condition.trait))
    const fits = this.#traitFits(condition)
    return `SELECT groupBitmapState(person) FROM traits FINAL WHERE workspace_id = {workspace:UUID} AND trait = ${trait}${this.#onePerson.people} AND ${fits}`
  }

  #traitFits(condition: TraitCondition): string {
    switch (condition.op) {
      case 'is':
      case 'is not':
        return this.#isOneOf([condition.value])
      case 'in':
      case 'not in':
        return this.#isOneOf(condition.values)
      case 'at least':
        return this.#compare('>=', condition.value)
      case 'less than':
        return this.#compare('<', condition.value)
      case 'between':
        return `${this.#compare('>=', condition.from)} AND ${this.#compare('<', condition.below)}`
      case 'is missing':
      case 'is known':
        return `text != ''`
    }
  }

  #isOneOf(values: readonly TraitValue[]): string {
    const numbers = values.filter((value) => typeof value === 'number')
    const texts = values.filter((value) => typeof value !== 'number').map(asText)
    const fits: string[] = []
    if (numbers.length > 0) fits.push(`num IN ${this.bind({ type: 'Array(Float64)', value: numbers })}`)
    if (texts.length > 0) fits.push(`text IN ${this.bind(ch.texts(texts))}`)
    return fits.length === 1 ? fits.join('') : `(${fits.join(' OR ')})`
  }

  #compare(sign: '>=' | '<', value: number | { date: string }): string {
    // ISO dates sort as text; the empty string is "not known" and sorts before every date.
    if (typeof value === 'number') return `num ${sign} ${this.bind(ch.f64(value))}`
    return `text ${sign} ${this.bind(ch.text(value.date))} AND text != ''`
  }

  /** Events are counted by identity key first: the join then sees one row a key, not one an event. */
  #didEvent(condition: EventCondition): string {
    const times =
      condition.did === 'never' ? 1 : condition.did === 'at most' ? condition.times + 1 : condition.times
    const counted = countOfMessages(times)
    const filters = [
      `workspace_id = {workspace:UUID}`,
      `name = ${this.bind(ch.text(condition.event))}`,
      'held = 0',
    ]
    filters.push(...this.#period(condition), ...this.#properties(condition))
    return `SELECT groupBitmapState(person) FROM (
    SELECT person FROM (SELECT key, ${counted} AS n FROM events WHERE ${filters.join(' AND ')}${this.#onePerson.keys} GROUP BY key) AS e
    INNER JOIN (SELECT key, person FROM identity FINAL WHERE workspace_id = {workspace:UUID}${this.#onePerson.people}) AS i ON e.key = i.key
    GROUP BY person HAVING sum(n) >= ${this.bind(ch.u64(times))})`
  }

  #period({ withinDays }: EventCondition): string[] {
    if (withinDays === undefined) return []
    const since = new Date(this.#now.getTime() - withinDays * 86_400_000)
    return [`day >= ${this.bind(ch.day(since))}`, `at >= ${this.bind(ch.moment(since))}`]
  }

  #properties({ where }: EventCondition): string[] {
    return (where ?? []).flatMap(({ property, value }) => {
      const name = this.bind(ch.text(property))
      if (typeof value === 'string') {
        const text = this.bind(ch.text(value))
        return [
          `JSONType(properties, ${name}) = 'String'`,
          `JSONExtractString(properties, ${name}) = ${text}`,
        ]
      }
      if (typeof value === 'boolean') return [`JSONExtractRaw(properties, ${name}) = '${value}'`]
      const number = this.bind(ch.f64(value))
      const numeric = `JSONType(properties, ${name}) IN ('Int64', 'UInt64', 'Double')`
      return [numeric, `JSONExtractFloat(properties, ${name}) = ${number}`]
    })
  }
}

/**
 * Messages a key has sent, each once although the table may hold a message twice until it merges. Only whether `times` is reached
 * matters: once needs no counting, up to 100 needs that many hashes a key (`uniqUpTo` is exact below its limit).
 */
function countOfMessages(times: number): string {
  if (times === 1) return '1'
  return times <= 100 ? `uniqUpTo(${times})(message_hash)` : 'uniqExact(message_hash)'
}

function isNegative(condition: Condition): boolean {
  if (condition.kind === 'event') return condition.did !== 'at least'
  return condition.op === 'is not' || condition.op === 'not in' || condition.op === 'is missing'
}

function asPositive(condition: Condition): unknown {
  if (condition.kind === 'event') {
    if (condition.did === 'never') return { ...condition, did: 'at least', times: 1 }
    return condition.did === 'at most'
      ? { ...condition, did: 'at least', times: condition.times + 1 }
      : condition
  }
  const positive = { 'is not': 'is', 'not in': 'in', 'is missing': 'is known' } as const
  return condition.op in positive
    ? { ...condition, op: positive[condition.op as keyof typeof positive] }
    : condition
}

function asText(value: string | boolean | { date: string }): string {
  return typeof value === 'object' ? value.date : String(value)
}
