// Keeps the files of the conversation screen, so that it opens again without the network. Files of the program only: answers of the server never pass
// through here. The build puts the list in the place of FILES, with the words of each language apart, and names it by what is in it.
const { common, words } = FILES
const files = ['/', ...common, ...(words[location.search.slice(1)] ?? [])]
const kept = `samtale-VERSION-${location.search.slice(1)}`
const isConversation = (path) => /^\/w\/[^/]+\/sittings\/[^/]+$/.test(path)

self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(kept)
    await cache.addAll(files)
    await self.skipWaiting()
  }
  event.waitUntil(fill())
})

// What an earlier build kept is of no use beside this one's page.
self.addEventListener('activate', (event) => {
  const renew = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('samtale-') && name !== kept)
    await Promise.all(old.map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(renew())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (isConversation(pathname)) event.respondWith(newestOr('/', request))
  } else if (pathname !== '/' && files.includes(pathname)) event.respondWith(newestOr(pathname, request))
})

// How long the network is waited for, and for how long after it did not answer no file is waited for, milliseconds.
const patience = 1500
const rest = 10_000
let silentSince = -rest

// The network first, always: what is kept stands in only while it is away or does not answer. A page that is sent elsewhere or refused, to sign in at a
// proxy say, was answered; a file that is, was not. A file that is not waited for any more must not stand in the way of what the page asks.
async function newestOr(path, request) {
  const isPage = request.mode === 'navigate'
  const givenUp = new AbortController()
  const asked = (isPage ? fetch(request) : fetch(request, { signal: givenUp.signal })).catch(() => undefined)
  const isSilent = Date.now() - silentSince < rest
  const answer = await Promise.race([asked, after(isPage || !isSilent ? patience : 0)])
  if (answer && (isPage ? answer.status < 500 : answer.ok)) return answer
  const cache = await caches.open(kept)
  const standIn = await cache.match(path, { ignoreVary: true })
  if (!standIn) return answer ?? (await asked) ?? Response.error()
  if (answer === undefined) silentSince = Date.now()
  givenUp.abort()
  return standIn
}

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
