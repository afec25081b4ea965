import { useMemo } from 'react'
import { useFormat, useText } from '../../../web/kit/index.ts'
import { ruleSentence, type SentencePiece, type SpokenValue } from '../rule-sentence.ts'
import type { Condition } from '../segment.ts'
import type { SetShown } from './segments-data.ts'

/** Says rules in the reader's language: "job is student or retired and did “order” at least 3 times in the last 30 days". */
export function useRuleWords() {
  const t = useText()
  const format = useFormat()
  const language = t('segments.language')
  return useMemo(() => {
    const lists = {
      and: new Intl.ListFormat(language, { type: 'conjunction' }),
      or: new Intl.ListFormat(language, { type: 'disjunction' }),
    }
    const value = (spoken: SpokenValue): string => {
      if (spoken.as === 'number') return format.number(spoken.value)
      return spoken.as === 'date' ? format.date(`${spoken.value}T12:00:00`) : spoken.value
    }
    const piece = (part: SentencePiece): string => {
      if ('event' in part) {
        const { event, times, days } = part
        const said = t(`segments.piece.${part.id}`, { event, times, days })
        if (part.where.length === 0) return said
        const where = part.where.map((one) => `${one.property} = ${value(one.value)}`)
        return t('segments.where', { said, where: lists.and.format(where) })
      }
      return t(`segments.piece.${part.id}`, {
        trait: part.trait,
        ...('value' in part ? { value: value(part.value) } : {}),
        ...('values' in part ? { values: lists.or.format(shorten(part.values.map(value))) } : {}),
        ...('from' in part ? { from: value(part.from), below: value(part.below) } : {}),
      })
    }
    /** A long list is cut, since nobody reads forty values aloud. */
    const shorten = (values: string[]): string[] =>
      values.length <= 6 ? values : [...values.slice(0, 5), t('segments.more', { n: values.length - 5 })]
    return {
      rule: (all: readonly Condition[]) => lists.and.format(ruleSentence(all).map(piece)),
      outcome: (outcome: NonNullable<SetShown['outcome']>) => {
        const { column: trait } = outcome
        if ('atLeast' in outcome)
          return t('segments.piece.trait.atLeast', { trait, value: format.number(outcome.atLeast) })
        if (typeof outcome.is === 'boolean')
          return t(outcome.is ? 'segments.piece.trait.yes' : 'segments.piece.trait.no', { trait })
        return t('segments.piece.trait.is', { trait, value: outcome.is })
      },
      names: (names: readonly string[]) => lists.and.format(names),
    }
  }, [t, format, language])
}

/** A rule in words; nobody's conditions mean everybody. */
export function RuleSentence({ all }: { all: readonly Condition[] }) {
  const t = useText()
  const words = useRuleWords()
  return <span>{all.length === 0 ? t('segments.everybody') : words.rule(all)}</span>
}
