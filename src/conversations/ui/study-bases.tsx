import { Notice, Select, useText } from '../../../web/kit/index.ts'
import type { StudyWritten } from './study-written.ts'

const basisIds = ['consent', 'legitimate interest', 'contract', 'none'] as const

/** What analysing and quoting what was said rest on, for everybody in the study. */
export function StudyBases({
  value,
  onChange,
}: {
  value: StudyWritten['bases']
  onChange: (bases: StudyWritten['bases']) => void
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
