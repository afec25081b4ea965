type Body = string | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<string | Uint8Array>

/** A file for download, kept by no cache; what comes piece by piece is sent as it is read, and given up where whoever asked goes away. */
export function fileAnswer(body: Body, { name, type }: { name: string; type: string }): Response {
  return new Response(contentOf(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

/** The media types of a table. */
export const tableTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
export const tableMedia = Object.values(tableTypes)

function contentOf(body: Body): string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (typeof body === 'string' || body instanceof ReadableStream) return body
  return body instanceof Uint8Array ? new Uint8Array(body) : streamOf(body)
}

function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (stream) => {
      const next = await iterator.next()
      if (next.done === true) stream.close()
      else stream.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value)
    },
    cancel: async () => {
      await iterator.return?.()
    },
  })
}
