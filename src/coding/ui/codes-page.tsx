import { useState } from 'react'
import {
  Button,
  ComboBox,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  PageHeader,
  ProblemNotice,
  Select,
  TextArea,
  TextField,
  useMay,
  useSearchValue,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { CodeOrigin, codeOrigins } from '../coding.schema.ts'
import { BookBar } from './book-bar.tsx'
import { CodeTable } from './code-table.tsx'
import { useCodebooks } from './codebooks-data.ts'
import { ExpectedCodes } from './expected-codes.tsx'
import { useCodeOrder } from './use-code-order.ts'
import { codeOptions, treeLines } from './code-tree.ts'
import { useCodes, useCreateCode, useLiveCoding, type CodeShown } from './coding-data.ts'
import { MoveCodes } from './move-codes.tsx'

/** The codebook: every code in its place with what rests on it, each leading to its quotes. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const mayCode = useMay('coding.write')
  const codes = useCodes()
  const books = useCodebooks()
  const [asked, open] = useSearchValue('book')
  const [isAdding, add] = useState(false)
  const [isExpecting, expect] = useState(false)
  const book = books.data?.codebooks.find(({ codebookId }) => codebookId === asked)
  useLiveCoding()
  return (
    <>
      <PageHeader
        title={t('coding.codes.title')}
        lead={t('coding.codes.lead')}
        actions={
          <>
            {mayCode && (
              <Button icon="plus" onPress={() => add(true)}>
                {t('coding.code.add')}
              </Button>
            )}
            {mayCode && <Button onPress={() => expect(true)}>{t('coding.expected')}</Button>}
          </>
        }
      />
      <Loaded query={books}>
        {({ codebooks }) => (
          <BookBar books={codebooks} book={book} asked={asked ?? 'all'} onOpen={open} mayCode={mayCode} />
        )}
      </Loaded>
      <Loaded query={codes}>
        {(data) =>
          data.codes.length === 0 ? (
            <EmptyState
              title={t('coding.codes.empty.title')}
              action={<Button href={`/w/${id}/studies`}>{t('coding.codes.empty.open')}</Button>}
            >
              {t('coding.codes.empty.todo')}
            </EmptyState>
          ) : (
            <Codebook
              key={asked}
              codes={data.codes.filter(
                ({ codebookId }) =>
                  asked === undefined || asked === 'all' || (codebookId ?? 'workspace') === asked,
              )}
              mayCode={mayCode}
            />
          )
        }
      </Loaded>
      <AddCode
        codes={codes.data?.codes ?? []}
        codebookId={book?.codebookId ?? null}
        isOpen={isAdding}
        onClose={() => add(false)}
      />
      <ExpectedCodes
        codebookId={book?.codebookId ?? null}
        isOpen={isExpecting}
        onClose={() => expect(false)}
      />
    </>
  )
}

function Codebook({ codes, mayCode }: { codes: readonly CodeShown[]; mayCode: boolean }) {
  const t = useText()
  const [words, search] = useState('')
  const [origin, filter] = useState('all')
  const [closed, fold] = useState<ReadonlySet<string>>(new Set())
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [isMoving, move] = useState(false)
  const lines = treeLines(codes, { words, origin: origin === 'all' ? undefined : origin, closed })
  const picked = codes.filter(({ codeId }) => chosen.has(codeId))
  const { ordering, said, problem } = useCodeOrder(codes)
  // What is filtered hides codes beside it, so there is no order to see.
  const isWhole = words === '' && origin === 'all'
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_14rem]" data-screen-only>
        <TextField
          label={t('coding.codes.search')}
          value={words}
          onChange={search}
          type="search"
          isRequired
        />
        <Select
          label={t('coding.code.origin')}
          isRequired
          value={origin}
          onChange={filter}
          options={[
            { id: 'all', label: t('coding.origin.all') },
            ...codeOrigins.map((one) => ({ id: one, label: t(`coding.origin.${one.replace(' ', '-')}`) })),
          ]}
        />
      </div>
      {picked.length > 0 && (
        <div role="status" className="flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft px-4 py-2">
          <span className="text-sm font-medium">{t('coding.codes.chosen', { n: picked.length })}</span>
          <Button onPress={() => move(true)}>{t('coding.codes.move')}</Button>
          <Button look="quiet" onPress={() => choose(new Set())}>
            {t('coding.codes.choose.none')}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <CodeTable
        lines={lines}
        ordering={mayCode && isWhole ? ordering : undefined}
        chosen={mayCode ? chosen : undefined}
        onChoose={(codeId) => choose(toggled(chosen, codeId))}
        onFold={(codeId) => fold(toggled(closed, codeId))}
      />
      <MoveCodes
        codes={codes}
        moving={picked}
        isOpen={isMoving}
        onClose={() => move(false)}
        onMoved={() => choose(new Set())}
      />
    </div>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? new Set([...set].filter((one) => one !== id)) : new Set([...set, id])
}

const atTop = 'top'

type Adding = {
  codes: readonly CodeShown[]
  codebookId: string | null
  isOpen: boolean
  onClose: () => void
}

function AddCode({ codes, codebookId, isOpen, onClose }: Adding) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateCode()
  const [parentId, putUnder] = useState<string | null>(null)
  const close = () => {
    putUnder(null)
    onClose()
  }
  return (
    <Dialog title={t('coding.code.add')} isOpen={isOpen} onClose={close}>
      <Form
        problem={create.error}
        onSubmit={async ({ name = '', description = '', example = '', origin }) => {
          const found = CodeOrigin.catch('inductive').parse(origin)
          const body = { name, description, example, origin: found, codebookId, parentId }
          await create.mutateAsync({ path: { workspaceId }, body })
          toast({ text: t('coding.code.added', { name }) })
          close()
        }}
      >
        <TextField name="name" label={t('coding.code.name')} isRequired autoFocus />
        <TextArea
          name="description"
          label={t('coding.code.description')}
          description={t('coding.code.description.hint')}
        />
        <TextArea
          name="example"
          label={t('coding.code.example')}
          description={t('coding.code.example.hint')}
        />
        <Select
          name="origin"
          label={t('coding.code.origin')}
          defaultValue="inductive"
          options={codeOrigins.map((id) => ({ id, label: t(`coding.origin.${id.replace(' ', '-')}`) }))}
        />
        <ComboBox
          label={t('coding.codes.move.under')}
          description={t('coding.code.under.hint')}
          options={[
            { id: atTop, label: t('coding.code.under.none') },
            ...codeOptions(codes.filter((code) => code.codebookId === codebookId && code.studyId === null)),
          ]}
          value={parentId ?? atTop}
          onChange={(id) => putUnder(id === atTop ? null : id)}
        />
        <Button type="submit" look="primary" isPending={create.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
