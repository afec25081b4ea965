import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './app.ts'
import { Problem } from './http/problem.ts'
import type { Access } from './http/route.ts'

const operatorTokenFile = 'operator-token'
const fileOf = (app: App) => join(app.dataDir, operatorTokenFile)

/** Makes the token of whoever runs the installation anew, in a file of the data folder that only the owner of the process can read. */
export function renewOperatorToken(app: App): void {
  writeFileSync(fileOf(app), `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
}

/** For routes that concern the whole installation: whoever can read the token in the data folder. Members of a workspace are not asked. */
export function operator(): Access<undefined> {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return {
    name: 'open: the proof is a file in the data folder',
    admit: async ({ app, request }) => {
      const token = existsSync(fileOf(app)) ? readFileSync(fileOf(app), 'utf8').trim() : ''
      const presented = request.headers.get('x-samtale-operator') ?? ''
      if (token !== '' && timingSafeEqual(digest(presented), digest(token))) return undefined
      throw new Problem({
        id: 'not-the-operator',
        status: 401,
        detail: `Only who can read ${operatorTokenFile} in the data folder may do this.`,
      })
    },
  }
}
