import { useState } from 'react'
import {
  Button,
  Dialog,
  Form,
  Loaded,
  PageHeader,
  Quote,
  TextArea,
  useFormat,
  useLocaleChoice,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { CoreqList } from './coreq-list.tsx'
import { docx, type Block } from './docx.ts'
import {
  useReport,
  useTakeReport,
  useWriteCoreq,
  type CoreqShown,
  type ReportShown,
} from './exchange-data.ts'
import { coreqAnswer, reportBlocks } from './report-blocks.ts'

/** A study told: to read, to print and to take out as a document. */
export function Page() {
  const { studyId } = usePageParams('studyId')
  const report = useReport(studyId)
  usePageTitle(report.data?.study.title)
  return <Loaded query={report}>{(data) => <Report report={data} />}</Loaded>
}

function Report({ report }: { report: ReportShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const { studyId, title } = report.study
  const [writing, write] = useState<CoreqShown>()
  const [, ...told] = reportBlocks({ ...report, coreq: [] }, { t, format })
  const end = told.findLastIndex((block) => block.kind === 'heading')
  return (
    <>
      <PageHeader
        title={title}
        back={{ href: `/w/${id}/studies/${studyId}`, label: t('coding.report.back') }}
        actions={<Actions studyId={studyId} title={title} />}
      />
      <article className="flex max-w-prose flex-col gap-3">
        {told.slice(0, end).map((block, at) => (
          // Blocks have no ids of their own, and never change places.
          <Shown key={`${at} ${block.kind}`} block={block} />
        ))}
      </article>
      <CoreqList coreq={report.coreq} onWrite={write} />
      {writing && <CoreqForm studyId={studyId} item={writing} onClose={() => write(undefined)} />}
    </>
  )
}

function Actions({ studyId, title }: { studyId: string; title: string }) {
  const t = useText()
  const format = useFormat()
  const { locale } = useLocaleChoice()
  const { id: workspaceId } = useWorkspace()
  const take = useTakeReport()
  if (!useMay('coding.export')) return null
  const path = { workspaceId, studyId }
  return (
    <>
      <Button
        look="primary"
        isPending={take.isPending}
        onPress={async () => {
          const report = await take.mutateAsync({ path, body: { kind: 'report' } })
          save(docx(reportBlocks(report, { t, format }), { language: locale }), `${title}.docx`)
        }}
      >
        {t('coding.report.docx')}
      </Button>
      <Button
        onPress={async () => {
          await take.mutateAsync({ path, body: { kind: 'report print' } })
          globalThis.print()
        }}
      >
        {t('coding.report.print')}
      </Button>
    </>
  )
}

function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const href = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = href
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, ' ')
  link.click()
  URL.revokeObjectURL(href)
}

function Shown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return null
    case 'heading':
      return <h2 className="mt-8 text-lg font-semibold">{block.text}</h2>
    case 'subheading':
      return <h3 className="mt-5 font-medium">{block.text}</h3>
    case 'text':
      return <p className="whitespace-pre-line wrap-anywhere">{block.text}</p>
    case 'small':
      return <p className="text-sm text-soft wrap-anywhere">{block.text}</p>
    case 'quote':
      return (
        <Quote who={block.who} lang={block.lang}>
          {block.text}
        </Quote>
      )
    case 'table':
      return <Cells block={block} />
  }
}

function Cells({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-b border-line-strong">
          {block.head.map((title, at) => (
            <th
              key={title}
              scope="col"
              className={`py-1.5 font-medium ${at === 0 ? 'text-start' : 'text-end'}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((cells) => (
          <tr key={cells.join(' ')} className="border-b border-line">
            {cells.map((cell, at) => (
              <td
                key={`${at} ${cell}`}
                className={`py-1.5 wrap-anywhere ${at === 0 ? '' : 'text-end tabular-nums'}`}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Writing = { studyId: string; item: CoreqShown; onClose: () => void }

function CoreqForm({ studyId, item, onClose }: Writing) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const write = useWriteCoreq()
  return (
    <Dialog title={`${item.item}. ${t(`coding.coreq.item.${item.item}`)}`} isOpen onClose={onClose}>
      <Form
        problem={write.error}
        onSubmit={async ({ answer = '' }) => {
          const body = { item: item.item, answer, version: item.version }
          await write.mutateAsync({ path: { workspaceId, studyId }, body })
          onClose()
        }}
      >
        <TextArea
          name="answer"
          label={t('coding.coreq.answer')}
          description={t('coding.coreq.answer.hint')}
          defaultValue={coreqAnswer(item, { t, format })}
          rows={5}
          autoFocus
        />
        <Button type="submit" look="primary" isPending={write.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
