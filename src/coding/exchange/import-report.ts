import { z } from 'zod'

// Safe in the browser.

/** What is put right on the way in. Screens have a sentence for each. */
export const repairs = [
  'project-name-other',
  'guid-odd',
  'guid-twice',
  'path-odd',
  'colour-nearest',
  'root-unwrapped',
  'code-unnamed',
  'code-renamed',
  'code-known',
  'positions-crlf-as-one',
  'positions-crlf-as-two',
  'positions-utf16',
  'positions-bom',
  'positions-swapped',
  'positions-beyond',
  'passage-split',
  'rich-text-read',
  'language-guessed',
  'source-known',
  'document-nobody',
  'speakers-guessed',
  'case-unnamed',
] as const

/** What is left out on the way in. */
export const losses = [
  'coding-without-code',
  'passage-empty',
  'passage-without-place',
  'passage-withheld',
  'source-missing',
  'source-unreadable',
  'source-too-large',
  'source-erased',
  'source-not-text',
  'document-not-agreed',
  'recording-absent',
  'place-outside',
  'path-outside',
  'case-names',
  'variable-values',
  'codes-of-whole-source',
  'codes-of-cases',
  'notes',
  'links',
  'sets',
  'graphs',
] as const

export const ReportLine = z.object({
  what: z.enum([...repairs, ...losses]),
  count: z.int(),
  /** Which ones, by GUID or the name of a code, never by anybody's words: at most five. */
  examples: z.array(z.string()),
})
export type ReportLine = z.output<typeof ReportLine>
export type ReportWhat = ReportLine['what']

/** Whether a line says that something was left out. */
export function isLoss(what: ReportWhat): boolean {
  return losses.some((loss) => loss === what)
}

/** What became of a file, gathered while it is read. */
export type Reporting = {
  note: (what: ReportWhat, example?: string, count?: number) => void
  lines: () => ReportLine[]
  /** Adds what became of a part that was read elsewhere. */
  add: (lines: readonly ReportLine[]) => void
  /** Goes back, when it is called, to what stands there now: for work that may be begun again. */
  rewinder: () => () => void
}

/** An empty report. */
export function newReport(): Reporting {
  let found = new Map<ReportWhat, ReportLine>()
  const noteAll = (what: ReportWhat, examples: readonly string[], count: number) => {
    const line = found.get(what) ?? { what, count: 0, examples: [] }
    line.count += count
    for (const shown of examples)
      if (shown !== '' && line.examples.length < 5 && !line.examples.includes(shown))
        line.examples.push(shown)
    found.set(what, line)
  }
  return {
    add: (lines) => {
      for (const { what, examples, count } of lines) noteAll(what, examples, count)
    },
    rewinder: () => {
      const before = structuredClone(found)
      return () => {
        found = structuredClone(before)
      }
    },
    note: (what, example, count = 1) => {
      if (count > 0) noteAll(what, [example?.slice(0, 120).toWellFormed() ?? ''], count)
    },
    lines: () => [...found.values()].toSorted((a, b) => orderOf(a.what) - orderOf(b.what)),
  }
}

const orderOf = (what: ReportWhat) => ([...losses, ...repairs] as const).indexOf(what)
