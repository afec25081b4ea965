import { Button, Select, TextArea, TextField, useFormat, useText } from '../../../web/kit/index.ts'
import { moved, sectionIn, withSection } from '../guide/edit-guide.ts'
import {
  guideParts,
  type GuideQuestion,
  type GuideSection,
  type StudyLanguage,
} from '../guide/guide.schema.ts'
import type { Mode } from '../study.schema.ts'
import { Missing, MoveButtons, QuestionEditor, type Moving } from './guide-question.tsx'

type SectionProps = {
  section: GuideSection
  /** From 1. */
  number: number
  /** Questions before this part, so that numbers run on. */
  before: number
  main: StudyLanguage
  beside: StudyLanguage | null
  mode: Mode
  onChange: (section: GuideSection) => void
  moving: Moving
  /** Says aloud where something moved to, and keeps the focus on it. */
  onMoved: (place: { name: string; to: number; of: number }) => void
}

/** A part of the guide: its title, its minutes, what is said aloud, and its questions. */
export function SectionEditor(props: SectionProps) {
  const { section, number, before, main, beside, mode, onChange, moving, onMoved } = props
  const t = useText()
  const name = t('conversations.guide.section', { n: number })
  const tongues = beside === null ? [main] : [main, beside]
  const replace = (question: GuideQuestion) =>
    onChange({
      ...section,
      questions: section.questions.map((known) => (known.id === question.id ? question : known)),
    })
  const move = (at: number, by: -1 | 1) => {
    const question = section.questions[at]
    const to = at + by
    if (!question || to < 0 || to >= section.questions.length) return undefined
    return () => {
      onChange({ ...section, questions: moved(section.questions, { id: question.id, by }) })
      const of = section.questions.length
      onMoved({ name: t('conversations.guide.question', { n: before + at + 1 }), to: to + 1, of })
    }
  }
  return (
    <section
      aria-label={name}
      className="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4 md:p-5"
    >
      <SectionHead {...{ section, name, main, tongues, onChange, moving }} />
      <ol className="flex flex-col gap-4">
        {section.questions.map((question, at) => (
          <QuestionEditor
            key={question.id}
            question={question}
            number={before + at + 1}
            main={main}
            beside={beside}
            mode={section.part === 'questions' ? mode : null}
            onChange={replace}
            moving={{
              up: move(at, -1),
              down: move(at, 1),
              remove: () =>
                onChange({
                  ...section,
                  questions: section.questions.filter((known) => known.id !== question.id),
                }),
            }}
          />
        ))}
      </ol>
      <div>
        <Button
          icon="plus"
          aria-label={t('conversations.guide.question.add.to', { name })}
          onPress={() => onChange({ ...section, questions: [...section.questions, newQuestion()] })}
        >
          {t('conversations.guide.question.add')}
        </Button>
      </div>
    </section>
  )
}

/** A question nobody has written yet. */
export const newQuestion = (): GuideQuestion => ({
  id: crypto.randomUUID(),
  text: '',
  probes: [],
  translations: {},
})

type HeadProps = Pick<SectionProps, 'section' | 'main' | 'onChange' | 'moving'> & {
  name: string
  tongues: StudyLanguage[]
}

function SectionHead({ section, name, main, tongues, onChange, moving }: HeadProps) {
  const t = useText()
  return (
    <div className="flex items-start gap-2">
      <div className="flex min-w-0 grow flex-col gap-4">
        <div className={`grid gap-4 ${tongues.length === 1 ? '' : 'lg:grid-cols-2'}`}>
          {tongues.map((language) => (
            <SaidIn key={language} {...{ section, name, main, language, onChange }} />
          ))}
        </div>
        <div className="grid max-w-md grid-cols-2 gap-4">
          <Select
            label={t('conversations.guide.part')}
            isRequired
            value={section.part}
            onChange={(id) =>
              onChange({ ...section, part: guideParts.find((part) => part === id) ?? 'questions' })
            }
            options={guideParts.map((id) => ({ id, label: t(`conversations.guide.part.${id}`) }))}
          />
          <TextField
            label={t('conversations.guide.minutes')}
            type="number"
            inputMode="numeric"
            value={section.minutes === null ? '' : String(section.minutes)}
            onChange={(text) => onChange({ ...section, minutes: minutesOf(text) })}
          />
        </div>
      </div>
      <MoveButtons name={name} moving={moving} />
    </div>
  )
}

function minutesOf(text: string): number | null {
  const minutes = Math.round(Number(text))
  return text === '' || !(minutes >= 1) ? null : Math.min(600, minutes)
}

type SaidProps = Pick<SectionProps, 'section' | 'main' | 'onChange'> & {
  language: StudyLanguage
  name: string
}

function SaidIn({ section, name, main, language, onChange }: SaidProps) {
  const t = useText()
  const format = useFormat()
  const { title, say } = sectionIn(section, { main, language })
  const write = (words: { title?: string; say?: string }) =>
    onChange(withSection(section, { main, language, words }))
  const label = (text: string) => (language === main ? text : `${text} · ${format.language(language)}`)
  const misses = (own: string, here: string) => language !== main && own !== '' && here.trim() === ''
  const hasSay = section.part !== 'questions' || section.say !== ''
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TextField
        label={label(name)}
        isRequired
        lang={language}
        maxLength={200}
        value={title}
        onChange={(text) => write({ title: text })}
        description={misses(section.title, title) ? <Missing /> : <span />}
      />
      {hasSay && (
        <TextArea
          label={label(t('conversations.guide.say'))}
          lang={language}
          rows={2}
          maxLength={3000}
          value={say}
          onChange={(text) => write({ say: text })}
          description={
            misses(section.say, say) ? (
              <Missing />
            ) : language === main ? (
              t(`conversations.guide.say.${section.part}`)
            ) : (
              <span />
            )
          }
        />
      )}
    </div>
  )
}
