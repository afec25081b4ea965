import { useEffect, useState } from 'react'
import { useText, useWorkspace } from '../../../web/kit/index.ts'
import { useOrderCodes } from './codebooks-data.ts'
import { handleId, type Ordering } from './code-handle.tsx'
import { droppedOn, movedBy, type Order } from './code-order.ts'
import type { CodeShown } from './coding-data.ts'

/** Putting codes in an order by dragging and by keys; says what happened, and keeps the cursor on the code. */
export function useCodeOrder(codes: readonly CodeShown[]) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const put = useOrderCodes()
  const [moved, setMoved] = useState<{ codeId: string; said: string }>()
  const take = (codeId: string, order: Order | undefined) => {
    if (order === undefined || put.isPending) return
    const name = codes.find((one) => one.codeId === codeId)?.label ?? ''
    const above = codes.find((one) => one.codeId === order.parentId)?.label
    const place = order.codeIds.indexOf(codeId) + 1
    const said = t(above === undefined ? 'coding.order.said.top' : 'coding.order.said', {
      name,
      place,
      of: order.codeIds.length,
      above: above ?? '',
    })
    put.mutate({ path: { workspaceId }, body: order }, { onSuccess: () => setMoved({ codeId, said }) })
  }
  // A line that moves in the table loses the cursor; whoever is elsewhere by now, while colleagues change codes, stays there.
  useEffect(() => {
    if (moved !== undefined && document.activeElement === document.body)
      document.getElementById(handleId(moved.codeId))?.focus()
  }, [moved, codes])
  const ordering: Ordering = {
    move: (codeId, way) => take(codeId, movedBy(codes, { codeId, way })),
    drop: (codeId, targetId, part) => take(codeId, droppedOn(codes, { codeId, targetId, part })),
  }
  return { ordering, said: moved?.said ?? '', problem: put.error }
}
