import { EmptyState, Link, Loaded, useFormat, useText, useWorkspace } from '../../../web/kit/index.ts'
import { useConversationsOfPerson } from './conversations-data.ts'

/** The conversations this person took part in, each a link to its place. */
export function Section({ personId }: { personId: string; pseudonym: string }) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const found = useConversationsOfPerson(personId)
  return (
    <Loaded query={found}>
      {({ conversations }) =>
        conversations.length === 0 ? (
          <EmptyState title={t('conversations.person.none')}>
            {t('conversations.person.none.todo')}
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-2">
            {conversations.map(({ participantId, interview, study, studyId }) => (
              <li key={`${participantId} ${interview?.interviewId}`}>
                {interview ? (
                  <Link href={`/w/${workspaceId}/interviews/${interview.interviewId}`}>
                    {interview.title}
                  </Link>
                ) : (
                  <Link href={`/w/${workspaceId}/studies/${studyId}`}>{study}</Link>
                )}{' '}
                {interview && (
                  <span className="text-sm text-soft">
                    {t('conversations.person.in', { study })} · {format.date(interview.happenedAt)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
