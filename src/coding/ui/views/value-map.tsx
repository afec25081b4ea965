import { useId, useState } from 'react'
import { Button, Table, useText } from '../../../../web/kit/index.ts'
import type { LaddersShown } from './views-data.ts'

type MapShown = LaddersShown['map']
type Link = LaddersShown['links'][number]
type Node = MapShown['nodes'][number]

const boxWidth = 150
const boxHeight = 52
const columnWidth = 180
const rowHeight = 120

/** The hierarchical value map: attributes below, values on top; one press shows the same as a table. */
export function ValueMap({ map, onOpen }: { map: MapShown; onOpen: (title: string, link: Link) => void }) {
  const t = useText()
  const id = useId()
  const [view, see] = useState<'picture' | 'table'>('picture')
  return (
    <figure aria-labelledby={id} className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span id={id} className="font-medium">
          {t('coding.views.map')}
        </span>
        <span data-screen-only>
          <Button look="quiet" onPress={() => see(view === 'picture' ? 'table' : 'picture')}>
            {t(view === 'picture' ? 'kit.as.table' : 'coding.views.as.map')}
          </Button>
        </span>
      </figcaption>
      {view === 'picture' ? <Picture map={map} /> : <Links map={map} onOpen={onOpen} />}
    </figure>
  )
}

function Picture({ map }: { map: MapShown }) {
  const t = useText()
  const arrow = useId()
  const widest = Math.max(
    ...Array.from(
      { length: map.layers },
      (_, layer) => map.nodes.filter((one) => one.layer === layer).length,
    ),
  )
  const width = Math.max(2, widest) * columnWidth
  const height = map.layers * rowHeight
  const at = ({ layer, place }: Node) => ({
    x: place * width,
    y: height - (layer + 0.5) * rowHeight,
  })
  const places = new Map(map.nodes.map((node) => [node.codeId, at(node)]))
  const most = Math.max(...map.edges.map(({ direct, indirect }) => direct + indirect))
  return (
    <div
      className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0"
      role="region"
      aria-label={t('coding.views.map')}
      tabIndex={0}
    >
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('coding.views.map.alt', { nodes: map.nodes.length, links: map.edges.length })}
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0 8 4 0 8Z" className="fill-line-strong" />
          </marker>
        </defs>
        {map.edges.map(({ from, to, direct, indirect }) => {
          const [start, end] = [places.get(from), places.get(to)]
          if (!start || !end) return null
          const strength = 1 + (3 * (direct + indirect)) / most
          const isUp = end.y < start.y
          const y1 = start.y - (isUp ? boxHeight / 2 : 0)
          const y2 = end.y + (isUp ? boxHeight / 2 : 0)
          return (
            <g key={`${from} ${to}`}>
              <line
                x1={start.x}
                y1={y1}
                x2={end.x}
                y2={y2}
                strokeWidth={strength}
                className="stroke-line-strong"
                markerEnd={`url(#${arrow})`}
              />
              <text x={(start.x + end.x) / 2 + 6} y={(y1 + y2) / 2} className="fill-ink text-xs">
                {`${direct} | ${indirect}`}
              </text>
            </g>
          )
        })}
        {map.nodes.map((node) => (
          <Box key={node.codeId} node={node} at={at(node)} />
        ))}
      </svg>
    </div>
  )
}

const fills: Record<Node['level'], string> = {
  attribute: 'fill-sunken stroke-line-strong',
  consequence: 'fill-raised stroke-accent',
  value: 'fill-accent-soft stroke-accent',
}

function Box({ node, at }: { node: Node; at: { x: number; y: number } }) {
  const t = useText()
  const [first, second] = inLines(node.name)
  return (
    <g>
      <title>{`${node.name}, ${t(`coding.level.${node.level}`)}`}</title>
      <rect
        x={at.x - boxWidth / 2}
        y={at.y - boxHeight / 2}
        width={boxWidth}
        height={boxHeight}
        rx={node.level === 'consequence' ? 26 : 6}
        className={fills[node.level]}
      />
      <text
        x={at.x}
        y={at.y - (second === '' ? 2 : 9)}
        textAnchor="middle"
        className="fill-ink text-xs font-medium"
      >
        {first}
      </text>
      {second !== '' && (
        <text x={at.x} y={at.y + 5} textAnchor="middle" className="fill-ink text-xs font-medium">
          {second}
        </text>
      )}
      <text x={at.x} y={at.y + 19} textAnchor="middle" className="fill-soft text-xs">
        {t('kit.n', { n: node.people })}
      </text>
    </g>
  )
}

const lineLength = 22

/** A name in at most two lines of the box; the whole name stands in its title. */
function inLines(name: string): [string, string] {
  if (name.length <= lineLength) return [name, '']
  const cut = name.lastIndexOf(' ', lineLength)
  const at = cut > 0 ? cut : lineLength
  const rest = name.slice(at).trim()
  return [name.slice(0, at), rest.length <= lineLength ? rest : `${rest.slice(0, lineLength - 1)}…`]
}

function Links({ map, onOpen }: { map: MapShown; onOpen: (title: string, link: Link) => void }) {
  const t = useText()
  const names = new Map<string, string>(map.nodes.map(({ codeId, name }) => [codeId, name]))
  return (
    <Table
      label={t('coding.views.map')}
      rows={map.edges}
      rowKey={({ from, to }) => `${from} ${to}`}
      empty={null}
      columns={[
        {
          key: 'from',
          title: t('coding.views.leads.from'),
          isRowHeader: true,
          cell: ({ from }) => names.get(from),
        },
        { key: 'to', title: t('coding.views.leads.to'), cell: ({ to }) => names.get(to) },
        { key: 'direct', title: t('coding.views.direct'), align: 'end', cell: ({ direct }) => direct },
        {
          key: 'indirect',
          title: t('coding.views.indirect'),
          align: 'end',
          cell: ({ indirect }) => indirect,
        },
        { key: 'people', title: t('coding.code.people'), align: 'end', cell: ({ people }) => people },
        {
          key: 'quotes',
          title: t('coding.views.quotes'),
          align: 'end',
          cell: (link) => {
            const title = `${names.get(link.from)} → ${names.get(link.to)}`
            return (
              <Button
                look="quiet"
                aria-label={`${t('coding.views.quotes.show')}. ${t('coding.views.link', { name: title, ...link })}`}
                onPress={() => onOpen(title, link)}
              >
                {t('coding.views.quotes.show')}
              </Button>
            )
          },
        },
      ]}
    />
  )
}
