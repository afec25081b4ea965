import {
  FileDrop,
  Loaded,
  ProblemNotice,
  Progress,
  Section,
  Table,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { BringForm } from './bring-form.tsx'
import { useBroughtIn, useOpening } from './exchange-data.ts'

/** A file of another program: sent, looked at, and brought in where somebody says. */
export function BringIn() {
  const t = useText()
  const { current, open, forget } = useOpening()
  if (current.state === 'sending')
    return (
      <Progress
        label={t('coding.exchange.sending', { name: current.name })}
        share={current.share}
        onCancel={current.stop}
      />
    )
  if (current.state === 'looking')
    return <Progress label={t('coding.exchange.looking', { name: current.name })} />
  if (current.state === 'open')
    return (
      <BringForm uploadId={current.uploadId} name={current.name} looked={current.looked} onForget={forget} />
    )
  return (
    <div className="flex flex-col gap-6">
      {current.state === 'failed' && <ProblemNotice problem={current.problem} />}
      <FileDrop
        label={t('coding.exchange.drop')}
        description={t('coding.exchange.drop.kinds')}
        accept=".qdpx,.qdc,.qde,.zip,.xml"
        onFiles={([file]) => {
          if (file) void open(file)
        }}
      />
      <BroughtIn />
    </div>
  )
}

function BroughtIn() {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const { query, pager } = useBroughtIn()
  return (
    <Loaded query={query}>
      {(data) =>
        data.items.length > 0 && (
          <Section title={t('coding.exchange.brought')}>
            <Table
              label={t('coding.exchange.brought')}
              rows={data.items}
              rowKey={({ codingImportId }) => codingImportId}
              rowHref={({ codingImportId }) => `/w/${id}/exchange/${codingImportId}`}
              pager={pager}
              columns={[
                {
                  key: 'file',
                  title: t('coding.exchange.file'),
                  isRowHeader: true,
                  cell: ({ fileName }) => <span className="wrap-anywhere">{fileName}</span>,
                },
                {
                  key: 'origin',
                  title: t('coding.exchange.origin'),
                  isWideOnly: true,
                  cell: ({ origin }) => origin,
                },
                { key: 'who', title: t('coding.exchange.taken.who'), cell: ({ who }) => who ?? '–' },
                { key: 'at', title: t('coding.exchange.taken.at'), cell: ({ at }) => format.dateTime(at) },
              ]}
              empty={null}
            />
          </Section>
        )
      }
    </Loaded>
  )
}
