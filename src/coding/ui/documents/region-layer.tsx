import { useEffect, useRef, type RefObject } from 'react'
import { useText } from '../../../../web/kit/index.ts'
import { colourValue } from '../code-colour.ts'
import type { CodeShown } from '../coding-data.ts'
import type { PlaceDrawn, RegionShown } from './document-data.ts'
import { movedBy, placeAfterKey, placeBetween, sizedBy } from './place-drawing.ts'

/** Where the place that is being drawn is found, to bring the cursor to it. */
const draftId = 'place-draft'

/** Where a marked place is found. */
export const markedId = (regionId: string) => `place-${regionId}`

type LayerProps = {
  page: number
  regions: readonly RegionShown[]
  codes: ReadonlyMap<string, CodeShown>
  draft: PlaceDrawn | undefined
  activeId: string | undefined
  mayCode: boolean
  onDraw: (place: PlaceDrawn | undefined) => void
  onOpen: (regionId: string) => void
  onDone: () => void
}

/** Over a page: its marked places, and the one that is being drawn by mouse, finger or arrow keys. */
export function RegionLayer(props: LayerProps) {
  const { page, regions, codes, draft, activeId, mayCode } = props
  const t = useText()
  const layer = useRef<HTMLDivElement>(null)
  useDrawing(layer, props)
  const isDrawn = draft !== undefined
  // So that its keys work at once, however it came.
  useEffect(() => {
    if (isDrawn) document.getElementById(draftId)?.focus()
  }, [isDrawn])
  return (
    <div ref={layer} className={`absolute inset-0 ${mayCode ? 'cursor-crosshair' : ''}`}>
      {regions.map((region) => {
        const names = region.codeIds.map((codeId) => codes.get(codeId)?.label ?? '').join(', ')
        const colour = colourValue[codes.get(region.codeIds[0] ?? '')?.colour ?? 'teal']
        return (
          <button
            key={region.regionId}
            id={markedId(region.regionId)}
            type="button"
            aria-label={t('coding.regions.place', { names, page })}
            aria-pressed={region.regionId === activeId}
            onClick={() => props.onOpen(region.regionId)}
            className={`absolute cursor-pointer rounded-sm border-2 outline-offset-2 outline-accent hover:bg-black/10 focus-visible:outline-2 ${region.regionId === activeId ? 'bg-black/10' : ''}`}
            style={{ ...boxOf(region), borderColor: colour }}
          />
        )
      })}
      {draft && (
        <div
          id={draftId}
          role="application"
          aria-label={t('coding.regions.draft')}
          // A place is moved and sized by its keys, as a field is.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          data-draft="move"
          className="absolute cursor-move touch-none border-2 border-dashed border-accent bg-accent/15 outline-offset-2 outline-accent focus-visible:outline-2"
          style={boxOf(draft)}
        >
          <span
            data-draft="size"
            className="absolute -right-2.5 -bottom-2.5 size-5 cursor-nwse-resize touch-none rounded-full border-2 border-accent bg-raised"
          />
        </div>
      )}
    </div>
  )
}

const boxOf = ({ left, top, width, height }: Omit<PlaceDrawn, 'page'>) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
})

/** Drags on the layer. An empty stretch is drawn on by mouse only, so that a finger there still scrolls. */
function useDrawing(layer: RefObject<HTMLDivElement | null>, props: LayerProps): void {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const { current: root } = layer
    if (!root) return undefined
    const end = new AbortController()
    root.addEventListener('pointerdown', (event) => beginDrag(root, latest.current, event), {
      signal: end.signal,
    })
    root.addEventListener('keydown', (event) => onKey(latest.current, event), { signal: end.signal })
    return () => end.abort()
  }, [layer])
}

function beginDrag(
  root: HTMLElement,
  { page, draft, mayCode, onDraw }: LayerProps,
  event: PointerEvent,
): void {
  const target = event.target instanceof HTMLElement ? event.target : undefined
  const what = target?.dataset['draft']
  const isEmpty = target === root
  if (!mayCode || event.button !== 0 || (!isEmpty && what === undefined)) return
  if (isEmpty && event.pointerType === 'touch') return
  event.preventDefault()
  const box = root.getBoundingClientRect()
  const at = ({ clientX, clientY }: PointerEvent) => ({
    x: (clientX - box.left) / box.width,
    y: (clientY - box.top) / box.height,
  })
  const from = at(event)
  const move = (next: PointerEvent) => {
    const to = at(next)
    const by = { x: to.x - from.x, y: to.y - from.y }
    if (isEmpty || !draft) onDraw(placeBetween(page, from, to))
    else onDraw(what === 'size' ? sizedBy(draft, by) : movedBy(draft, by))
  }
  const drag = new AbortController()
  const stop = () => {
    drag.abort()
    document.getElementById(draftId)?.focus({ preventScroll: true })
  }
  document.addEventListener('pointermove', move, { signal: drag.signal })
  document.addEventListener('pointerup', stop, { signal: drag.signal })
  document.addEventListener('pointercancel', stop, { signal: drag.signal })
}

function onKey({ draft, onDraw, onDone }: LayerProps, event: KeyboardEvent): void {
  if (!draft || !(event.target instanceof HTMLElement) || event.target.id !== draftId) return
  const next = placeAfterKey(draft, event)
  if (next) onDraw(next)
  else if (event.key === 'Escape') onDraw(undefined)
  else if (event.key === 'Enter') onDone()
  else return
  event.preventDefault()
}
