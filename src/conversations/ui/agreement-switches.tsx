import { Switch, TextArea, useText } from '../../../web/kit/index.ts'
import type { AgreementSent } from './conversations-data.ts'

export const agreementIds = ['recording', 'conversation_analysis', 'quoting'] as const
export type AgreementId = (typeof agreementIds)[number]

/** What was agreed to, and the words it was asked in. */
export type Agreed = Record<AgreementId, boolean> & { wording: string }

export const nothingAgreed: Agreed = {
  recording: false,
  conversation_analysis: false,
  quoting: false,
  wording: '',
}

/** A plain switch a purpose, and the sentence the person was asked: it is kept as proof. */
export function AgreementSwitches({
  value,
  onChange,
}: {
  value: Agreed
  onChange: (agreed: Agreed) => void
}) {
  const t = useText()
  return (
    <div className="flex flex-col gap-1">
      {agreementIds.map((id) => (
        <Switch
          key={id}
          isSelected={value[id]}
          onChange={(given) => onChange({ ...value, [id]: given })}
          description={t(`conversations.agreement.${id}.hint`)}
        >
          {t(`conversations.agreement.${id}`)}
        </Switch>
      ))}
      <div className="mt-3">
        <TextArea
          label={t('conversations.wording')}
          description={t('conversations.wording.hint')}
          rows={2}
          value={value.wording}
          onChange={(wording) => onChange({ ...value, wording })}
        />
      </div>
    </div>
  )
}

/** What changed, as it is sent: what stayed as it was is not said again. */
export function changesOf(given: {
  before: Agreed
  after: Agreed
  language: AgreementSent['language']
}): AgreementSent[] {
  const { before, after, language } = given
  const wording = after.wording.trim()
  return agreementIds
    .filter((agreement) => before[agreement] !== after[agreement])
    .map((agreement) => ({
      agreement,
      given: after[agreement],
      ...(wording === '' ? {} : { wording }),
      ...(language === undefined ? {} : { language }),
    }))
}
