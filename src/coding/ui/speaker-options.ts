import type { Answer, Translate } from '../../../web/kit/index.ts'
import type { TranscriptShown } from './coding-data.ts'

/** Who is meant, as the server takes it. */
export type SpeakerMeant =
  | { speakerId: string }
  | { participantId: string }
  | { somebodyNew: 'participant' }
  | { role: 'interviewer' | 'other'; name: string }

type Participants = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/participants'>['items']

/** Somebody who may have said it. `isWithheld`: their words are not shown. `meant` is missing where a name has to be written first. */
export type SpeakerOption = {
  key: string
  label: string
  isWithheld: boolean
  meant?: SpeakerMeant
  role?: 'interviewer' | 'other'
}

/** Everybody who may have said something in an interview: who speaks in it, the study's other participants, and somebody new. */
export function speakerOptions(
  t: Translate,
  { interview, participants }: { interview: TranscriptShown; participants: Participants },
): SpeakerOption[] {
  const here = interview.speakers.map(({ speakerId, label, role, withheld }) => ({
    key: speakerId,
    label: speakerName(t, { label, role }),
    isWithheld: withheld !== null,
    meant: { speakerId },
  }))
  const names = new Set(here.map(({ label }) => label))
  const others = participants
    .filter(({ pseudonym }) => !names.has(pseudonym))
    .map(({ participantId, pseudonym, conversation_analysis: standing }) => ({
      key: participantId,
      label: pseudonym,
      isWithheld: standing !== 'may',
      meant: { participantId },
    }))
  return [
    ...here,
    ...others,
    {
      key: 'new',
      label: t('coding.turns.who.new'),
      isWithheld: false,
      meant: { somebodyNew: 'participant' },
    },
    { key: 'interviewer', label: t('coding.turns.who.interviewer'), isWithheld: false, role: 'interviewer' },
    { key: 'other', label: t('coding.turns.who.other'), isWithheld: false, role: 'other' },
  ]
}

/** What a speaker is called on the screen. */
export function speakerName(t: Translate, { label, role }: { label: string | null; role: string }): string {
  return label ?? t(`coding.role.${role}`)
}
