import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Form,
  Table,
  TextField,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useFactText } from './fact-text.ts'
import { type Person, useCorrect, useSourceNames } from './people-data.ts'

type Fact = Person['facts'][number]

/** Every fact with its origin, source, time and basis; the one in use first. */
export function FactTable({ person }: { person: Person }) {
  const t = useText()
  const format = useFormat()
  const nameOf = useSourceNames()
  const textOf = useFactText()
  const mayCorrect = useMay('people.write')
  const [open, setOpen] = useState<Fact>()
  return (
    <>
      <Table
        label={t('people.facts')}
        rows={person.facts}
        rowKey={(row) => `${row.trait}\n${row.sourceId}`}
        empty={<EmptyState title={t('people.facts.empty')}>{t('people.facts.empty.todo')}</EmptyState>}
        columns={[
          { key: 'trait', title: t('people.trait'), isRowHeader: true, cell: (row) => row.trait },
          {
            key: 'value',
            title: t('people.value'),
            cell: (row) => (
              <span
                className={`inline-block min-w-16 wrap-anywhere ${row.isCurrent ? '' : 'text-soft line-through'}`}
              >
                {textOf(row)}
              </span>
            ),
          },
          {
            key: 'origin',
            title: t('people.origin'),
            cell: (row) => (
              <>
                {t(`people.origin.${row.origin}`)}
                <span className="block text-soft wrap-anywhere md:hidden">{nameOf(row.sourceId)}</span>
              </>
            ),
          },
          { key: 'source', title: t('people.source'), isWideOnly: true, cell: (row) => nameOf(row.sourceId) },
          { key: 'at', title: t('people.when'), isWideOnly: true, cell: (row) => format.date(row.at) },
          { key: 'basis', title: t('people.basis'), isWideOnly: true, cell: (row) => <Basis fact={row} /> },
          {
            key: 'correct',
            title: <span className="sr-only">{t('people.correct')}</span>,
            align: 'end',
            isScreenOnly: true,
            cell: (row) =>
              mayCorrect &&
              row.isCurrent && (
                <Button
                  look="quiet"
                  aria-label={t('people.correct.which', { trait: row.trait })}
                  onPress={() => setOpen(row)}
                >
                  {t('people.correct')}
                </Button>
              ),
          },
        ]}
      />
      {open && <CorrectDialog person={person} fact={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Basis({ fact }: { fact: Fact }) {
  const t = useText()
  if (fact.basis === null || fact.basis === 'none')
    return <Badge look="warning">{t('people.basis.missing')}</Badge>
  return t(`consent.basis.${fact.basis}`)
}

function CorrectDialog(props: { person: Person; fact: Fact; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const correct = useCorrect()
  const { person, fact, onClose } = props
  return (
    <Dialog title={t('people.correct.which', { trait: fact.trait })} isOpen onClose={onClose}>
      <p className="text-sm text-soft">{t('people.correct.hint')}</p>
      <Form
        problem={correct.error}
        onSubmit={async ({ text = '' }) => {
          await correct.mutateAsync({
            path: { workspaceId, personId: person.personId },
            body: { trait: fact.trait, text },
          })
          toast({ text: t('people.corrected', { trait: fact.trait }) })
          onClose()
        }}
      >
        <TextField name="text" label={t('people.value')} defaultValue={fact.text} autoFocus />
        <Button type="submit" look="primary" isPending={correct.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
