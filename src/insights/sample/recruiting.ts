/** What comes next in the sample's study: who is asked now, when somebody can be met, and a conversation that is planned. */
import { addParticipants, planSitting, writeAgreements } from '../../conversations/index.ts'
import type { App } from '../../platform/index.ts'
import { changeHours, changeRecruitment, makeDraw } from '../../recruiting/index.ts'
import type { MemberActor, StudyId } from '../../workspace/index.ts'
import { storyTexts, type SampleLanguage } from './story.ts'

type Next = {
  workspaceId: string
  actor: MemberActor
  language: SampleLanguage
  studyId: StudyId
  /** Somebody who allows invitations and has not been heard. */
  personNo: number
}

/** Plans the next conversation and draws who else could be asked; no letter goes before a member lets it. */
export async function planNext(app: App, next: Next): Promise<void> {
  await meetSomebody(app, next)
  const { workspaceId, studyId, actor } = next
  await changeRecruitment(app, { workspaceId, studyId, actor, version: 0, draft: letter })
  await changeHours(app, { ...actor, version: 0, hours })
  await makeDraw(app, { workspaceId, studyId, actor, each: 2, seed: 'kædeklar' })
}

async function meetSomebody(app: App, next: Next): Promise<void> {
  const { workspaceId, actor, language, studyId, personNo } = next
  const asked = { wording: storyTexts[language].wording, language, channel: 'interview', given: true }
  await app.pg.transaction().execute(async (tx) => {
    const place = { app, tx }
    const people = [{ personNo }]
    const [joined] = await addParticipants(tx, { workspaceId, studyId, people, languages: [language] })
    if (!joined) throw new Error('nobody joined the study of the sample')
    const agreements = (['recording', 'conversation_analysis', 'quoting'] as const).map((agreement) => ({
      ...asked,
      agreement,
    }))
    await writeAgreements(place, { workspaceId, studyId, joined: [{ ...joined, agreements }], actor })
    await planSitting(place, {
      ...{ workspaceId, studyId, actor, language, minutes: 60 },
      people: [{ participantId: joined.participantId, called: 'Karla' }],
      interviewerId: actor.memberId,
      startsAt: inThreeDays(app.clock.now()),
    })
  })
}

/** Ten o'clock, three days from now. */
function inThreeDays(now: Date): Date {
  const day = new Date(now.getTime() + 3 * 86_400_000)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 10))
}

const letter = {
  restMonths: 6,
  minutes: 60,
  about: {
    da: 'Vi vil gerne forstå, hvordan du bruger din cykel i hverdagen, og hvad du gør, når den er i stykker.',
    en: 'We would like to understand how you use your bicycle day to day, and what you do when it breaks.',
  },
  gift: { da: 'Et gavekort på 300 kr. til værkstedet', en: 'A voucher of 300 kroner for the workshop' },
  place: { da: 'Hos dig, på værkstedet eller på video', en: 'At yours, at the workshop or by video' },
  screener: [
    {
      id: 'often',
      text: { da: 'Hvor ofte cykler du?', en: 'How often do you cycle?' },
      answers: [
        { id: 'week', text: { da: 'Hver uge', en: 'Every week' }, fits: true },
        { id: 'rarely', text: { da: 'Sjældnere', en: 'Less often' }, fits: false },
      ],
    },
  ],
}

const hours = {
  zone: 'Europe/Copenhagen',
  weekly: [
    { weekday: 2, hours: [{ from: '09:00', to: '12:00' }] },
    { weekday: 4, hours: [{ from: '13:00', to: '16:00' }] },
  ],
  exceptions: [],
  bufferMinutes: 15,
  noticeHours: 24,
}
