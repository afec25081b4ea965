import { Notice, useFormat, useText } from '../../../web/kit/index.ts'
import { gapsIn } from './letter-parts.ts'
import { useRecruitment, type DrawShown } from './recruiting-data.ts'

/** Before letters go: what those who are asked would read in another language than theirs. */
export function LetterGaps({ draw, studyId }: { draw: DrawShown; studyId: string }) {
  const t = useText()
  const format = useFormat()
  const { data } = useRecruitment(studyId)
  const gaps = data ? gapsIn(data, draw.languages) : []
  if (gaps.length === 0) return null
  return (
    <Notice look="warning" title={t('recruiting.gaps')}>
      <ul className="list-disc pl-5">
        {gaps.map(({ kind, languages }) => (
          <li key={kind}>
            {t(`recruiting.${kind}`)}: {languages.map((one) => format.language(one)).join(', ')}
          </li>
        ))}
      </ul>
      {t('recruiting.gaps.todo')}
    </Notice>
  )
}
