import { replaceEqualDeep } from '@tanstack/react-query'
import type { HighlightShown, UtteranceShown } from './coding-data.ts'

/** Some twenty-five neighbouring turns with the passages marked in them. */
export type TurnBlock = {
  /** The turn that began it when it was cut first; it stays while any of the turns it had then is there. */
  id: string
  turns: readonly UtteranceShown[]
  highlights: ReadonlyMap<string, readonly HighlightShown[]>
}

type Read = { turns: readonly UtteranceShown[]; highlights: readonly HighlightShown[] }

const size = 25
/** A block that grew by splitting is cut again here. */
const most = 2 * size

/**
 * Cuts a conversation into blocks. Given those of a moment ago, leaves every turn in the block it was in, also where the turn that began it is gone,
 * and gives back the same objects wherever nothing has changed: one turn that is split or merged or one passage that is marked leaves all other blocks
 * as they were, nothing of them is drawn again, and what is typed in one of their turns stays.
 */
export function blocksOf({ turns, highlights }: Read, before: readonly TurnBlock[] = []): TurnBlock[] {
  const known = knownBy(before)
  const byTurn = byTurnOf(highlights, known.highlights)
  const cut: Cut[] = []
  for (const turn of turns) {
    const block = cut.at(-1)
    const from = known.blockOf.get(turn.utteranceId)
    const isFull = block !== undefined && block.turns.length >= (before.length === 0 ? size : most)
    const same = sameTurn(known.turns.get(turn.utteranceId), turn)
    if (block === undefined || isFull || (from !== undefined && from !== block.from))
      cut.push({ from: from ?? (isFull ? block.from : undefined), turns: [same] })
    else block.turns.push(same)
  }
  const taken = new Set<string>()
  return cut.map(({ from, turns: some }) => {
    // The first part of a block that grew too long keeps its name.
    const id = from === undefined || taken.has(from) ? String(some[0]?.utteranceId) : from
    taken.add(id)
    return blockOf({ id, turns: some }, { byTurn, before: known.blocks })
  })
}

/** Turns that stay together, and the block they were in. */
type Cut = { from: string | undefined; turns: UtteranceShown[] }

/** The former one where it reads the same; a split before it gives it another number, which is shown nowhere. */
function sameTurn(former: UtteranceShown | undefined, now: UtteranceShown): UtteranceShown {
  const isSame =
    former?.version === now.version &&
    former.text === now.text &&
    former.speakerId === now.speakerId &&
    former.startMs === now.startMs
  return isSame ? former : now
}

function knownBy(blocks: readonly TurnBlock[]) {
  return {
    blocks: new Map(blocks.map((block) => [block.id, block])),
    // A block's own name comes first: a turn that began it, is gone and comes back begins it again.
    blockOf: new Map(
      blocks.flatMap(({ id, turns }) => [
        [id, id] as const,
        ...turns.map(({ utteranceId }) => [String(utteranceId), id] as const),
      ]),
    ),
    turns: new Map(blocks.flatMap((block) => block.turns.map((turn) => [String(turn.utteranceId), turn]))),
    highlights: new Map(blocks.flatMap((block) => [...block.highlights])),
  }
}

/** What is marked in each turn; passages whose words are lost are in none. */
function byTurnOf(
  highlights: readonly HighlightShown[],
  known: ReadonlyMap<string, readonly HighlightShown[]>,
): Map<string, readonly HighlightShown[]> {
  const found = new Map<string, HighlightShown[]>()
  for (const highlight of highlights) {
    if (highlight.lostText !== null) continue
    const beside = found.get(highlight.utteranceId)
    if (beside) beside.push(highlight)
    else found.set(highlight.utteranceId, [highlight])
  }
  return new Map(
    Array.from(found, ([turn, some]): [string, readonly HighlightShown[]] => [
      turn,
      replaceEqualDeep(known.get(turn), some),
    ]),
  )
}

function blockOf(
  { id, turns }: Pick<TurnBlock, 'id' | 'turns'>,
  given: {
    byTurn: ReadonlyMap<string, readonly HighlightShown[]>
    before: ReadonlyMap<string, TurnBlock>
  },
): TurnBlock {
  const highlights = new Map<string, readonly HighlightShown[]>()
  for (const { utteranceId } of turns) {
    const some = given.byTurn.get(utteranceId)
    if (some) highlights.set(utteranceId, some)
  }
  const former = given.before.get(id)
  const isSame =
    former?.turns.length === turns.length &&
    former.highlights.size === highlights.size &&
    turns.every((turn, place) => turn === former.turns[place]) &&
    [...highlights].every(([turn, some]) => former.highlights.get(turn) === some)
  return isSame ? former : { id, turns, highlights }
}
