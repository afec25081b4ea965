import { useState } from 'react'
import {
  Button,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  Notice,
  ProblemNotice,
  TextArea,
  TextField,
  useMay,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { RemoveButton } from '../remove-button.tsx'
import { TableFiles } from './matrix-notes.tsx'
import { SetItem } from './set-item.tsx'
import {
  useChangeQuoteSet,
  useOrderQuotes,
  useQuoteSet,
  useRemoveQuoteSet,
  useRestoreQuoteSet,
  type QuoteSetShown,
} from './views-data.ts'

/** One saved set: its quotes in order, what is taken out of it since, and the ways to take it along. */
export function SavedSet({ quoteSetId, onClose }: { quoteSetId: string; onClose: () => void }) {
  const t = useText()
  const query = useQuoteSet(quoteSetId)
  return (
    <>
      <div className="mb-4" data-screen-only>
        <Button look="quiet" icon="left" onPress={onClose}>
          {t('coding.views.sets.all')}
        </Button>
      </div>
      <Loaded query={query}>{(set) => <Opened set={set} onClose={onClose} />}</Loaded>
    </>
  )
}

function Opened({ set, onClose }: { set: QuoteSetShown; onClose: () => void }) {
  const t = useText()
  const mayCode = useMay('coding.write')
  const mayTakeOut = useMay('coding.export')
  const { id: workspaceId } = useWorkspace()
  const order = useOrderQuotes()
  const { quoteSetId, items, version } = set
  const ids = items.map(({ highlightId }) => highlightId)
  const move = (from: number, to: number) => {
    const moved = ids[from]
    if (moved === undefined) return
    const highlightIds = ids.toSpliced(from, 1).toSpliced(to, 0, moved)
    order.mutate({ path: { workspaceId, quoteSetId }, body: { highlightIds, version } })
  }
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold wrap-anywhere">{set.name}</h2>
          {set.note !== '' && <p className="max-w-prose whitespace-pre-line wrap-anywhere">{set.note}</p>}
          <p className="text-sm text-soft">{t('coding.views.set.count', { n: items.length })}</p>
        </div>
        {mayCode && <Actions set={set} onClose={onClose} />}
      </div>
      {set.takenOut > 0 && (
        <div className="mb-6">
          <Notice title={t('coding.views.set.taken', { n: set.takenOut })}>
            {t('coding.views.set.taken.why')}
          </Notice>
        </div>
      )}
      {set.unmarked > 0 && (
        <p className="mb-6 text-sm text-soft">{t('coding.views.set.unmarked', { n: set.unmarked })}</p>
      )}
      {order.error && <ProblemNotice problem={order.error} />}
      {items.length === 0 && (
        <EmptyState title={t('coding.views.set.empty')}>{t('coding.views.set.empty.todo')}</EmptyState>
      )}
      <ol className="flex flex-col gap-7">
        {items.map((quote, place) => (
          <li key={quote.highlightId}>
            <SetItem set={set} quote={quote} place={place} onMove={move} />
          </li>
        ))}
      </ol>
      {mayTakeOut && items.length > 0 && <TableFiles to={`quote-sets/${quoteSetId}/file`} query={{}} />}
    </>
  )
}

function Actions({ set, onClose }: { set: QuoteSetShown; onClose: () => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const [isOpen, show] = useState(false)
  const change = useChangeQuoteSet()
  const remove = useRemoveQuoteSet()
  const restore = useRestoreQuoteSet()
  const path = { workspaceId, quoteSetId: set.quoteSetId }
  return (
    <div className="flex flex-wrap gap-2" data-screen-only>
      <Button onPress={() => show(true)}>{t('kit.edit')}</Button>
      <RemoveButton
        onRemove={() => remove.mutateAsync({ path })}
        isPending={remove.isPending}
        problem={remove.error}
        done={{
          text: t('coding.views.set.removed', { name: set.name }),
          undo: () => restore.mutateAsync({ path }),
        }}
        onRemoved={onClose}
      />
      <Dialog title={t('coding.views.set.change')} isOpen={isOpen} onClose={() => show(false)}>
        <Form
          problem={change.error}
          onSubmit={async ({ name = '', note = '' }) => {
            await change.mutateAsync({ path, body: { name, note, version: set.version } })
            show(false)
          }}
        >
          <TextField
            name="name"
            label={t('coding.views.set.name')}
            defaultValue={set.name}
            maxLength={200}
            isRequired
            autoFocus
          />
          <TextArea name="note" label={t('coding.views.set.note')} defaultValue={set.note} maxLength={5000} />
          <Button type="submit" look="primary" isPending={change.isPending}>
            {t('kit.save')}
          </Button>
        </Form>
      </Dialog>
    </div>
  )
}
