import { Button, ComboBox, Dialog, ProblemNotice, useText } from '../../../web/kit/index.ts'
import { codeOptions } from './code-tree.ts'
import type { AnswerCode } from './use-answer-actions.ts'
import { answerCodeBoxId, answerListId, type AnswerTable } from './use-answer-table.ts'

/** What is done to the answers that are chosen, or to the one the reader stands on. */
export function AnswerCoding({ table, suggested }: { table: AnswerTable; suggested: string | undefined }) {
  const t = useText()
  const { ids, selection, alike, codes, actions } = table
  const n = selection.chosen.size
  const suggestion = suggested === undefined ? undefined : codes.get(suggested)
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3">
      <div className="flex flex-wrap items-center gap-2">
        <span role="status" className="text-sm font-medium">
          {t('coding.answers.chosen', { n, all: ids.length })}
        </span>
        <Button look="quiet" onPress={() => table.move({ move: 'choose', ids })}>
          {t('coding.answers.choose.all', { n: ids.length })}
        </Button>
        {alike.length > 1 && (
          <Button look="quiet" onPress={() => table.move({ move: 'choose', ids: alike })}>
            {t('coding.answers.choose.alike', { n: alike.length })}
          </Button>
        )}
        {n > 0 && (
          <Button look="quiet" onPress={() => table.move({ move: 'none' })}>
            {t('coding.answers.choose.none')}
          </Button>
        )}
      </div>
      {table.mayCode && (
        <div className="flex flex-wrap items-end gap-2">
          <CodeBox table={table} />
          {suggestion && n > 0 && (
            <Button
              look="primary"
              onPress={() =>
                actions.begin({ do: 'give', code: { codeId: suggestion.codeId }, ids: meant(table) })
              }
            >
              {t('coding.answers.give', { name: suggestion.label, n })}
            </Button>
          )}
        </div>
      )}
      <Confirm table={table} />
    </div>
  )
}

function CodeBox({ table }: { table: AnswerTable }) {
  const t = useText()
  const { book, actions } = table
  // Back to the answers, so that the next key moves on.
  const give = (code: AnswerCode) => {
    document.getElementById(answerListId)?.focus()
    actions.begin({ do: 'give', code, ids: meant(table) })
  }
  return (
    <div id={answerCodeBoxId} className="min-w-60 grow">
      <ComboBox
        label={t('coding.answers.give.code', { n: meant(table).length })}
        description={t('coding.choose.hint')}
        options={codeOptions(book)}
        onChange={(codeId) => give({ codeId })}
        onCreate={(name) => give({ name })}
        clearsOnChoice
      />
    </div>
  )
}

/** Those chosen; where none is, the one the reader stands on. */
function meant({ selection, ids }: AnswerTable): readonly string[] {
  if (selection.chosen.size > 0) return ids.filter((id) => selection.chosen.has(id))
  return selection.currentId === undefined ? [] : [selection.currentId]
}

function Confirm({ table }: { table: AnswerTable }) {
  const t = useText()
  const { actions } = table
  const { asked } = actions
  const given = { n: asked?.ids.length ?? 0, name: asked ? actions.nameOf(asked.code) : '' }
  return (
    <Dialog
      title={t(`coding.answers.ask.${asked?.do ?? 'give'}`, given)}
      isOpen={asked !== undefined}
      onClose={actions.cancel}
      actions={
        <>
          <Button look="primary" isPending={actions.isBusy} onPress={actions.confirm}>
            {t(`coding.answers.ask.${asked?.do ?? 'give'}.do`, given)}
          </Button>
          <Button onPress={actions.cancel}>{t('kit.cancel')}</Button>
        </>
      }
    >
      <p className="text-sm text-soft">{t('coding.answers.ask.how')}</p>
      {actions.problem && <ProblemNotice problem={actions.problem} />}
    </Dialog>
  )
}
