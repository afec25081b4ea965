import { z } from 'zod'

// Safe in the browser.

/** What can be marked while somebody talks. */
export const marks = ['quote', 'surprise', 'contradiction', 'why'] as const
export type Mark = (typeof marks)[number]

/**
 * Everything that is written down of a sitting, in one form: notes and marks, ladders, questions asked, the part of the guide that is on, when it began
 * and ended, and the debrief.
 */
export const noteKinds = ['note', ...marks, 'ladder', 'asked', 'part', 'begin', 'end', 'debrief'] as const
export type NoteKind = (typeof noteKinds)[number]

/** Kinds that hold words about what was said; the others tell how the sitting went. */
export const wordKinds: readonly NoteKind[] = ['note', ...marks, 'ladder', 'debrief']

/** Kinds that tell how the sitting went: the interviewer's alone. */
export const courseKinds: readonly NoteKind[] = ['begin', 'end', 'asked', 'part']

/** What a debrief asks, in the order of its lines. */
export const debriefLines = ['surprised', 'contradicted', 'next'] as const

/** A note as a browser keeps and sends it. */
export const SentNote = z.object({
  /** Made where it is written. */
  noteId: z.uuid(),
  kind: z.enum(noteKinds),
  /** By the clock of the device. */
  at: z.iso.datetime({ offset: true }),
  text: z.string().max(10_000).default(''),
  lines: z.array(z.string().max(5000)).max(30).default([]),
  /** The question or part of the guide it belongs to. */
  about: z.string().max(60).nullable().default(null),
  revision: z.int().min(1),
  removed: z.enum(['yes', 'no']).default('no'),
})
export type SentNote = z.output<typeof SentNote>

export const NotesSent = z.object({
  /** The device's clock when this is sent: what it is wrong by is taken off. */
  sentAt: z.iso.datetime({ offset: true }),
  notes: z.array(SentNote).min(1).max(200),
})
export type NotesSent = z.output<typeof NotesSent>

export const NotesKept = z.object({
  /** Written down, or known already. */
  kept: z.array(z.object({ noteId: z.uuid(), revision: z.int() })),
  /** Another device was further: what was sent is not written down under this id. */
  behind: z.array(z.uuid()),
})
export type NotesKept = z.output<typeof NotesKept>

export const SittingNote = SentNote.omit({ removed: true }).extend({
  /** Who wrote it; null: no member any more. */
  writer: z.string().nullable(),
  isMine: z.boolean(),
})
export type SittingNote = z.output<typeof SittingNote>

export const SittingNotes = z.object({
  /** Whether they may be read: not while somebody has not said yes, and not after somebody took it back. */
  standing: z.enum(['may', 'not yet', 'refused']),
  notes: z.array(SittingNote),
})
export type SittingNotes = z.output<typeof SittingNotes>
