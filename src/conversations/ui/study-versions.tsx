import { TwoVersions, useFormat, useText } from '../../../web/kit/index.ts'
import { useMembers, useSegmentSets } from './conversations-data.ts'
import {
  compareVersions,
  joinVersions,
  type StudyWritten,
  type Versions,
  type WrittenField,
} from './study-written.ts'

/** A colleague was faster: theirs and mine beside each other, to say which of each stays. */
export function StudyVersions(props: { versions: Versions; onTake: (joined: StudyWritten) => void }) {
  const { versions, onTake } = props
  const t = useText()
  const valueOf = useValueWords()
  const nameOf = (field: WrittenField) => t(fieldNames[field])
  const { both, onlyMine, onlyTheirs, locked, together } = compareVersions(versions)
  // What belongs together is one choice.
  const choices = [...both.filter((field) => !together.includes(field)).map((field) => [field]), together]
  const textOf = (side: 'mine' | 'theirs', fields: readonly WrittenField[]) =>
    fields
      .map((field) => {
        const text = valueOf(versions[side], field)
        return fields.length === 1 ? text : `${nameOf(field)}: ${text || t('kit.versions.nothing')}`
      })
      .join('\n')
  return (
    <TwoVersions
      title={t('conversations.problem.study-changed')}
      choices={choices.flatMap((fields) => {
        const [id] = fields
        const label = fields.map(nameOf).join(' · ')
        return id === undefined
          ? []
          : [{ id, label, mine: textOf('mine', fields), theirs: textOf('theirs', fields) }]
      })}
      onlyMine={onlyMine.map(nameOf)}
      onlyTheirs={onlyTheirs.map(nameOf)}
      onTake={(kept) =>
        onTake(
          joinVersions(
            versions,
            choices.filter(([first]) => first !== undefined && kept.includes(first)).flat(),
          ),
        )
      }
    >
      {locked.map((field) => (
        <p key={field} className="mt-2 whitespace-pre-line wrap-anywhere">
          {t('conversations.versions.locked', {
            field: nameOf(field),
            text: valueOf(versions.mine, field) || t('kit.versions.nothing'),
          })}
        </p>
      ))}
      {together.length > 0 && (
        <p className="mt-2">
          {t('conversations.versions.together', { fields: together.map(nameOf).join(' · ') })}
        </p>
      )}
    </TwoVersions>
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
    `${segmentName(segmentId)}, ${language === null ? t('conversations.quotas.language.any') : format.language(language)}: ${count}`
  const basisWords = (id: string) =>
    t(`conversations.basis.${id === 'legitimate interest' ? 'interest' : id}`)
  const words = (study: StudyWritten): Record<WrittenField, string> => ({
    ...{ title: study.title, hypothesis: study.hypothesis },
    ...{ confirmation: study.confirmation, contradiction: study.contradiction },
    kind: t(`conversations.kind.${study.kind}`),
    mode: t(`conversations.mode.${study.mode}`),
    language: format.language(study.language),
    languages: study.languages.map((known) => format.language(known)).join(', '),
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
  return (study: StudyWritten, field: WrittenField) => words(study)[field]
}
