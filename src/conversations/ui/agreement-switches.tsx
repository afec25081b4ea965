import { Switch, TextArea, useText } from '../../../web/kit/index.ts'
import type { AgreementSent } from './conversations-data.ts'
import { QuotingManner, type Crediting, type Quoted } from './quoting-manner.tsx'

export const agreementIds = ['recording', 'conversation_analysis', 'quoting'] as const
export type AgreementId = (typeof agreementIds)[number]

/** What was agreed to, how they may be quoted where one person was asked that, and the words it was asked in. */
export type Agreed = Record<AgreementId, boolean> & { wording: string; quoted?: Quoted }

export const nothingAgreed: Agreed = {
  recording: false,
  conversation_analysis: false,
  quoting: false,
  wording: '',
}

type Props = {
  value: Agreed
  onChange: (agreed: Agreed) => void
  /** Of one person: how they may be quoted is asked too. Not of many at once: they have no one name. */
  ofOne?: { study: Crediting; hasTried: boolean }
}

/** A plain switch a purpose, and the sentence the person was asked: it is kept as proof. */
export function AgreementSwitches({ value, onChange, ofOne }: Props) {
  const t = useText()
  const { quoted } = value
  const titleOf = (id: AgreementId) =>
    t(id === 'quoting' && quoted ? 'conversations.agreement.quoting.one' : `conversations.agreement.${id}`)
  return (
    <div className="flex flex-col gap-1">
      {agreementIds.map((id) => (
        <Switch
          key={id}
          isSelected={value[id]}
          onChange={(given) => onChange({ ...value, [id]: given })}
          description={t(`conversations.agreement.${id}.hint`)}
        >
          {titleOf(id)}
        </Switch>
      ))}
      {ofOne && quoted && value.quoting && (
        <QuotingManner
          value={quoted}
          onChange={(chosen) => onChange({ ...value, quoted: chosen })}
          {...ofOne}
        />
      )}
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
    .filter(
      (agreement) =>
        before[agreement] !== after[agreement] || (agreement === 'quoting' && isQuotedOtherwise(given)),
    )
    .map((agreement) => ({
      agreement,
      given: after[agreement],
      ...(agreement === 'quoting' && after.quoting ? mannerOf(after) : {}),
      ...(wording === '' ? {} : { wording }),
      ...(language === undefined ? {} : { language }),
    }))
}

function isQuotedOtherwise({ before, after }: { before: Agreed; after: Agreed }): boolean {
  return after.quoting && JSON.stringify(mannerOf(before)) !== JSON.stringify(mannerOf(after))
}

function mannerOf({ quoted }: Agreed): Pick<AgreementSent, 'manner' | 'quotedAs'> {
  if (!quoted) return {}
  const { manner, quotedAs } = quoted
  return manner === 'name' ? { manner, quotedAs: quotedAs.trim() } : { manner }
}
