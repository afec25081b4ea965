import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders below the project's root that hold `{en,da,sv,nl,de}.json`: the kit, the shell, and every room with screens. */
export function messageFolders(root: string): string[] {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, 'src', entry.name, 'ui/messages'))
  return [join(root, 'web/kit/messages'), join(root, 'web/app/messages'), ...rooms.toSorted()].filter(
    (folder) => existsSync(folder),
  )
}
