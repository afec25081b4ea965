import type { Formats, Translate } from '../../../web/kit/index.ts'
import { coreqDomains } from '../exchange/report.schema.ts'
import type { Block } from './docx.ts'
import type { CoreqShown, ReportShown } from './exchange-data.ts'

type Words = { t: Translate; format: Formats }

/** A study's report in reading order: what was suspected, how it was asked, what was heard, and the checklist. */
export function reportBlocks(report: ReportShown, words: Words): Block[] {
  const { t, format } = words
  return [
    { kind: 'title', text: report.study.title },
    { kind: 'small', text: t('coding.report.as.of', { at: format.dateTime(report.at) }) },
    ...suspicionBlocks(report, words),
    ...methodBlocks(report, words),
    { kind: 'heading', text: t('coding.report.heard') },
    ...(report.codes.length === 0
      ? [{ kind: 'text' as const, text: t('coding.report.heard.nothing') }]
      : [codeTable(report, words), ...report.codes.flatMap((code) => codeBlocks(code, words))]),
    ...coreqBlocks(report.coreq, words),
  ]
}

function suspicionBlocks({ study }: ReportShown, { t, format }: Words): Block[] {
  const parts = (['hypothesis', 'confirmation', 'contradiction'] as const).flatMap((field): Block[] =>
    study[field] === ''
      ? []
      : [
          { kind: 'subheading', text: t(`coding.report.${field}`) },
          { kind: 'text', text: study[field] },
        ],
  )
  const amended = study.amendments.map(({ at, why, text }): Block => ({
    kind: 'small',
    text: `${format.date(at)}: ${text} (${why})`,
  }))
  if (parts.length === 0) return []
  return [{ kind: 'heading', text: t('coding.report.suspected') }, ...parts, ...amended]
}

function methodBlocks({ study, method }: ReportShown, { t, format }: Words): Block[] {
  const { from, until, languages, interviewers, words, withdrawn, coders } = method
  const lines = [
    t(`coding.report.mode.${study.mode}`),
    t('coding.report.people', {
      heard: study.heard,
      interviews: study.interviews,
      target: study.target,
      words,
    }),
    withdrawn > 0 ? t('coding.report.withdrawn', { n: withdrawn }) : '',
    from !== null && until !== null
      ? t('coding.report.days', { from: format.date(from), until: format.date(until) })
      : '',
    interviewers.length > 0 ? t('coding.report.asked', { names: interviewers.join(', ') }) : '',
    languages.length > 0 ? t('coding.report.languages', { languages: languageNames(languages, format) }) : '',
    coders > 0 ? t('coding.report.coders', { coders }) : '',
  ]
  return [
    { kind: 'heading', text: t('coding.report.method') },
    { kind: 'text', text: lines.filter(Boolean).join(' ') },
  ]
}

function codeTable({ codes }: ReportShown, { t, format }: Words): Block {
  const figure = (own: number, below: number | undefined) =>
    below === undefined
      ? format.number(own)
      : `${format.number(own)} · ${t('coding.code.below', { n: below })}`
  return {
    kind: 'table',
    head: [t('coding.search.code'), t('coding.code.people'), t('coding.code.passages')],
    rows: codes.map(({ name, depth, people, passages, withBelow }) => [
      indent.repeat(depth) + name,
      figure(people, withBelow?.people),
      figure(passages, withBelow?.passages),
    ]),
  }
}

/** What stands in front of a code for each it stands under, on screen and in a document alike. */
const indent = '\u2003'

function codeBlocks(code: ReportShown['codes'][number], { t, format }: Words): Block[] {
  const { name, description, people, passages, withBelow, withheld, quotes } = code
  return [
    { kind: 'subheading', text: name },
    ...(description === '' ? [] : [{ kind: 'text' as const, text: description }]),
    { kind: 'small', text: t('coding.report.code.n', { people, passages, withheld }) },
    ...(withBelow === null
      ? []
      : [{ kind: 'small' as const, text: t('coding.report.code.below', withBelow) }]),
    ...quotes.map(({ text, who, when, language }): Block => ({
      kind: 'quote',
      text: format.quoted(text),
      who: `${who}, ${format.date(when)}`,
      lang: language,
    })),
    ...(quotes.length === 0 && passages > 0
      ? [{ kind: 'small' as const, text: t('coding.report.code.silent') }]
      : []),
  ]
}

function coreqBlocks(coreq: ReportShown['coreq'], words: Words): Block[] {
  const { t } = words
  const byNumber = new Map(coreq.map((one) => [one.item, one]))
  return [
    { kind: 'heading', text: t('coding.coreq.title') },
    { kind: 'small', text: t('coding.coreq.source') },
    ...coreqDomains.flatMap(({ domain, items }): Block[] => [
      { kind: 'subheading', text: t(`coding.coreq.domain.${domain}`) },
      {
        kind: 'table',
        head: [t('coding.coreq.number'), t('coding.coreq.asked'), t('coding.coreq.answer')],
        rows: items.map((item) => {
          const found = byNumber.get(item)
          return [String(item), t(`coding.coreq.item.${item}`), found ? coreqAnswer(found, words) : '']
        }),
      },
    ]),
  ]
}

/** What stands for an item: what a member wrote, else what the program knows, else nothing. */
export function coreqAnswer({ item, answer, told }: CoreqShown, { t, format }: Words): string {
  if (answer !== null || told === null) return answer ?? ''
  const { languages } = told
  if (typeof languages !== 'string') return t(`coding.coreq.told.${item}`, told)
  return t(`coding.coreq.told.${item}`, { ...told, languages: languageNames(languages.split(', '), format) })
}

function languageNames(languages: readonly string[], format: Formats): string {
  return languages.map((language) => format.language(language)).join(', ')
}
