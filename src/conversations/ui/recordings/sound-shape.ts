import { ALL_FORMATS, AudioSampleSink, BlobSource, Input, UrlSource } from 'mediabunny'

/** Length in milliseconds, and loudness over time: one byte a moment, the loudest sound in it. */
export type SoundShape = { durationMs: number; peaks: Uint8Array }

/** Moments in the picture of a recording. */
const moments = 1500

/**
 * Decodes sound or video bit by bit, without holding it, and finds how loud it is when; undefined where this browser cannot decode it.
 * What is read through an address is read with this page's session.
 */
export async function soundShape(given: { file: Blob } | { url: string }): Promise<SoundShape | undefined> {
  const source = 'file' in given ? new BlobSource(given.file) : new UrlSource(given.url)
  using input = new Input({ formats: ALL_FORMATS, source })
  const track = await input.getPrimaryAudioTrack()
  const seconds = await input.computeDuration()
  if (track === null || !(seconds > 0)) return undefined
  const durationMs = Math.round(seconds * 1000)
  if (!(await track.canDecode())) return { durationMs, peaks: new Uint8Array() }
  const peaks = new Float32Array(moments)
  for await (const sample of new AudioSampleSink(track).samples()) {
    const plane = { planeIndex: 0, format: 'f32-planar' } as const
    const values = new Float32Array(sample.allocationSize(plane) / 4)
    sample.copyTo(values, plane)
    const from = Math.max(0, sample.timestamp / seconds) * moments
    const step = (sample.duration / seconds) * (moments / Math.max(1, values.length))
    for (const [at, value] of values.entries()) {
      const moment = Math.min(moments - 1, Math.floor(from + at * step))
      const loud = Math.abs(value)
      if (loud > (peaks[moment] ?? 0)) peaks[moment] = loud
    }
    sample.close()
  }
  const loudest = peaks.reduce((most, value) => Math.max(most, value), 0.01)
  return { durationMs, peaks: Uint8Array.from(peaks, (value) => Math.round((value / loudest) * 255)) }
}

/** As it is sent: bytes in base64. */
export function asBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
