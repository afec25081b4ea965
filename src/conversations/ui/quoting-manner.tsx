import { Radio, RadioGroup, TextField, useText } from '../../../web/kit/index.ts'
import type { AgreementSent, ParticipantShown, StudyShown } from './conversations-data.ts'

/** How somebody may be quoted, and under which name. */
export type Quoted = { manner: NonNullable<AgreementSent['manner']>; quotedAs: string }

/** As most are: under the name the program invented. */
export const byPseudonym: Quoted = { manner: 'pseudonym', quotedAs: '' }

/** How a participant said they may be quoted; with their name only where the study credits names. */
export function quotedNow(participant: ParticipantShown, { quotesByName }: Crediting): Quoted {
  const { quotingManner, quotedAs } = participant
  if (quotingManner === 'name' && !quotesByName) return byPseudonym
  return { manner: quotingManner ?? 'pseudonym', quotedAs: quotedAs ?? '' }
}

/** What is missing before it can be kept. */
export const isNameless = ({ manner, quotedAs }: Quoted) => manner === 'name' && quotedAs.trim() === ''

export type Crediting = Pick<StudyShown, 'quotesByName'>

/** The question how their words may stand somewhere, as the form of consent asks it; "with their name" only where the study credits names. */
export function QuotingManner({
  value,
  onChange,
  study,
  hasTried,
}: {
  value: Quoted
  onChange: (quoted: Quoted) => void
  study: Crediting
  hasTried: boolean
}) {
  const t = useText()
  const offered = (['pseudonym', 'anonymous', 'name'] as const).filter(
    (manner) => manner !== 'name' || study.quotesByName,
  )
  return (
    <div className="flex flex-col gap-2 border-l-2 border-line pl-4">
      <RadioGroup
        label={t('conversations.manner')}
        value={value.manner}
        onChange={(chosen) =>
          onChange({ ...value, manner: offered.find((manner) => manner === chosen) ?? 'pseudonym' })
        }
      >
        {offered.map((manner) => (
          <Radio key={manner} value={manner}>
            {t(`conversations.manner.${manner}`)}
          </Radio>
        ))}
      </RadioGroup>
      {value.manner === 'name' && (
        <TextField
          label={t('conversations.manner.quoted-as')}
          description={t('conversations.manner.quoted-as.hint')}
          isRequired
          maxLength={120}
          autoComplete="off"
          value={value.quotedAs}
          onChange={(quotedAs) => onChange({ ...value, quotedAs })}
          {...(hasTried && isNameless(value) ? { error: t('kit.field.missing') } : {})}
        />
      )}
    </div>
  )
}
