/** A member's own hours for interviews. */
import { json, Problem, type App, type Postgres } from '../platform/index.ts'
import type { MemberActor } from '../workspace/index.ts'
import { isZone } from './letter.ts'
import { MemberHours } from './recruiting.schema.ts'

type Own = Pick<MemberActor, 'workspaceId' | 'memberId'>

/** The hours as the member keeps them; version 0 where they keep none yet. */
export async function readHours(pg: Postgres, { workspaceId, memberId }: Own) {
  const row = await pg
    .selectFrom('member_hours')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (!row)
    return {
      zone: 'Europe/Copenhagen',
      weekly: [],
      exceptions: [],
      bufferMinutes: 15,
      noticeHours: 24,
      version: 0,
    }
  const { zone, weekly, exceptions, buffer_minutes: bufferMinutes, notice_hours: noticeHours, version } = row
  return { ...MemberHours.parse({ zone, weekly, exceptions, bufferMinutes, noticeHours }), version }
}

/** Writes them anew over the version that was read. Throws `hours-changed` (409) where another window was faster, `no-such-zone` (422). */
export async function changeHours(
  app: App,
  { workspaceId, memberId, hours, version }: Own & { hours: MemberHours; version: number },
): Promise<{ version: number }> {
  if (!isZone(hours.zone))
    throw new Problem({
      id: 'no-such-zone',
      status: 422,
      detail: 'Choose a time zone such as Europe/Copenhagen.',
    })
  const values = {
    zone: hours.zone,
    weekly: json(hours.weekly),
    exceptions: json(hours.exceptions),
    buffer_minutes: hours.bufferMinutes,
    notice_hours: hours.noticeHours,
    version: version + 1,
  }
  const written = await app.pg
    .insertInto('member_hours')
    .values({ member_id: memberId, workspace_id: workspaceId, ...values })
    .onConflict((conflict) =>
      conflict.column('member_id').doUpdateSet(values).where('member_hours.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  if (!written)
    throw new Problem({
      id: 'hours-changed',
      status: 409,
      detail: 'Your hours were changed in another window. Look at them, then change them again.',
    })
  return written
}
