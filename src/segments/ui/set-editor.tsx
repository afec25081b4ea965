import { useState, type ReactNode } from 'react'
import {
  Button,
  Fresh,
  IconButton,
  Notice,
  ProblemNotice,
  Section,
  TextField,
  useText,
  useToast,
} from '../../../web/kit/index.ts'
import { ConditionList, useTypes } from './condition-editor.tsx'
import { OutcomeField } from './outcome-field.tsx'
import { useRuleWords } from './rule-words.tsx'
import { usePreview, type Preview, type Sizes } from './segments-data.ts'
import { readSet, ruleDraft, type ReadSet, type RuleDraft, type SetDraft } from './set-draft.ts'
import { ShareCell, Size } from './size-cell.tsx'

type EditorProps = {
  start: SetDraft
  /** How many people it takes as it starts, where that is known. */
  known?: Sizes | undefined
  isPending: boolean
  problem: unknown
  /** What to do about a refusal, above the button. */
  conflict?: ReactNode
  onSave: (draft: SetDraft, read: ReadSet) => void
}

/** The audience, the rules in their order with their size beside them, and the rest. */
export function SetEditor({ start, known, isPending, problem, conflict, onSave }: EditorProps) {
  const t = useText()
  const types = useTypes()
  const [draft, write] = useState(start)
  const [asksAll, askAll] = useState(false)
  const read = readSet(draft, types)
  const places = read.rules.flatMap((rule, index) => (rule === null ? [] : [index]))
  const rules = read.rules.filter((rule) => rule !== null)
  const preview = usePreview({ audience: read.audience, outcome: read.outcome, rules }, known)
  const change = (part: Partial<SetDraft>) => write((before) => ({ ...before, ...part }))
  const save = () => {
    askAll(!read.isComplete)
    if (read.isComplete) onSave(draft, read)
  }
  return (
    <div className="max-w-4xl">
      <div className="max-w-lg">
        <TextField
          label={t('segments.set.name')}
          description={t('segments.set.name.hint')}
          isRequired
          maxLength={200}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
      </div>
      <Section title={t('segments.audience')} lead={t('segments.audience.lead')}>
        <ConditionList drafts={draft.audience} onChange={(audience) => change({ audience })} />
        <div className="mt-5">
          <OutcomeField draft={draft.outcome} onChange={(outcome) => change({ outcome })} />
        </div>
      </Section>
      <Section title={t('segments.rules')} lead={t('segments.rules.lead')}>
        <RuleList
          draft={draft}
          write={change}
          sizeOf={(index) => <PartSize preview={preview} part={places.indexOf(index)} />}
        />
        <Rest preview={preview} />
      </Section>
      <div className="mt-10 flex flex-col items-start gap-4">
        {asksAll && !read.isComplete && (
          <Notice look="warning" title={t('segments.incomplete')}>
            {t('segments.incomplete.todo')}
          </Notice>
        )}
        {conflict ?? (problem ? <ProblemNotice problem={problem} /> : null)}
        <Button look="primary" isPending={isPending} onPress={save}>
          {t('kit.save')}
        </Button>
      </div>
    </div>
  )
}

type RuleListProps = {
  draft: SetDraft
  write: (part: Partial<SetDraft>) => void
  sizeOf: (index: number) => ReactNode
}

