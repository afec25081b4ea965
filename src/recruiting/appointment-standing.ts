/** What somebody knows of their appointment against what it is now, and the letter that makes up the difference. Pure. */

import type { Companion } from './wording/companions.ts'

/** The appointment as it is now; `gone` where they are not in it any more. */
export type Appointment = {
  state: 'planned' | 'held' | 'missed' | 'cancelled' | 'gone'
  startsAt: Date
  minutes: number
  interviewerId: string | null
  companions: readonly Companion[]
}

/** The appointment in a text that differs when something differs that they must know. */
export function standingOf(appointment: Appointment | undefined): string {
  if (!appointment) return 'none'
  const { state, startsAt, minutes, interviewerId, companions } = appointment
  if (state !== 'planned') return state
  return [
    'planned',
    startsAt.toISOString(),
    minutes,
    interviewerId ?? '',
    ...companions.map(({ name }) => name),
  ].join(' ')
}

export type AppointmentLetter = 'planned' | 'moved' | 'cancelled' | 'missed'

/** Which letter is due, if any. Nobody is told that what they never knew is off. */
export function letterDue({ told, now }: { told: string; now: string }): AppointmentLetter | undefined {
  if (told === now) return undefined
  const knew = told.startsWith('planned ')
  if (now.startsWith('planned ')) return knew ? 'moved' : 'planned'
  if (!knew) return undefined
  if (now === 'missed') return 'missed'
  return now === 'held' ? undefined : 'cancelled'
}

const dayBefore = 86_400_000

/** Whether to remind of it now: within a day of it, once, and only where they have known of it for longer than that. */
export function reminderDue(given: {
  told: string
  reminded: string
  toldAt: Date | null
  startsAt: Date
  now: Date
}): boolean {
  const { told, reminded, toldAt, startsAt, now } = given
  const from = startsAt.getTime() - dayBefore
  const knewBefore = toldAt !== null && toldAt.getTime() <= from
  return told !== reminded && knewBefore && now.getTime() >= from && now < startsAt
}
