import {
  Button,
  Link,
  ProblemNotice,
  Section,
  Select,
  useMay,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useInterviews } from '../conversations-data.ts'
import { useMatchTranscript, type SittingShown } from './sitting-data.ts'

/** The transcript of a conversation: found by itself where the same person speaks in it, else chosen here. */
export function TranscriptOfSitting({ sitting }: { sitting: SittingShown }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const mayRead = useMay('transcripts.read')
  const match = useMatchTranscript()
  const interviews = useInterviews(sitting.studyId).query.data?.items ?? []
  const put = (interviewId: string | null) =>
    void match
      .mutateAsync({
        path: { workspaceId, sittingId: sitting.sittingId },
        body: { interviewId, offsetMs: sitting.offsetMs },
      })
      .catch(() => undefined)
  return (
    <Section title={t('conversations.sitting.transcript')}>
      {match.error && <ProblemNotice problem={match.error} />}
      {sitting.interviewId === null ? (
        <div className="flex flex-col gap-4">
          <p className="text-soft">{t('conversations.sitting.transcript.none')}</p>
          {mayWrite && (
            <div className="flex flex-wrap items-end gap-3">
              {interviews.length > 0 && (
                <Select
                  label={t('conversations.sitting.transcript.choose')}
                  options={interviews.map(({ interviewId, title }) => ({ id: interviewId, label: title }))}
                  onChange={put}
                />
              )}
              <Button href={`/w/${workspaceId}/studies/${sitting.studyId}/import`}>
                {t('conversations.import')}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          {mayRead && (
            <Link href={`/w/${workspaceId}/interviews/${sitting.interviewId}`}>
              {t('conversations.sitting.transcript.read')}
            </Link>
          )}
          {sitting.mine === 'interviewer' && (
            <Link href={`/w/${workspaceId}/interviews/${sitting.interviewId}/mirror`}>
              {t('conversations.mirror.title')}
            </Link>
          )}
          {mayWrite && (
            <Button look="quiet" onPress={() => put(null)}>
              {t('conversations.sitting.transcript.other')}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}
