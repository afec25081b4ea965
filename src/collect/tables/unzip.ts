import { Unzip, UnzipInflate } from 'fflate'
import type { UnzipFile } from 'fflate'
import { newBreath } from '../../platform/breath.ts'
import { UnreadableFile } from './rows.ts'
import type { ByteSource } from './rows.ts'

/** How many times its packed size an archive may unpack to, beyond the first 100 MB. Sheets reach some 30. */
const mostInflation = 200
const freeBytes = 100 << 20

/**
 * Unpacks the wanted entries of a ZIP archive piece by piece, never holding one. `wanted` is asked once an entry.
 * Throws `UnreadableFile` when the archive is damaged or unpacks to absurdly much.
 */
export async function* unzipEntries(
  source: ByteSource,
  wanted: (name: string) => boolean,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  const ready: { name: string; bytes: Uint8Array }[] = []
  const fault: { error: Error | null } = { error: null }
  const unzip = new Unzip((file: UnzipFile) => {
    if (!wanted(file.name)) return
    file.ondata = (error, bytes) => {
      if (error) fault.error = error
      else if (bytes.length > 0) ready.push({ name: file.name, bytes })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  let packed = 0
  let unpacked = 0
  const breathe = newBreath()
  for await (const piece of source()) {
    // Small steps, so that what one step unpacks to stays small too.
    for (let at = 0; at < piece.length; at += step) {
      const part = piece.subarray(at, at + step)
      packed += part.length
      feed(unzip, part)
      await breathe()
      if (fault.error) throw damaged()
      for (const entry of ready.splice(0)) {
        unpacked += entry.bytes.length
        if (unpacked > freeBytes && unpacked > packed * mostInflation) {
          throw new UnreadableFile(
            'file-inflates-too-much',
            'This archive unpacks to far more than its size lets expect, so it was not read.',
          )
        }
        yield entry
      }
    }
  }
}

const step = 16_384

function feed(unzip: Unzip, part: Uint8Array): void {
  try {
    unzip.push(part)
  } catch {
    throw damaged()
  }
}

function damaged(): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    'This archive is damaged or not complete. Download or save it again.',
  )
}
