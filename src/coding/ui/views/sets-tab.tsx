import {
  Button,
  EmptyState,
  Form,
  Loaded,
  Section,
  Table,
  TextField,
  useMay,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { SavedSet } from './saved-set.tsx'
import type { InStudy } from './view-page.tsx'
import { useCreateQuoteSet, useQuoteSets } from './views-data.ts'

/** Saved sets of quotes: the list, or the open one. */
export function SetsTab({ studyId }: InStudy) {
  const [open, show] = useSearchValue('set')
  return open === undefined ? (
    <List studyId={studyId} onOpen={show} />
  ) : (
    <SavedSet key={open} quoteSetId={open} onClose={() => show(undefined)} />
  )
}

function List({ studyId, onOpen }: { studyId: string; onOpen: (quoteSetId: string) => void }) {
  const t = useText()
  const sets = useQuoteSets(studyId)
  return (
    <>
      <Loaded query={sets}>
        {({ items }) => (
          <Table
            label={t('coding.views.sets')}
            rows={items}
            rowKey={({ quoteSetId }) => quoteSetId}
            empty={
              <EmptyState title={t('coding.views.sets.none')}>{t('coding.views.sets.none.todo')}</EmptyState>
            }
            columns={[
              {
                key: 'name',
                title: t('coding.views.set.name'),
                isRowHeader: true,
                cell: ({ quoteSetId, name }) => (
                  <button
                    type="button"
                    className="control-height cursor-pointer rounded-md text-left text-accent-strong underline underline-offset-3 wrap-anywhere"
                    onClick={() => onOpen(quoteSetId)}
                  >
                    {name}
                  </button>
                ),
              },
              { key: 'quotes', title: t('coding.views.quotes'), align: 'end', cell: ({ quotes }) => quotes },
              {
                key: 'out',
                title: t('coding.views.taken.out'),
                align: 'end',
                cell: ({ takenOut }) => takenOut,
              },
            ]}
          />
        )}
      </Loaded>
      <NewSet studyId={studyId} onMade={onOpen} />
    </>
  )
}

function NewSet({ studyId, onMade }: { studyId: string; onMade: (quoteSetId: string) => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateQuoteSet()
  if (!useMay('coding.write')) return null
  return (
    <Section title={t('coding.views.set.new')}>
      <Form
        problem={create.error}
        onSubmit={async ({ name = '' }) => {
          const { quoteSetId } = await create.mutateAsync({ path: { workspaceId, studyId }, body: { name } })
          onMade(quoteSetId)
        }}
      >
        <TextField name="name" label={t('coding.views.set.name')} maxLength={200} isRequired />
        <Button type="submit" isPending={create.isPending}>
          {t('coding.views.set.begin')}
        </Button>
      </Form>
    </Section>
  )
}
