import {
  Link,
  Loaded,
  Section,
  useFormat,
  useText,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { useCodeHistory } from './coding-data.ts'

type Change = Answer<'GET /api/w/{workspaceId}/codes/{codeId}/history'>['changes'][number]

/** Who did what to a code, newest first. */
export function CodeHistory({ codeId }: { codeId: string }) {
  const t = useText()
  const history = useCodeHistory(codeId)
  return (
    <Section title={t('coding.history.title')}>
      <Loaded query={history}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="text-sm text-soft">{t('coding.history.none')}</p>
          ) : (
            <ol className="flex flex-col gap-2 text-sm">
              {changes.map((change, place) => (
                // Lines never change and have no id of their own.
                // oxlint-disable-next-line no-array-index-key
                <Line key={place} change={change} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  )
}

function Line({ change: { what, fields, other, who, at } }: { change: Change }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const key = what === 'moved' && other === null ? 'moved-top' : what.replace(' ', '-')
  const words = fields.map((field) => t(`coding.history.field.${field.toLowerCase()}`)).join(', ')
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <time dateTime={at} className="text-xs text-soft">
        {format.dateTime(at)}
      </time>
      <span>{t(`coding.history.${key}`, { who: who ?? t('coding.history.somebody'), fields: words })}</span>
      {other !== null && (
        <Link href={`/w/${id}/codes/${other.codeId}`}>
          <span className="wrap-anywhere">{other.name}</span>
        </Link>
      )}
    </li>
  )
}
