import { useState } from 'react'
import {
  Button,
  ProblemNotice,
  TextField,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useChangeRule, type StudyRecordings } from './recordings-data.ts'

/** How long a study keeps its recordings: days after their words are here, a last day, or both. */
export function RuleForm({ studyId, rule }: { studyId: string; rule: StudyRecordings['rule'] }) {
  const t = useText()
  const format = useFormat()
  const change = useChangeRule()
  if (!useMay('studies.write'))
    return (
      <p className="text-sm">
        {rule.daysAfter !== null && t('conversations.sound.rule.days.said', { n: rule.daysAfter })}{' '}
        {rule.untilDay !== null &&
          t('conversations.sound.rule.day.said', { day: format.date(rule.untilDay) })}
        {rule.daysAfter === null && rule.untilDay === null && t('conversations.sound.rule.never')}
      </p>
    )
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {/* Why it was refused stays while the fields begin anew with what a colleague said. */}
      {change.error && <ProblemNotice problem={change.error} />}
      <Fields key={rule.version} studyId={studyId} rule={rule} change={change} />
    </div>
  )
}

type FieldsProps = {
  studyId: string
  rule: StudyRecordings['rule']
  change: ReturnType<typeof useChangeRule>
}

function Fields({ studyId, rule, change }: FieldsProps) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const [days, setDays] = useState(rule.daysAfter === null ? '' : String(rule.daysAfter))
  const [day, setDay] = useState(rule.untilDay ?? '')
  const isDays = days === '' || /^\d{1,4}$/.test(days)
  const save = () =>
    change.mutate(
      {
        path: { workspaceId, studyId },
        body: {
          daysAfter: days === '' ? null : Math.min(3650, Number(days)),
          untilDay: day === '' ? null : day,
          version: rule.version,
        },
      },
      { onSuccess: () => toast({ text: t('conversations.sound.rule.saved') }) },
    )
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label={t('conversations.sound.rule.days')}
          inputMode="numeric"
          value={days}
          onChange={setDays}
          {...(isDays ? {} : { error: t('conversations.sound.rule.days.wrong') })}
        />
        <TextField type="date" label={t('conversations.sound.rule.day')} value={day} onChange={setDay} />
      </div>
      {days === '' && day === '' && (
        <p className="text-sm text-soft">{t('conversations.sound.rule.never')}</p>
      )}
      <div>
        <Button isPending={change.isPending} isDisabled={!isDays} onPress={save}>
          {t('kit.save')}
        </Button>
      </div>
    </>
  )
}
