import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { store, useApi, useSession, useWorkspace, type Answer } from '../../../../web/kit/index.ts'
import type { NoteKind, SentNote } from '../../sittings/sitting-note.schema.ts'
import {
  forgetNotes,
  newNoteId,
  notesHere,
  onNotesChanged,
  saveNote,
  type KeptNote,
  type NoteWritten,
} from './note-store.ts'
import { isWaiting, sendNotes, type Sent } from './send-notes.ts'
import { waitingKey } from './waiting-key.ts'

/** A note as it is shown: one's own, or a colleague's. */
export type NoteShown = Omit<SentNote, 'removed'> & {
  writer: string | null
  isMine: boolean
  isWaiting: boolean
}
type ServerNotes = Answer<'GET /api/w/{workspaceId}/sittings/{sittingId}/notes'>

export type Writing = Omit<NoteWritten, 'noteId' | 'at' | 'revision'> & { noteId?: string; at?: string }

export type Notes = {
  notes: NoteShown[]
  standing: ServerNotes['standing'] | undefined
  /** How many the server does not have yet. */
  waiting: number
  outcome: Sent
  /** Writes a note, or the next revision of one. Answers its id. */
  write: (note: Writing) => string
  remove: (noteId: string, kind: NoteKind) => void
  /** Gives up what the server does not take. */
  forgetWaiting: () => Promise<void>
  readAgain: () => void
}

const again = 4_000

/** Everything written in a sitting: from this browser and from the server, kept here until it is there. */
export function useNotes(
  sittingId: string,
  { isLive, onSent }: { isLive: 'live' | 'over'; onSent: () => void },
): Notes {
  const { id: workspaceId } = useWorkspace()
  const owner = useSession().data?.member.email ?? ''
  const place = useMemo(() => ({ owner, workspaceId, sittingId }), [owner, workspaceId, sittingId])
  const server = useApi(
    'GET /api/w/{workspaceId}/sittings/{sittingId}/notes',
    { path: { workspaceId, sittingId } },
    { refetchInterval: isLive === 'live' ? false : 15_000 },
  )
  const here = useNotesHere(place)
  const waiting = here.filter(isWaiting).length
  const outcome = useSending({
    owner,
    waiting,
    onSent: () => {
      void server.refetch()
      onSent()
    },
  })
  useForgetting(here, server.data)
  const notes = useMemo(() => merged(here, server.data), [here, server.data])
  const write = useCallback(
    (note: Writing) => {
      const noteId = note.noteId ?? newNoteId()
      const known = notes.find((one) => one.noteId === noteId)
      const at = note.at ?? known?.at ?? new Date().toISOString()
      store(waitingKey(place.owner), 'yes')
      void saveNote(place, { ...note, noteId, at, ...(known ? { revision: known.revision } : {}) })
      return noteId
    },
    [place, notes],
  )
  return {
    notes,
    standing: server.data?.standing,
    waiting,
    outcome,
    write,
    remove: useCallback(
      (noteId: string, kind: NoteKind) => write({ noteId, kind, text: '', lines: [], removed: 'yes' }),
      [write],
    ),
    forgetWaiting: () => forgetNotes(here.filter(isWaiting)),
    readAgain: () => void server.refetch(),
  }
}

function useNotesHere(place: { owner: string; sittingId: string }): KeptNote[] {
  const [here, show] = useState<KeptNote[]>([])
  useEffect(() => {
    let isCurrent = true
    const read = () =>
      void notesHere(place).then((found) => {
        if (isCurrent) show(found)
      })
    read()
    const stop = onNotesChanged(read)
    return () => {
      isCurrent = false
      stop()
    }
  }, [place])
  return here
}

/** Sends whenever something waits: at once, when the network comes back, and every few seconds. */
function useSending(given: { owner: string; waiting: number; onSent: () => void }): Sent {
  const { owner, waiting } = given
  const [outcome, tell] = useState<Sent>({ state: 'sent' })
  const sent = useEffectEvent(given.onSent)
  useEffect(() => {
    if (waiting === 0 || owner === '') return undefined
    let isSending = false
    const send = async () => {
      if (isSending) return
      isSending = true
      const result = await sendNotes(owner).finally(() => {
        isSending = false
      })
      tell(result)
      if (result.state === 'sent') sent()
    }
    const first = setTimeout(() => void send(), 300)
    const timer = setInterval(() => void send(), again)
    const onOnline = () => void send()
    addEventListener('online', onOnline)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      removeEventListener('online', onOnline)
    }
  }, [owner, waiting])
  return outcome
}

/** What the server shows need not lie in this browser any more. */
function useForgetting(here: readonly KeptNote[], server: ServerNotes | undefined): void {
  useEffect(() => {
    if (!server) return
    const shown = new Map(server.notes.map((note) => [note.noteId, note.revision]))
    const known = here.filter(
      (note) =>
        !isWaiting(note) && (note.removed === 'yes' || (shown.get(note.noteId) ?? 0) >= note.revision),
    )
    if (known.length > 0) void forgetNotes(known)
  }, [here, server])
}

/** Of a note here and there the newer one counts; what was removed here is gone. */
function merged(here: readonly KeptNote[], server: ServerNotes | undefined): NoteShown[] {
  const found = new Map<string, NoteShown & { removed: 'yes' | 'no' }>()
  for (const note of server?.notes ?? []) found.set(note.noteId, { ...note, removed: 'no', isWaiting: false })
  for (const note of here) {
    const there = found.get(note.noteId)
    if (there && there.revision >= note.revision) continue
    found.set(note.noteId, { ...note, writer: null, isMine: true, isWaiting: isWaiting(note) })
  }
  return [...found.values()]
    .filter(({ removed }) => removed === 'no')
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.noteId.localeCompare(b.noteId))
}
