import type { ReactNode } from 'react'
import { Button, IconButton, Select, TextField, useFormat, useText } from '../../../web/kit/index.ts'
import type { StudyLanguage } from '../guide/guide.schema.ts'
import { promisedPerWeek } from '../plan-weeks.ts'
import { usualFor, type StudyKind } from '../study-kinds.ts'
import type { StudyWritten } from './study-written.ts'
import { useMembers, useSegmentSets } from './conversations-data.ts'

type Share = { id: string; memberId: string; perWeek: string }
type EditedQuota = { id: string; segmentId: string; language: string; count: string }

/** The plan as it is edited: numbers as they are typed, each line with an id of its own. */
export type EditedPlan = {
  target: string
  sessionSize: string
  startsOn: string
  weeks: string
  shares: Share[]
  quotas: EditedQuota[]
}

/** The plan of a study to edit; of a new one as is usual for a depth interview. */
export function planOf(study: StudyWritten | undefined): EditedPlan {
  return {
    target: String(study?.target ?? usualFor.depth.target),
    sessionSize: study?.sessionSize ? String(study.sessionSize) : '',
    startsOn: study?.plan.startsOn ?? '',
    weeks: String(study?.plan.weeks ?? 4),
    shares: (study?.plan.shares ?? []).map(({ memberId, perWeek }) => ({
      id: crypto.randomUUID(),
      memberId,
      perWeek: String(perWeek),
    })),
    quotas: (study?.quotas ?? []).map(({ segmentId, language, count }) => ({
      id: crypto.randomUUID(),
      segmentId: segmentId ?? '',
      language: language ?? '',
      count: String(count),
    })),
  }
}

/** The plan as it is sent: without lines in which nobody and nothing is chosen. */
export function plannedSent(plan: EditedPlan, kind: StudyKind) {
  const { usual, most } = usualFor[kind].people
  const size = plan.sessionSize === '' ? usual : numberOf(plan.sessionSize, usual)
  return {
    target: numberOf(plan.target, usualFor[kind].target),
    sessionSize: most === 1 || plan.sessionSize === '' ? null : size,
    plan: {
      startsOn: plan.startsOn === '' ? null : plan.startsOn,
      weeks: Math.min(104, numberOf(plan.weeks, 4)),
      shares: plan.shares
        .filter(({ memberId }) => memberId !== '')
        .map(({ memberId, perWeek }) => ({ memberId, perWeek: Math.min(100, numberOf(perWeek, 1)) })),
    },
    quotas: plan.quotas
      .filter(({ segmentId, language }) => segmentId !== '' || language !== '')
      .map(({ segmentId, language, count }) => ({
        segmentId: segmentId || null,
        language: languageOf(language),
        count: numberOf(count, 1),
      })),
  } satisfies Partial<StudyWritten>
}

const numberOf = (text: string, usual: number) => Math.max(1, Math.round(Number(text)) || usual)
const languageIds = ['en', 'da', 'sv', 'nl', 'de'] as const
const languageOf = (text: string): StudyLanguage | null => languageIds.find((known) => known === text) ?? null

type FieldsProps = {
  plan: EditedPlan
  kind: StudyKind
  /** Those the study is held in. */
  languages: StudyLanguage[]
  onChange: (plan: EditedPlan) => void
}

/** How many people, in how many weeks, and who of the team talks with how many. */
export function PlanFields({ plan, kind, languages, onChange }: FieldsProps) {
  const t = useText()
  const { least, usual, most } = usualFor[kind].people
  const sent = plannedSent(plan, kind)
  const perWeek = promisedPerWeek({
    kind,
    sessionSize: sent.sessionSize,
    target: sent.target,
    plan: { ...sent.plan, shares: [] },
  })
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-1 font-medium">{t('conversations.plan.title')}</legend>
      <TextField
        name="target"
        label={t('conversations.field.target')}
        description={t('conversations.field.target.hint')}
        type="number"
        isRequired
        value={plan.target}
        onChange={(target) => onChange({ ...plan, target })}
      />
      {most > 1 && (
        <TextField
          name="sessionSize"
          label={t('conversations.field.session')}
          description={t('conversations.field.session.hint', { least, usual, most })}
          type="number"
          value={plan.sessionSize}
          onChange={(sessionSize) => onChange({ ...plan, sessionSize })}
        />
      )}
      <div className="grid grid-cols-2 gap-4">
        <TextField
          name="startsOn"
          label={t('conversations.field.starts')}
          type="date"
          value={plan.startsOn}
          onChange={(startsOn) => onChange({ ...plan, startsOn })}
        />
        <TextField
          name="weeks"
          label={t('conversations.field.weeks')}
          type="number"
          isRequired
          value={plan.weeks}
          onChange={(weeks) => onChange({ ...plan, weeks })}
        />
      </div>
      <p className="-mt-3 text-sm text-soft">{t('conversations.plan.asks', { perWeek })}</p>
      <Shares plan={plan} onChange={onChange} />
      <Quotas plan={plan} languages={languages} onChange={onChange} />
    </fieldset>
  )
}

