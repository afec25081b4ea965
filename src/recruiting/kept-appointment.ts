import { sql } from 'kysely'
import type { App } from '../platform/index.ts'
import { appointmentOf, openAppointments, type AppointmentRow } from './appointment-rows.ts'
import type { Appointment } from './appointment-standing.ts'
import { doubledLetter } from './appointments.ts'
import { followSitting } from './follow.ts'

type Kept = { workspaceId: string; participantId: string; keptId: string; leftIds: readonly string[] }

/**
 * A member settled which of several conversations stays: whoever came by a letter has that one as their appointment, and is told of those that are off. An appointment they
 * knew of by letter is told as moved by the next round, so that their calendar follows; of one planned by hand one letter goes here. Throws while mail does not go, to be called again.
 */
export async function tellKept(
  app: App,
  { workspaceId, participantId, keptId, leftIds }: Kept,
): Promise<void> {
  await followSitting(app, { workspaceId, sittingId: keptId })
  const invited = await app.pg
    .selectFrom('invitees')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
  if (!invited) return
  const [row] = await openAppointments(app, [invited.id])
  const kept = row && appointmentOf(row)
  if (!row || row.sitting_id !== keptId || kept?.state !== 'planned' || row.address === null) return
  for (const left of await timesOf(app, leftIds))
    if (!knewOf(row, left)) await tellLeft(app, { row, kept, left })
}

type Left = { id: string; startsAt: Date; minutes: number }

async function timesOf(app: App, ids: readonly string[]): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select id, starts_at as "startsAt", minutes from sittings where id = any(${[...ids]}::uuid[]) order by id`.execute(
    app.pg,
  )
  return rows
}

const knewOf = (row: AppointmentRow, { startsAt }: Left) =>
  row.told_as.startsWith(`planned ${startsAt.toISOString()} `)

async function tellLeft(
  app: App,
  { row, kept, left }: { row: AppointmentRow; kept: Appointment; left: Left },
): Promise<void> {
  const gone: Appointment = { ...kept, state: 'cancelled', startsAt: left.startsAt, minutes: left.minutes }
  const delivery = await app.mail.send({
    workspaceId: row.workspace_id,
    to: row.address ?? '',
    ...doubledLetter(app, { row, appointment: gone, kept, inviteeId: row.id }),
    key: `kept:${row.id}:${left.id}`,
  })
  if (delivery === 'failed' || delivery === 'under way')
    throw new Error('whoever had two appointments is not told yet which one stays')
}
