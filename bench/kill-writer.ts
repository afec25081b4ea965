/**
 * Writes to both engines without a pause, in a process of its own: `kill-writer.ts URL WRITE_KEY`. In each batch some events are
 * good (ClickHouse) and some are refused (kept by PostgreSQL). Ids go to the parent once they were acknowledged; a batch that was
 * not is sent again with the same ids, as the libraries do.
 */
const [url = '', writeKey = ''] = process.argv.slice(2)
const authorization = `Basic ${btoa(`${writeKey}:`)}`
const run = crypto.randomUUID().slice(0, 8)
let batches = 0

/** What was acknowledged: message ids of events taken, and names of events refused. */
export type Acknowledged = { taken: string[]; refused: string[]; tries: number }

async function write(): Promise<void> {
  for (;;) {
    batches += 1
    const ids = Array.from({ length: 20 }, (_, index) => `${run}-${batches}-${index}`)
    const isGood = (index: number) => index % 4 !== 0
    const batch = ids.map((id, index) =>
      isGood(index)
        ? { type: 'track', event: 'Written', userId: `u${index}`, messageId: id }
        : { type: 'refuse me', messageId: id },
    )
    let tries = 1
    while (!(await post(JSON.stringify({ batch })))) {
      tries += 1
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    const taken = ids.filter((_, index) => isGood(index))
    const refused = ids.filter((_, index) => !isGood(index))
    process.send?.({ taken, refused, tries } satisfies Acknowledged)
  }
}

async function post(body: string): Promise<boolean> {
  try {
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}

process.on('disconnect', () => process.exit(0))
await Promise.all(Array.from({ length: 8 }, write))
