import {
  PageHeader,
  Tabs,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { DrawTab } from './draw-tab.tsx'
import { IntroductionsTab } from './introductions-tab.tsx'
import { LetterTab } from './letter-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { useStudyTitle } from './recruiting-data.ts'
import { ThanksTab } from './thanks-tab.tsx'

/** How a study finds the people it talks with. */
export function Page() {
  const t = useText()
  const { studyId } = usePageParams('studyId')
  const { id } = useWorkspace()
  const study = useStudyTitle(studyId)
  const mayWrite = useMay('studies.write')
  const title = study.data?.title
  usePageTitle(title === undefined ? undefined : `${t('recruiting.title')} · ${title}`)
  return (
    <>
      <PageHeader
        title={t('recruiting.title')}
        lead={t('recruiting.lead')}
        back={{ href: `/w/${id}/studies/${studyId}`, label: title ?? t('recruiting.back') }}
      />
      <Tabs
        label={t('recruiting.title')}
        tabs={[
          { id: 'people', label: t('recruiting.tab.people'), content: <PeopleTab studyId={studyId} /> },
          ...(mayWrite
            ? [{ id: 'draw', label: t('recruiting.tab.draw'), content: <DrawTab studyId={studyId} /> }]
            : []),
          { id: 'letter', label: t('recruiting.tab.letter'), content: <LetterTab studyId={studyId} /> },
          {
            id: 'introductions',
            label: t('recruiting.tab.introductions'),
            content: <IntroductionsTab studyId={studyId} />,
          },
          { id: 'thanks', label: t('recruiting.tab.thanks'), content: <ThanksTab studyId={studyId} /> },
        ]}
      />
    </>
  )
}
