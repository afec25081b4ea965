import { useState } from 'react'
import {
  Button,
  Form,
  Notice,
  Radio,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  localeNames,
  locales,
  useText,
} from '../../../web/kit/index.ts'
import type { DraftSent, StudyShown } from './conversations-data.ts'
import { GuideEditor, guideOf, type EditedSection } from './guide-editor.tsx'

const consentForBoth: DraftSent['bases'] = { conversation_analysis: 'consent', quoting: 'consent' }

type StudyFormProps = {
  /** What is written already, when a study is changed. */
  study?: StudyShown
  problem: unknown
  isPending: boolean
  onSave: (draft: DraftSent) => Promise<unknown>
}

/** What is suspected, what would contradict it, how it is asked and on what it rests. */
export function StudyForm({ study, problem, isPending, onSave }: StudyFormProps) {
  const t = useText()
  const [mode, chooseMode] = useState(study?.mode ?? '')
  const [guide, write] = useState<EditedSection[]>(() => guideOf(study?.guide ?? []))
  const [bases, chooseBases] = useState<DraftSent['bases']>(study?.bases ?? consentForBoth)
  const [language, chooseLanguage] = useState<string>(study?.language ?? 'en')
  const [missesMode, missMode] = useState(false)
  const save = async (values: Record<string, string>) => {
    missMode(mode === '')
    if (mode === '') return
    await onSave({
      title: values['title'] ?? '',
      hypothesis: values['hypothesis'] ?? '',
      contradiction: values['contradiction'] ?? '',
      mode,
      language: locales.find((known) => known === language) ?? 'en',
      target: Math.max(1, Math.round(Number(values['target']) || 20)),
      bases,
      guide: guide
        .map(({ title, questions }) => ({
          title,
          questions: questions.map((question) => question.text.trim()).filter((text) => text !== ''),
        }))
        .filter((section) => section.title.trim() !== '' || section.questions.length > 0),
    })
  }
  return (
    <Form problem={problem} onSubmit={save}>
      <TextField
        name="title"
        label={t('conversations.field.title')}
        isRequired
        maxLength={500}
        defaultValue={study?.title ?? ''}
      />
      <TextArea
        name="hypothesis"
        label={t('conversations.field.hypothesis')}
        description={t('conversations.field.hypothesis.hint')}
        defaultValue={study?.hypothesis ?? ''}
      />
      <TextArea
        name="contradiction"
        label={t('conversations.field.contradiction')}
        description={t('conversations.field.contradiction.hint')}
        defaultValue={study?.contradiction ?? ''}
      />
      <RadioGroup
        label={t('conversations.field.mode')}
        description={t('conversations.field.mode.hint')}
        isRequired
        value={mode}
        onChange={chooseMode}
        error={missesMode && mode === '' ? t('conversations.field.mode.missing') : undefined}
      >
        <Radio value="behaviour" description={t('conversations.mode.behaviour.hint')}>
          {t('conversations.mode.behaviour')}
        </Radio>
        <Radio value="feedback" description={t('conversations.mode.feedback.hint')}>
          {t('conversations.mode.feedback')}
        </Radio>
      </RadioGroup>
      <Select
        label={t('conversations.field.language')}
        isRequired
        value={language}
        onChange={chooseLanguage}
        options={locales.map((locale) => ({ id: locale, label: localeNames[locale] }))}
      />
      <TextField
        name="target"
        label={t('conversations.field.target')}
        description={t('conversations.field.target.hint')}
        type="number"
        isRequired
        defaultValue={String(study?.target ?? 20)}
      />
      <GuideEditor sections={guide} onChange={write} />
      <Bases value={bases} onChange={chooseBases} />
      <Button type="submit" look="primary" isPending={isPending}>
        {t(study ? 'kit.save' : 'conversations.plan.save')}
      </Button>
    </Form>
  )
}

const basisIds = ['consent', 'legitimate interest', 'contract', 'none'] as const

function Bases({
  value,
  onChange,
}: {
  value: DraftSent['bases']
  onChange: (bases: DraftSent['bases']) => void
}) {
  const t = useText()
  const options = basisIds.map((id) => ({
    id,
    label: t(`conversations.basis.${id === 'legitimate interest' ? 'interest' : id}`),
  }))
  const chosen = (id: string) => basisIds.find((basis) => basis === id) ?? 'none'
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">{t('conversations.bases')}</legend>
      <p className="text-sm text-soft">{t('conversations.bases.hint')}</p>
      <Select
        label={t('conversations.agreement.conversation_analysis')}
        isRequired
        options={options}
        value={value.conversation_analysis}
        onChange={(id) => onChange({ ...value, conversation_analysis: chosen(id) })}
      />
      <Select
        label={t('conversations.agreement.quoting')}
        isRequired
        options={options}
        value={value.quoting}
        onChange={(id) => onChange({ ...value, quoting: chosen(id) })}
      />
      {(value.quoting === 'none' || value.conversation_analysis === 'none') && (
        <Notice look="warning" title={t('conversations.basis.none.warning')} />
      )}
    </fieldset>
  )
}
