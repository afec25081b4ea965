import { useState } from 'react'
import {
  Button,
  Dialog,
  Form,
  Radio,
  RadioGroup,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { CodesOfRemoved, codesOfRemoved } from '../codebooks/codebook.schema.ts'
import { useRemoveCodebook, useUndoInBooks, type CodebookShown } from './codebooks-data.ts'

type Given = { book: CodebookShown; isOpen: boolean; onClose: () => void; onRemoved: () => void }

/** Asks what becomes of the codes of a codebook before it is removed; the way back is offered at once and stays in the bar. */
export function RemoveCodebook({ book, isOpen, onClose, onRemoved }: Given) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const remove = useRemoveCodebook()
  const undo = useUndoInBooks()
  const [codes, choose] = useState<CodesOfRemoved>('move')
  const { codebookId, name } = book
  const confirm = async () => {
    await remove.mutateAsync({ path: { workspaceId, codebookId }, query: { codes } })
    toast({
      text: t('coding.books.removed', { name }),
      undo: () => undo.mutateAsync({ path: { workspaceId }, body: { studyId: null } }),
    })
    onClose()
    onRemoved()
  }
  return (
    <Dialog title={t('coding.books.remove.title', { name })} isOpen={isOpen} onClose={onClose}>
      <Form problem={remove.error} onSubmit={confirm}>
        {book.codes > 0 && (
          <RadioGroup
            label={t('coding.books.remove.codes', { n: book.codes })}
            value={codes}
            onChange={(value) => choose(CodesOfRemoved.parse(value))}
            isRequired
          >
            {codesOfRemoved.map((one) => (
              <Radio key={one} value={one} description={t(`coding.books.remove.${one}.hint`)}>
                {t(`coding.books.remove.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {book.studies.length > 0 && (
          <p className="text-sm text-soft">
            {t('coding.books.used', { studies: book.studies.map(({ title }) => title).join(', ') })}
          </p>
        )}
        <p className="text-sm text-soft">{t('coding.books.remove.back')}</p>
        <Button type="submit" look="danger" isPending={remove.isPending}>
          {t('coding.books.remove')}
        </Button>
      </Form>
    </Dialog>
  )
}
