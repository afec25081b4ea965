import { useEffect, useRef, useState } from 'react'
import { Button, Notice, Radio, RadioGroup, localeNames, useFormat, useText } from '../../../web/kit/index.ts'
import {
  compareVersions,
  joinVersions,
  type StudyWritten,
  type Versions,
  type WrittenField,
} from '../study-versions.ts'
import { useMembers, useSegmentSets } from './conversations-data.ts'

/** A colleague was faster: theirs and mine beside each other, to say which of each stays. */
export function StudyVersions(props: { versions: Versions; onTake: (joined: StudyWritten) => void }) {
  const { versions, onTake } = props
  const t = useText()
  const valueOf = useValueWords()
  const nameOf = (field: WrittenField) => t(fieldNames[field])
  const names = (fields: readonly WrittenField[]) => fields.map(nameOf).join(' · ')
  const { both, onlyMine, onlyTheirs, locked, together } = compareVersions(versions)
  // What belongs together is one choice.
  const choices = [...both.filter((field) => !together.includes(field)).map((field) => [field]), together]
  const textOf = (side: 'mine' | 'theirs', fields: readonly WrittenField[]) =>
    fields
      .map((field) => {
        const text = valueOf(versions[side], field)
        return fields.length === 1 ? text : `${nameOf(field)}: ${text}`
      })
      .join('\n')
  const [theirs, choose] = useState<readonly WrittenField[]>([])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [versions])
  return (
    <div ref={box} tabIndex={-1} className="mb-6 max-w-2xl outline-none">
      <Notice
        look="warning"
        title={t('conversations.problem.study-changed')}
        action={
          <Button
            look="primary"
            onPress={() =>
              onTake(
                joinVersions(
                  versions,
                  both.filter((field) => !theirs.includes(field)),
                ),
              )
            }
          >
            {t('conversations.versions.take')}
          </Button>
        }
      >
        <p>{t('conversations.versions.todo')}</p>
        {onlyTheirs.length > 0 && (
          <p className="mt-2">{t('conversations.versions.theirs.only', { fields: names(onlyTheirs) })}</p>
        )}
        {onlyMine.length > 0 && (
          <p className="mt-2">{t('conversations.versions.mine.only', { fields: names(onlyMine) })}</p>
        )}
        {locked.map((field) => (
          <p key={field} className="mt-2 whitespace-pre-line wrap-anywhere">
            {t('conversations.versions.locked', {
              field: nameOf(field),
              text: valueOf(versions.mine, field),
            })}
          </p>
        ))}
        {together.length > 0 && (
          <p className="mt-2">{t('conversations.versions.together', { fields: names(together) })}</p>
        )}
        <div className="mt-3 flex flex-col gap-4">
          {choices.map((fields) => {
            const [first] = fields
            if (first === undefined) return null
            return (
              <RadioGroup
                key={first}
                label={names(fields)}
                value={theirs.includes(first) ? 'theirs' : 'mine'}
                onChange={(side) => {
                  const others = theirs.filter((known) => !fields.includes(known))
                  choose(side === 'theirs' ? [...others, ...fields] : others)
                }}
              >
                {(['mine', 'theirs'] as const).map((side) => (
                  <Radio
                    key={side}
                    value={side}
                    description={
                      <span className="whitespace-pre-line wrap-anywhere">{textOf(side, fields)}</span>
                    }
                  >
                    {t(`conversations.versions.${side}`)}
                  </Radio>
                ))}
              </RadioGroup>
            )
          })}
        </div>
      </Notice>
    </div>
  )
}

const fieldNames: Record<WrittenField, string> = {
  title: 'conversations.field.title',
  kind: 'conversations.field.kind',
  hypothesis: 'conversations.field.hypothesis',
  confirmation: 'conversations.field.confirmation',
  contradiction: 'conversations.field.contradiction',
  mode: 'conversations.field.mode',
  language: 'conversations.field.language',
  languages: 'conversations.field.languages',
  target: 'conversations.field.target',
  sessionSize: 'conversations.field.session',
  plan: 'conversations.plan.title',
  quotas: 'conversations.quotas',
  bases: 'conversations.bases',
  quotesByName: 'conversations.quotesByName',
}

/** A field of a study as a reader reads it. */
function useValueWords() {
  const t = useText()
  const format = useFormat()
  const members = useMembers().data?.members ?? []
  const segments = (useSegmentSets().data?.sets ?? []).flatMap((set) => set.segments)
  const memberName = (id: string) => members.find(({ memberId }) => memberId === id)?.name ?? '?'
  const segmentName = (id: string | null) =>
    id === null
      ? t('conversations.quotas.segment.any')
      : (segments.find(({ segmentId }) => segmentId === id)?.name ?? t('conversations.quotas.segment.gone'))
  const planWords = ({ startsOn, weeks, shares }: StudyWritten['plan']) =>
    [
      ...(startsOn === null ? [] : [`${t('conversations.field.starts')} ${format.date(startsOn)}`]),
      `${t('conversations.field.weeks')}: ${weeks}`,
      ...shares.map(
        ({ memberId, perWeek }) => `${memberName(memberId)}: ${perWeek} (${t('conversations.shares.week')})`,
      ),
    ].join('\n')
  const quotaWords = ({ segmentId, language, count }: StudyWritten['quotas'][number]) =>
    `${segmentName(segmentId)}, ${language === null ? t('conversations.quotas.language.any') : localeNames[language]}: ${count}`
  const basisWords = (id: string) =>
    t(`conversations.basis.${id === 'legitimate interest' ? 'interest' : id}`)
  const words = (study: StudyWritten): Record<WrittenField, string> => ({
    ...{ title: study.title, hypothesis: study.hypothesis },
    ...{ confirmation: study.confirmation, contradiction: study.contradiction },
    kind: t(`conversations.kind.${study.kind}`),
    mode: t(`conversations.mode.${study.mode}`),
    language: localeNames[study.language],
    languages: study.languages.map((known) => localeNames[known]).join(', '),
    target: String(study.target),
    sessionSize: study.sessionSize === null ? '' : String(study.sessionSize),
    plan: planWords(study.plan),
    quotas: study.quotas.map(quotaWords).join('\n'),
    bases: [
      `${t('conversations.agreement.conversation_analysis')}: ${basisWords(study.bases.conversation_analysis)}`,
      `${t('conversations.agreement.quoting')}: ${basisWords(study.bases.quoting)}`,
    ].join('\n'),
    quotesByName: t(study.quotesByName ? 'conversations.versions.yes' : 'conversations.versions.no'),
  })
  return (study: StudyWritten, field: WrittenField) =>
    words(study)[field] || t('conversations.versions.nothing')
}
