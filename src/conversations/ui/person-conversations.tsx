import {
  Badge,
  DataNumber,
  EmptyState,
  Link,
  Loaded,
  useFormat,
  useText,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { useConversationsOfPerson } from './conversations-data.ts'

/** The conversations this person took part in, each a link to its place. */
export function Section({ personId }: { personId: string; pseudonym: string }) {
  const t = useText()
  const found = useConversationsOfPerson(personId)
  return (
    <Loaded query={found}>
      {({ conversations }) =>
        conversations.length === 0 ? (
          <EmptyState title={t('conversations.person.none')}>
            {t('conversations.person.none.todo')}
          </EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {conversations.map((one) => (
              <Row key={`${one.participantId} ${one.interview?.interviewId}`} one={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

type Conversation =
  Answer<'GET /api/w/{workspaceId}/people/{personId}/conversations'>['conversations'][number]

function Row({ one }: { one: Conversation }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const { interview, study, studyId, mayBeAnalysed } = one
  const place = interview ? `interviews/${interview.interviewId}` : `studies/${studyId}`
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0">
        <Link href={`/w/${id}/${place}`}>{interview?.title ?? study}</Link>{' '}
        {interview && <span className="text-soft">{t('conversations.person.in', { study })}</span>}
        <p className="text-sm text-soft">
          {interview ? format.date(interview.happenedAt) : t('conversations.person.not.heard')}
          {interview?.interviewer && ` · ${t('conversations.asked.by', { name: interview.interviewer })}`}
        </p>
      </div>
      <div className="flex items-baseline gap-3 text-sm">
        {!mayBeAnalysed && <Badge look="warning">{t('conversations.person.closed')}</Badge>}
        {interview && (
          <span className="whitespace-nowrap text-soft">
            <DataNumber value={interview.words} /> {t('conversations.words.unit', { n: interview.words })}
          </span>
        )}
      </div>
    </li>
  )
}
