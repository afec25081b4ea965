import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The way to a server that can fall silent, as a train in a tunnel does: nothing fails and nothing answers. */
type SilentNetwork = {
  url: string
  /** From now on everything is taken and nothing is passed on, by connections that are open and by new ones. */
  fallSilent: () => void
  /** New connections get through; those that fell silent stay so. */
  comeBack: () => void
  close: () => Promise<void>
}

/** Opens a port of its own that leads to the server at `url`. */
export async function openSilentNetwork(url: string): Promise<SilentNetwork> {
  const sockets = new Set<Socket>()
  let isSilent = false
  const server = createServer((browser) => {
    sockets.add(browser)
    browser.on('error', () => undefined)
    browser.on('close', () => sockets.delete(browser))
    if (isSilent) browser.resume()
    else join(browser, connect(Number(new URL(url).port), '127.0.0.1'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const joined = new Set<() => void>()
  function join(browser: Socket, program: Socket): void {
    sockets.add(program)
    program.on('error', () => browser.destroy())
    program.on('close', () => sockets.delete(program))
    browser.on('close', () => program.destroy())
    browser.pipe(program)
    program.pipe(browser)
    joined.add(() => {
      browser.unpipe(program)
      program.unpipe(browser)
      browser.resume()
    })
  }
  return {
    url: `http://127.0.0.1:${port}`,
    fallSilent: () => {
      isSilent = true
      for (const part of joined) part()
      joined.clear()
    },
    comeBack: () => {
      isSilent = false
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
