/** A set of segments while somebody writes it. Pure. */
import type { Condition } from '../segment.ts'
import { conditionOf, draftOf, type ConditionDraft, type KnownType } from './condition-draft.ts'
import { outcomeDraft, outcomeOf, type OutcomeDraft } from './outcome-draft.ts'
import type { SegmentShown, SetShown } from './segments-data.ts'

export type RuleDraft = {
  key: string
  segmentId?: SegmentShown['segmentId']
  name: string
  conditions: ConditionDraft[]
}

export type SetDraft = {
  name: string
  audience: ConditionDraft[]
  outcome: OutcomeDraft
  rules: RuleDraft[]
}

/** One rule as fields. */
export function ruleDraft(rule: {
  segmentId?: SegmentShown['segmentId']
  name: string
  all: readonly Condition[]
}): RuleDraft {
  const key = crypto.randomUUID()
  return {
    key,
    ...(rule.segmentId === undefined ? {} : { segmentId: rule.segmentId }),
    name: rule.name,
    conditions: rule.all.map((condition, index) => draftOf(condition, `${key} ${index}`)),
  }
}

/** A saved set as fields. */
export function setDraft(set: SetShown): SetDraft {
  return {
    name: set.name,
    audience: set.audience.map((condition, index) => draftOf(condition, `audience ${index}`)),
    outcome: outcomeDraft(set.outcome),
    rules: set.segments.map(ruleDraft),
  }
}

export type ReadSet = {
  audience: Condition[]
  outcome: SetShown['outcome']
  /** Per rule its conditions, or null while something is missing. */
  rules: (Condition[] | null)[]
  /** Whether everything is filled in. */
  isComplete: boolean
}

/** What the fields say, as far as they say it. */
export function readSet(draft: SetDraft, types: ReadonlyMap<string, KnownType>): ReadSet {
  const typeOf = (one: ConditionDraft) => (one.kind === 'trait' ? types.get(one.trait) : undefined)
  const read = (drafts: readonly ConditionDraft[]): Condition[] | null => {
    const all = drafts.map((one) => conditionOf(one, typeOf(one)))
    return all.every((condition) => condition !== null) ? all : null
  }
  const audience = read(draft.audience)
  const outcome = outcomeOf(draft.outcome, types.get(draft.outcome.column))
  const rules = draft.rules.map((rule) => (rule.conditions.length === 0 ? null : read(rule.conditions)))
  return {
    audience: audience ?? [],
    outcome: outcome ?? null,
    rules,
    isComplete:
      draft.name.trim() !== '' &&
      audience !== null &&
      outcome !== undefined &&
      rules.length > 0 &&
      rules.every((rule) => rule !== null) &&
      draft.rules.every((rule) => rule.name.trim() !== ''),
  }
}

export type Difference = { what: 'changed' | 'added' | 'removed' | 'renamed'; name: string }

/** What somebody else did between two versions of a set, by segment. */
export function differences(before: SetShown, now: SetShown): Difference[] {
  const old = new Map(before.segments.map((segment) => [segment.segmentId, segment]))
  const found = now.segments.flatMap(({ segmentId, name, all }): Difference[] => {
    const known = old.get(segmentId)
    old.delete(segmentId)
    if (known === undefined) return [{ what: 'added', name }]
    if (JSON.stringify(known.all) !== JSON.stringify(all)) return [{ what: 'changed', name }]
    return known.name === name ? [] : [{ what: 'renamed', name }]
  })
  return [...found, ...[...old.values()].map(({ name }): Difference => ({ what: 'removed', name }))]
}
