import { codepointCounter } from '../anchor-codepoints.ts'
import type { Reporting } from './import-report.ts'
import type { RefiSource } from './refi.ts'
import { partsOf, type Stretch } from './source-turns.ts'

/** An utterance a source's words may stand in; what may not be read now is not marked either. */
export type MarkableTurn = { text: string; readable: boolean }

/** Passages of a source side by side: a hundred thousand of them are handed from thread to thread in a moment. */
export type SourcePassages = {
  /** Places among the turns. */
  turns: Int32Array
  /** In codepoints of the turn; ends exclusive. */
  starts: Int32Array
  ends: Int32Array
  /** Where the codes of each begin in `codes`, and where those of the last end. */
  firstCodes: Int32Array
  /** Places among the codes that are known. */
  codes: Int32Array
  /** GUIDs of what was noted with a passage, by its place. */
  notes: Map<number, string[]>
}

type Given = {
  source: Pick<RefiSource, 'selections'>
  /** Of each selection, in UTF-16 units of the source's text. */
  places: readonly ({ from: number; until: number } | undefined)[]
  turns: readonly MarkableTurn[]
  stretches: readonly Stretch[]
  /** GUIDs of codes that came in. */
  codes: readonly string[]
  /** Whether a note has words. */
  isNoted: (guid: string) => boolean
  report: Reporting
}

type Passage = { turn: number; start: number; end: number; codes: Set<number>; notes: string[] }

/** Selections as passages of turns, one and the same place once. What is no passage is said in the report. */
export function passagesIn(given: Given): SourcePassages {
  const { source, turns, stretches, report } = given
  const codeAt = new Map(given.codes.map((guid, at) => [guid, at]))
  const counters = new Map<number, (utf16Offset: number) => number>()
  const countIn = (turn: number) => {
    const count = counters.get(turn) ?? codepointCounter(turns[turn]?.text ?? '')
    counters.set(turn, count)
    return count
  }
  const passages = new Map<string, Passage>()
  for (const [at, { guid, codings, noteGuids }] of source.selections.entries()) {
    const codes = codings.flatMap(({ code, guid: coding }) => {
      const known = codeAt.get(code)
      if (known === undefined) report.note('coding-without-code', coding)
      return known === undefined ? [] : [known]
    })
    const notes = noteGuids.filter(given.isNoted)
    const place = given.places[at]
    const whole = place === undefined ? [] : partsOf(stretches, place)
    const parts = whole.filter(({ utterance }) => turns[utterance]?.readable === true)
    const isMarked = codes.length > 0 || notes.length > 0
    const why = lostBecause({ place, found: whole.length, readable: parts.length, isMarked })
    if (why !== undefined) {
      // A selection whose codes are all unknown is said as that.
      if (why !== 'passage-empty' || codings.length === 0 || place?.from === place?.until)
        report.note(why, guid)
      continue
    }
    if (parts.length > 1) report.note('passage-split', guid)
    for (const [index, part] of parts.entries()) {
      const count = countIn(part.utterance)
      const [start, end] = [count(part.from), count(part.until)]
      if (start >= end) continue
      const key = `${part.utterance} ${start} ${end}`
      const same = passages.get(key) ?? newPassage({ turn: part.utterance, start, end })
      for (const code of codes) same.codes.add(code)
      // What was noted of a selection across several turns stands with the first.
      if (index === 0) same.notes.push(...notes)
      passages.set(key, same)
    }
  }
  return sideBySide([...passages.values()])
}

const newPassage = (place: { turn: number; start: number; end: number }): Passage => ({
  ...place,
  codes: new Set(),
  notes: [],
})

function lostBecause(given: {
  place: { from: number; until: number } | undefined
  found: number
  readable: number
  isMarked: boolean
}) {
  if (given.place === undefined) return 'passage-without-place'
  if (given.place.from >= given.place.until || !given.isMarked) return 'passage-empty'
  if (given.found === 0) return 'passage-without-place'
  return given.readable === 0 ? 'passage-withheld' : undefined
}

function sideBySide(passages: readonly Passage[]): SourcePassages {
  const firstCodes = new Int32Array(passages.length + 1)
  for (const [at, { codes }] of passages.entries()) firstCodes[at + 1] = (firstCodes[at] ?? 0) + codes.size
  return {
    turns: Int32Array.from(passages, ({ turn }) => turn),
    starts: Int32Array.from(passages, ({ start }) => start),
    ends: Int32Array.from(passages, ({ end }) => end),
    firstCodes,
    codes: Int32Array.from(passages.flatMap(({ codes }) => [...codes])),
    notes: new Map(passages.flatMap(({ notes }, at) => (notes.length > 0 ? [[at, notes]] : []))),
  }
}
