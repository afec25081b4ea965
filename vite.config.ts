import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { messageFolders } from './web/message-folders.ts'
import { offlineWorker } from './web/offline-files.ts'

const root = import.meta.dirname

// The conversation screen opens again without the network.
const offlineModules = ['sitting-page.tsx', 'send-notes.ts'].map(
  (file) => `src/conversations/ui/sitting/${file}`,
)

const withoutEffect =
  /\/(?:web\/kit|src\/[a-z-]+|react-aria|react-aria-components|react-stately|@react-aria|@react-stately|@internationalized)\/.*\.(?:tsx?|m?js)$/

// Whatever the shell or a test runner says: the development build of React is half as large again and slower.
if (!process.argv.includes('dev')) process.env['NODE_ENV'] = 'production'

export default defineConfig({
  root: join(root, 'web'),
  plugins: [
    messagesByLocale(),
    ownLocalesOnly(),
    react(),
    tailwindcss(),
    offlineWorker({ root, modules: offlineModules }),
  ],
  build: {
    outDir: join(root, 'dist/web'),
    emptyOutDir: true,
    // The strict Content-Security-Policy allows no data: scripts or fonts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    manifest: true,
    // What is imported for nothing but its effect is a style or named in web/app; so a page loads what it uses of a room's door.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: withoutEffect, sideEffects: false }] } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4780', '/v1': 'http://127.0.0.1:4780' } },
})

/**
 * `virtual:messages/da` is the `da.json` of all who are met before signing in as one module, `virtual:messages/da-rooms` that of the rooms, so that
 * a browser fetches one file of its language and then another.
 */
function messagesByLocale(): Plugin {
  const prefix = 'virtual:messages/'
  const isEntrance = (folder: string) =>
    /^.(?:web.(?:kit|app)|src.workspace)\b/.test(folder.slice(root.length))
  return {
    name: 'messages-by-locale',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const [locale, rooms] = id.slice(prefix.length + 1).split('-')
      const all: Record<string, unknown> = {}
      for (const folder of messageFolders(root)) {
        const file = join(folder, `${locale}.json`)
        if (isEntrance(folder) === (rooms !== undefined) || !existsSync(file)) continue
        this.addWatchFile(file)
        Object.assign(all, JSON.parse(readFileSync(file, 'utf8')))
      }
      return `export default ${JSON.stringify(all)}`
    },
  }
}

/** React Aria carries its own words in 34 languages; only ours are kept. */
function ownLocalesOnly(): Plugin {
  const kept = /(?:en-US|da-DK|sv-SE|nl-NL|de-DE)/
  return {
    name: 'own-locales-only',
    transform: {
      filter: { id: /react-(?:aria|stately)\b.*intlStrings\.mjs$/ },
      handler(code) {
        const lines = code
          .split('\n')
          .filter((line) => !/^(?:import .*|\s+)"[^"]*[a-z]{2}-[A-Z]{2}\b/.test(line) || kept.test(line))
        return { code: lines.join('\n'), map: null }
      },
    },
  }
}
