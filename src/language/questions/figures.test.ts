import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCsvSample } from '../../collect/tables/csv.ts'
import { languages, type Language } from '../language.ts'
import { checkQuestion, modeOf, questionFaults, type QuestionMode } from './question.ts'

const root = join(import.meta.dirname, '../../..')
const file = join(root, 'docs/guide-linter.md')
const halves = ['learn', 'held-out'] as const
const fresh = ['fresh-learn', 'fresh-held-out', 'fresh-second-learn', 'fresh-second-held-out'] as const
const third = ['fresh-third-learn', 'fresh-third-held-out'] as const
const sets = [
  'learn',
  'further',
  'strangers-learn',
  'held-out',
  'strangers-held-out',
  ...fresh,
  ...third,
] as const

test('docs/guide-linter.md has the figures of these rules (UPDATE_DOCS=1 writes them)', () => {
  const written = readFileSync(file, 'utf8')
  const told = written.replace(BETWEEN, `<!-- figures -->\n\n${figures()}\n\n<!-- end of figures -->`)
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, told)
  expect(readFileSync(file, 'utf8')).toBe(told)
})

describe.each(languages)('the labelled questions in %s', (language) => {
  test.each(halves)('are 150 in the half %s', (half) => {
    expect(labelled(language, half)).toHaveLength(150)
  })

  test.each(['strangers-learn', 'strangers-held-out'])('are at least 200 in %s', (half) => {
    expect(labelled(language, half).length).toBeGreaterThanOrEqual(200)
  })

  test('are at least 130 in the two fresh sets, half of each kept aside', () => {
    const [learn, kept, secondLearn, secondKept] = fresh.map((half) => labelled(language, half).length)
    expect((learn ?? 0) + (secondLearn ?? 0)).toBeGreaterThanOrEqual(65)
    expect((kept ?? 0) + (secondKept ?? 0)).toBeGreaterThanOrEqual(65)
  })

  test.each(third)('are 20 in the half %s of the third fresh set', (half) => {
    expect(labelled(language, half)).toHaveLength(20)
  })

  test('are more in the set written to mend the rules by', () => {
    expect(labelled(language, 'further').length).toBeGreaterThanOrEqual(150)
  })
})

const BETWEEN = /<!-- figures -->[\s\S]*<!-- end of figures -->/
const names: Record<Language, string> = {
  en: 'English',
  da: 'Danish',
  sv: 'Swedish',
  nl: 'Dutch',
  de: 'German',
}

type Labelled = { question: string; labels: Set<string>; mode: string }

function labelled(language: Language, half: string): Labelled[] {
  const text = readFileSync(join(root, `test/data/guide-questions/${language}.${half}.csv`), 'utf8')
  const { rows } = readCsvSample(text, { delimiter: ',', complete: 'whole', most: 1_000 })
  const [head, ...body] = rows.map((row) => row.cells)
  return body.map((values) => ({
    question: values[0] ?? '',
    labels: new Set(questionFaults.filter((fault) => values[head?.indexOf(fault) ?? -1] === '1')),
    mode: values[head?.indexOf('mode') ?? -1] ?? '',
  }))
}

function figures(): string {
  return sets.flatMap((set) => [`### ${set}`, faultTable(set), `Mode, ${set}:`, modeTable(set)]).join('\n\n')
}

type Counts = { right: number; wrong: number; missed: number; rest: number }

function count(rows: Labelled[], is: (row: Labelled) => boolean, says: (row: Labelled) => boolean): Counts {
  const counts = { right: 0, wrong: 0, missed: 0, rest: 0 }
  for (const row of rows) counts[says(row) ? (is(row) ? 'right' : 'wrong') : is(row) ? 'missed' : 'rest']++
  return counts
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(2))
const precision = ({ right, wrong }: Counts) => share(right, right + wrong)
const recall = ({ right, missed }: Counts) => share(right, right + missed)
const f1 = ({ right, wrong, missed }: Counts) => share(2 * right, 2 * right + wrong + missed)

function faultTable(half: string): string {
  const rows = languages.flatMap((language) => {
    const questions = labelled(language, half)
    return questionFaults.map((fault) => {
      const marked = new Set(
        questions.filter(({ question }) =>
          checkQuestion(question, language).some((each) => each.fault === fault),
        ),
      )
      const counts = count(
        questions,
        (row) => row.labels.has(fault),
        (row) => marked.has(row),
      )
      const faulty = counts.right + counts.missed
      return [
        names[language],
        fault.replace('_', '-'),
        String(faulty),
        String(counts.right),
        String(counts.wrong),
        precision(counts),
        recall(counts),
        f1(counts),
        share(counts.right + counts.rest, questions.length),
        share(Math.max(faulty, questions.length - faulty), questions.length),
        share(2 * faulty, faulty + questions.length),
      ]
    })
  })
  return table(
    [
      'Language',
      'Fault',
      'Have it',
      'Marked rightly',
      'Marked wrongly',
      'Precision',
      'Recall',
      'F1',
      'Accuracy',
      'Accuracy of the larger class',
      'F1 of marking all',
    ],
    rows,
  )
}

const modes: QuestionMode[] = ['behaviour', 'feedback', 'either']

function modeTable(half: string): string {
  const rows = languages.map((language) => {
    const questions = labelled(language, half)
    const told = new Map(questions.map((row) => [row, modeOf(row.question, language)]))
    const each = modes.map((mode) =>
      count(
        questions,
        (row) => row.mode === mode,
        (row) => told.get(row) === mode,
      ),
    )
    const largest = Math.max(...each.map(({ right, missed }) => right + missed))
    const right = each.reduce((sum, counts) => sum + counts.right, 0)
    return [
      names[language],
      share(right, questions.length),
      share(largest, questions.length),
      ...each.map((counts) => `${precision(counts)} / ${recall(counts)}`),
    ]
  })
  const of = modes.map((mode) => `${mode}: precision / recall`)
  return table(['Language', 'Accuracy', 'Accuracy of the largest class', ...of], rows)
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
