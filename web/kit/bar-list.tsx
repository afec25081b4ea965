import { useId, useState } from 'react'
import { Button } from './button.tsx'
import { DataNumber } from './data-number.tsx'
import { Link } from './link.tsx'
import { Table } from './table.tsx'
import { useText } from './text.tsx'

export type Bar = {
  id: string
  label: string
  value: number
  interval?: readonly [number, number]
  n?: number
  href?: string
}
type BarListProps = {
  label: string
  valueTitle: string
  bars: readonly Bar[]
  as?: 'number' | 'share'
  max?: number
}

/** Bars to compare at a glance, longest where the most is; one press shows the same as a table. */
export function BarList(props: BarListProps) {
  const t = useText()
  const [view, see] = useState<'bars' | 'table'>('bars')
  const id = useId()
  return (
    <figure aria-labelledby={id} className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span id={id} className="font-medium">
          {props.label}
        </span>
        <span data-screen-only>
          <Button look="quiet" onPress={() => see(view === 'bars' ? 'table' : 'bars')}>
            {t(view === 'bars' ? 'kit.as.table' : 'kit.as.bars')}
          </Button>
        </span>
      </figcaption>
      {view === 'bars' ? <Bars {...props} /> : <BarTable {...props} />}
    </figure>
  )
}

function Bars({ bars, as = 'number', max }: BarListProps) {
  const top = max ?? Math.max(...bars.map((bar) => bar.interval?.[1] ?? bar.value), Number.MIN_VALUE)
  const at = (value: number) => `${Math.min(100, (100 * value) / top)}%`
  return (
    <ul className="flex flex-col gap-3">
      {bars.map((bar) => (
        <li key={bar.id}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
            <span>
              {bar.href ? (
                <Link href={bar.href} look="plain">
                  {bar.label}
                </Link>
              ) : (
                bar.label
              )}
            </span>
            <DataNumber value={bar.value} as={as} interval={bar.interval} n={bar.n} />
          </div>
          <div aria-hidden className="relative mt-1 h-2 rounded-full bg-hover">
            <div className="h-full rounded-full bg-accent" style={{ width: at(bar.value) }} />
            {bar.interval && (
              <div
                className="absolute inset-y-[-2px] border-x-2 border-ink/70 bg-ink/15"
                style={{ left: at(bar.interval[0]), width: at(bar.interval[1] - bar.interval[0]) }}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function BarTable({ label, valueTitle, bars, as = 'number' }: BarListProps) {
  return (
    <Table
      label={label}
      rows={bars}
      rowKey={(bar) => bar.id}
      empty={null}
      columns={[
        { key: 'label', title: label, cell: (bar) => bar.label, isRowHeader: true },
        {
          key: 'value',
          title: valueTitle,
          align: 'end',
          cell: (bar) => <DataNumber value={bar.value} as={as} interval={bar.interval} n={bar.n} />,
        },
      ]}
    />
  )
}
