/** Notes of conversations in this browser until the server has them: through a dropped network, a reload, a crash and signing out. */
import type { NoteKind, SentNote } from '../../sittings/sitting-note.schema.ts'

/** Whose note it is: somebody else who signs in here neither sees nor sends it. */
export type Place = { owner: string; workspaceId: string; sittingId: string }
/** A note as it lies here; `sent` is the revision that the server has. */
export type KeptNote = SentNote & Place & { sent: number }
export type NoteWritten = {
  noteId: string
  kind: NoteKind
  at: string
  text?: string
  lines?: string[]
  about?: string | null
  removed?: 'yes' | 'no'
  /** The revision that was shown, where the note did not come from here. */
  revision?: number
}

const databaseName = 'samtale-notes'
const table = 'notes'
const changes = new EventTarget()
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(databaseName)
otherTabs?.addEventListener('message', () => changes.dispatchEvent(new Event('change')))

/** Calls back whenever a note changed, here or in another tab. Returns how to stop. */
export function onNotesChanged(listener: () => void): () => void {
  changes.addEventListener('change', listener)
  return () => changes.removeEventListener('change', listener)
}

/** Writes a note, or its next revision, down here. It is on the disk of this device when the promise is kept. */
export async function saveNote(place: Place, written: NoteWritten): Promise<void> {
  await inStore('readwrite', async (notes) => {
    const before = await notes.get(written.noteId)
    const revision = Math.max(before?.revision ?? 0, written.revision ?? 0) + 1
    const note: KeptNote = {
      text: '',
      lines: [],
      about: null,
      removed: 'no',
      ...before,
      ...written,
      ...place,
      revision,
      sent: before?.sent ?? 0,
    }
    await notes.put(note)
  })
  tell()
}

/** The notes of one owner that lie here: those of one sitting, or of all. */
export async function notesHere(given: { owner: string; sittingId?: string }): Promise<KeptNote[]> {
  const all = await inStore('readonly', (notes) => notes.all())
  return all.filter(
    ({ owner, sittingId }) =>
      owner === given.owner && (given.sittingId === undefined || sittingId === given.sittingId),
  )
}

/** The server has these revisions. What was changed meanwhile waits on. */
export async function markSent(sent: readonly { noteId: string; revision: number }[]): Promise<void> {
  await change(sent, (note, { revision }) => ({ ...note, sent: Math.max(note.sent, revision) }))
}

/** Another device was further with these: what stands here becomes a note of its own, so that neither is lost. */
export async function makeOwn(noteIds: readonly string[], newId: () => string): Promise<void> {
  await change(
    noteIds.map((noteId) => ({ noteId })),
    (note) =>
      note.removed === 'yes' || courseKinds.has(note.kind)
        ? null
        : { ...note, noteId: newId(), revision: 1, sent: 0 },
  )
}

/** Takes notes out of this browser: the server shows them from now on, or nobody will. */
export async function forgetNotes(known: readonly { noteId: string; revision: number }[]): Promise<void> {
  await change(known, (note, { revision }) => (note.revision <= revision ? null : note))
}

/** An id that no other note has. Also on pages without TLS, where `crypto.randomUUID` is missing. */
export function newNoteId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => {
    if (at === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0')
    if (at === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0')
    return byte.toString(16).padStart(2, '0')
  })
  const text = hex.join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}

// Two devices that tick the same question need not both be right.
const courseKinds: ReadonlySet<NoteKind> = new Set<NoteKind>(['begin', 'end', 'asked', 'part'])

async function change<T extends { noteId: string }>(
  some: readonly T[],
  how: (note: KeptNote, given: T) => KeptNote | null,
): Promise<void> {
  if (some.length === 0) return
  await inStore('readwrite', async (notes) => {
    for (const given of some) {
      const before = await notes.get(given.noteId)
      if (!before) continue
      const after = how(before, given)
      if (after?.noteId !== before.noteId) await notes.delete(before.noteId)
      if (after) await notes.put(after)
    }
  })
  tell()
}

function tell(): void {
  changes.dispatchEvent(new Event('change'))
  otherTabs?.postMessage('change')
}

/** Where notes lie: on the disk of the browser, or, where it forbids that (some private windows), in memory as long as the page. */
type Shelf = {
  get: (noteId: string) => Promise<KeptNote | undefined>
  all: () => Promise<KeptNote[]>
  put: (note: KeptNote) => Promise<unknown>
  delete: (noteId: string) => Promise<unknown>
}

let opening: Promise<IDBDatabase | undefined> | undefined
const inMemory = new Map<string, KeptNote>()

const memoryShelf: Shelf = {
  get: async (noteId) => inMemory.get(noteId),
  all: async () => [...inMemory.values()],
  put: async (note) => inMemory.set(note.noteId, note),
  delete: async (noteId) => inMemory.delete(noteId),
}

async function inStore<T>(mode: IDBTransactionMode, work: (notes: Shelf) => Promise<T>): Promise<T> {
  opening ??= open().catch(() => undefined)
  const database = await opening
  if (!database) return work(memoryShelf)
  const transaction = database.transaction(table, mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')))
  })
  const notes = transaction.objectStore(table)
  const result = await work({
    get: (noteId) => answerOf<KeptNote | undefined>(notes.get(noteId)),
    all: () => answerOf<KeptNote[]>(notes.getAll()),
    put: (note) => answerOf(notes.put(note)),
    delete: (noteId) => answerOf(notes.delete(noteId)),
  })
  await done
  return result
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.addEventListener('upgradeneeded', () =>
    request.result.createObjectStore(table, { keyPath: 'noteId' }),
  )
  return answerOf(request)
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
}
