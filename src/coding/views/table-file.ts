import type { TableFormat } from '../exchange/tables.ts'

const types: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A table as the answer to somebody who takes it out. */
export function tableFile(
  bytes: Uint8Array,
  { name, format }: { name: string; format: TableFormat },
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
