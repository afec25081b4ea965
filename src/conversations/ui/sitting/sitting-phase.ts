import type { SittingShown } from './sitting-data.ts'
import type { NoteShown } from './use-notes.ts'

/**
 * What is to be done of a sitting now. What is written here counts before the server knows of it: the network may be away, and somebody else may
 * have taken it over meanwhile.
 */
export function phaseOf(given: {
  sitting: Pick<SittingShown, 'mine' | 'state' | 'beganAt' | 'endedAt'>
  notes: readonly Pick<NoteShown, 'kind' | 'isMine'>[]
  isResumed: boolean
}): 'before' | 'running' | 'after' {
  const { sitting, notes, isResumed } = given
  const has = (kind: 'begin' | 'end') => notes.some((note) => note.kind === kind && note.isMine)
  if (has('end')) return 'after'
  if (sitting.endedAt !== null && !isResumed) return 'after'
  if (has('begin')) return 'running'
  if (sitting.mine === 'outside' || sitting.beganAt === null)
    return sitting.state === 'planned' ? 'before' : 'after'
  return sitting.mine === 'lead' ? 'after' : 'running'
}

type Given = {
  sitting: Pick<SittingShown, 'mine'>
  notes: readonly Pick<NoteShown, 'kind' | 'isMine'>[]
}

/** Whether somebody asks the questions: they lead it, or began it themself before they knew that it was given to somebody else. */
export const asks = ({ sitting: { mine }, notes }: Given): boolean =>
  mine === 'interviewer' ||
  ((mine === 'outside' || mine === 'lead') && notes.some(({ kind, isMine }) => kind === 'begin' && isMine))

/** Whether somebody is part of a conversation, and writes notes and a debrief: they ask, or sit in. */
export const isThere = (given: Given): boolean =>
  asks(given) || given.sitting.mine === 'note-taker' || given.sitting.mine === 'observer'
