import { useState } from 'react'
import { Button, ProblemNotice, Select, useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { ChangeCodebook, NewCodebook } from './codebook-dialogs.tsx'
import { RemoveCodebook } from './remove-codebook.tsx'
import { useBookHistory, useRedoInBooks, useUndoInBooks, type CodebookShown } from './codebooks-data.ts'

type Given = {
  books: readonly CodebookShown[]
  /** The open one, where it has a name of its own. */
  book: CodebookShown | undefined
  asked: string
  onOpen: (id: string) => void
  mayCode: boolean
}

/** Which codebook is open, what can be done with it, and taking back what one did. */
export function BookBar({ books, book, asked, onOpen, mayCode }: Given) {
  const t = useText()
  const { id } = useWorkspace()
  const [open, show] = useState<'new' | 'change' | 'remove'>()
  return (
    <div className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3" data-screen-only>
      <div className="min-w-56">
        <Select
          label={t('coding.books')}
          isRequired
          value={asked}
          onChange={onOpen}
          options={[
            { id: 'all', label: t('coding.books.all') },
            { id: 'workspace', label: t('coding.exchange.book') },
            ...books.map(({ codebookId, name }) => ({ id: codebookId, label: name })),
          ]}
        />
      </div>
      {mayCode && <Button onPress={() => show('new')}>{t('coding.books.new')}</Button>}
      {mayCode && book && <Button onPress={() => show('change')}>{t('coding.books.change')}</Button>}
      {mayCode && book && <Button onPress={() => show('remove')}>{t('coding.books.remove')}</Button>}
      {book && (
        <a
          className="py-2 text-accent underline underline-offset-3"
          href={`/api/w/${id}/coding/codebook?codebookId=${book.codebookId}`}
          download
        >
          {t('coding.books.file')}
        </a>
      )}
      {mayCode && <History />}
      {book && (
        <p className="basis-full text-sm text-soft">
          {book.studies.length === 0
            ? t('coding.books.unused')
            : t('coding.books.used', { studies: book.studies.map(({ title }) => title).join(', ') })}
        </p>
      )}
      {mayCode && (
        <NewCodebook books={books} isOpen={open === 'new'} onClose={() => show(undefined)} onMade={onOpen} />
      )}
      {book && (
        <ChangeCodebook
          key={`${book.codebookId} ${book.studies.length}`}
          book={book}
          isOpen={open === 'change'}
          onClose={() => show(undefined)}
        />
      )}
      {book && (
        <RemoveCodebook
          key={`remove ${book.codebookId}`}
          book={book}
          isOpen={open === 'remove'}
          onClose={() => show(undefined)}
          onRemoved={() => onOpen('all')}
        />
      )}
    </div>
  )
}

/** Undo and redo of one's own changes of codes; they are there after a reload. */
function History() {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const history = useBookHistory()
  const undo = useUndoInBooks()
  const redo = useRedoInBooks()
  const line = { path: { workspaceId }, body: { studyId: null } }
  const said = (done: string) => ({
    onSuccess: ({ skipped }: { skipped: readonly string[] }) => {
      if (skipped.length === 0) toast({ text: done })
      for (const why of skipped) toast({ text: t(`coding.skipped.${why.replace(' ', '-')}`) })
    },
  })
  const problem = undo.error ?? redo.error
  return (
    <>
      <Button
        isDisabled={history.data?.undo !== true || undo.isPending}
        onPress={() => undo.mutate(line, said(t('coding.undone')))}
      >
        {t('coding.undo')}
      </Button>
      <Button
        isDisabled={history.data?.redo !== true || redo.isPending}
        onPress={() => redo.mutate(line, said(t('coding.redone')))}
      >
        {t('coding.redo')}
      </Button>
      {problem !== null && <ProblemNotice problem={problem} />}
    </>
  )
}
