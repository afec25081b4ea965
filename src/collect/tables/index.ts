// What opens tables and knows no database: rooms below use it in threads of their own.
export { openFile, type OpenedFile, type OpenResult } from './open-file.ts'
export { UnreadableFile } from './rows.ts'
export type { ByteSource, FileProblemId, RefusedRow, Row, RowBatch, RowRefusal } from './rows.ts'
