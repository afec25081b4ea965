import {
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Tabs,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useCodes } from '../coding-data.ts'
import { CountsTab, useFirstCounts } from './counts-tab.tsx'
import { ForcesTab } from './forces-tab.tsx'
import { FrameworkTab } from './framework-tab.tsx'
import { JournalTab } from './journal-tab.tsx'
import { LaddersTab } from './ladders-tab.tsx'
import { QueryTab } from './query-tab.tsx'
import { SetsTab } from './sets-tab.tsx'
import { TimelineTab } from './timeline-tab.tsx'
import { TogetherTab } from './together-tab.tsx'
import { useChoices, useLiveViews, type ChoicesShown } from './views-data.ts'
import { ViewFilters } from './view-filters.tsx'

/** What a study's coded passages say together, each figure leading to its quotes. */
export function Page() {
  const t = useText()
  const { studyId } = usePageParams('studyId')
  const { id } = useWorkspace()
  const choices = useChoices(studyId)
  // Asked beside the choices and not after them.
  useCodes(studyId)
  useFirstCounts(studyId)
  usePageTitle(choices.data && t('coding.views.of', { study: choices.data.title }))
  useLiveViews()
  return (
    <Loaded query={choices}>
      {(data) => (
        <>
          <PageHeader
            title={t('coding.views.title')}
            lead={t('coding.views.lead')}
            back={{ href: `/w/${id}/studies/${studyId}`, label: data.title }}
          />
          <Views studyId={studyId} choices={data} />
        </>
      )}
    </Loaded>
  )
}

export type InStudy = { studyId: string; choices: ChoicesShown }

function Views({ studyId, choices }: InStudy) {
  const t = useText()
  const { id } = useWorkspace()
  const codes = useCodes(studyId)
  const given = { studyId, choices }
  return (
    <Loaded query={codes}>
      {({ codes: all }) => {
        if (
          all.every(({ passages, withheld }) => passages + withheld === 0) &&
          all.every(({ level, force }) => level === null && force === null)
        )
          return (
            <EmptyState
              title={t('coding.views.empty.title')}
              action={<Button href={`/w/${id}/studies/${studyId}`}>{t('coding.codes.empty.open')}</Button>}
            >
              {t('coding.views.empty.todo')}
            </EmptyState>
          )
        return (
          <>
            <div className="mb-4">
              <ViewFilters choices={choices} />
            </div>
            <Tabs
              label={t('coding.views.title')}
              tabs={[
                { id: 'counts', label: t('coding.views.counts'), content: <CountsTab {...given} /> },
                { id: 'framework', label: t('coding.views.framework'), content: <FrameworkTab {...given} /> },
                { id: 'together', label: t('coding.views.together'), content: <TogetherTab {...given} /> },
                { id: 'timeline', label: t('coding.views.timeline'), content: <TimelineTab {...given} /> },
                { id: 'query', label: t('coding.views.query'), content: <QueryTab {...given} /> },
                { id: 'ladders', label: t('coding.views.ladders'), content: <LaddersTab {...given} /> },
                { id: 'forces', label: t('coding.views.forces'), content: <ForcesTab {...given} /> },
                { id: 'sets', label: t('coding.views.sets'), content: <SetsTab {...given} /> },
                { id: 'journal', label: t('coding.views.journal'), content: <JournalTab {...given} /> },
              ]}
            />
          </>
        )
      }}
    </Loaded>
  )
}
