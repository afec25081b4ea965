import {
  ComboBox,
  EmptyState,
  TextField,
  useSearchValue,
  useFormat,
  useText,
} from '../../../../web/kit/index.ts'
import { useCodes } from '../coding-data.ts'
import { Quotes } from './cell-quotes.tsx'
import { ChooseCodes } from './choose-codes.tsx'
import { queryOf, readForm, type QueryForm } from './query-form.ts'
import { TogetherChoice } from './together-tab.tsx'
import { useViewFilters } from './use-view-filters.ts'
import type { InStudy } from './view-page.tsx'

const nobody = 'none'

/** Quotes by codes: and, or, not, near. The query stands in the address. */
export function QueryTab({ studyId }: InStudy) {
  const t = useText()
  const [filters] = useViewFilters()
  const [text, keep] = useSearchValue('q')
  const [togetherText, choose] = useSearchValue('together')
  const together: 'overlap' | 'turn' = togetherText === 'turn' ? 'turn' : 'overlap'
  const form = readForm(text)
  const query = queryOf(form)
  const change = (changed: Partial<QueryForm>) => keep(JSON.stringify({ ...form, ...changed }))
  return (
    <div className="grid gap-10 lg:grid-cols-[20rem_1fr]">
      <div className="flex flex-col gap-5" data-screen-only>
        {(['all', 'any', 'none'] as const).map((part) => (
          <ChooseCodes
            key={part}
            label={t(`coding.views.query.${part}`)}
            studyId={studyId}
            chosen={form[part]}
            onChange={(ids) => change({ [part]: ids })}
          />
        ))}
        <Near studyId={studyId} form={form} change={change} />
        <TogetherChoice value={together} onChange={choose} />
      </div>
      <div className="min-w-0">
        {query === undefined ? (
          <EmptyState title={t('coding.views.query.empty.title')}>
            {t('coding.views.query.empty.todo')}
          </EmptyState>
        ) : (
          <>
            <Sentence studyId={studyId} form={form} />
            <Quotes studyId={studyId} asked={{ ...filters, together, q: JSON.stringify(query) }} />
          </>
        )}
      </div>
    </div>
  )
}

type Editing = { studyId: string; form: QueryForm; change: (changed: Partial<QueryForm>) => void }

function Near({ studyId, form, change }: Editing) {
  const t = useText()
  const codes = useCodes(studyId)
  const turns = (text: string) => Math.min(200, Math.max(0, Math.round(Number(text)) || 0))
  return (
    <div className="grid grid-cols-[1fr_6rem] items-end gap-3">
      <ComboBox
        key={form.near}
        label={t('coding.views.query.near')}
        options={[
          { id: nobody, label: t('coding.views.query.near.none') },
          ...(codes.data?.codes ?? []).map(({ codeId, label }) => ({ id: codeId, label })),
        ]}
        value={form.near ?? nobody}
        onChange={(id) => change({ near: id === nobody ? null : id })}
        isRequired
      />
      <TextField
        key={form.within}
        type="number"
        label={t('coding.views.query.within')}
        defaultValue={String(form.within)}
        isDisabled={form.near === null}
        isRequired
        onBlur={({ target }) => {
          if (target instanceof HTMLInputElement && turns(target.value) !== form.within)
            change({ within: turns(target.value) })
        }}
      />
    </div>
  )
}

/** The query as one reads it. */
function Sentence({ studyId, form }: { studyId: string; form: QueryForm }) {
  const t = useText()
  const format = useFormat()
  const codes = useCodes(studyId)
  const names = new Map<string, string>(
    (codes.data?.codes ?? []).map(({ codeId, label }) => [codeId, format.quoted(label)]),
  )
  const list = (ids: readonly string[], word: string) =>
    ids.map((id) => names.get(id) ?? '…').join(` ${t(`coding.views.query.${word}`)} `)
  const any = form.any.length > 1 && form.all.length > 0 ? `(${list(form.any, 'or')})` : list(form.any, 'or')
  const wanted = [list(form.all, 'and'), any].filter((part) => part !== '')
  const parts = [
    wanted.join(` ${t('coding.views.query.and')} `),
    ...(form.near === null
      ? []
      : [t('coding.views.query.near.words', { code: names.get(form.near) ?? '…', n: form.within })]),
    ...(form.none.length === 0 ? [] : [t('coding.views.query.not.words', { codes: list(form.none, 'or') })]),
  ]
  return <p className="mb-4 font-medium wrap-anywhere">{parts.join(', ')}</p>
}