type LinesProps = Pick<FieldsProps, 'plan' | 'onChange'>

function Shares({ plan, onChange }: LinesProps) {
  const t = useText()
  const members = (useMembers().data?.members ?? []).map(({ memberId, name }) => ({
    id: memberId,
    label: name,
  }))
  const replace = (share: Share) =>
    onChange({ ...plan, shares: plan.shares.map((known) => (known.id === share.id ? share : known)) })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t('conversations.shares')}</legend>
      {plan.shares.map((share, at) => (
        <Line
          key={share.id}
          remove={t('conversations.shares.remove', { n: at + 1 })}
          onRemove={() => onChange({ ...plan, shares: plan.shares.filter((known) => known.id !== share.id) })}
        >
          <Select
            label={t('conversations.shares.who')}
            isRequired
            options={members}
            value={share.memberId || null}
            onChange={(memberId) => replace({ ...share, memberId })}
          />
          <TextField
            label={t('conversations.shares.week')}
            type="number"
            isRequired
            value={share.perWeek}
            onChange={(perWeek) => replace({ ...share, perWeek })}
          />
        </Line>
      ))}
      <div>
        <Button
          icon="plus"
          onPress={() =>
            onChange({
              ...plan,
              shares: [...plan.shares, { id: crypto.randomUUID(), memberId: '', perWeek: '2' }],
            })
          }
        >
          {t('conversations.shares.add')}
        </Button>
      </div>
    </fieldset>
  )
}

function Quotas({ plan, languages, onChange }: LinesProps & { languages: StudyLanguage[] }) {
  const t = useText()
  const format = useFormat()
  const sets = useSegmentSets().data?.sets ?? []
  const segments = [
    { id: 'any', label: t('conversations.quotas.segment.any') },
    ...sets.flatMap((set) => set.segments.map(({ segmentId, name }) => ({ id: segmentId, label: name }))),
  ]
  const spoken = [
    { id: 'any', label: t('conversations.quotas.language.any') },
    ...[...new Set(languages)].map((id) => ({ id, label: format.language(id) })),
  ]
  const replace = (quota: EditedQuota) =>
    onChange({ ...plan, quotas: plan.quotas.map((known) => (known.id === quota.id ? quota : known)) })
  const chosen = (id: string) => (id === 'any' ? '' : id)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t('conversations.quotas')}</legend>
      <p className="text-sm text-soft">{t('conversations.quotas.hint')}</p>
      {plan.quotas.map((quota, at) => (
        <Line
          key={quota.id}
          remove={t('conversations.quotas.remove', { n: at + 1 })}
          onRemove={() => onChange({ ...plan, quotas: plan.quotas.filter((known) => known.id !== quota.id) })}
        >
          <Select
            label={t('conversations.quotas.segment')}
            isRequired
            options={segments}
            value={quota.segmentId || 'any'}
            onChange={(id) => replace({ ...quota, segmentId: chosen(id) })}
          />
          <Select
            label={t('conversations.field.language')}
            isRequired
            options={spoken}
            value={quota.language || 'any'}
            onChange={(id) => replace({ ...quota, language: chosen(id) })}
          />
          <TextField
            label={t('conversations.quotas.count')}
            type="number"
            isRequired
            value={quota.count}
            onChange={(count) => replace({ ...quota, count })}
          />
        </Line>
      ))}
      <div>
        <Button
          icon="plus"
          onPress={() =>
            onChange({
              ...plan,
              quotas: [
                ...plan.quotas,
                { id: crypto.randomUUID(), segmentId: '', language: languages[0] ?? '', count: '5' },
              ],
            })
          }
        >
          {t('conversations.quotas.add')}
        </Button>
      </div>
    </fieldset>
  )
}

function Line({ children, remove, onRemove }: { children: ReactNode; remove: string; onRemove: () => void }) {
  return (
    <div className="flex items-end gap-2">
      <div className="grid min-w-0 grow auto-cols-fr gap-3 sm:grid-flow-col">{children}</div>
      <IconButton icon="close" label={remove} onPress={onRemove} />
    </div>
  )
}
