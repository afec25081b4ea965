import { unzipSync } from 'fflate'
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
