import { useState } from 'react'
import {
  Button,
  Form,
  Notice,
  Radio,
  RadioGroup,
  Select,
  Switch,
  TextArea,
  TextField,
  locales,
  useFormat,
  useLocaleChoice,
  useText,
} from '../../../web/kit/index.ts'
import type { StudyLanguage } from '../guide/guide.schema.ts'
import { studyKinds, usualFor, type StudyKind } from '../study-kinds.ts'
import { modes, suspicionFields, type Mode, type SuspicionField } from '../study.schema.ts'
import type { StudyWritten } from './study-written.ts'
import { LanguageChoice } from './language-choice.tsx'
import { PlanFields, planOf, plannedSent, type EditedPlan } from './plan-fields.tsx'
import { StudyBases } from './study-bases.tsx'

type ModeChosen = Mode | ''
const consentForBoth: StudyWritten['bases'] = { conversation_analysis: 'consent', quoting: 'consent' }

type StudyFormProps = {
  /** What is written already, when a study is changed. */
  study?: StudyEdited
  problem: unknown
  isPending: boolean
  onSave: (written: StudyWritten) => Promise<unknown>
}

/** With when its suspicion was locked; null: it is not. */
export type StudyEdited = StudyWritten & { lockedAt: string | null }

/** What is suspected, what would confirm and contradict it, how it is asked, of how many, by whom, and on what it rests. */
export function StudyForm({ study, problem, isPending, onSave }: StudyFormProps) {
  const t = useText()
  const format = useFormat()
  const { locale } = useLocaleChoice()
  const [kind, chooseKind] = useState<StudyKind>(study?.kind ?? 'depth')
  const [mode, chooseMode] = useState<ModeChosen>(study?.mode ?? '')
  const [language, chooseLanguage] = useState<StudyLanguage>(study?.language ?? locale)
  const [others, chooseOthers] = useState<StudyLanguage[]>(study?.languages ?? [])
  const [plan, change] = useState<EditedPlan>(() => planOf(study))
  const [bases, chooseBases] = useState<StudyWritten['bases']>(study?.bases ?? consentForBoth)
  const [quotesByName, creditNames] = useState(study?.quotesByName ?? false)
  const [missesMode, missMode] = useState(false)
  const save = async (values: Record<string, string>) => {
    missMode(mode === '')
    if (mode === '') return
    await onSave({
      kind,
      title: values['title'] ?? '',
      ...suspicionOf(values, study),
      mode,
      language,
      languages: others.filter((other) => other !== language),
      ...plannedSent(plan, kind),
      bases,
      quotesByName,
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
      <Select
        label={t('conversations.field.kind')}
        isRequired
        value={kind}
        onChange={(id) => {
          const chosen = studyKinds.find((known) => known === id) ?? 'depth'
          chooseKind(chosen)
          if (plan.target === String(usualFor[kind].target))
            change({ ...plan, target: String(usualFor[chosen].target) })
        }}
        options={studyKinds.map((id) => ({ id, label: t(`conversations.kind.${id}`) }))}
        description={t(`conversations.kind.${kind}.hint`)}
      />
      <Suspicion study={study} />
      <ModeChoice value={mode} onChange={chooseMode} isMissed={missesMode} />
      <Select
        label={t('conversations.field.language')}
        isRequired
        value={language}
        onChange={(id) => chooseLanguage(locales.find((known) => known === id) ?? language)}
        options={locales.map((known) => ({ id: known, label: format.language(known) }))}
      />
      <LanguageChoice own={language} value={others} onChange={chooseOthers} />
      <PlanFields plan={plan} kind={kind} languages={[language, ...others]} onChange={change} />
      <StudyBases value={bases} onChange={chooseBases} />
      <Switch
        isSelected={quotesByName}
        onChange={creditNames}
        description={t('conversations.quotesByName.hint')}
      >
        {t('conversations.quotesByName')}
      </Switch>
      <Button type="submit" look="primary" isPending={isPending}>
        {t(study ? 'kit.save' : 'conversations.plan.save')}
      </Button>
    </Form>
  )
}

/** What is locked is sent as it stands. */
function suspicionOf(
  values: Record<string, string>,
  study: StudyEdited | undefined,
): Record<SuspicionField, string> {
  const written = (field: SuspicionField) =>
    study && study.lockedAt !== null ? study[field] : (values[field] ?? '')
  return {
    hypothesis: written('hypothesis'),
    confirmation: written('confirmation'),
    contradiction: written('contradiction'),
  }
}

function Suspicion({ study }: { study: StudyEdited | undefined }) {
  const t = useText()
  const format = useFormat()
  if (study && study.lockedAt !== null)
    return (
      <Notice title={t('conversations.locked', { at: format.dateTime(study.lockedAt) })}>
        {t('conversations.locked.todo')}
      </Notice>
    )
  return suspicionFields.map((field) => (
    <TextArea
      key={field}
      name={field}
      label={t(`conversations.field.${field}`)}
      description={t(`conversations.field.${field}.hint`)}
      rows={2}
      maxLength={5000}
      defaultValue={study?.[field] ?? ''}
    />
  ))
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
