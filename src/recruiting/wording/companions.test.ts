import { expect, test } from 'vitest'
import { inviteeWords } from './words.ts'

const listens = { name: 'Bo Lind', part: 'observer' } as const
const writes = { name: 'Eva Holm', part: 'note-taker' } as const

test.each(Object.entries(inviteeWords))('%s: who listens is not told of as who writes', (_, words) => {
  const told = { workspace: '', minutes: 60, about: '', gift: '', when: '', place: '', interviewer: '' }
  const linesOf = (companions: (typeof listens | typeof writes)[]) =>
    words.letters.planned({ ...told, companions }).before.join('\n')
  const [alone, other, both] = [linesOf([listens]), linesOf([writes]), linesOf([listens, writes])]
  expect(alone).toContain(words.sitsIn.observer('Bo Lind'))
  expect(other).toContain(words.sitsIn['note-taker']('Eva Holm'))
  expect(words.sitsIn.observer('Bo Lind')).not.toBe(words.sitsIn['note-taker']('Bo Lind'))
  expect(both).toContain(words.sitsIn.observer('Bo Lind'))
  expect(both).toContain(words.sitsIn['note-taker']('Eva Holm'))
  expect(alone).not.toContain(words.sitsIn['note-taker']('').replace('.', ''))
  expect(linesOf([])).not.toContain(words.sitsIn.observer('').replace('.', ''))
})
