import { Badge, useText } from '../../../../web/kit/index.ts'
import type { FrameworkCellShown } from './views-data.ts'

/** What has become of the quotes a summary rests on. */
export function Rested({ cell }: { cell: FrameworkCellShown }) {
  const t = useText()
  const { restsOn, gone, unmarked, corrected, news } = cell
  const changes = (['gone', 'unmarked', 'corrected'] as const).flatMap((what) => {
    const n = { gone, unmarked, corrected }[what]
    return n === 0 ? [] : [{ what, words: t(`coding.views.rested.${what}`, { n, of: restsOn }) }]
  })
  if (news > 0) changes.push({ what: 'corrected', words: t('coding.views.rested.news', { n: news }) })
  return (
    <span className="flex flex-wrap gap-1.5">
      {changes.map(({ what, words }) => (
        <Badge key={words} look={what === 'gone' ? 'warning' : 'neutral'}>
          {words}
        </Badge>
      ))}
    </span>
  )
}
