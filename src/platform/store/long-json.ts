import { newBreath } from '../breath.ts'
import { json } from './postgres.ts'

const itemsAtOnce = 1000

/** A JSON array as a parameter, others served while a long one is written out. */
export async function jsonMeanwhile(items: readonly unknown[]): Promise<string> {
  const breathe = newBreath()
  const parts: string[] = []
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    parts.push(json(items.slice(from, from + itemsAtOnce)).slice(1, -1))
    await breathe()
  }
  return `[${parts.join(',')}]`
}
