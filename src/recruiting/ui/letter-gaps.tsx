import { Notice, useFormat, useText } from '../../../web/kit/index.ts'
import type { TextGap } from '../text-gaps.schema.ts'

/** Before letters go: what those who are asked would read in another language than theirs. */
export function LetterGaps({ gaps }: { gaps: readonly TextGap[] }) {
  const t = useText()
  const format = useFormat()
  if (gaps.length === 0) return null
  return (
    <Notice look="warning" title={t('recruiting.gaps')}>
      <ul className="list-disc pl-5">
        {gaps.map((gap) => {
          const what =
            gap.kind === 'question' ? t('recruiting.question.n', { n: gap.n }) : t(`recruiting.${gap.kind}`)
          return (
            <li key={what}>
              {what}: {gap.languages.map((one) => format.language(one)).join(', ')}
            </li>
          )
        })}
      </ul>
      {t('recruiting.gaps.todo')}
    </Notice>
  )
}
