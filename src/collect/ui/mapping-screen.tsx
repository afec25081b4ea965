import { useState } from 'react'
import {
  Notice,
  ProblemNotice,
  Radio,
  RadioGroup,
  Section,
  Select,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { usePutMapping, type ColumnMapping, type Import, type PeopleMapping } from './collect-data.ts'
import { ColumnRow } from './column-row.tsx'
import { UnclearConsents } from './consent-fields.tsx'
import { PreviewTable } from './preview-table.tsx'
import { SourceForm } from './source-form.tsx'

const grounds = [
  'a explicit consent',
  'b employment law',
  'd members of a not-for-profit body',
  'e made public by the person',
  'i public health',
  'j research or statistics',
] as const satisfies readonly Import['grounds'][string][]

type Draft = Pick<Import, 'mapping' | 'grounds'>

/** What every column becomes, already guessed; then where the data come from, and the start. */
export function MappingScreen({ found }: { found: Import }) {
  const { id: workspaceId } = useWorkspace()
  const put = usePutMapping()
  const [draft, setDraft] = useState<Draft>({ mapping: found.mapping, grounds: found.grounds })
  const change = (next: Draft) => {
    setDraft(next)
    put.mutate({ path: { workspaceId, importId: found.id }, body: next })
  }
  const { mapping } = draft
  return (
    <>
      {put.error && <ProblemNotice problem={put.error} />}
      <KindChoice found={found} draft={draft} onChange={change} />
      {mapping.kind === 'people' ? (
        <>
          <Held found={found} draft={draft} onChange={change} />
          <UnclearConsents
            guesses={found.guesses}
            mapping={mapping.mapping}
            onChange={(name, column) => {
              const columns = { ...mapping.mapping.columns, [name]: column }
              change({ ...draft, mapping: { kind: 'people', mapping: { ...mapping.mapping, columns } } })
            }}
          />
          <Columns
            found={found}
            mapping={mapping.mapping}
            onChange={(next) => change({ ...draft, mapping: { kind: 'people', mapping: next } })}
          />
        </>
      ) : (
        <OrderColumns mapping={mapping.mapping} />
      )}
      <PreviewTable importId={found.id} typeOf={(trait) => typeOf(mapping, trait)} />
      <SourceForm found={found} isSaving={put.isPending ? 'yes' : 'no'} />
    </>
  )
}

function typeOf(mapping: Draft['mapping'], trait: string): string | null {
  if (mapping.kind !== 'people') return null
  const columns = Object.values(mapping.mapping.columns).filter((column) => column.use === 'trait')
  return columns.find((column) => column.trait === trait)?.type ?? null
}

type Changing = { found: Import; draft: Draft; onChange: (draft: Draft) => void }

function KindChoice({ found, draft, onChange }: Changing) {
  const t = useText()
  const { people, orderLines } = found.proposals
  if (orderLines === null) return null
  return (
    <div className="mb-8">
      <RadioGroup
        label={t('collect.kind')}
        isRequired
        value={draft.mapping.kind}
        onChange={(kind) =>
          onChange({
            ...draft,
            mapping:
              kind === 'people'
                ? { kind: 'people', mapping: people }
                : { kind: 'order lines', mapping: orderLines },
          })
        }
      >
        <Radio value="order lines" description={t('collect.kind.orders.hint')}>
          {t('collect.kind.orders')}
        </Radio>
        <Radio value="people" description={t('collect.kind.people.hint')}>
          {t('collect.kind.people')}
        </Radio>
      </RadioGroup>
    </div>
  )
}

/** Columns of a special category: held back, why, and the grounds that would let them in. */
function Held({ found, draft, onChange }: Changing) {
  const t = useText()
  if (draft.mapping.kind !== 'people') return null
  const special = Object.entries(draft.mapping.mapping.columns).flatMap(([name, column]) =>
    column.use === 'trait' && column.special !== null
      ? [{ name, trait: column.trait, category: column.special }]
      : [],
  )
  if (special.length === 0) return null
  const options = [
    { id: 'hold', label: t('collect.ground.hold') },
    ...grounds.map((id) => ({ id, label: t(`collect.ground.${id[0] ?? ''}`) })),
  ]
  return (
    <div className="mb-8">
      <Notice look="warning" title={t('collect.held', { n: special.length })}>
        <p>{t('collect.held.why')}</p>
        <div className="mt-4 flex flex-col gap-4">
          {special.map(({ name, trait, category }) => {
            const why = found.guesses.find((guess) => guess.name === name)?.special?.why
            return (
              <Select
                key={name}
                label={name}
                isRequired
                description={
                  <>
                    {t(`collect.special.${category}`)}
                    {why !== undefined && <span> · {t('collect.held.sign', { why: quoted(why) })}</span>}
                  </>
                }
                options={options}
                value={draft.grounds[trait] ?? 'hold'}
                onChange={(id) => {
                  const { [trait]: _, ...others } = draft.grounds
                  const ground = grounds.find((one) => one === id)
                  onChange({ ...draft, grounds: ground ? { ...others, [trait]: ground } : others })
                }}
              />
            )
          })}
        </div>
      </Notice>
    </div>
  )
}

/** The words that gave it away, without the sentence around them. */
const quoted = (why: string) => [...why.matchAll(/"([^"]+)"/g)].map((found) => found[1]).join(', ')

function Columns(props: {
  found: Import
  mapping: PeopleMapping
  onChange: (mapping: PeopleMapping) => void
}) {
  const { found, mapping, onChange } = props
  const t = useText()
  const set = (name: string, column: ColumnMapping) =>
    onChange(withIdentity({ ...mapping, columns: { ...mapping.columns, [name]: column } }))
  return (
    <Section title={t('collect.columns')} lead={t('collect.columns.lead')}>
      {mapping.identity.kind === 'row' && (
        <div className="mb-4">
          <Notice title={t('collect.identity.row')}>{t('collect.identity.row.hint')}</Notice>
        </div>
      )}
      <ul className="border-t border-line">
        {found.guesses.map((guess) => (
          <ColumnRow
            key={guess.name}
            guess={guess}
            column={mapping.columns[guess.name] ?? { use: 'ignore' }}
            proposed={found.proposals.people.columns[guess.name]}
            onChange={(column) => set(guess.name, column)}
          />
        ))}
      </ul>
    </Section>
  )
}

/** Somebody is known by an identifier where there is one, and by their row where there is none. */
function withIdentity(mapping: PeopleMapping): PeopleMapping {
  const named = Object.values(mapping.columns).some((column) => column.use === 'identifier')
  return { ...mapping, identity: { kind: named ? 'columns' : 'row' } }
}

function OrderColumns({
  mapping,
}: {
  mapping: Extract<Import['mapping'], { kind: 'order lines' }>['mapping']
}) {
  const t = useText()
  const rows = [
    ['person', mapping.person.column],
    ['order', mapping.order],
    ['time', mapping.time.column],
    ['properties', mapping.properties.map((property) => property.column).join(', ')],
  ] as const
  return (
    <Section title={t('collect.columns')} lead={t('collect.orders.lead')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{t(`collect.orders.${name}`)}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
