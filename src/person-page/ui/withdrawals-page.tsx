import {
  Badge,
  Button,
  EmptyState,
  Link,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  useFormat,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { RefusedLists } from './refused-lists.tsx'
import { useSettleNotice, useWithdrawals, type WithdrawalShown } from './person-page-data.ts'
import { useWrittenWords } from './written-words.ts'

/** What participants took back, and which earlier exports still have to lose their words. */
export function Page() {
  const t = useText()
  const query = useWithdrawals()
  return (
    <>
      <PageHeader title={t('person-page.withdrawals.title')} lead={t('person-page.withdrawals.lead')} />
      <Loaded query={query}>
        {({ withdrawals, lists }) =>
          withdrawals.length + lists.length === 0 ? (
            <EmptyState title={t('person-page.withdrawals.empty')}>
              {t('person-page.withdrawals.empty.todo')}
            </EmptyState>
          ) : (
            <>
              <RefusedLists lists={lists} />
              <Mine withdrawals={withdrawals} />
              <ul className="flex flex-col gap-4">
                {withdrawals.map((withdrawal) => (
                  <Withdrawal key={withdrawal.withdrawalId} withdrawal={withdrawal} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Mine({ withdrawals }: { withdrawals: readonly WithdrawalShown[] }) {
  const t = useText()
  const due = withdrawals.flatMap((one) => one.exports).filter((one) => one.isMine && one.doneAt === null)
  if (due.length === 0) return null
  return (
    <div className="mb-6">
      <Notice look="warning" title={t('person-page.due', { n: due.length })}>
        {t('person-page.due.todo')}
      </Notice>
    </div>
  )
}

function Withdrawal({ withdrawal }: { withdrawal: WithdrawalShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const { pseudonym, study, studyId, uses, quote, at, exports, writtenFor, channel, writtenBy, note } =
    withdrawal
  const written = useWrittenWords()
  const mayRead = useMay('coding.read')
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-medium">{pseudonym ?? t('person-page.erased')}</h2>
        <span className="text-sm text-soft">{format.dateTime(at)}</span>
      </div>
      <div className="mt-1 flex flex-wrap gap-1.5">
        {uses.map((use) => (
          <Badge key={use} look="danger">
            {t(`person-page.use.${use}`)}
          </Badge>
        ))}
      </div>
      {studyId !== null && study !== null && (
        <p className="mt-2 wrap-anywhere">
          <Link href={`/w/${id}/studies/${studyId}`}>{study}</Link>
        </p>
      )}
      {quote !== null && mayRead && (
        <p className="mt-2">
          <Link href={`/w/${id}/interviews/${quote.interviewId}?u=${quote.utteranceId}`}>
            {t('person-page.quote.see')}
          </Link>
        </p>
      )}
      {writtenFor !== null && (
        <p className="mt-2 text-sm">{written({ writtenFor, channel, who: writtenBy })}</p>
      )}
      {note !== null && (
        <p className="mt-1 max-w-prose text-sm whitespace-pre-line text-soft wrap-anywhere">{note}</p>
      )}
      {exports.length === 0 ? (
        <p className="mt-2 text-sm text-soft">{t('person-page.no-exports')}</p>
      ) : (
        <ul className="mt-3 flex flex-col gap-2 border-t border-line pt-3">
          {exports.map((one) => (
            <Export key={one.noticeId} taken={one} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Export({ taken }: { taken: WithdrawalShown['exports'][number] }) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const settle = useSettleNotice()
  const { noticeId, kind, at, who, isMine, doneAt } = taken
  const what = t('person-page.export', {
    kind: t(`person-page.export.${kind.replace(' ', '-')}`),
    who,
    when: format.date(at),
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <span>{what}</span>
      {doneAt !== null && <Badge look="good">{t('person-page.done', { when: format.date(doneAt) })}</Badge>}
      {doneAt === null && !isMine && <Badge look="warning">{t('person-page.told')}</Badge>}
      {doneAt === null && isMine && (
        <Button
          isPending={settle.isPending}
          onPress={() => settle.mutate({ path: { workspaceId, noticeId } })}
        >
          {t('person-page.settle')}
          <span className="sr-only"> {what}</span>
        </Button>
      )}
      {settle.error && <ProblemNotice problem={settle.error} />}
    </li>
  )
}
