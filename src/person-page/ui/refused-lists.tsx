import {
  Badge,
  Button,
  Notice,
  ProblemNotice,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useSettleList, type RefusedListShown } from './person-page-data.ts'

/** Lists of addresses that were taken out and hold people who refused since. */
export function RefusedLists({ lists }: { lists: readonly RefusedListShown[] }) {
  const t = useText()
  const due = lists.filter(({ isMine, doneAt }) => isMine && doneAt === null).length
  if (lists.length === 0) return null
  return (
    <section aria-labelledby="lists" className="mb-8 flex flex-col gap-4">
      <h2 id="lists" className="text-lg font-semibold">
        {t('person-page.lists')}
      </h2>
      {due > 0 && (
        <Notice look="warning" title={t('person-page.lists.due', { n: due })}>
          {t('person-page.lists.due.todo')}
        </Notice>
      )}
      <ul className="flex flex-col gap-4">
        {lists.map((list) => (
          <RefusedList key={list.listId} list={list} />
        ))}
      </ul>
    </section>
  )
}

function RefusedList({ list }: { list: RefusedListShown }) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const settle = useSettleList()
  const { listId, segment, purpose, at, who, isMine, people, refusals, erased, doneAt } = list
  const what = t(`person-page.list.${purpose}`, {
    segment,
    who: who ?? t('person-page.list.nobody'),
    when: format.date(at),
  })
  const named = refusals - erased
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h3 className="font-medium wrap-anywhere">{what}</h3>
        {doneAt !== null && <Badge look="good">{t('person-page.done', { when: format.date(doneAt) })}</Badge>}
        {doneAt === null && !isMine && <Badge look="warning">{t('person-page.told')}</Badge>}
        {doneAt === null && isMine && (
          <Button
            isPending={settle.isPending}
            onPress={() => settle.mutate({ path: { workspaceId, listId } })}
          >
            {t('person-page.list.settle')}
            <span className="sr-only"> {what}</span>
          </Button>
        )}
      </div>
      {named > 0 && (
        <p className="mt-2">
          {t('person-page.list.refusals', {
            n: named,
            people: people.join(', ') + (named > people.length ? ' …' : ''),
          })}
        </p>
      )}
      {erased > 0 && <p className="mt-2 text-soft">{t('person-page.list.erased', { n: erased })}</p>}
      {settle.error && <ProblemNotice problem={settle.error} />}
    </li>
  )
}
