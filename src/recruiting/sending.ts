/** One round of letters, every minute. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { App, JobKind } from '../platform/index.ts'
import { sendAppointments } from './appointments.ts'
import { sendAsking } from './asking.ts'
import { givePlaces } from './waiting.ts'

export const letterRound: JobKind<Record<string, never>> = {
  name: 'recruiting-letters',
  data: z.record(z.string(), z.never()),
}

/** A friend's address is forgotten after two weeks without a word from them. */
const forgottenAfterDays = 14

/** Sends what is due: appointments and reminders at once, letters that ask a few at a time. May run twice and at two places. */
export async function sendLetters(app: App): Promise<{ appointments: number; asking: number }> {
  await sql`
    delete from invitees where address is not null
      and made_at < ${app.clock.now()}::timestamptz - interval '1 day' * ${forgottenAfterDays}`.execute(
    app.pg,
  )
  await givePlaces(app)
  return { appointments: await sendAppointments(app), asking: await sendAsking(app) }
}
