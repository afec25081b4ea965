import {
  Loaded,
  PageHeader,
  ProblemNotice,
  Select,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useChooseSheet, useImport, type Import } from './collect-data.ts'
import { ImportResult } from './import-result.tsx'
import { ImportRunning } from './import-running.tsx'
import { MappingScreen } from './mapping-screen.tsx'

/** One import: its mapping until it begins, then how far it is, then what came of it. */
export function Page() {
  const { importId } = usePageParams('importId')
  const query = useImport(importId)
  return <Loaded query={query}>{(data) => <ImportView key={importId} found={data} />}</Loaded>
}

function ImportView({ found }: { found: Import }) {
  const t = useText()
  const workspace = useWorkspace()
  usePageTitle(found.fileName)
  return (
    <>
      <PageHeader
        title={<span className="break-all">{found.fileName}</span>}
        lead={<FileWords found={found} />}
        back={{ href: `/w/${workspace.id}/imports`, label: t('collect.imports.nav') }}
      />
      <Stage found={found} />
    </>
  )
}

function Stage({ found }: { found: Import }) {
  if (found.state === 'mapped')
    return (
      <>
        <SheetChoice found={found} />
        <MappingScreen key={found.file.sheet} found={found} />
      </>
    )
  if (found.state === 'queued' || found.state === 'running') return <ImportRunning found={found} />
  return <ImportResult found={found} />
}

/** Which sheet of the workbook is read; with another one its columns are guessed anew. */
function SheetChoice({ found }: { found: Import }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const choose = useChooseSheet()
  const { sheet, otherSheets } = found.file
  if (sheet === null || otherSheets.length === 0) return null
  return (
    <div className="mb-8 flex flex-col gap-4">
      {choose.error && <ProblemNotice problem={choose.error} />}
      <Select
        label={t('collect.sheet')}
        isRequired
        description={t('collect.sheet.hint', { others: otherSheets.join(', ') })}
        options={[sheet, ...otherSheets].map((name) => ({ id: name, label: name }))}
        value={sheet}
        onChange={(name) =>
          choose.mutate({ path: { workspaceId, importId: found.id }, body: { sheet: name } })
        }
      />
    </div>
  )
}

function FileWords({ found }: { found: Import }) {
  const t = useText()
  const { file } = found
  const words = [
    t(`collect.file.${file.kind}`),
    file.encoding?.toUpperCase(),
    file.delimiter === null
      ? undefined
      : t('collect.file.delimiter', { delimiter: file.delimiter === '\t' ? '⇥' : file.delimiter }),
    file.headerLine !== null && file.headerLine > 1
      ? t('collect.file.heading', { line: file.headerLine })
      : undefined,
    file.header === 'data' ? t('collect.file.no-header') : undefined,
    t('collect.file.columns', { n: file.columns.length }),
    found.total === null ? undefined : t('collect.file.rows', { n: found.total }),
    file.otherSheets.length > 0 ? t('collect.file.sheet', { sheet: file.sheet ?? '' }) : undefined,
  ]
  return <>{words.filter((word) => word !== undefined).join(' · ')}</>
}
