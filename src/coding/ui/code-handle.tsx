import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../../../web/kit/index.ts'

export type Ordering = {
  move: (codeId: string, way: 'up' | 'down' | 'in' | 'out') => void
  drop: (codeId: string, targetId: string, part: 'before' | 'under') => void
}

const ways = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const
const isArrow = (key: string): key is keyof typeof ways => key in ways
const dragged = 'application/x-samtale-code'

/** What the code is taken by: dragged, or moved with the arrow keys. */
export function CodeHandle({ codeId, name, ordering }: { codeId: string; name: string; ordering: Ordering }) {
  const t = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isArrow(event.key)) return
    event.preventDefault()
    ordering.move(codeId, ways[event.key])
  }
  return (
    <button
      type="button"
      id={handleId(codeId)}
      draggable
      aria-label={t('coding.order.handle', { name })}
      title={t('coding.order.hint')}
      className="-my-1.5 flex size-8 shrink-0 cursor-grab items-center justify-center self-start rounded-md text-soft hover:bg-hover"
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged, codeId)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <span aria-hidden="true">⠿</span>
    </button>
  )
}

export const handleId = (codeId: string) => `order-${codeId}`

/** Where a dragged code can be dropped: on the upper half before this one, on the lower half under it. */
export function DropPlace(given: { codeId: string; ordering: Ordering; children: ReactNode }) {
  const { codeId, ordering, children } = given
  const [part, over] = useState<'before' | 'under'>()
  const partOf = (event: DragEvent): 'before' | 'under' => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return event.clientY < top + height / 2 ? 'before' : 'under'
  }
  return (
    <div
      role="presentation"
      className={`border-t-2 ${part === 'before' ? 'border-accent' : 'border-transparent'} ${part === 'under' ? 'bg-accent-soft' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return
        event.preventDefault()
        over(partOf(event))
      }}
      onDragLeave={() => over(undefined)}
      onDrop={(event) => {
        event.preventDefault()
        over(undefined)
        ordering.drop(event.dataTransfer.getData(dragged), codeId, partOf(event))
      }}
    >
      {children}
    </div>
  )
}
