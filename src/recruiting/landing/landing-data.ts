/** What the page shows of a study and an appointment. */
import { sql } from 'kysely'
import { sessionSize, soundHost, type StudyKind } from '../../conversations/index.ts'
import type { App } from '../../platform/index.ts'
import { companions } from '../appointment-rows.ts'
import { listSlots, type Slot } from '../booking.ts'
import type { OwnInvitation } from '../links.ts'
import { readRecruitment } from '../recruitment.ts'
import { writtenIn, type InviteeLanguage, type InviteeState, type Written } from '../recruiting.schema.ts'
import type { Companion } from '../wording/companions.ts'

/** A question as it is asked: nothing of which answer fits. */
export type Question = { id: string; text: Written; answers: { id: string; text: Written }[] }

export type LandingData = {
  state: InviteeState
  minutes: number
  /** How many talk together; one: with the interviewer alone. */
  seats: number
  about: Written
  gift: Written
  place: Written
  /** Where recordings may be sent to; null: nowhere. */
  soundHost: string | null
  questions: Question[]
  called: string
  /** Whether the study credits quotes by name where somebody wants it. */
  asksName: boolean
  sitting: {
    state: 'planned' | 'held' | 'missed' | 'cancelled'
    startsAt: Date
    interviewer: string
    companions: Companion[]
  } | null
  slots: Slot[]
}

/** Everything shown to one who is asked, in the language they read. */
export async function landingData(
  app: App,
  { invitation, language }: { invitation: OwnInvitation; language: InviteeLanguage },
): Promise<LandingData> {
  const { workspaceId, studyId, studyLanguage: main } = invitation
  const recruitment = await readRecruitment(app.pg, { workspaceId, studyId })
  const { rows } = await sql<Row>`
    select i.state, i.called, st.quotes_by_name, st.kind as study_kind, st.session_size, i.answered_at is not null as has_answered, s.state as sitting_state, s.starts_at, u.name as interviewer,
      ${companions} as companions
    from invitees i join studies st on st.id = i.study_id left join sittings s on s.id = i.sitting_id and exists (
      select from sitting_people k where k.sitting_id = s.id and k.participant_id = i.participant_id)
    left join members a on a.id = s.interviewer_id left join users u on u.id = a.user_id
    where i.id = ${invitation.inviteeId}::uuid`.execute(app.pg)
  const [row] = rows
  const read = (texts: typeof recruitment.about) => writtenIn(texts, { language, main })
  const mayChoose = row?.state === 'agreed' || row?.state === 'booked'
  return {
    state: row?.state ?? 'declined',
    minutes: recruitment.minutes,
    seats: row ? sessionSize({ kind: row.study_kind, asked: row.session_size }) : 1,
    about: read(recruitment.about),
    gift: read(recruitment.gift),
    place: read(recruitment.place),
    soundHost: soundHost(app),
    questions: row?.has_answered
      ? []
      : recruitment.screener.map(({ id, text, answers }) => ({
          id,
          text: read(text),
          answers: answers.map((answer) => ({ id: answer.id, text: read(answer.text) })),
        })),
    called: row?.called ?? '',
    asksName: row?.quotes_by_name ?? false,
    sitting: row?.sitting_state
      ? {
          state: row.sitting_state,
          startsAt: row.starts_at ?? app.clock.now(),
          interviewer: row.interviewer ?? '',
          companions: row.companions,
        }
      : null,
    slots: mayChoose ? await listSlots(app, { invitation }) : [],
  }
}

type Row = {
  state: InviteeState
  called: string
  quotes_by_name: boolean
  study_kind: StudyKind
  session_size: number | null
  has_answered: boolean
  sitting_state: 'planned' | 'held' | 'missed' | 'cancelled' | null
  starts_at: Date | null
  interviewer: string | null
  companions: Companion[]
}
