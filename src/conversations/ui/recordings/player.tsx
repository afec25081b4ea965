import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react'
import {
  Button,
  IconButton,
  Notice,
  Select,
  useFormat,
  useMay,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { clockTime } from './clock-time.ts'
import { useKeepShape, useShape, type RecordingShown } from './recordings-data.ts'
import { speeds, usePlayer, type Playing } from './use-player.ts'
import { Waveform, type Stretch } from './waveform.tsx'

type PlayerProps = {
  recording: RecordingShown
  stretches?: readonly Stretch[]
  chosen?: Stretch | undefined
  onChoose?: (stretch: Stretch) => void
  /** Told whenever the time changes, and given the ways to steer. */
  onPlayer?: (player: Playing) => void
  children?: ReactNode
}

/** Milliseconds that one press goes back: enough to hear the last words again. */
const backMs = 3000

/** Plays a recording: waveform, speed, three seconds back; `p` and `b` from anywhere on the page. Video has captions of what is said. */
export function Player({ recording, stretches, chosen, onChoose, onPlayer, children }: PlayerProps) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const path = `/api/w/${workspaceId}/recordings/${recording.recordingId}`
  const url = `${path}/media`
  const player = usePlayer({ url, durationMs: recording.durationMs })
  const { attach, hasPicture, trouble } = player
  const peaks = usePeaks(recording, url)
  const tell = useEffectEvent((now: Playing) => onPlayer?.(now))
  useEffect(() => tell(player), [player])
  useKeysAnywhere(player)
  const isVideo = recording.media?.startsWith('video/') ?? false
  return (
    <section aria-label={t('conversations.sound.player')} className="flex flex-col gap-2">
      {trouble && <Trouble why={trouble} media={recording.media ?? ''} />}
      {isVideo ? (
        <video
          ref={attach}
          src={url}
          preload="metadata"
          className={hasPicture ? 'max-h-80 w-full rounded-md bg-sunken' : 'hidden'}
        >
          <track
            kind="captions"
            src={recording.interviewId === null ? undefined : `${path}/captions`}
            srcLang={recording.language}
            label={t('conversations.sound.captions')}
            default
          />
        </video>
      ) : (
        // What is said stands below, turn by turn.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio ref={attach} src={url} preload="metadata" />
      )}
      <Waveform
        player={player}
        peaks={peaks}
        {...(stretches ? { stretches } : {})}
        chosen={chosen}
        onChoose={onChoose}
      />
      <Controls player={player}>{children}</Controls>
    </section>
  )
}

function Controls({ player, children }: { player: Playing; children?: ReactNode }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <IconButton
        icon={player.isPlaying ? 'pause' : 'play'}
        label={t(player.isPlaying ? 'conversations.sound.pause' : 'conversations.sound.play')}
        onPress={player.toggle}
      />
      <Button look="quiet" onPress={() => player.skip(-backMs)}>
        {t('conversations.sound.back')}
      </Button>
      <span className="text-sm tabular-nums">
        {clockTime(player.timeMs)} / {clockTime(player.durationMs)}
      </span>
      <div className="ml-auto w-28">
        <SpeedSelect
          speed={player.speed}
          onChange={player.setSpeed}
          format={(speed) => `${format.number(speed)} ×`}
        />
      </div>
      {children}
    </div>
  )
}

function SpeedSelect(props: {
  speed: number
  onChange: (speed: number) => void
  format: (speed: number) => string
}) {
  const t = useText()
  const options = speeds.map((speed) => ({ id: String(speed), label: props.format(speed) }))
  return (
    <Select
      label={t('conversations.sound.speed')}
      isRequired
      options={options}
      value={String(props.speed)}
      onChange={(id) => props.onChange(Number(id))}
    />
  )
}

function Trouble({ why, media }: { why: NonNullable<Playing['trouble']>; media: string }) {
  const t = useText()
  if (why === 'gone')
    return (
      <Notice look="warning" title={t('conversations.sound.no.more')}>
        {t('conversations.sound.no.more.why')}
      </Notice>
    )
  return (
    <Notice look="warning" title={t('conversations.sound.not.playable', { media })}>
      {t('conversations.sound.not.playable.todo')}
    </Notice>
  )
}

/** The picture of the sound; where nobody's browser has made it yet this one does, once. */
function usePeaks(recording: RecordingShown, url: string): Uint8Array | undefined {
  const { id: workspaceId } = useWorkspace()
  const { recordingId } = recording
  const shape = useShape(recordingId)
  const keep = useKeepShape()
  const mayRead = useMay('transcripts.read')
  const isMissing = mayRead && shape.data !== undefined && shape.data.peaks === null
  const make = useEffectEvent(async () => {
    const { asBase64, soundShape } = await import('./sound-shape.ts')
    const found = await soundShape({ url: new URL(url, location.href).href })
    if (found === undefined || found.peaks.length === 0) return
    const body = { durationMs: found.durationMs, peaks: asBase64(found.peaks) }
    await keep.mutateAsync({ path: { workspaceId, recordingId }, body })
  })
  useEffect(() => {
    // A recording this browser cannot decode has no picture; it is said where it cannot be played either.
    if (isMissing) void make().catch(() => undefined)
  }, [isMissing])
  const peaks = shape.data?.peaks
  return useMemo(
    () =>
      typeof peaks === 'string' ? Uint8Array.from(atob(peaks), (letter) => letter.charCodeAt(0)) : undefined,
    [peaks],
  )
}

/** `p` plays and stops, `b` goes back, wherever the cursor is but in a field. */
function useKeysAnywhere(player: Playing): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=listbox]')
    )
      return
    if (event.key === 'p') player.toggle()
    else if (event.key === 'b') player.skip(-backMs)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
