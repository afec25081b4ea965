import { useState } from 'react'
import { Button, EmptyState, Select, useText } from '../../../web/kit/index.ts'
import type { GuideSection } from '../guide/guide.schema.ts'
import { guideFrom, readTemplates } from '../guide/guide-template.ts'
import { templates } from '../guide/templates/template.ts'
import { templateIds, usualFor, type TemplateId } from '../study-kinds.ts'
import type { StudyShown } from './conversations-data.ts'
import { newQuestion } from './guide-section.tsx'

type Begins = { study: StudyShown; onBegin: (guide: GuideSection[]) => void }

/** Where there is no guide yet: begin from one that others have used, or from an empty page. */
export function GuideBeginning({ study, onBegin }: Begins) {
  const t = useText()
  const usual = usualFor[study.kind].template
  const [template, choose] = useState<TemplateId>(templates[usual].mode === study.mode ? usual : 'story')
  const fitting = templateIds.filter((id) => templates[id].mode === study.mode)
  const chosen = fitting.includes(template) ? template : (fitting[0] ?? template)
  const begin = async () => {
    const texts = await Promise.all(
      [study.language, ...study.languages].map(
        async (language) => [language, await readTemplates(language)] as const,
      ),
    )
    onBegin(
      guideFrom({
        template: chosen,
        texts: texts.map(([language, read]) => [language, read]),
        newId: () => crypto.randomUUID(),
      }),
    )
  }
  return (
    <EmptyState
      title={t('conversations.guide.empty')}
      action={
        <>
          <Button look="primary" onPress={() => void begin()}>
            {t('conversations.guide.begin')}
          </Button>
          <Button look="quiet" onPress={() => onBegin([emptySection()])}>
            {t('conversations.guide.begin.empty')}
          </Button>
        </>
      }
    >
      <p>{t('conversations.guide.begin.hint')}</p>
      <div className="mt-4 max-w-md text-ink">
        <Select
          label={t('conversations.template')}
          isRequired
          value={chosen}
          onChange={(id) => choose(templateIds.find((known) => known === id) ?? 'story')}
          options={fitting.map((id) => ({ id, label: t(`conversations.template.${id}`) }))}
          description={t(`conversations.template.${chosen}.hint`)}
        />
      </div>
    </EmptyState>
  )
}

const emptySection = (): GuideSection => ({
  id: crypto.randomUUID(),
  part: 'questions',
  title: '',
  say: '',
  minutes: null,
  questions: [newQuestion()],
  translations: {},
})
