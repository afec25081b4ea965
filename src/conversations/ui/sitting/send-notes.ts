import { api, asProblem, store } from '../../../../web/kit/index.ts'
import { SentNote } from '../../sittings/sitting-note.schema.ts'
import { makeOwn, markSent, newNoteId, notesHere, type KeptNote } from './note-store.ts'
import { waitingKey } from './waiting-key.ts'

/** What became of sending: everything is there, the network is away, or the server does not take them (the problem says why). */
export type Sent = { state: 'sent' } | { state: 'waiting' } | { state: 'refused'; problem: unknown }

const atOnce = 100
/** A network that does not answer in this time, milliseconds, is one that is away: they are sent again. */
const longest = 10_000

/** Sends what waits of one owner, a sitting at a time; one tab at a time, where the browser can say so. */
export async function sendNotes(owner: string): Promise<Sent> {
  const { locks } = navigator as { locks?: LockManager }
  if (!locks) return sendAll(owner)
  return locks.request('samtale-notes', () => sendAll(owner))
}

async function sendAll(owner: string): Promise<Sent> {
  const waiting = (await notesHere({ owner })).filter(isWaiting)
  const sittings = Map.groupBy(waiting, ({ sittingId }) => sittingId)
  let outcome: Sent = { state: 'sent' }
  for (const notes of sittings.values()) {
    const sent = await sendOne(notes)
    if (sent.state === 'waiting') return sent
    if (sent.state === 'refused') outcome = sent
  }
  if (outcome.state === 'sent') store(waitingKey(owner), null)
  return outcome
}

/** Whether the server lacks the newest of a note. */
export const isWaiting = ({ sent, revision }: KeptNote) => sent < revision

async function sendOne(notes: readonly KeptNote[]): Promise<Sent> {
  const [first] = notes
  if (!first) return { state: 'sent' }
  const { workspaceId, sittingId } = first
  // What began is told before what was said in it.
  const inOrder = notes.toSorted((a, b) => a.at.localeCompare(b.at))
  for (let from = 0; from < inOrder.length; from += atOnce) {
    const some = inOrder.slice(from, from + atOnce)
    try {
      const { kept, behind } = await api('POST /api/w/{workspaceId}/sittings/{sittingId}/notes', {
        path: { workspaceId, sittingId },
        body: { sentAt: new Date().toISOString(), notes: some.map((note) => SentNote.parse(note)) },
        signal: AbortSignal.timeout(longest),
      })
      await markSent(kept)
      await makeOwn(behind, newNoteId)
    } catch (error) {
      const problem = asProblem(error)
      const isForLater =
        problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500
      return isForLater ? { state: 'waiting' } : { state: 'refused', problem }
    }
  }
  return { state: 'sent' }
}
