import { useState } from 'react'
import {
  Button,
  Form,
  Radio,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  localeNames,
  locales,
  useLocaleChoice,
  useText,
} from '../../../web/kit/index.ts'
import { modes, type Mode } from '../study.schema.ts'
import type { DraftSent, StudyShown } from './conversations-data.ts'
import { GuideEditor, guideOf, writtenGuide, type EditedSection } from './guide-editor.tsx'
import { StudyBases } from './study-bases.tsx'

type ModeChosen = Mode | ''
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
  const [mode, chooseMode] = useState<ModeChosen>(study?.mode ?? '')
  const [guide, write] = useState<EditedSection[]>(() =>
    guideOf(
      (study?.guide ?? []).map(({ title, questions }) => ({
        title,
        questions: questions.map(({ text }) => text),
      })),
    ),
  )
  const [bases, chooseBases] = useState<DraftSent['bases']>(study?.bases ?? consentForBoth)
  const { locale } = useLocaleChoice()
  const [language, chooseLanguage] = useState<string>(study?.language ?? locale)
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
      guide: writtenGuide(guide),
    })
  }
  return (
    <Form problem={problem} onSubmit={save}>
      <Suspicion study={study} />
      <ModeChoice value={mode} onChange={chooseMode} isMissed={missesMode} />
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
      <StudyBases value={bases} onChange={chooseBases} />
      <Button type="submit" look="primary" isPending={isPending}>
        {t(study ? 'kit.save' : 'conversations.plan.save')}
      </Button>
    </Form>
  )
}

function Suspicion({ study }: { study: StudyShown | undefined }) {
  const t = useText()
  return (
    <>
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
    </>
  )
}

type ModeProps = { value: string; onChange: (mode: ModeChosen) => void; isMissed: boolean }

function ModeChoice({ value, onChange, isMissed }: ModeProps) {
  const t = useText()
  return (
    <RadioGroup
      label={t('conversations.field.mode')}
      description={t('conversations.field.mode.hint')}
      isRequired
      value={value}
      onChange={(mode) => onChange(modes.find((known) => known === mode) ?? '')}
      error={isMissed && value === '' ? t('conversations.field.mode.missing') : undefined}
    >
      <Radio value="behaviour" description={t('conversations.mode.behaviour.hint')}>
        {t('conversations.mode.behaviour')}
      </Radio>
      <Radio value="feedback" description={t('conversations.mode.feedback.hint')}>
        {t('conversations.mode.feedback')}
      </Radio>
    </RadioGroup>
  )
}
