import {
  Badge,
  EmptyState,
  Loaded,
  Section,
  Table,
  useFormat,
  useText,
  type Column,
} from '../../../web/kit/index.ts'
import { useFactText } from '../../people/ui/index.ts'
import { usePreview, type Preview } from './collect-data.ts'

type Row = Preview['rows'][number]

/** The first rows as they would come in, and how many of the sample would not. */
export function PreviewTable(props: { importId: string; typeOf: (trait: string) => string | null }) {
  const { importId, typeOf } = props
  const t = useText()
  const query = usePreview(importId)
  return (
    <Section title={t('collect.preview')} lead={query.data && <Lead preview={query.data} />}>
      <Loaded query={query}>
        {(data) => (
          <Table
            label={t('collect.preview')}
            rows={data.rows}
            rowKey={(row) => String(row.line)}
            columns={columnsOf(t, typeOf)}
            empty={<EmptyState title={t('collect.preview.none')} />}
          />
        )}
      </Loaded>
    </Section>
  )
}

function Lead({ preview }: { preview: Preview }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      {t('collect.preview.lead', {
        sampled: format.number(preview.sampled),
        rejected: format.number(preview.rejected),
        unread: format.number(preview.unread),
      })}
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>, typeOf: (trait: string) => string | null): Column<Row>[] {
  return [
    { key: 'line', title: t('collect.rejects.line'), cell: (row) => row.line, isRowHeader: true },
    {
      key: 'who',
      title: t('collect.preview.who'),
      cell: (row) => (
        <span className="break-all">
          {row.identifiers
            .map(({ name, value }) => (name === 'row_id' ? t('collect.preview.row') : value))
            .join(' · ')}
        </span>
      ),
    },
    { key: 'facts', title: t('collect.preview.facts'), cell: (row) => <Facts row={row} typeOf={typeOf} /> },
  ]
}

function Facts({ row, typeOf }: { row: Row; typeOf: (trait: string) => string | null }) {
  const t = useText()
  const textOf = useFactText()
  if (row.state === 'rejected') return <Badge look="danger">{t(`collect.reject.${row.reason ?? ''}`)}</Badge>
  const shown = row.facts.slice(0, 6)
  return (
    <div className="flex max-w-2xl flex-wrap gap-x-3 gap-y-0.5">
      {row.event && (
        <span className="font-medium">
          {t(row.event.name === 'Order line' ? 'collect.preview.order' : 'collect.preview.cancelled')}
        </span>
      )}
      {row.consents.map(({ purpose, given }) => (
        <span key={purpose}>
          {t(given ? 'collect.preview.gives' : 'collect.preview.withdraws', {
            purpose: t(`collect.purpose.${purpose}`),
          })}
        </span>
      ))}
      {shown.map(({ name, value, held }) => (
        <span key={name} className="break-words">
          <span className="text-soft">{name}</span> {textOf({ text: value, type: typeOf(name) }).slice(0, 60)}
          {held && <span className="text-warning"> ({t('collect.column.held')})</span>}
        </span>
      ))}
      {row.facts.length > shown.length && (
        <span className="text-soft">{t('collect.preview.more', { n: row.facts.length - shown.length })}</span>
      )}
      {row.unread.map(({ column, value }) => (
        <span key={column} className="text-danger">
          {t('collect.preview.unread', { column, value: value.slice(0, 40) })}
        </span>
      ))}
    </div>
  )
}
