import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder for one test that other users may pass through, as PostgreSQL must when the tests run as root. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `samtale-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}
