/** Who turns sound into words: an address that speaks as OpenAI's `/v1/audio/transcriptions` does. */
export type Transcriber = {
  readonly url: string
  /** Sent as bearer; never logged, never shown. */
  readonly key: string | undefined
  readonly model: string
  /** Bytes of the largest recording it takes. */
  readonly largest: number
}

/**
 * The transcriber the environment names; null unless TRANSCRIPTION_URL does. TRANSCRIPTION_KEY, TRANSCRIPTION_MODEL (`whisper-1`) and
 * TRANSCRIPTION_LIMIT_MB (25, as OpenAI) go with it.
 */
export function readTranscriber(env: Readonly<Record<string, string | undefined>>): Transcriber | null {
  const address = env['TRANSCRIPTION_URL']
  if (!address) return null
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(
      'TRANSCRIPTION_URL is no address. Give all of it, e.g. https://api.openai.com/v1/audio/transcriptions',
    )
  const limit = Number(env['TRANSCRIPTION_LIMIT_MB'] || 25)
  if (!(limit > 0)) throw new Error('TRANSCRIPTION_LIMIT_MB is a number of megabytes.')
  if (!/\/audio\/transcriptions\/?$/.test(url.pathname))
    url.pathname = `${url.pathname.replace(/\/$/, '')}/audio/transcriptions`
  return {
    url: url.href,
    key: env['TRANSCRIPTION_KEY'] || undefined,
    model: env['TRANSCRIPTION_MODEL'] || 'whisper-1',
    // Services count the form around the file as well, some hundred bytes.
    largest: Math.floor(limit * 1024 * 1024) - 2048,
  }
}
