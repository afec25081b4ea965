import { tableTypes, type TableFormat } from '../exchange/tables.ts'

/** A table as the answer to somebody who takes it out. */
export function tableFile(
  bytes: Uint8Array,
  { name, format }: { name: string; format: TableFormat },
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': tableTypes[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
