import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useText } from '../../../../web/kit/index.ts'
import { clockTime } from './clock-time.ts'
import type { Playing } from './use-player.ts'

/** A stretch of a recording in milliseconds. */
export type Stretch = { startMs: number; endMs: number }

type WaveformProps = {
  player: Playing
  /** One byte a moment; none: a plain line. */
  peaks: Uint8Array | undefined
  /** What is marked already, and what is being chosen. */
  stretches?: readonly Stretch[]
  chosen?: Stretch | undefined
  onChoose?: ((stretch: Stretch) => void) | undefined
}

const height = 64

/** How loud it is when. A press goes there, dragging chooses a stretch; by keyboard it is a slider. */
export function Waveform({ player, peaks, stretches = [], chosen, onChoose }: WaveformProps) {
  const t = useText()
  const [dragged, drag] = useState<{ from: number; to: number }>()
  const box = useRef<HTMLDivElement>(null)
  const { timeMs, durationMs } = player
  const path = useMemo(() => outline(peaks), [peaks])
  const width = peaks?.length ?? 1
  const x = (ms: number) => (durationMs === 0 ? 0 : (Math.min(ms, durationMs) / durationMs) * width)
  const timeOf = (event: PointerEvent) => {
    const area = box.current?.getBoundingClientRect()
    if (!area || area.width === 0) return 0
    return Math.min(1, Math.max(0, (event.clientX - area.left) / area.width)) * durationMs
  }
  const choosing = dragged && asStretch(dragged)
  const shown = choosing && choosing.endMs - choosing.startMs > durationMs / 200 ? choosing : chosen
  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('conversations.sound.place')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(timeMs / 1000)}
      aria-valuetext={t('conversations.sound.place.of', { at: clockTime(timeMs), of: clockTime(durationMs) })}
      className="relative cursor-pointer touch-pan-y rounded-md bg-sunken outline-offset-2 select-none"
      onKeyDown={(event) => onKey(event, player)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag({ from: timeOf(event), to: timeOf(event) })
      }}
      onPointerMove={(event) => dragged && drag({ ...dragged, to: timeOf(event) })}
      onPointerUp={(event) => {
        if (!dragged) return
        const stretch = asStretch({ ...dragged, to: timeOf(event) })
        drag(undefined)
        if (onChoose && stretch.endMs - stretch.startMs > durationMs / 200) onChoose(stretch)
        else player.seek(stretch.startMs)
      }}
      onPointerCancel={() => drag(undefined)}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-16 w-full"
        aria-hidden
      >
        {stretches.map(({ startMs, endMs }) => (
          <rect
            key={`${startMs}-${endMs}`}
            x={x(startMs)}
            width={Math.max(width / 400, x(endMs) - x(startMs))}
            y={height - 6}
            height={6}
            className="fill-accent"
          />
        ))}
        {shown && (
          <rect
            x={x(shown.startMs)}
            width={x(shown.endMs) - x(shown.startMs)}
            y={0}
            height={height}
            className="fill-accent opacity-25"
          />
        )}
        <path d={path} className="fill-line-strong" />
        <clipPath id="played">
          <rect x={0} y={0} width={x(timeMs)} height={height} />
        </clipPath>
        <path d={path} className="fill-accent" clipPath="url(#played)" />
        <rect x={x(timeMs)} width={Math.max(width / 800, 0.001)} y={0} height={height} className="fill-ink" />
      </svg>
    </div>
  )
}

const asStretch = ({ from, to }: { from: number; to: number }): Stretch => ({
  startMs: Math.round(Math.min(from, to)),
  endMs: Math.round(Math.max(from, to)),
})

/** The shape of all moments as one path, mirrored at the middle. */
function outline(peaks: Uint8Array | undefined): string {
  const middle = height / 2
  if (!peaks || peaks.length === 0) return `M0 ${middle - 1}h1v2h-1Z`
  const bars = [...peaks].map((peak, at) => {
    const half = Math.max(0.75, (peak / 255) * (middle - 2))
    return `M${at} ${(middle - half).toFixed(2)}h0.8v${(half * 2).toFixed(2)}h-0.8Z`
  })
  return bars.join('')
}

function onKey(event: KeyboardEvent, player: Playing): void {
  const does: Record<string, () => void> = {
    ArrowLeft: () => player.skip(-5000),
    ArrowRight: () => player.skip(5000),
    ArrowDown: () => player.skip(-5000),
    ArrowUp: () => player.skip(5000),
    PageDown: () => player.skip(-30_000),
    PageUp: () => player.skip(30_000),
    Home: () => player.seek(0),
    End: () => player.seek(player.durationMs),
    ' ': player.toggle,
  }
  const command = event.ctrlKey || event.metaKey || event.altKey ? undefined : does[event.key]
  if (!command) return
  event.preventDefault()
  command()
}
