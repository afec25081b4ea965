import { Button, Checkbox, IconButton, TextField, useText } from '../../../web/kit/index.ts'
import type { InviteeLanguage, ScreenerQuestion, Texts } from '../recruiting.schema.ts'

type Props = {
  screener: ScreenerQuestion[]
  language: InviteeLanguage
  onChange: (screener: ScreenerQuestion[]) => void
}

/** What is written in no language would be asked as nothing. */
const isUnwritten = (texts: Texts) => Object.values(texts).every((text) => text.trim() === '')
const newId = () => crypto.randomUUID().slice(0, 8)
const newAnswer = () => ({ id: newId(), text: {}, fits: true })

/** The questions before taking part. Which answers fit is never shown to who is asked. */
export function ScreenerFields({ screener, language, onChange }: Props) {
  const t = useText()
  const replace = (question: ScreenerQuestion) =>
    onChange(screener.map((known) => (known.id === question.id ? question : known)))
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">{t('recruiting.screener')}</legend>
      <p className="max-w-prose text-sm text-soft">{t('recruiting.screener.lead')}</p>
      {screener.map((question, at) => (
        <Question
          key={question.id}
          question={question}
          n={at + 1}
          language={language}
          onChange={replace}
          onRemove={() => onChange(screener.filter(({ id }) => id !== question.id))}
        />
      ))}
      {screener.length < 10 && (
        <div>
          <Button
            icon="plus"
            onPress={() =>
              onChange([...screener, { id: newId(), text: {}, answers: [newAnswer(), newAnswer()] }])
            }
          >
            {t('recruiting.screener.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type QuestionProps = {
  question: ScreenerQuestion
  n: number
  language: InviteeLanguage
  onChange: (question: ScreenerQuestion) => void
  onRemove: () => void
}

function Question({ question, n, language, onChange, onRemove }: QuestionProps) {
  const t = useText()
  const { answers } = question
  const replace = (answer: ScreenerQuestion['answers'][number]) =>
    onChange({ ...question, answers: answers.map((known) => (known.id === answer.id ? answer : known)) })
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line p-4">
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField
            label={t('recruiting.question.n', { n })}
            isRequired={isUnwritten(question.text)}
            value={question.text[language] ?? ''}
            onChange={(text) => onChange({ ...question, text: { ...question.text, [language]: text } })}
          />
        </div>
        <IconButton icon="close" label={t('recruiting.question.remove', { n })} onPress={onRemove} />
      </div>
      {answers.map((answer, at) => (
        <div key={answer.id} className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="grow basis-56">
            <TextField
              label={t('recruiting.answer.n', { n: at + 1 })}
              isRequired={isUnwritten(answer.text)}
              value={answer.text[language] ?? ''}
              onChange={(text) => replace({ ...answer, text: { ...answer.text, [language]: text } })}
            />
          </div>
          <Checkbox isSelected={answer.fits} onChange={(fits) => replace({ ...answer, fits })}>
            {t('recruiting.answer.fits')}
          </Checkbox>
          {answers.length > 2 && (
            <IconButton
              icon="close"
              label={t('recruiting.answer.remove', { n: at + 1 })}
              onPress={() => onChange({ ...question, answers: answers.filter(({ id }) => id !== answer.id) })}
            />
          )}
        </div>
      ))}
      {answers.length < 12 && (
        <div>
          <Button
            look="quiet"
            icon="plus"
            onPress={() => onChange({ ...question, answers: [...answers, newAnswer()] })}
          >
            {t('recruiting.answer.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
