import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Progress,
  Tabs,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useArchiveStudy, useStudy, type StudyShown } from './conversations-data.ts'
import { InterviewList } from './interview-list.tsx'
import { ParticipantList } from './participant-list.tsx'

/** One study: how far towards its target, who takes part, what was brought in, and what was suspected before. */
export function Page() {
  const { studyId } = usePageParams('studyId')
  const study = useStudy(studyId)
  usePageTitle(study.data?.title)
  return <Loaded query={study}>{(data) => <Study study={data} />}</Loaded>
}

function Study({ study }: { study: StudyShown }) {
  const t = useText()
  const { id } = useWorkspace()
  return (
    <>
      <PageHeader
        title={study.title}
        lead={study.hypothesis}
        back={{ href: `/w/${id}/studies`, label: t('conversations.studies.title') }}
        actions={<Actions study={study} />}
      />
      <div className="mb-8 flex flex-wrap items-start gap-x-12 gap-y-4">
        <div className="grow basis-72">
          <Progress label={t('conversations.heard')} share={Math.min(1, study.heard / study.target)}>
            {t('conversations.heard.of', { heard: study.heard, target: study.target })}
            {study.heard < study.target && ` · ${t('conversations.heard.go.on')}`}
          </Progress>
        </div>
        <div className="flex gap-2">
          <Badge look="accent">{t(`conversations.mode.${study.mode}`)}</Badge>
          {study.archived && <Badge>{t('conversations.archived')}</Badge>}
        </div>
      </div>
      <Tabs
        label={t('conversations.study.title')}
        tabs={[
          {
            id: 'interviews',
            label: t('conversations.interviews.n', { n: study.interviews }),
            content: <InterviewList studyId={study.studyId} />,
          },
          {
            id: 'participants',
            label: t('conversations.participants.n', { n: study.participants }),
            content: <ParticipantList study={study} />,
          },
          { id: 'plan', label: t('conversations.tab.plan'), content: <Plan study={study} /> },
        ]}
      />
    </>
  )
}

function Actions({ study }: { study: StudyShown }) {
  const t = useText()
  const toast = useToast()
  const archive = useArchiveStudy()
  const { id: workspaceId } = useWorkspace()
  if (!useMay('studies.write')) return null
  const path = { workspaceId, studyId: study.studyId }
  const put = (archived: 'yes' | 'no') => archive.mutateAsync({ path, body: { archived } })
  return (
    <>
      <Button look="primary" icon="plus" href={`/w/${workspaceId}/studies/${study.studyId}/import`}>
        {t('conversations.import')}
      </Button>
      <Button href={`/w/${workspaceId}/studies/${study.studyId}/edit`}>{t('kit.edit')}</Button>
      <Button href={`/w/${workspaceId}/studies/${study.studyId}/report`}>{t('conversations.report')}</Button>
      <Button look="quiet" href={`/w/${workspaceId}/exchange?study=${study.studyId}`}>
        {t('conversations.exchange')}
      </Button>
      <Button
        look="quiet"
        isPending={archive.isPending}
        onPress={async () => {
          await put(study.archived ? 'no' : 'yes')
          if (!study.archived) toast({ text: t('conversations.archived.done'), undo: () => put('no') })
        }}
      >
        {t(study.archived ? 'conversations.reopen' : 'conversations.archive')}
      </Button>
    </>
  )
}

function Plan({ study }: { study: StudyShown }) {
  const t = useText()
  const { id } = useWorkspace()
  return (
    <div className="flex max-w-prose flex-col gap-6">
      <Written title={t('conversations.field.hypothesis')} text={study.hypothesis} />
      <Written title={t('conversations.field.contradiction')} text={study.contradiction} />
      <div>
        <h2 className="font-semibold">{t('conversations.guide')}</h2>
        {study.guide.length === 0 ? (
          <EmptyState
            title={t('conversations.guide.empty')}
            action={
              <Button href={`/w/${id}/studies/${study.studyId}/edit`}>
                {t('conversations.guide.write')}
              </Button>
            }
          >
            {t('conversations.guide.hint')}
          </EmptyState>
        ) : (
          study.guide.map((section, at) => (
            <section key={`${at} ${section.title}`} className="mt-4">
              <h3 className="font-medium">{section.title}</h3>
              <ol className="mt-1 list-decimal space-y-1 pl-6 marker:text-soft">
                {section.questions.map((question) => (
                  <li key={question.id}>{question.text}</li>
                ))}
              </ol>
            </section>
          ))
        )}
      </div>
    </div>
  )
}

function Written({ title, text }: { title: string; text: string }) {
  const t = useText()
  return (
    <div>
      <h2 className="font-semibold">{title}</h2>
      <p className={`mt-1 whitespace-pre-line ${text ? '' : 'text-soft'}`}>
        {text || t('conversations.not.written')}
      </p>
    </div>
  )
}
