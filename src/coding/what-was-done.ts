import type { Deed } from './coding.schema.ts'
import type { Step } from './steps.ts'

/** What a change was, by the step of it that says most. */
export function whatWasDone(steps: readonly Step[]): Deed {
  const all = new Set(steps.map((step) => step.do))
  for (const [deed, kinds] of telling) if (kinds.some((kind) => all.has(kind))) return deed
  for (const step of steps)
    if (step.do === 'remove code') return step.otherId === undefined ? 'code removed' : 'codes merged'
  for (const step of steps) if (step.do === 'put code' && step.otherId !== undefined) return 'code split'
  if (all.has('put highlight') || all.has('give code') || all.has('give mark')) return 'marked'
  if (all.has('remove highlight') || all.has('take code') || all.has('take mark')) return 'unmarked'
  if (all.has('put code')) return 'code added'
  const isMove = steps.every(
    (step) => step.do === 'change code' && (step.to.parentId !== undefined || step.to.place !== undefined),
  )
  return isMove ? 'codes moved' : 'code changed'
}

const telling: readonly (readonly [Deed, readonly Step['do'][]])[] = [
  ['turn corrected', ['correct turn']],
  ['turns changed', ['split turn', 'join turns', 'assign turns']],
  ['codebook changed', ['put codebook', 'remove codebook']],
  ['answers coded', ['code answers', 'uncode answers']],
  ['double coding', ['settle mark', 'adopt round', 'reopen round']],
  ['place coded', ['put region', 'remove region', 'give region code', 'take region code']],
  ['place coded', ['put stretch', 'remove stretch', 'give stretch code', 'take stretch code']],
]
