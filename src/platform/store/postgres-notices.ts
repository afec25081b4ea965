import pg from 'pg'

/** Hears what copies of the program tell each other by `pg_notify`. One connection, opened when somebody first listens. */
export type Notices = {
  /**
   * Begins to listen; done once nothing said from now on can be missed. `heard` is done at the next notice of this payload, when the connection
   * breaks (something may have been missed), after `ms`, or when the signal aborts.
   */
  listen(asked: {
    channel: string
    payload: string
    ms: number
    signal?: AbortSignal
  }): Promise<{ heard: Promise<void> }>
  stop(): Promise<void>
}

type Connect = () => pg.Client

/** Notices over a connection of its own. One that breaks is opened anew at the next `listen`. */
export function makeNotices({ connect }: { connect: Connect }): Notices {
  const waiting = new Map<string, Set<() => void>>()
  const wake = (key: string) => {
    for (const done of waiting.get(key) ?? []) done()
  }
  let connection: { opened: Promise<pg.Client>; channels: Map<string, Promise<unknown>> } | undefined
  const lose = (lost: typeof connection) => {
    // A connection that breaks says so twice, and the second time somebody may wait on the next one already.
    if (connection !== lost) return
    connection = undefined
    for (const key of waiting.keys()) wake(key)
  }
  const open = () => {
    const client = connect()
    const made = {
      opened: client.connect().then(() => client),
      channels: new Map<string, Promise<unknown>>(),
    }
    made.opened.catch(() => lose(made))
    client.on('error', () => lose(made))
    client.on('end', () => lose(made))
    client.on('notification', ({ channel, payload = '' }) => wake(keyOf(channel, payload)))
    return made
  }
  const follow = async (channel: string) => {
    connection ??= open()
    const { opened, channels } = connection
    const client = await opened
    const listening = channels.get(channel) ?? client.query(`listen ${pg.escapeIdentifier(channel)}`)
    channels.set(channel, listening)
    await listening
  }
  return {
    listen: async ({ channel, payload, ms, signal }) => {
      const key = keyOf(channel, payload)
      const heard = new Promise<void>((resolve) => {
        const timer = setTimeout(() => done(), ms)
        const done = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', done)
          const others = waiting.get(key)
          others?.delete(done)
          if (others?.size === 0) waiting.delete(key)
          resolve()
        }
        waiting.set(key, (waiting.get(key) ?? new Set()).add(done))
        if (signal?.aborted) done()
        else signal?.addEventListener('abort', done)
      })
      try {
        await follow(channel)
      } catch (error) {
        wake(key)
        throw error
      }
      return { heard }
    },
    stop: async () => {
      const { opened } = connection ?? {}
      for (const key of waiting.keys()) wake(key)
      await opened?.then((client) => client.end()).catch(() => undefined)
    },
  }
}

const keyOf = (channel: string, payload: string) => `${channel} ${payload}`
