import { Button, ComboBox, Loaded, Select, TextField, useFormat, useText } from '../../../web/kit/index.ts'
import { answerLengths } from '../open-answers/answers.schema.ts'
import { useSuggestedCounts, type AnswerFilters, type AnswersShown } from './answers-data.ts'
import type { CodeShown } from './coding-data.ts'
import { useSearchChoices } from './search-data.ts'
import { TraitChoice } from './views/trait-filter.tsx'

type FilterProps = {
  list: AnswersShown
  book: readonly CodeShown[]
  filters: AnswerFilters
  ask: (changed: AnswerFilters) => void
}

const all = 'all'
const asked = (id: string) => (id === all ? '' : id)

/** Which answers are shown, and the codes that are suggested for those without one. */
export function AnswerFilterRow({ list, book, filters, ask }: FilterProps) {
  const t = useText()
  const nothing = { id: all, label: t('coding.search.all') }
  const narrow = (changed: AnswerFilters) => ask({ suggested: '', ...changed })
  const seek = (field: EventTarget) => {
    if (field instanceof HTMLInputElement && field.value !== (filters.q ?? '')) narrow({ q: field.value })
  }
  return (
    <div className="mb-5 flex flex-col gap-4" data-screen-only>
      <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-5">
        <TextField
          key={filters.q ?? ''}
          type="search"
          label={t('coding.answers.words')}
          defaultValue={filters.q ?? ''}
          maxLength={500}
          onBlur={({ target }) => seek(target)}
          onKeyDown={({ key, target }) => {
            if (key === 'Enter') seek(target)
          }}
        />
        <Select
          label={t('coding.answers.coding')}
          isRequired
          value={filters.coding ?? all}
          onChange={(id) => narrow({ coding: asked(id), ...(id === 'uncoded' ? { codeId: '' } : {}) })}
          options={[
            nothing,
            { id: 'uncoded', label: t('coding.answers.uncoded') },
            { id: 'coded', label: t('coding.answers.coded') },
          ]}
        />
        <ComboBox
          key={filters.codeId ?? ''}
          label={t('coding.answers.code')}
          isRequired
          value={filters.codeId ?? all}
          onChange={(id) => narrow({ codeId: asked(id), coding: '' })}
          options={[nothing, ...book.map(({ codeId, name }) => ({ id: codeId as string, label: name }))]}
        />
        <Select
          label={t('coding.answers.length')}
          isRequired
          value={filters.length ?? all}
          onChange={(id) => narrow({ length: asked(id) })}
          options={[nothing, ...answerLengths.map((id) => ({ id, label: t(`coding.answers.length.${id}`) }))]}
        />
        <Select
          label={t('coding.answers.order')}
          isRequired
          value={filters.order ?? 'file'}
          onChange={(order) => narrow({ order: order === 'file' ? '' : order })}
          options={[
            { id: 'file', label: t('coding.answers.order.file') },
            { id: 'alike', label: t('coding.answers.order.alike') },
          ]}
        />
      </div>
      <People list={list} filters={filters} narrow={narrow} />
      <Suggested list={list} book={book} filters={filters} ask={ask} />
    </div>
  )
}

/** Whose answers: of a segment, in a language, of whom something is known. What has one choice is not asked. */
function People({
  list,
  filters,
  narrow,
}: Pick<FilterProps, 'list' | 'filters'> & { narrow: FilterProps['ask'] }) {
  const t = useText()
  const format = useFormat()
  const { segments } = useSearchChoices().data ?? { segments: [] }
  const nothing = { id: all, label: t('coding.search.all') }
  if (segments.length === 0 && list.traits.length === 0 && list.languages.length < 2) return null
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-5">
      {segments.length > 0 && (
        <ComboBox
          label={t('coding.search.segment')}
          isRequired
          value={filters.segmentId ?? all}
          onChange={(id) => narrow({ segmentId: asked(id) })}
          options={[nothing, ...segments.map(({ id, name }) => ({ id, label: name }))]}
        />
      )}
      {list.languages.length > 1 && (
        <Select
          label={t('coding.search.language')}
          isRequired
          value={filters.language ?? all}
          onChange={(id) => narrow({ language: asked(id) })}
          options={[nothing, ...list.languages.map((id) => ({ id, label: format.language(id) }))]}
        />
      )}
      <TraitChoice studyId={list.studyId} traits={list.traits} chosen={filters} onChange={narrow} />
    </div>
  )
}

function Suggested({ list, book, filters, ask }: FilterProps) {
  const t = useText()
  const counts = useSuggestedCounts(list.interviewId)
  const names = new Map(book.map((code) => [code.codeId as string, code.label]))
  return (
    <section aria-labelledby="answers-suggested">
      <h2 id="answers-suggested" className="text-sm font-semibold">
        {t('coding.answers.suggested')}
      </h2>
      <p className="max-w-prose text-sm text-soft">{t('coding.answers.suggested.how')}</p>
      <Loaded query={counts}>
        {({ codes }) =>
          codes.length === 0 ? (
            <p className="mt-2 text-sm">{t('coding.answers.suggested.none')}</p>
          ) : (
            <ul className="mt-2 flex flex-wrap gap-2">
              {codes.slice(0, 12).map(({ codeId, answers }) => (
                <li key={codeId} className="max-w-full">
                  <Button
                    aria-pressed={filters.suggested === codeId}
                    look={filters.suggested === codeId ? 'primary' : 'secondary'}
                    onPress={() => ask(suggestedOnly(filters, codeId))}
                  >
                    <span className="truncate">{names.get(codeId) ?? ''}</span>
                    <span className="tabular-nums opacity-80">{answers}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

/** Pressed again it is let go. Coded answers have no suggestion to show. */
function suggestedOnly({ suggested }: AnswerFilters, codeId: string): AnswerFilters {
  return suggested === codeId ? { suggested: '' } : { suggested: codeId, coding: '', codeId: '', order: '' }
}
