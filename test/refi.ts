import { strToU8, unzipSync, zipSync } from 'fflate'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const schemas = { project: 'Project-mrt2019.xsd', codebook: 'Codebook.xsd' }

/** Throws what is wrong where XML does not follow the schema of REFI-QDA; libxml2 judges. */
export function checkRefi(xml: string, kind: keyof typeof schemas): void {
  const schema = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'data/qda', schemas[kind])))
  const document = XmlDocument.fromBuffer(Buffer.from(xml))
  const validator = XsdValidator.fromDoc(schema)
  try {
    validator.validate(document)
  } finally {
    validator.dispose()
    document.dispose()
    schema.dispose()
  }
}

/** The files of an archive as text, by path. */
export function filesIn(archive: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(archive))
  return Object.fromEntries(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]))
}

/** Everything a generator of bytes gives. */
export async function allBytes(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of chunks) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** An archive of these files, as other programs write them. */
export function archiveOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const bytes = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(bytes))
}

/** Bytes as a file of which any part can be read. */
export function fileOf(content: Uint8Array | string, name = 'project.qdpx') {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  return {
    name,
    size: bytes.length,
    read: async (from: number, until: number) => bytes.subarray(from, until),
  }
}
