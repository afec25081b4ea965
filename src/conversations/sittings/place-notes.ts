import type { NoteKind } from './sitting-note.schema.ts'

// Safe in the browser.

type Stamped = { kind: NoteKind; at: string }
type Timed = { utteranceId: string; startMs: number | null; isAnswer: boolean }
type Beginning = { beganAt: string; offsetMs: number }

/**
 * Where notes stand in a transcript: at the turn that had begun when the note was, of a participant's for a mark, for it marks an answer. `utteranceId`
 * is null before the first turn and where the transcript has no times. Pure.
 */
export function placeNotes<T extends Stamped>(
  notes: readonly T[],
  { beganAt, offsetMs, turns }: Beginning & { turns: readonly Timed[] },
): { note: T; utteranceId: string | null }[] {
  const timed = turns
    .flatMap(({ startMs, ...turn }) => (startMs === null ? [] : [{ ...turn, startMs }]))
    .toSorted((a, b) => a.startMs - b.startMs)
  return notes.map((note) => {
    const passed = Date.parse(note.at) - Date.parse(beganAt) + offsetMs
    const place = timed.findLast(
      ({ startMs, isAnswer }) => startMs <= passed && (isAnswer || note.kind === 'note'),
    )
    return { note, utteranceId: place?.utteranceId ?? null }
  })
}
