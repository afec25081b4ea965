import { useState } from 'react'
import {
  Badge,
  Button,
  ConfirmByTyping,
  DataNumber,
  EmptyState,
  IconButton,
  Loaded,
  Table,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { useInterviews, useRemoveInterview } from './conversations-data.ts'

type Interview = Answer<'GET /api/w/{workspaceId}/interviews'>['items'][number]

/** The conversations brought into a study; each leads to where it is read. */
export function InterviewList({ studyId }: { studyId: string }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const [removing, remove] = useState<Interview>()
  const { query, pager } = useInterviews(studyId)
  const columns = useColumns()
  const removal = {
    key: 'remove',
    title: <span className="sr-only">{t('kit.remove')}</span>,
    align: 'end' as const,
    cell: (interview: Interview) => (
      <IconButton
        icon="close"
        label={t('conversations.interview.remove', { title: interview.title })}
        onPress={() => remove(interview)}
      />
    ),
  }
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <Table
            label={t('conversations.interviews')}
            rows={items}
            rowKey={(interview) => interview.interviewId}
            rowHref={({ kind, interviewId }) =>
              `/w/${id}/${kind === 'open-answers' ? 'answers' : 'interviews'}/${interviewId}`
            }
            columns={mayWrite ? [...columns, removal] : columns}
            pager={pager}
            empty={
              <EmptyState
                title={t('conversations.interviews.empty')}
                action={
                  mayWrite && (
                    <Button href={`/w/${id}/studies/${studyId}/import`}>{t('conversations.import')}</Button>
                  )
                }
              >
                {t('conversations.interviews.empty.todo')}
              </EmptyState>
            }
          />
          {removing && <Removal interview={removing} onClose={() => remove(undefined)} />}
        </>
      )}
    </Loaded>
  )
}

function useColumns() {
  const t = useText()
  const format = useFormat()
  return [
    {
      key: 'title',
      title: t('conversations.interview'),
      isRowHeader: true,
      cell: (interview: Interview) => interview.title,
    },
    {
      key: 'who',
      title: t('conversations.participants'),
      cell: (interview: Interview) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {interview.who.join(', ')}
          {interview.participants > interview.who.length &&
            ` ${t('conversations.more', { n: interview.participants - interview.who.length })}`}
          {interview.withheld > 0 && (
            <Badge look="warning">{t('conversations.withheld', { n: interview.withheld })}</Badge>
          )}
        </span>
      ),
    },
    {
      key: 'language',
      title: t('conversations.field.language'),
      isWideOnly: true,
      cell: (interview: Interview) => format.language(interview.language),
    },
    {
      key: 'when',
      title: t('conversations.when'),
      isWideOnly: true,
      cell: ({ happenedAt, interviewer }: Interview) => (
        <>
          {format.date(happenedAt)}
          {interviewer !== null && (
            <span className="block text-sm text-soft">
              {t('conversations.asked.by', { name: interviewer })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'words',
      title: t('conversations.words'),
      align: 'end' as const,
      cell: (interview: Interview) => <DataNumber value={interview.words} />,
    },
  ]
}

function Removal({ interview, onClose }: { interview: Interview; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const remove = useRemoveInterview()
  const { id: workspaceId } = useWorkspace()
  return (
    <ConfirmByTyping
      title={t('conversations.interview.remove', { title: interview.title })}
      word={interview.title}
      confirmLabel={t('kit.remove')}
      isOpen
      onClose={onClose}
      isPending={remove.isPending}
      problem={remove.error}
      onConfirm={async () => {
        await remove.mutateAsync({ path: { workspaceId, interviewId: interview.interviewId } })
        toast({ text: t('conversations.interview.removed') })
        onClose()
      }}
    >
      {t('conversations.interview.remove.what')}
    </ConfirmByTyping>
  )
}
