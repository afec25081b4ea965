/** To which service the sound of people goes to be written down, and when it went. */
import { sql } from 'kysely'
import type { App, Postgres, Transcriber } from '../../platform/index.ts'
import type { Language } from '../../workspace/index.ts'

/** Where recordings are sent to, as a member has to read it before. */
export function hostOf({ url }: Transcriber): string {
  return new URL(url).host
}

/** The same as those who are recorded are told; null where no service is named. */
export function soundHost({ transcriber }: Pick<App, 'transcriber'>): string | null {
  return transcriber === null ? null : hostOf(transcriber)
}

/** What people are told of it before they are recorded. */
export const soundGoes: Record<Language, (host: string) => string> = {
  en: (host) => `To be written down, the sound may be sent to a service outside our team: ${host}.`,
  da: (host) => `For at blive skrevet ned kan lyden blive sendt til en tjeneste uden for teamet: ${host}.`,
  sv: (host) => `För att skrivas ner kan ljudet skickas till en tjänst utanför teamet: ${host}.`,
  nl: (host) => `Om te worden uitgeschreven kan het geluid naar een dienst buiten het team gaan: ${host}.`,
  de: (host) => `Zum Aufschreiben kann der Ton an einen Dienst außerhalb unseres Teams gehen: ${host}.`,
}

type Sending = { workspaceId: string; recordingId: string; run: string }

/** Keeps that a recording is sent now, for everybody heard in it; once a run. */
export async function keepSending(app: App, { workspaceId, recordingId, run }: Sending): Promise<void> {
  await sql`
    insert into recordings_sent (run, participant_id, workspace_id, recording_id, happened_at, host, sent_at)
    select distinct t.run, h.participant_id, t.workspace_id, r.id, r.happened_at, t.host, ${app.clock.now()}::timestamptz
    from transcriptions t join recordings r on r.id = t.recording_id
    join heard_in(${workspaceId}::uuid, array[${recordingId}]::uuid[]) h on h.participant_id is not null
    where t.recording_id = ${recordingId} and t.run = ${run}
    on conflict do nothing`.execute(app.pg)
}

/** A recording as one of those heard in it is told that it was sent. */
export type OwnSending = { happenedAt: Date; host: string; sentAt: Date }

/** Where the sound of a participant was sent, the newest first, also of recordings that are deleted by now. */
export async function sendingsOfParticipant(
  pg: Postgres,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
): Promise<OwnSending[]> {
  const { rows } = await sql<OwnSending>`
    select happened_at as "happenedAt", host, sent_at as "sentAt" from recordings_sent
    where workspace_id = ${workspaceId} and participant_id = ${participantId} order by sent_at desc, run`.execute(
    pg,
  )
  return rows
}

/** The same for whoever asks for all that is kept of them. */
export async function exportSendings(
  app: App,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<object[]> {
  const { rows } = await sql<OwnSending>`
    select s.happened_at as "happenedAt", s.host, s.sent_at as "sentAt" from recordings_sent s join participants p on p.id = s.participant_id
    where s.workspace_id = ${workspaceId} and p.person_no = ${personNo} order by s.sent_at, s.run`.execute(
    app.pg,
  )
  return rows.map(({ happenedAt, host, sentAt }) => ({
    happenedAt: happenedAt.toISOString(),
    host,
    sentAt: sentAt.toISOString(),
  }))
}
