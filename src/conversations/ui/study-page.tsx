import {
  Badge,
  Button,
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
import { GuideText } from './guide-text.tsx'
import { InterviewList } from './interview-list.tsx'
import { NamesWaiting } from './names-waiting.tsx'
import { ParticipantList } from './participant-list.tsx'
import { ProgrammeSteps } from './programme-steps.tsx'
import { PromiseLine, PromiseTracker } from './promise-tracker.tsx'
import { DoubledSittings } from './sitting/doubled-sittings.tsx'
import { LateSittings, SittingList } from './sitting/sitting-list.tsx'
import { Suspicion } from './suspicion.tsx'

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
          <PromiseLine studyId={study.studyId} />
        </div>
        <div className="flex gap-2">
          <Badge>{t(`conversations.kind.${study.kind}`)}</Badge>
          <Badge look="accent">{t(`conversations.mode.${study.mode}`)}</Badge>
          {study.archived && <Badge>{t('conversations.archived')}</Badge>}
        </div>
      </div>
      <LateSittings studyId={study.studyId} />
      <DoubledSittings studyId={study.studyId} />
      <NamesWaiting studyId={study.studyId} />
      <div className="mb-8">
        <ProgrammeSteps study={study} />
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
          {
            id: 'sittings',
            label: t('conversations.tab.sittings'),
            content: <SittingList study={study} />,
          },
          { id: 'plan', label: t('conversations.tab.plan'), content: <Plan study={study} /> },
          {
            id: 'promise',
            label: t('conversations.tab.promise'),
            content: <PromiseTracker studyId={study.studyId} />,
          },
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
  const mayWrite = useMay('studies.write')
  const path = `/w/${id}/studies/${study.studyId}/guide`
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <Suspicion study={study} />
      <div>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">{t('conversations.guide')}</h2>
          <div className="flex flex-wrap gap-2">
            {mayWrite && <Button href={path}>{t('conversations.guide.write')}</Button>}
            {study.guide.length > 0 && (
              <Button look="quiet" href={`${path}/print`}>
                {t('conversations.guide.print')}
              </Button>
            )}
          </div>
        </div>
        <GuideText guide={study.guide} main={study.language} language={study.language} heading="h3" />
      </div>
    </div>
  )
}
