import { useState } from 'react'
import {
  Button,
  Checkbox,
  Dialog,
  Form,
  Loaded,
  Select,
  TextField,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useChangeCodebook, useCreateCodebook, type CodebookShown } from './codebooks-data.ts'
import { useStudies } from './exchange-data.ts'

type Given = { books: readonly CodebookShown[]; isOpen: boolean; onClose: () => void }

/** A new codebook: empty or a copy of one, and the studies that use it. */
export function NewCodebook({ books, isOpen, onClose, onMade }: Given & { onMade: (id: string) => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateCodebook()
  const [studyIds, choose] = useState<ReadonlySet<string>>(new Set())
  return (
    <Dialog title={t('coding.books.new')} isOpen={isOpen} onClose={onClose}>
      <Form
        problem={create.error}
        onSubmit={async ({ name = '', from = 'nothing' }) => {
          const copy = from === 'nothing' ? {} : { copyOf: from === 'workspace' ? null : from }
          const body = { name, studyIds: [...studyIds], ...copy }
          const { codebookId } = await create.mutateAsync({ path: { workspaceId }, body })
          onMade(codebookId)
          onClose()
        }}
      >
        <TextField name="name" label={t('coding.books.name')} isRequired maxLength={200} autoFocus />
        <Select
          name="from"
          label={t('coding.books.from')}
          defaultValue="nothing"
          options={[
            { id: 'nothing', label: t('coding.books.from.nothing') },
            { id: 'workspace', label: t('coding.exchange.book') },
            ...books.map(({ codebookId, name }) => ({ id: codebookId, label: name })),
          ]}
        />
        <Studies chosen={studyIds} onChange={choose} />
        <Button type="submit" look="primary" isPending={create.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}

/** Another name for a codebook, and which studies use it. */
export function ChangeCodebook(given: { book: CodebookShown; isOpen: boolean; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { book, isOpen, onClose } = given
  const change = useChangeCodebook()
  const [studyIds, choose] = useState<ReadonlySet<string>>(
    new Set(book.studies.map(({ studyId }) => studyId)),
  )
  return (
    <Dialog title={t('coding.books.change')} isOpen={isOpen} onClose={onClose}>
      <Form
        problem={change.error}
        onSubmit={async ({ name = '' }) => {
          const path = { workspaceId, codebookId: book.codebookId }
          await change.mutateAsync({ path, body: { name, studyIds: [...studyIds] } })
          toast({ text: t('coding.books.changed', { name }) })
          onClose()
        }}
      >
        <TextField
          name="name"
          label={t('coding.books.name')}
          defaultValue={book.name}
          isRequired
          maxLength={200}
        />
        <Studies chosen={studyIds} onChange={choose} />
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}

function Studies(given: { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }) {
  const t = useText()
  const { chosen, onChange } = given
  const studies = useStudies()
  return (
    <Loaded query={studies}>
      {({ items }) => (
        <fieldset>
          <legend className="text-sm font-medium">{t('coding.books.studies')}</legend>
          <div className="max-h-48 overflow-y-auto">
            {items.map(({ studyId, title }) => (
              <Checkbox
                key={studyId}
                isSelected={chosen.has(studyId)}
                onChange={(isSelected) =>
                  onChange(
                    new Set([
                      ...[...chosen].filter((id) => id !== studyId),
                      ...(isSelected ? [studyId] : []),
                    ]),
                  )
                }
              >
                <span className="wrap-anywhere">{title}</span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
    </Loaded>
  )
}