function RuleList({ draft, write, sizeOf }: RuleListProps) {
  const t = useText()
  const toast = useToast()
  const { rules } = draft
  const [added, note] = useState<string>()
  const add = () => {
    const rule = ruleDraft({ name: '', all: [] })
    note(rule.key)
    write({ rules: [...rules, rule] })
  }
  const move = (index: number, by: -1 | 1) => {
    const next = [...rules]
    const [rule] = next.splice(index, 1)
    if (rule) next.splice(index + by, 0, rule)
    write({ rules: next })
  }
  const takeAway = (rule: RuleDraft) => {
    write({ rules: rules.filter((one) => one.key !== rule.key) })
    toast({ text: t('segments.rule.removed', { name: rule.name }), undo: () => write({ rules }) })
  }
  return (
    <div className="flex flex-col gap-6">
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.key}
          rule={rule}
          isAdded={rule.key === added}
          place={index + 1}
          size={sizeOf(index)}
          onChange={(next) => write({ rules: rules.map((one) => (one.key === next.key ? next : one)) })}
          actions={
            <>
              {index > 0 && (
                <Button look="quiet" onPress={() => move(index, -1)}>
                  {t('segments.earlier')}
                </Button>
              )}
              {index < rules.length - 1 && (
                <Button look="quiet" onPress={() => move(index, 1)}>
                  {t('segments.later')}
                </Button>
              )}
              <IconButton label={t('segments.rule.remove')} icon="close" onPress={() => takeAway(rule)} />
            </>
          }
        />
      ))}
      {rules.length < 5 && (
        <div>
          <Button icon="plus" onPress={add}>
            {t('segments.rule.add')}
          </Button>
        </div>
      )}
    </div>
  )
}

type RuleCardProps = {
  rule: RuleDraft
  /** Just now: its name is what to write next. */
  isAdded: boolean
  place: number
  size: ReactNode
  actions: ReactNode
  onChange: (rule: RuleDraft) => void
}

function RuleCard({ rule, isAdded, place, size, actions, onChange }: RuleCardProps) {
  const t = useText()
  return (
    <fieldset className="min-w-0 rounded-lg border border-line bg-raised px-5 pt-4 pb-5">
      <legend className="sr-only">{t('segments.rule.place', { place })}</legend>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <TextField
            label={t('segments.rule.name', { place })}
            isRequired
            maxLength={200}
            autoFocus={isAdded}
            value={rule.name}
            onChange={(name) => onChange({ ...rule, name })}
          />
        </div>
        <div className="flex items-center gap-1">{actions}</div>
      </div>
      <ConditionList drafts={rule.conditions} onChange={(conditions) => onChange({ ...rule, conditions })} />
      <div className="mt-4 border-t border-line pt-3">{size}</div>
    </fieldset>
  )
}

function PartSize({ preview, part }: { preview: Preview; part: number }) {
  const t = useText()
  const { sizes, isStale, error } = preview
  const found = part === -1 ? undefined : sizes?.parts[part]
  if (part === -1) return <span className="text-sm text-soft">{t('segments.size.waits')}</span>
  if (error) return <span className="text-sm text-danger">{t('segments.size.failed')}</span>
  if (sizes === undefined || found === undefined)
    return <span className="text-sm text-soft">{t('kit.loading')}</span>
  return (
    <div aria-live="polite" className={`flex flex-wrap gap-x-8 gap-y-1 ${isStale ? 'opacity-50' : ''}`}>
      <span>
        <span className="text-sm text-soft">{t('segments.size')}: </span>
        <Size people={found.people} minimum={sizes.minimum} isExact={found.isExact} />
      </span>
      {found.outcome && <ShareCell share={found.outcome} />}
    </div>
  )
}

function Rest({ preview: { sizes, isStale } }: { preview: Preview }) {
  const t = useText()
  if (sizes === undefined) return null
  const { rest, audience, minimum } = sizes
  return (
    <>
      <dl className={`mt-6 flex flex-wrap gap-x-10 gap-y-2 ${isStale ? 'opacity-50' : ''}`}>
        <div>
          <dt className="text-sm text-soft">{t('segments.rest')}</dt>
          <dd>
            <Size people={rest.people} minimum={minimum} isExact={rest.isExact} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-soft">{t('segments.audience')}</dt>
          <dd>
            <Size people={audience.people} minimum={minimum} isExact={audience.isExact} />
          </dd>
        </div>
      </dl>
      <Fresh at={sizes.asOf} />
    </>
  )
}

/** A first name for each rule of a proposal: the rule itself, short enough for a heading. */
export function useFirstNames() {
  const words = useRuleWords()
  return (all: Parameters<typeof words.rule>[0]) => {
    const said = words.rule(all)
    return said.length > 120 ? `${said.slice(0, 119).trimEnd()}…` : said
  }
}
