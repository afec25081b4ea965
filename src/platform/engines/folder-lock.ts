import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Holder = z.object({ pid: z.number(), url: z.string().optional(), programPid: z.number().optional() })

/** Who holds a folder, and where to reach it. */
export type Holder = z.infer<typeof Holder>

export type FolderLock =
  | { state: 'held'; holder: Holder | undefined }
  | { state: 'taken'; before: Holder | undefined; note: (holder: Holder) => void; release: () => void }

/**
 * Takes a folder for this process alone. The lock is the operating system's own lock on a file, taken through SQLite, so it is
 * gone the moment the process is, however it died, and two that start together cannot both have it. `before` is what an earlier
 * holder noted and did not take back, because it was killed.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'running.json')
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    // In memory: a lock that writes could not be taken on a full disk.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && error.message.includes('locked'))
      return { state: 'held', holder: readHolder(file) }
    throw error
  }
  return {
    state: 'taken',
    before: readHolder(file),
    note: (holder) => writeFileSync(file, JSON.stringify(holder), { mode: 0o600 }),
    release: () => {
      rmSync(file, { force: true })
      lock.close()
    },
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
