import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { makeSite } from './site.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

async function headersAt(baseUrl: string): Promise<Headers> {
  const site = makeSite({
    app: { ...app, baseUrl: () => baseUrl },
    routes: [],
    version: '1',
    postgres: 'embedded',
    webDir: '/nowhere',
  })
  return (await site.request('/health')).headers
}

test('a page runs no script and takes no style but its own, and nobody frames it', async () => {
  const policy = (await headersAt('http://127.0.0.1:4780')).get('content-security-policy') ?? ''
  const rules = Object.fromEntries(
    policy.split(';').map((rule) => {
      const [name = '', ...sources] = rule.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )
  expect(rules).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'media-src': "'self'",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  })
})

test('browsers are told to stay with https only where the address is https', async () => {
  const told = async (url: string) => (await headersAt(url)).get('strict-transport-security')
  expect(await told('http://127.0.0.1:4780')).toBeNull()
  expect(await told('https://samtale.example.org')).toMatch(/^max-age=31536000/)
})

test('a file of another build is not there, and nothing in its place is kept', async () => {
  const site = makeSite({ app, routes: [], version: '1', postgres: 'embedded', webDir: '/nowhere' })
  const answer = await site.request('/assets/main-of-before.js')
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, null])
})
