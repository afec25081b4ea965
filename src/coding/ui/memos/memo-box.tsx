import {
  Button,
  Notice,
  ProblemNotice,
  TextArea,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useRemoveMemo, useRestoreMemo, type MemoShown } from './memos-data.ts'
import { useMemoSaving } from './use-memo-saving.ts'

/** One memo: who wrote it and when, and its text, kept a moment after it is typed. */
export function MemoBox({ memo }: { memo: MemoShown }) {
  const t = useText()
  const mayWrite = useMay('coding.write')
  return (
    <article className="flex flex-col gap-2 rounded-lg border border-line p-4">
      <p className="text-sm text-soft">{useByline(memo)}</p>
      {mayWrite && (
        <div className="flex flex-col gap-2" data-screen-only>
          <Writing memo={memo} />
        </div>
      )}
      <p
        className={`max-w-prose wrap-anywhere whitespace-pre-line ${mayWrite ? 'hidden print:block' : ''}`}
        aria-label={t('coding.memo')}
      >
        {memo.text}
      </p>
    </article>
  )
}

function useByline({ by, at, changedBy, changedAt, version }: MemoShown): string {
  const t = useText()
  const format = useFormat()
  const written = t('coding.memo.by', { who: by ?? t('coding.round.somebody'), when: format.dateTime(at) })
  if (version === 1) return written
  const changed = t('coding.memo.changed', {
    who: changedBy ?? t('coding.round.somebody'),
    when: format.dateTime(changedAt),
    version,
  })
  return `${written} · ${changed}`
}

function Writing({ memo }: { memo: MemoShown }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const saving = useMemoSaving(memo)
  const remove = useRemoveMemo()
  const restore = useRestoreMemo()
  const path = { workspaceId, memoId: memo.memoId }
  return (
    <>
      {saving.state === 'conflict' && (
        <Notice
          look="warning"
          title={t('coding.problem.memo-changed')}
          action={
            <>
              <Button onPress={saving.keepMine}>{t('coding.memo.keep.mine')}</Button>
              <Button look="quiet" onPress={saving.takeTheirs}>
                {t('coding.memo.take.theirs')}
              </Button>
            </>
          }
        >
          <span className="whitespace-pre-line">{memo.text}</span>
        </Notice>
      )}
      {saving.problem !== null && saving.state !== 'conflict' && <ProblemNotice problem={saving.problem} />}
      <TextArea
        label={t('coding.memo')}
        value={saving.text}
        onChange={saving.type}
        onBlur={saving.saveNow}
        rows={Math.min(12, Math.max(2, saving.text.split('\n').length))}
        maxLength={20_000}
      />
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="text-sm text-soft">
          {t(`coding.memo.state.${saving.state}`)}
        </p>
        <Button
          look="quiet"
          isPending={remove.isPending}
          onPress={() =>
            remove.mutate(
              { path },
              {
                onSuccess: () =>
                  toast({ text: t('coding.memo.removed'), undo: () => restore.mutateAsync({ path }) }),
              },
            )
          }
        >
          {t('kit.remove')}
        </Button>
      </div>
      {remove.error && <ProblemNotice problem={remove.error} />}
    </>
  )
}
