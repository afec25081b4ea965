import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '../src/collect/tables/index.ts'
import { seededRandom } from '../test/seeded-random.ts'
import { sharedData } from '../test/shared-data.ts'

/** A contribution to the cycling dialogues of four German cities, and the codes people gave it on both levels of their code book. */
export type Contribution = { text: string; level1: readonly string[]; level2: readonly string[] }

const seed = 20_261_122

/** All of them in an order that is random and the same every time: title and text as one answer. */
export async function readContributions(): Promise<Contribution[]> {
  const file = join(sharedData, 'open-answers/cimt-cycling-dialogues-de/dataset.csv')
  const opened = await openFile(() => createReadStream(file))
  if (opened.state === 'unreadable') throw new Error(opened.message)
  const columns = [...opened.file.columns]
  const cell = (cells: readonly (string | null)[], name: string) => cells[columns.indexOf(name)] ?? ''
  const coded = (cells: readonly (string | null)[], level: string) =>
    columns.filter((name) => name.startsWith(level) && cell(cells, name) === '1')
  const found: Contribution[] = []
  for await (const { rows } of opened.file.rows())
    for (const { cells } of rows)
      found.push({
        text: `${cell(cells, 'title')}\n${cell(cells, 'text')}`.trim(),
        level1: coded(cells, 'level1_'),
        level2: coded(cells, 'level2_'),
      })
  return shuffled(found)
}

function shuffled<T>(list: readonly T[]): T[] {
  const random = seededRandom(seed)
  const left = [...list]
  for (let last = left.length - 1; last > 0; last -= 1) {
    const place = Math.floor(random() * (last + 1))
    const [one, other] = [left[last], left[place]]
    if (one !== undefined && other !== undefined) [left[last], left[place]] = [other, one]
  }
  return left
}
