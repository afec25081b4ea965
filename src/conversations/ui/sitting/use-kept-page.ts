import { useEffect } from 'react'
import {
  keepPage,
  keepProgram,
  useLocaleChoice,
  useSession,
  useStandingIn,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { courseKinds } from '../../sittings/sitting-note.schema.ts'
import type { StudyShown } from '../conversations-data.ts'
import { useSittingNotes, type SittingShown } from './sitting-data.ts'

/** Hours before and after its planned beginning, or after it was opened where that is later, in which a conversation opens without the network. */
const hoursKept = 24

/**
 * Keeps in this browser what who sits in needs to open the conversation again without the network: the guide, when and how it goes, and which
 * questions were asked. Nobody's name but colleagues', and none of the words that were noted: what waits of those lies here anyway. Nothing of a
 * conversation that is more than a day ahead.
 */
export function useKeptPage(given: { sitting: SittingShown; study: StudyShown; isThere: boolean }): void {
  const { sitting, study, isThere } = given
  const session = useSession().data
  const workspace = useWorkspace()
  const notes = useSittingNotes(sitting.sittingId).data
  const isStandingIn = useStandingIn()
  const { locale } = useLocaleChoice()
  useEffect(() => {
    if (!isThere || isStandingIn || !session) return
    if (!isNear(sitting)) return
    const { sittingId } = sitting
    const inWorkspace = `/api/w/${workspace.id}`
    keepPage(location.pathname, {
      owner: session.member.email,
      until: Math.max(Date.parse(sitting.startsAt), Date.now()) + hoursKept * 3_600_000,
      answers: {
        '/api/session': { member: session.member, workspaces: [workspace] },
        [`${inWorkspace}/sittings/${sittingId}`]: {
          ...sitting,
          people: sitting.people.map(({ number }) => ({ number, known: null })),
        },
        [`${inWorkspace}/studies/${sitting.studyId}`]: study,
        ...(notes && {
          [`${inWorkspace}/sittings/${sittingId}/notes`]: {
            ...notes,
            notes: notes.notes.filter(({ kind }) => courseKinds.includes(kind)),
          },
        }),
      },
    })
  }, [isThere, isStandingIn, session, workspace, sitting, study, notes])
  useEffect(() => {
    if (isThere && isNear(sitting)) void keepProgram(locale)
  }, [isThere, locale, sitting])
}

const isNear = ({ startsAt }: SittingShown) => Date.parse(startsAt) - Date.now() < hoursKept * 3_600_000
