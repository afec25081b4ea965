import { useRef, useState } from 'react'
import { IconButton, useText, useToast, useWorkspace } from '../../../../web/kit/index.ts'

/** Where a quote is heard, in milliseconds; undefined where it may not be heard any more. */
export type SoundPlace = { recordingId: string; startMs: number; endMs: number }

let playing: HTMLMediaElement | undefined

/** A button that plays some seconds of a recording, and stops them; of several quotes one is heard at a time. */
export function PlaySound({ find, who }: { find: () => Promise<SoundPlace | undefined>; who: string }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, play] = useState(false)
  const [src, setSrc] = useState<string>()
  const refuse = () => {
    play(false)
    toast({ text: t('conversations.sound.no.more') })
  }
  const start = async () => {
    const place = await find().catch(() => undefined)
    const { current: element } = audio
    if (place === undefined || !element) return refuse()
    const next = `/api/w/${workspaceId}/recordings/${place.recordingId}/media#t=${place.startMs / 1000},${place.endMs / 1000}`
    if (playing !== element) playing?.pause()
    playing = element
    play(true)
    setSrc(next)
    if (src === next) element.currentTime = place.startMs / 1000
    element.src = next
    await element.play().catch(refuse)
  }
  return (
    <>
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={t(isPlaying ? 'conversations.sound.stop' : 'conversations.sound.hear', { who })}
        onPress={() => (isPlaying ? audio.current?.pause() : void start())}
      />
      {/* The quote itself stands beside it in words. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} preload="none" onPause={() => play(false)} />
    </>
  )
}
