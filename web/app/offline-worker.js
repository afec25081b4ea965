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

// The network first, always: what is kept stands in only while it is away. A page that is sent elsewhere or refused, to sign in at a proxy say, was
// answered; a file that is, was not.
async function newestOr(path, request) {
  const answer = await fetch(request).catch(() => undefined)
  if (answer && (request.mode === 'navigate' ? answer.status < 500 : answer.ok)) return answer
  const cache = await caches.open(kept)
  return (await cache.match(path, { ignoreVary: true })) ?? answer ?? Response.error()
}
