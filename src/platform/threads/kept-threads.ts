import { startThread, type Tasks, type Thread, type ThreadWish } from './thread.ts'
import { inTurn, type Asker } from './turns.ts'

/** A thread that nobody asked anything for so long ends. */
const restMilliseconds = 20_000
/** One that holds more than this after an answer is not kept: it gives all of it back by ending. */
const mostHeld = 192 * 1024 * 1024

/**
 * Threads of one kind for questions that have nothing to do with one another: one that is idle is asked, else a new one is started. Eight hundred small
 * files in a row start one thread. They are asked for somebody, who gets their turn (in `turns`,
 * without it among all that is read).
 */
export function keptThreads<All extends Tasks>({
  turns = inTurn,
  ...wish
}: ThreadWish & { turns?: typeof inTurn }): (asker: Asker) => Pick<Thread<All>, 'ask'> {
  const idle: { thread: Thread<All>; ends: NodeJS.Timeout }[] = []
  const keep = (thread: Thread<All>) => {
    if (thread.state() === 'over') return
    if (thread.held() > mostHeld) return thread.end()
    thread.rest()
    const place = { thread, ends: setTimeout(() => release(place), restMilliseconds).unref() }
    idle.push(place)
  }
  const release = (place: (typeof idle)[number]) => {
    const at = idle.indexOf(place)
    if (at >= 0) idle.splice(at, 1)
    place.thread.end()
  }
  const take = (): Thread<All> => {
    for (let place = idle.pop(); place; place = idle.pop()) {
      clearTimeout(place.ends)
      if (place.thread.state() === 'running') return place.thread
    }
    return startThread<All>(wish)
  }
  return (asker) => ({
    ask: (name, given, handedOver) =>
      turns(asker, async () => {
        const thread = take()
        try {
          return await thread.ask(name, given, handedOver)
        } finally {
          keep(thread)
        }
      }),
  })
}
