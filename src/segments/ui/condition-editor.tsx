import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Condition } from '../segment.ts'
import {
  Button,
  ComboBox,
  IconButton,
  Select,
  TextField,
  useFormat,
  useText,
} from '../../../web/kit/index.ts'
import {
  conditionOf,
  eventOps,
  newDraft,
  traitOps,
  type ConditionDraft,
  type EventDraft,
  type KnownType,
  type TraitDraft,
} from './condition-draft.ts'
import { useRuleWords } from './rule-words.tsx'
import { useEventProperties, useEvents, useTrait, useTraits } from './segments-data.ts'

type EditorProps<Draft> = { draft: Draft; onChange: (draft: Draft) => void }

/** At most three conditions, all of which hold. */
export function ConditionList(props: {
  drafts: readonly ConditionDraft[]
  onChange: (drafts: ConditionDraft[]) => void
}) {
  const { drafts, onChange } = props
  const t = useText()
  const types = useTypes()
  const add = (kind: 'trait' | 'event') => onChange([...drafts, newDraft(kind, crypto.randomUUID())])
  return (
    <div className="flex flex-col gap-3">
      {drafts.map((draft, index) => (
        <div key={draft.key}>
          {index > 0 && <div className="mb-2 text-sm text-soft">{t('segments.and')}</div>}
          <div className="flex items-start gap-2">
            <div className="min-w-0 grow">
              <ConditionEditor
                draft={draft}
                condition={conditionOf(draft, draft.kind === 'trait' ? types.get(draft.trait) : undefined)}
                onChange={(next) => onChange(drafts.map((one) => (one.key === next.key ? next : one)))}
              />
            </div>
            <IconButton
              label={t('segments.condition.remove')}
              icon="close"
              onPress={() => onChange(drafts.filter((one) => one.key !== draft.key))}
            />
          </div>
        </div>
      ))}
      {drafts.length < 3 && (
        <div className="flex flex-wrap gap-2">
          <Button icon="plus" look="quiet" onPress={() => add('trait')}>
            {t('segments.add.trait')}
          </Button>
          <Button icon="plus" look="quiet" onPress={() => add('event')}>
            {t('segments.add.event')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A condition that is whole stands in words until somebody opens it: most of a set is read, and little of it changed. */
function ConditionEditor(props: EditorProps<ConditionDraft> & { condition: Condition | null }) {
  const { draft, condition, onChange } = props
  const t = useText()
  const words = useRuleWords()
  const [look, turn] = useState<'said' | 'new' | 'opened'>(condition === null ? 'new' : 'said')
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (look === 'opened') fields.current?.querySelector('input')?.focus()
  }, [look])
  if (draft.kind === 'other') return <Said>{words.rule([draft.condition])}</Said>
  if (look === 'said' && condition !== null) {
    const said = words.rule([condition])
    return (
      <Said
        action={
          <Button
            look="quiet"
            aria-label={t('segments.condition.change', { said })}
            onPress={() => turn('opened')}
          >
            {t('segments.change')}
          </Button>
        }
      >
        {said}
      </Said>
    )
  }
  return (
    <div ref={fields}>
      {draft.kind === 'trait' ? (
        <TraitEditor draft={draft} onChange={onChange} />
      ) : (
        <EventEditor draft={draft} onChange={onChange} />
      )}
    </div>
  )
}

function Said({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="control-height inline-flex min-w-0 items-center break-words">{children}</span>
      {action}
    </div>
  )
}

/** The types of the traits there are, by name. */
export function useTypes(): ReadonlyMap<string, KnownType> {
  const traits = useTraits()
  return new Map(traits.data?.items.map(({ trait, type }) => [trait, type]))
}

const fields = 'grid gap-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.4fr)]'

function TraitEditor({ draft, onChange }: EditorProps<TraitDraft>) {
  const t = useText()
  const traits = useTraits()
  const type = traits.data?.items.find(({ trait }) => trait === draft.trait)?.type
  const options = (traits.data?.items ?? []).map(({ trait, people }) => ({
    id: trait,
    label: trait,
    ...(people === null ? {} : { note: t('segments.known.of', { n: people }) }),
  }))
  const pick = (trait: string) => {
    const next = traits.data?.items.find((one) => one.trait === trait)?.type ?? 'category'
    onChange({ ...draft, trait, op: traitOps[next][0], texts: [], from: '', below: '' })
  }
  return (
    <div className={fields}>
      <ComboBox
        key={`${options.length}`}
        label={t('segments.trait')}
        isRequired
        options={options}
        value={draft.trait === '' ? null : draft.trait}
        onChange={pick}
      />
      {type !== undefined && (
        <Select
          label={t('segments.comparison')}
          isRequired
          options={traitOps[type].map((id) => ({ id, label: t(`segments.op.${opKey(id, type)}`) }))}
          value={draft.op === '' ? null : draft.op}
          onChange={(op) => onChange({ ...draft, op: traitOps[type].find((one) => one === op) ?? '' })}
        />
      )}
      {type !== undefined && <TraitValue draft={draft} onChange={onChange} type={type} />}
    </div>
  )
}

const opKey = (op: string, type: KnownType) =>
  type === 'date' && op === 'at least'
    ? 'since'
    : type === 'date' && op === 'less than'
      ? 'before'
      : op.replaceAll(' ', '-')

function TraitValue({ draft, onChange, type }: EditorProps<TraitDraft> & { type: KnownType }) {
  if (draft.op === 'in' || draft.op === 'not in') return <Values draft={draft} onChange={onChange} />
  if (draft.op === 'at least' || draft.op === 'less than' || draft.op === 'between')
    return <Bounds draft={draft} onChange={onChange} type={type} />
  return null
}

function Values({ draft, onChange }: EditorProps<TraitDraft>) {
  const t = useText()
  const known = useTrait(draft.trait)
  const options = (known.data?.values ?? [])
    .filter(({ text }) => !draft.texts.includes(text))
    .map(({ text, people }) => ({ id: text, label: text, note: t('segments.people.count', { n: people }) }))
  const add = (text: string) => onChange({ ...draft, texts: [...new Set([...draft.texts, text])] })
  return (
    <div className="flex flex-col gap-2">
      <ComboBox
        label={t('segments.values')}
        isRequired
        options={options}
        onChange={add}
        onCreate={add}
        clearsOnChoice
      />
      {draft.texts.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {draft.texts.map((text) => (
            <li key={text} className="inline-flex items-center rounded-full bg-hover pl-3 text-sm">
              <span className="max-w-56 truncate">{text}</span>
              <IconButton
                label={t('segments.value.remove', { value: text })}
                icon="close"
                onPress={() => onChange({ ...draft, texts: draft.texts.filter((one) => one !== text) })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Bounds({ draft, onChange, type }: EditorProps<TraitDraft> & { type: KnownType }) {
  const t = useText()
  const format = useFormat()
  const known = useTrait(draft.trait)
  const cuts = known.data?.cuts ?? []
  const input = type === 'date' ? { type: 'date' } : { inputMode: 'decimal' as const }
  const setCut = (cut: number) =>
    onChange(draft.op === 'less than' ? { ...draft, below: String(cut) } : { ...draft, from: String(cut) })
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        {draft.op !== 'less than' && (
          <TextField
            label={t(type === 'date' ? 'segments.from.day' : 'segments.from')}
            isRequired
            {...input}
            value={draft.from}
            onChange={(from) => onChange({ ...draft, from })}
          />
        )}
        {draft.op !== 'at least' && (
          <TextField
            label={t(type === 'date' ? 'segments.before.day' : 'segments.below')}
            isRequired
            {...input}
            value={draft.below}
            onChange={(below) => onChange({ ...draft, below })}
          />
        )}
      </div>
      {type === 'number' && draft.op !== 'between' && cuts.length > 0 && (
        <div className="flex flex-wrap items-center gap-1 text-sm text-soft">
          {t('segments.cuts')}
          {cuts.map((cut) => (
            <Button key={cut} look="quiet" onPress={() => setCut(cut)}>
              {format.number(cut)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function EventEditor({ draft, onChange }: EditorProps<EventDraft>) {
  const t = useText()
  const events = useEvents()
  const properties = useEventProperties(draft.event)
  const [isNarrow, narrow] = useState(draft.property !== '')
  const names = (events.data?.events ?? []).map((id) => ({ id, label: id }))
  return (
    <div className="flex flex-col gap-3">
      <div className={fields}>
        <ComboBox
          key={`${names.length}`}
          label={t('segments.event')}
          isRequired
          options={names}
          value={draft.event === '' ? null : draft.event}
          onChange={(event) => onChange({ ...draft, event, property: '', equals: '' })}
        />
        <Select
          label={t('segments.how.often')}
          isRequired
          options={eventOps.map((id) => ({ id, label: t(`segments.did.${id.replaceAll(' ', '-')}`) }))}
          value={draft.op}
          onChange={(op) => onChange({ ...draft, op: eventOps.find((one) => one === op) ?? 'at least' })}
        />
        <div className="grid grid-cols-2 gap-3">
          {draft.op !== 'never' && (
            <TextField
              label={t('segments.times')}
              isRequired
              inputMode="numeric"
              value={draft.times}
              onChange={(times) => onChange({ ...draft, times })}
            />
          )}
          <TextField
            label={t('segments.days')}
            inputMode="numeric"
            value={draft.days}
            onChange={(days) => onChange({ ...draft, days })}
          />
        </div>
      </div>
      {isNarrow ? (
        <div className={fields}>
          <ComboBox
            key={`${properties.data?.properties.length ?? 0}`}
            label={t('segments.property')}
            options={(properties.data?.properties ?? []).map((id) => ({ id, label: id }))}
            value={draft.property === '' ? null : draft.property}
            onChange={(property) => onChange({ ...draft, property })}
          />
          <TextField
            label={t('segments.equals')}
            description={t('segments.equals.hint')}
            value={draft.equals}
            onChange={(equals) => onChange({ ...draft, equals })}
          />
        </div>
      ) : (
        draft.event !== '' && (
          <div>
            <Button look="quiet" icon="plus" onPress={() => narrow(true)}>
              {t('segments.add.property')}
            </Button>
          </div>
        )
      )}
    </div>
  )
}
