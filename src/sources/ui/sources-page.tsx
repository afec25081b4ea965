import { useState } from 'react'
import {
  Button,
  Dialog,
  EmptyState,
  Form,
  Link,
  Loaded,
  PageHeader,
  Section,
  Select,
  Table,
  TextArea,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { type Basis, type Purpose, bases, purposes } from '../../consent/ui/index.ts'
import { Bases } from './declared-bases.tsx'
import { type Source, useDeclareBases, useSources } from './sources-data.ts'
import { Studies } from './study-bases.tsx'

/** Where data come from, and what their use rests on, purpose by purpose. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const sources = useSources()
  const mayKeys = useMay('keys.read')
  const mayDeclare = useMay('consent.write')
  const [open, setOpen] = useState<Source>()
  const openOf = mayDeclare ? setOpen : undefined
  return (
    <>
      <PageHeader title={t('sources.title')} lead={t('sources.lead')} />
      <Loaded query={sources}>
        {({ sources: all }) => (
          <>
            <Section title={t('sources.files')} lead={t('sources.files.lead')}>
              <SourceTable
                label={t('sources.files')}
                sources={all.filter(({ kind }) => kind !== 'events')}
                onOpen={openOf}
              />
            </Section>
            <Section
              title={t('sources.keys')}
              lead={t('sources.keys.lead')}
              actions={mayKeys && <Link href={`/w/${id}/settings/keys`}>{t('sources.keys.all')}</Link>}
            >
              <SourceTable
                label={t('sources.keys')}
                sources={all.filter(({ kind }) => kind === 'events')}
                onOpen={openOf}
              />
            </Section>
          </>
        )}
      </Loaded>
      <Studies />
      {open && <BasesDialog source={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function SourceTable(props: {
  label: string
  sources: Source[]
  onOpen: ((source: Source) => void) | undefined
}) {
  const t = useText()
  const { label, sources, onOpen } = props
  return (
    <Table
      label={label}
      rows={sources}
      rowKey={(row) => row.sourceId}
      empty={<EmptyState title={t('sources.empty')}>{t('sources.empty.todo')}</EmptyState>}
      columns={[
        { key: 'name', title: t('sources.name'), isRowHeader: true, cell: (row) => row.name },
        { key: 'party', title: t('sources.party'), cell: (row) => t(`sources.party.${row.party}`) },
        {
          key: 'origin',
          title: t('sources.origin'),
          isWideOnly: true,
          cell: (row) => t(`sources.origin.${row.origin}`),
        },
        { key: 'bases', title: t('sources.bases'), cell: (row) => <Bases bases={row.bases} /> },
        {
          key: 'change',
          title: <span className="sr-only">{t('sources.bases.change')}</span>,
          align: 'end',
          cell: (row) =>
            onOpen && (
              <Button
                look="quiet"
                aria-label={t('sources.bases.change.which', { name: row.name })}
                onPress={() => onOpen(row)}
              >
                {t('sources.bases.change')}
              </Button>
            ),
        },
      ]}
    />
  )
}

type Choice = Partial<Record<Purpose, Basis>>

function BasesDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const declare = useDeclareBases()
  const before: Choice = Object.fromEntries(source.bases.map(({ purpose, basis }) => [purpose, basis]))
  const [choice, choose] = useState<Choice>(before)
  return (
    <Dialog title={t('sources.bases.which', { name: source.name })} isOpen onClose={onClose}>
      <p className="text-sm text-soft">{t('sources.bases.hint')}</p>
      <Form
        problem={declare.error}
        onSubmit={async ({ evidence = '' }) => {
          const declared = purposes.flatMap((purpose) => {
            const basis = choice[purpose]
            if (basis === undefined) return []
            return [[purpose, evidence === '' ? { basis } : { basis, evidence }] as const]
          })
          await declare.mutateAsync({
            path: { workspaceId, sourceId: source.sourceId },
            body: { bases: Object.fromEntries(declared) },
          })
          toast({ text: t('sources.bases.saved', { name: source.name }) })
          onClose()
        }}
      >
        {purposes.map((purpose) => (
          <Select
            key={purpose}
            label={t(`consent.purpose.${purpose}`)}
            description={t(`consent.meaning.${purpose}`)}
            value={choice[purpose] ?? 'none'}
            onChange={(id) => choose({ ...choice, [purpose]: bases.find((known) => known === id) ?? 'none' })}
            options={bases.map((id) => ({ id, label: t(`consent.basis.${id}`) }))}
          />
        ))}
        <TextArea
          name="evidence"
          label={t('sources.evidence')}
          description={t('sources.evidence.hint')}
          defaultValue={source.bases.find(({ evidence }) => evidence !== null)?.evidence ?? ''}
        />
        <Button type="submit" look="primary" isPending={declare.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
