import {
  Button,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  useGo,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useSearch as useAddress } from '@tanstack/react-router'
import { AnswerCoding } from './answer-coding.tsx'
import { AnswerFilterRow } from './answer-filters.tsx'
import { AnswerList } from './answer-list.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import {
  answerFilters,
  useAnswers,
  useSuggestedCounts,
  type AnswerFilters,
  type AnswersShown,
} from './answers-data.ts'
import { useCodes, type CodeShown } from './coding-data.ts'
import { useAnswerTable } from './use-answer-table.ts'

/** Open answers to code quickly: filtered, many at once, with what coded answers like them were given. */
export function Page() {
  const { answersId } = usePageParams('answersId')
  const { filters, ask } = useFilters(answersId)
  const answers = useAnswers(answersId, filters)
  const codes = useCodes(answers.data?.studyId, answers.data !== undefined)
  // Asked beside the list and not after it.
  useSuggestedCounts(answersId)
  usePageTitle(answers.data?.title)
  return (
    <Loaded query={answers}>
      {(list) => (
        <Loaded query={codes}>
          {(book) => <Answers list={list} book={book.codes} filters={filters} ask={ask} />}
        </Loaded>
      )}
    </Loaded>
  )
}

type AnswersProps = {
  list: AnswersShown
  book: readonly CodeShown[]
  filters: AnswerFilters
  ask: (changed: AnswerFilters) => void
}

function Answers({ list, book, filters, ask }: AnswersProps) {
  const t = useText()
  const { id } = useWorkspace()
  const table = useAnswerTable({ list, book })
  const { actions } = table
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{list.title}</span>}
        lead={t('coding.answers.lead', { n: list.answers, uncoded: list.uncoded })}
        back={{ href: `/w/${id}/studies/${list.studyId}`, label: t('coding.reader.study') }}
        actions={
          table.mayCode && (
            <>
              <Button isDisabled={!list.history.undo} onPress={actions.undo}>
                {t('coding.undo')}
              </Button>
              <Button isDisabled={!list.history.redo} onPress={actions.redo}>
                {t('coding.redo')}
              </Button>
            </>
          )
        }
      />
      {list.withheld > 0 && (
        <div className="mb-6">
          <Notice title={t('coding.answers.withheld', { n: list.withheld })}>
            {t('coding.reader.withheld.why')}
          </Notice>
        </div>
      )}
      <AnswerFilterRow list={list} book={book} filters={filters} ask={ask} />
      {actions.problem !== null && actions.asked === undefined && <ProblemNotice problem={actions.problem} />}
      {list.ids.length === 0 ? (
        <EmptyState title={t('coding.answers.empty.title')}>{t('coding.answers.empty.todo')}</EmptyState>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-3">
            <AnswerCoding table={table} suggested={filters.suggested} />
            <AnswerList table={table} />
            <p className="text-sm text-soft max-lg:hidden">{t('coding.answers.keys')}</p>
          </div>
          <AnswerPanel table={table} />
        </div>
      )}
    </>
  )
}

/** What is asked stands in the address, so that it is there after a reload and can be sent to a colleague. */
function useFilters(answersId: string) {
  const address: Record<string, unknown> = useAddress({ strict: false })
  const go = useGo()
  const { id } = useWorkspace()
  const filters: AnswerFilters = Object.fromEntries(
    answerFilters.flatMap((name) => {
      const value = address[name]
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
    }),
  )
  const ask = (changed: AnswerFilters) => {
    const wanted = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== '')
    go(`/w/${id}/answers/${answersId}?${new URLSearchParams(wanted)}`)
  }
  return { filters, ask }
}
