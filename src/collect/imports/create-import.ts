import { createHash } from 'node:crypto'
import { Problem, json, type App } from '../../platform/index.ts'
import { ImportId } from '../../workspace/index.ts'
import { guessColumnsMeanwhile, guessOrderLines, proposeMapping, type Mapping } from '../files/index.ts'
import { openFile, type OpenedFile } from '../tables/index.ts'
import { proposeEarlierConsent } from './earlier-consent.ts'
import type { FileFacts, ImportMapping } from './import.ts'
import { findUpload, readUpload } from './uploads.ts'
import { proposeUserIds } from './user-ids.ts'

type New = { workspaceId: string; uploadId: string; by: string | undefined; mends?: string | undefined }

/**
 * Looks at an uploaded file and proposes what its columns mean. Throws 409 while bytes are missing, and 422 with the reader's own
 * problem (`file-is-zip`, `file-empty`, …) where it cannot be read.
 */
export async function createImport(app: App, given: New): Promise<ImportId> {
  const upload = await findUpload(app.pg, given)
  if (upload.received < upload.size) {
    throw new Problem({
      id: 'upload-not-finished',
      status: 409,
      detail: `Only ${upload.received} of ${upload.size} bytes are here. Choose the file again to send the rest.`,
    })
  }
  const { file, seen } = await lookAtFile(app, { workspaceId: given.workspaceId, uploadId: upload.id })
  const read = await digestOf(readUpload(app.pg, upload.id))
  const row = await app.pg
    .insertInto('imports')
    .values({
      workspace_id: given.workspaceId,
      upload_id: upload.id,
      file_name: upload.name,
      file_size: upload.size,
      digest: read.digest,
      ...seen,
      // A sheet is compressed: its lines are not known before it is read.
      total: file.kind === 'xlsx' || file.kind === 'json-array' ? null : countRows(read.lineEnds, file),
      mends: given.mends ?? null,
      created_at: app.clock.now(),
      created_by: given.by ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return ImportId.parse(row.id)
}

/**
 * Opens a kept file, of a workbook the sheet of that name or the one that holds the table, and says what was seen of it and what
 * its columns seem to mean. Throws 422 with the reader's own problem.
 */
export async function lookAtFile(
  app: App,
  given: { workspaceId: string; uploadId: string; sheet?: string | undefined },
) {
  const { workspaceId, uploadId, sheet } = given
  const opened = await openFile(readUpload(app.pg, uploadId), { sheet })
  if (opened.state === 'unreadable') throw new Problem({ id: opened.id, status: 422, detail: opened.message })
  const { file } = opened
  const guesses = await guessColumnsMeanwhile(
    file.columns,
    file.sample.map((row) => row.cells),
  )
  const orders = guessOrderLines(guesses)
  const mapped: ImportMapping = orders
    ? { kind: 'order lines', mapping: orders }
    : {
        kind: 'people',
        mapping: await proposeFromBefore(app, { workspaceId, file, mapping: proposeMapping(guesses) }),
      }
  return {
    file,
    seen: {
      file: json(factsOf(file)),
      guesses: json(guesses),
      kind: mapped.kind,
      mapping: json(mapped.mapping),
    },
  }
}

/** What the workspace knows already of columns that are called so. */
async function proposeFromBefore(
  app: App,
  { workspaceId, file, mapping }: { workspaceId: string; file: OpenedFile; mapping: Mapping },
): Promise<Mapping> {
  const { columns, sample: rows } = file
  const told = await proposeEarlierConsent(app, { workspaceId, mapping, columns, rows })
  return proposeUserIds(app, { workspaceId, mapping: told, columns, rows })
}

function countRows(lineEnds: number, file: OpenedFile): number {
  const above = 'header' in file ? (file.header.line ?? 0) : 0
  return Math.max(0, lineEnds - above)
}

/** SHA-256 of the whole file, and its line ends (a last line without one counts). */
async function digestOf(
  source: () => AsyncIterable<Uint8Array>,
): Promise<{ digest: string; lineEnds: number }> {
  const hash = createHash('sha256')
  let lineEnds = 0
  let last = 0x0a
  for await (const bytes of source()) {
    hash.update(bytes)
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) lineEnds += 1
    last = piece.at(-1) ?? last
  }
  return { digest: hash.digest('hex'), lineEnds: last === 0x0a || last === 0 ? lineEnds : lineEnds + 1 }
}

function factsOf(file: OpenedFile): FileFacts {
  return {
    kind: file.kind,
    encoding: 'encoding' in file ? file.encoding.encoding : null,
    delimiter: 'delimiter' in file ? file.delimiter : null,
    header: 'header' in file ? file.header.firstRow : 'names',
    headerLine: 'header' in file ? file.header.line : null,
    sheet: 'sheet' in file ? file.sheet : null,
    otherSheets: 'otherSheets' in file ? file.otherSheets : [],
    columns: file.columns,
  }
}
