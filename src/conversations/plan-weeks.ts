import { sessionSize, type StudyKind } from './study-kinds.ts'
import type { StudyPromise } from './promise.schema.ts'
import type { StudyPlan } from './study.schema.ts'

// Safe in the browser.

const day = 86_400_000
const week = 7 * day

type Promising = { kind: StudyKind; sessionSize: number | null; target: number; plan: StudyPlan }

/** Conversations promised a week: what the members take on, or else what the target asks of each week. */
export function promisedPerWeek({ kind, sessionSize: asked, target, plan }: Promising): number {
  if (plan.shares.length > 0) return plan.shares.reduce((sum, { perWeek }) => sum + perWeek, 0)
  return Math.ceil(target / sessionSize({ kind, asked }) / plan.weeks)
}

/** The week of a plan that runs now, from 1; 0 before it begins; null where no beginning is said. Days are those of UTC. */
export function weekAt({ startsOn }: Pick<StudyPlan, 'startsOn'>, now: Date): number | null {
  if (startsOn === null) return null
  return Math.max(0, Math.floor((now.getTime() - Date.parse(startsOn)) / week) + 1)
}

type Tracking = Pick<StudyPlan, 'startsOn' | 'weeks'> & {
  perWeek: number
  /** When each conversation was held. */
  held: readonly Date[]
  now: Date
}

/** Week by week what was promised and what was held; empty where no beginning is said. */
export function heldByWeek({ startsOn, weeks, perWeek, held, now }: Tracking): StudyPromise['weeks'] {
  const running = weekAt({ startsOn }, now)
  if (startsOn === null || running === null) return []
  return Array.from({ length: weeks }, (_, at) => {
    const from = Date.parse(startsOn) + at * week
    return {
      week: at + 1,
      from: new Date(from).toISOString().slice(0, 10),
      promised: perWeek,
      held: held.filter((one) => one.getTime() >= from && one.getTime() < from + week).length,
      state: at + 1 === running ? 'now' : at + 1 < running ? 'past' : 'to come',
    }
  })
}
