/** Something that runs until it is stopped or dies; `exited` is settled with the reason. */
export type Service = { exited: Promise<string>; stop: () => Promise<void> }

export type KeepAlive = { name: string; start: () => Promise<Service>; say: (line: string) => void }

/** Milliseconds before the next attempt after so many failures in a row: 0.2 s, doubling, at most 2 s. */
export function restartDelay(failures: number): number {
  return Math.min(2000, 200 * 2 ** Math.max(0, failures - 1))
}

/**
 * Starts a service and starts it again whenever it ends by itself. The first start may fail, and then throws; later ones are
 * tried until they succeed or `stop` is called.
 */
export async function keepAlive({ name, start, say }: KeepAlive): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  let current = await start()
  const watch = async () => {
    let failures = 0
    for (;;) {
      const began = performance.now()
      const why = await current.exited
      if (stopping.signal.aborted) return
      failures = performance.now() - began > 30_000 ? 1 : failures + 1
      say(`${name} ended (${why}); starting it again`)
      const next = await startAgain({ name, start, say, failures, signal: stopping.signal })
      if (next === undefined) return
      current = next
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping.abort()
      await current.stop()
      await watching
    },
  }
}

async function startAgain(
  again: KeepAlive & { failures: number; signal: AbortSignal },
): Promise<Service | undefined> {
  for (let failures = again.failures; ; failures++) {
    await pause(restartDelay(failures), again.signal)
    if (again.signal.aborted) return undefined
    try {
      const service = await again.start()
      if (!again.signal.aborted) return service
      await service.stop()
      return undefined
    } catch (error) {
      again.say(
        `${again.name} could not be started: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
