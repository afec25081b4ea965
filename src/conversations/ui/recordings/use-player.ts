import { useCallback, useEffect, useRef, useState } from 'react'

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** What plays: where it is, and the ways to steer it. Times are milliseconds. */
export type Playing = {
  /** Ref of the element that plays. */
  attach: (element: HTMLMediaElement | null) => void
  timeMs: number
  durationMs: number
  isPlaying: boolean
  speed: number
  /** Why nothing is heard: this browser cannot play it, or it is no longer to be had. */
  trouble: 'not playable' | 'gone' | undefined
  /** Whether there is a picture. */
  hasPicture: boolean
  toggle: () => void
  seek: (ms: number) => void
  /** Back or on by so much. */
  skip: (ms: number) => void
  setSpeed: (speed: number) => void
  /** Plays from here, and stops at the end if one is given. */
  playFrom: (from: number, until?: number) => void
}

/** Steers a media element. `durationMs`: where it is known before the browser knows. */
export function usePlayer({ url, durationMs }: { url: string; durationMs: number | null }): Playing {
  const media = useRef<HTMLMediaElement>(null)
  const until = useRef<number>(undefined)
  const [timeMs, setTime] = useState(0)
  const [known, setKnown] = useState(durationMs ?? 0)
  const [isPlaying, play] = useState(false)
  const [speed, choose] = useState(1)
  const [trouble, tell] = useState<Playing['trouble']>()
  const [hasPicture, see] = useState(false)

  useEffect(() => {
    const { current: element } = media
    if (!element) return undefined
    const onTime = () => {
      const now = element.currentTime * 1000
      setTime(now)
      if (until.current !== undefined && now >= until.current) {
        until.current = undefined
        element.pause()
      }
    }
    const onLength = () => {
      if (Number.isFinite(element.duration)) setKnown(Math.round(element.duration * 1000))
      see(element instanceof HTMLVideoElement && element.videoWidth > 0)
    }
    const onPlay = () => play(!element.paused)
    const onError = () => void whatFailed(url, element).then(tell)
    const listeners = {
      timeupdate: onTime,
      seeked: onTime,
      loadedmetadata: onLength,
      durationchange: onLength,
      resize: onLength,
      play: onPlay,
      pause: onPlay,
      error: onError,
    }
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener)
    // What the browser had kept is known before anybody listens.
    if (element.readyState >= HTMLMediaElement.HAVE_METADATA) onLength()
    return () => {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener)
    }
  }, [url])

  const seek = useCallback((ms: number) => {
    const { current: element } = media
    until.current = undefined
    if (!element) return
    element.currentTime = Math.max(0, ms) / 1000
    setTime(Math.max(0, ms))
  }, [])
  const start = useCallback(() => {
    // A browser that refuses says so by the error of the element.
    media.current?.play().catch(() => undefined)
  }, [])
  return {
    attach: useCallback((element: HTMLMediaElement | null) => {
      media.current = element
    }, []),
    timeMs,
    durationMs: known,
    isPlaying,
    speed,
    trouble,
    hasPicture,
    seek,
    toggle: useCallback(() => {
      if (media.current?.paused === false) media.current.pause()
      else start()
    }, [start]),
    skip: useCallback((ms: number) => seek((media.current?.currentTime ?? 0) * 1000 + ms), [seek]),
    setSpeed: useCallback((next: number) => {
      choose(next)
      if (media.current) media.current.playbackRate = next
    }, []),
    playFrom: useCallback(
      (from: number, end?: number) => {
        seek(from)
        until.current = end
        start()
      },
      [seek, start],
    ),
  }
}

/** The element says little; asking for one byte tells whether the recording is still to be had. */
async function whatFailed(url: string, element: HTMLMediaElement): Promise<Playing['trouble']> {
  if (element.error === null) return undefined
  const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, credentials: 'same-origin' }).catch(
    () => undefined,
  )
  await answer?.body?.cancel()
  return answer?.ok === false ? 'gone' : 'not playable'
}
