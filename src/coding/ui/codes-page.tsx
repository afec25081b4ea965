import { useState } from 'react'
import {
  Button,
  DataNumber,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  PageHeader,
  Table,
  TextArea,
  TextField,
  useMay,
  useText,
  useToast,
  useWorkspace,
  type Column,
} from '../../../web/kit/index.ts'
import { colourValue } from './code-colour.ts'
import { useCodes, useCreateCode, type CodeShown } from './coding-data.ts'

/** The codebook: every code with what rests on it, each leading to its quotes. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const mayCode = useMay('coding.write')
  const codes = useCodes()
  const [isAdding, add] = useState(false)
  const columns = useColumns()
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
            <Button look="quiet" href={`/w/${id}/exchange`}>
              {t('coding.exchange.nav')}
            </Button>
          </>
        }
      />
      <Loaded query={codes}>
        {(data) => (
          <Table
            label={t('coding.codes.title')}
            rows={data.codes}
            rowKey={({ codeId }) => codeId}
            rowHref={({ codeId }) => `/w/${id}/codes/${codeId}`}
            columns={columns}
            empty={
              <EmptyState
                title={t('coding.codes.empty.title')}
                action={<Button href={`/w/${id}/studies`}>{t('coding.codes.empty.open')}</Button>}
              >
                {t('coding.codes.empty.todo')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <AddCode isOpen={isAdding} onClose={() => add(false)} />
    </>
  )
}

function useColumns(): Column<CodeShown>[] {
  const t = useText()
  return [
    {
      key: 'name',
      title: t('coding.code.name'),
      isRowHeader: true,
      cell: (code) => (
        <span className="border-l-2 pl-2 wrap-anywhere" style={{ borderColor: colourValue[code.colour] }}>
          {code.name}
        </span>
      ),
    },
    {
      key: 'description',
      title: t('coding.code.description'),
      isWideOnly: true,
      cell: ({ description }) => <span className="line-clamp-2 wrap-anywhere">{description}</span>,
    },
    {
      key: 'people',
      title: t('coding.code.people'),
      align: 'end',
      cell: ({ people }) => <DataNumber value={people} />,
    },
    {
      key: 'passages',
      title: t('coding.code.passages'),
      align: 'end',
      cell: ({ passages }) => <DataNumber value={passages} />,
    },
    {
      key: 'withheld',
      title: t('coding.code.withheld'),
      align: 'end',
      isWideOnly: true,
      cell: ({ withheld }) => <DataNumber value={withheld} />,
    },
  ]
}

function AddCode({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateCode()
  return (
    <Dialog title={t('coding.code.add')} isOpen={isOpen} onClose={onClose}>
      <Form
        problem={create.error}
        onSubmit={async ({ name = '', description = '' }) => {
          await create.mutateAsync({ path: { workspaceId }, body: { name, description } })
          toast({ text: t('coding.code.added', { name }) })
          onClose()
        }}
      >
        <TextField name="name" label={t('coding.code.name')} isRequired autoFocus />
        <TextArea
          name="description"
          label={t('coding.code.description')}
          description={t('coding.code.description.hint')}
        />
        <Button type="submit" look="primary" isPending={create.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
