import { Select, TextField, useFormat, useText } from '../../../../web/kit/index.ts'
import type { StudyLanguage } from '../../guide/guide.schema.ts'
import { useMembers } from '../conversations-data.ts'

/** When, how long, in which language and by whom: as fields hold it. */
export type When = { startsAt: string; minutes: string; language: StudyLanguage; interviewerId: string }

const nobody = 'nobody'

/** The fields of a sitting that can be changed later. */
export function SittingFields(props: {
  value: When
  languages: readonly StudyLanguage[]
  onChange: (value: When) => void
}) {
  const { value, languages, onChange } = props
  const t = useText()
  const format = useFormat()
  const members = useMembers().data?.members ?? []
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <TextField
          label={t('conversations.when')}
          type="datetime-local"
          isRequired
          value={value.startsAt}
          onChange={(startsAt) => onChange({ ...value, startsAt })}
        />
        <TextField
          label={t('conversations.sitting.minutes')}
          type="number"
          isRequired
          value={value.minutes}
          onChange={(minutes) => onChange({ ...value, minutes })}
        />
      </div>
      <Select
        label={t('conversations.sitting.interviewer')}
        isRequired
        value={value.interviewerId || nobody}
        onChange={(id) => onChange({ ...value, interviewerId: id === nobody ? '' : id })}
        options={[
          ...members.map(({ memberId, name }) => ({ id: memberId as string, label: name })),
          { id: nobody, label: t('conversations.sitting.nobody') },
        ]}
      />
      {languages.length > 1 && (
        <Select
          label={t('conversations.field.language')}
          isRequired
          value={value.language}
          onChange={(id) =>
            onChange({ ...value, language: languages.find((known) => known === id) ?? value.language })
          }
          options={languages.map((known) => ({ id: known, label: format.language(known) }))}
        />
      )}
    </>
  )
}

/** A moment as `datetime-local` writes it, by the clock of this device: "2026-03-02T10:00". */
export function localMinute(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}

/** Fields as they are sent; undefined while the time is not whole. */
export function sentWhen({ startsAt, minutes, language, interviewerId }: When) {
  const at = new Date(startsAt)
  if (Number.isNaN(at.getTime())) return undefined
  return {
    startsAt: at.toISOString(),
    minutes: Number(minutes),
    language,
    interviewerId: interviewerId === '' ? null : interviewerId,
  }
}
