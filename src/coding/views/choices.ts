import { findStudy } from '../../conversations/index.ts'
import { notFound, type App } from '../../platform/index.ts'
import { listSets } from '../../segments/index.ts'
import { InterviewId, ParticipantId } from '../../workspace/index.ts'
import { byDate, whoIsHeard } from './heard.ts'
import { traitsToShow } from './person-groups.ts'
import { readScope, type InStudy } from './scope.ts'
import type { ViewChoices } from './view.schema.ts'

/** What a study's views can be cut by: segments, traits, languages, people and conversations. Throws 404. */
export async function viewChoices(app: App, at: InStudy): Promise<ViewChoices> {
  const study = await findStudy(app.pg, at)
  if (!study) throw notFound('study')
  const heard = await whoIsHeard(app, await readScope(app, at, { together: 'overlap' }))
  const sets = await listSets(app.pg, at.workspaceId)
  const traits = await traitsToShow(app, {
    workspaceId: at.workspaceId,
    people: [...new Set(heard.map(({ personNo }) => personNo))],
  })
  const participants = new Map(heard.map((one) => [one.participantId, one.who]))
  const interviews = new Map(heard.toSorted(byDate).map((one) => [one.interviewId, one.interview]))
  return {
    title: study.title,
    heard: participants.size,
    sets: sets.map(({ setId, name, segments }) => ({
      setId,
      name,
      segments: segments.map((segment) => ({ segmentId: segment.segmentId, name: segment.name })),
    })),
    traits: traits.map(({ trait }) => ({ trait })),
    languages: [...new Set(heard.map(({ language }) => language))].toSorted(),
    participants: [...participants].map(([participantId, who]) => ({
      participantId: ParticipantId.parse(participantId),
      who,
    })),
    interviews: [...interviews].map(([interviewId, title]) => ({
      interviewId: InterviewId.parse(interviewId),
      title,
    })),
  }
}
