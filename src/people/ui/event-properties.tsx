import { useFactText } from './fact-text.ts'
import { propertiesOf } from './properties.ts'

/** What came with an event, name by name in the reader's notation; nothing where nothing came. */
export function EventProperties({ json }: { json: string }) {
  const textOf = useFactText()
  const found = propertiesOf(json)
  if (found.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs text-soft">
      {found.map(({ name, values }) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="wrap-anywhere">{name}</dt>
          <dd className="wrap-anywhere text-ink">{values.map(textOf).join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}
