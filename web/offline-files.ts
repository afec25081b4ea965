import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/**
 * Writes `offline.js`: the service worker of `web/app/offline-worker.js` with the list of files that `modules` (paths below the root) need to open
 * without the network. Its words change with every build that changes one of them, which is how browsers notice.
 */
export function offlineWorker({ root, modules }: { root: string; modules: readonly string[] }): Plugin {
  const wanted = new Set(modules.map((path) => join(root, path)))
  return {
    name: 'offline-worker',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const found = chunks.filter(({ facadeModuleId }) => wanted.has(facadeModuleId ?? ''))
      if (found.length < wanted.size) this.error(`not all in the bundle: ${modules.join(', ')}`)
      const common = closure(bundle, [...chunks.filter(({ isEntry }) => isEntry), ...found])
      const words: Record<string, string[]> = {}
      for (const chunk of chunks) {
        const locale = /virtual:messages\/([a-z]{2})/.exec(chunk.facadeModuleId ?? '')?.[1]
        if (locale !== undefined) (words[locale] ??= []).push(`/${chunk.fileName}`)
      }
      const list = JSON.stringify({ common: ['/theme.js', '/mark.svg', ...common.toSorted()], words })
      const source = readFileSync(join(root, 'web/app/offline-worker.js'), 'utf8')
        .replace('= FILES', () => `= ${list}`)
        .replace('VERSION', createHash('sha256').update(list).digest('hex').slice(0, 12))
      this.emitFile({ type: 'asset', fileName: 'offline.js', source })
    },
  }
}

/** What a browser fetches of these chunks before they run: themselves, all they import, and their styles. */
function closure(bundle: Rolldown.OutputBundle, from: readonly Rolldown.OutputChunk[]): string[] {
  const files = new Set<string>()
  const visit = (fileName: string) => {
    const chunk = bundle[fileName]
    if (chunk?.type !== 'chunk' || files.has(`/${fileName}`)) return
    files.add(`/${fileName}`)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(`/${style}`)
    for (const imported of chunk.imports) visit(imported)
  }
  for (const { fileName } of from) visit(fileName)
  return [...files]
}
