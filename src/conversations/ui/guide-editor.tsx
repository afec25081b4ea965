import { Button, IconButton, TextField, useText } from '../../../web/kit/index.ts'

type EditedQuestion = { id: string; text: string }
export type EditedSection = { id: string; title: string; questions: EditedQuestion[] }

/** A guide as it is edited: every line has an id of its own, so that one taken out leaves the others alone. */
export function guideOf(guide: readonly { title: string; questions: readonly string[] }[]): EditedSection[] {
  return guide.map(({ title, questions }) => ({
    id: crypto.randomUUID(),
    title,
    questions: questions.map((text) => ({ id: crypto.randomUUID(), text })),
  }))
}

/** The guide as it is kept: without what was left empty. */
export function writtenGuide(sections: readonly EditedSection[]) {
  return sections
    .map(({ title, questions }) => ({
      title,
      questions: questions.map((question) => question.text.trim()).filter((text) => text !== ''),
    }))
    .filter((section) => section.title.trim() !== '' || section.questions.length > 0)
}

/** The guide: sections with open questions, written before the first conversation. */
export function GuideEditor({
  sections,
  onChange,
}: {
  sections: EditedSection[]
  onChange: (sections: EditedSection[]) => void
}) {
  const t = useText()
  const replace = (section: EditedSection) =>
    onChange(sections.map((known) => (known.id === section.id ? section : known)))
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">{t('conversations.guide')}</legend>
      <p className="text-sm text-soft">{t('conversations.guide.hint')}</p>
      {sections.map((section, at) => (
        <div key={section.id} className="flex flex-col gap-3 rounded-lg border border-line p-4">
          <div className="flex items-end gap-2">
            <div className="grow">
              <TextField
                label={t('conversations.guide.section', { n: at + 1 })}
                value={section.title}
                onChange={(title) => replace({ ...section, title })}
              />
            </div>
            <IconButton
              icon="close"
              label={t('conversations.guide.section.remove', { n: at + 1 })}
              onPress={() => onChange(sections.filter((known) => known.id !== section.id))}
            />
          </div>
          <Questions section={section} onChange={replace} />
        </div>
      ))}
      <Button
        icon="plus"
        onPress={() =>
          onChange([
            ...sections,
            { id: crypto.randomUUID(), title: '', questions: [{ id: crypto.randomUUID(), text: '' }] },
          ])
        }
      >
        {t('conversations.guide.section.add')}
      </Button>
    </fieldset>
  )
}

function Questions({
  section,
  onChange,
}: {
  section: EditedSection
  onChange: (section: EditedSection) => void
}) {
  const t = useText()
  const { questions } = section
  return (
    <>
      {questions.map((question, at) => (
        <div key={question.id} className="flex items-end gap-2">
          <div className="grow">
            <TextField
              label={t('conversations.guide.question', { n: at + 1 })}
              value={question.text}
              onChange={(text) =>
                onChange({
                  ...section,
                  questions: questions.map((known) =>
                    known.id === question.id ? { ...known, text } : known,
                  ),
                })
              }
            />
          </div>
          <IconButton
            icon="close"
            label={t('conversations.guide.question.remove', { n: at + 1 })}
            onPress={() =>
              onChange({ ...section, questions: questions.filter((known) => known.id !== question.id) })
            }
          />
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          onPress={() =>
            onChange({ ...section, questions: [...questions, { id: crypto.randomUUID(), text: '' }] })
          }
        >
          {t('conversations.guide.question.add')}
        </Button>
      </div>
    </>
  )
}
