import { DateTime } from 'luxon'
import type { MemberHours } from './recruiting.schema.ts'

export type Busy = { start: Date; end: Date }

/** Interviews begin at these steps after the hours begin. */
const stepMinutes = 30

/**
 * The moments at which a member can begin an interview of so many minutes within the next `days`, or those from the day `startsOn` where that lies ahead: inside their hours (in their own time zone;
 * a day of its own replaces the weekday's), free for their buffer before and after, and no sooner than their notice from `now`. On days when
 * clocks change the hours last as long as they do then, and an hour that the clocks leave out is not offered.
 */
export function openingsOf(given: {
  hours: MemberHours
  busy: readonly Busy[]
  minutes: number
  now: Date
  days: number
  /** `YYYY-MM-DD`, a day of the member's own time. */
  startsOn?: string | null
}): Date[] {
  const { hours, busy, minutes, now, days, startsOn = null } = given
  const soonest = now.getTime() + hours.noticeHours * 3_600_000
  const today = DateTime.fromJSDate(now, { zone: hours.zone }).startOf('day')
  const first =
    startsOn === null ? today : DateTime.max(today, DateTime.fromISO(startsOn, { zone: hours.zone }))
  const openings: Date[] = []
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = first.plus({ days: ahead })
    for (const { from, to } of hoursOf(day, hours)) {
      const end = at(day, to)
      for (let start = at(day, from); start + minutes * 60_000 <= end; start += stepMinutes * 60_000)
        if (start >= soonest && isFree({ start, minutes, busy, bufferMinutes: hours.bufferMinutes }))
          openings.push(new Date(start))
    }
  }
  return openings
}

function hoursOf(day: DateTime, { weekly, exceptions }: MemberHours) {
  const own = exceptions.find((exception) => exception.day === day.toISODate())
  if (own) return own.hours
  return weekly.filter(({ weekday }) => weekday === day.weekday).flatMap(({ hours }) => hours)
}

/** A time of day as a moment. One that the clocks leave out is that much later; of one that comes twice, the first. */
function at(day: DateTime, time: string): number {
  if (time === '24:00') return day.plus({ days: 1 }).startOf('day').toMillis()
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return day.set({ hour, minute }).toMillis()
}

function isFree(given: {
  start: number
  minutes: number
  busy: readonly Busy[]
  bufferMinutes: number
}): boolean {
  const { start, minutes, busy, bufferMinutes } = given
  const from = start - bufferMinutes * 60_000
  const to = start + (minutes + bufferMinutes) * 60_000
  return busy.every((other) => other.end.getTime() <= from || other.start.getTime() >= to)
}
