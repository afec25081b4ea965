import type { ReactNode } from 'react'
import {
  Badge,
  Button,
  DataNumber,
  EmptyState,
  Loaded,
  PageHeader,
  Table,
  useMay,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useStudies, type StudyShown } from './conversations-data.ts'

/** Every study, and for who has none the programme that makes talking with people a habit. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const [archived, choose] = useSearchValue('archived')
  const showsArchived = archived === 'yes'
  const { query, pager } = useStudies(showsArchived ? 'yes' : 'no')
  const plan = mayWrite && (
    <Button look="primary" icon="plus" href={`/w/${id}/studies/new`}>
      {t('conversations.plan')}
    </Button>
  )
  const isFirst = !showsArchived && query.data?.items.length === 0 && pager.page === 1
  return (
    <>
      <PageHeader
        title={t('conversations.studies.title')}
        lead={t('conversations.studies.lead')}
        actions={
          <>
            {!isFirst && plan}
            <Button look="quiet" onPress={() => choose(showsArchived ? undefined : 'yes')}>
              {t(showsArchived ? 'conversations.show.current' : 'conversations.show.archived')}
            </Button>
          </>
        }
      />
      <Loaded query={query}>
        {({ items }) => (
          <Table
            label={t('conversations.studies.title')}
            rows={items}
            rowKey={(study) => study.studyId}
            rowHref={(study) => `/w/${id}/studies/${study.studyId}`}
            columns={columnsOf(t)}
            pager={pager}
            empty={
              showsArchived ? (
                <EmptyState title={t('conversations.archived.empty')} />
              ) : (
                <Programme action={plan} />
              )
            }
          />
        )}
      </Loaded>
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>) {
  return [
    {
      key: 'title',
      title: t('conversations.study.title'),
      isRowHeader: true,
      cell: (study: StudyShown) => study.title,
    },
    {
      key: 'mode',
      title: t('conversations.mode'),
      cell: (study: StudyShown) => <Badge>{t(`conversations.mode.${study.mode}`)}</Badge>,
    },
    {
      key: 'heard',
      title: t('conversations.heard'),
      align: 'end' as const,
      cell: (study: StudyShown) => t('conversations.heard.of', { heard: study.heard, target: study.target }),
    },
    {
      key: 'interviews',
      title: t('conversations.interviews'),
      align: 'end' as const,
      isWideOnly: true,
      cell: (study: StudyShown) => <DataNumber value={study.interviews} />,
    },
  ]
}

const steps = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']

function Programme({ action }: { action: ReactNode }) {
  const t = useText()
  return (
    <EmptyState title={t('conversations.empty.title')} action={action}>
      <p>{t('conversations.empty.lead')}</p>
      <ol className="mt-4 list-decimal space-y-2 pl-6 marker:text-soft">
        {steps.map((step) => (
          <li key={step}>
            <b className="font-medium text-ink">{t(`conversations.step.${step}`)}</b>{' '}
            {t(`conversations.step.why.${step}`)}
          </li>
        ))}
      </ol>
    </EmptyState>
  )
}
