import { useState } from 'react'
import {
  Button,
  Loaded,
  PageHeader,
  Select,
  usePageParams,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useStudy, type StudyShown } from './conversations-data.ts'
import { GuideText } from './guide-text.tsx'

/** The guide on paper: what is read aloud, the questions in order, room to look at the person and not at a screen. */
export function Page() {
  const { studyId } = usePageParams('studyId')
  const study = useStudy(studyId)
  return <Loaded query={study}>{(data) => <Sheet study={data} />}</Loaded>
}

function Sheet({ study }: { study: StudyShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const [language, choose] = useState(study.language)
  const languages = [study.language, ...study.languages]
  const minutes = study.guide.reduce((sum, section) => sum + (section.minutes ?? 0), 0)
  const questions = study.guide.reduce((sum, section) => sum + section.questions.length, 0)
  return (
    <>
      <PageHeader
        title={study.title}
        lead={t('conversations.guide.length', { questions, minutes })}
        back={{ href: `/w/${id}/studies/${study.studyId}/guide`, label: t('conversations.guide') }}
        actions={
          <Button look="primary" icon="file" onPress={() => window.print()}>
            {t('conversations.guide.print')}
          </Button>
        }
      />
      {languages.length > 1 && (
        <div className="mb-6 max-w-xs" data-screen-only>
          <Select
            label={t('conversations.field.language')}
            isRequired
            value={language}
            onChange={(chosen) => choose(languages.find((known) => known === chosen) ?? study.language)}
            options={languages.map((known) => ({ id: known, label: format.language(known) }))}
          />
        </div>
      )}
      <GuideText guide={study.guide} main={study.language} language={language} />
    </>
  )
}
