import { momentOf, speakerNamed, type Said } from './said.ts'
import { areWords, isFields, saidInWords, type Fields } from './spoken-words.ts'

type NameOf = (value: unknown) => string | undefined

/**
 * What was said by the JSON of services whose shape says more than a list: AWS Transcribe, Rev, Azure, Deepgram, Google,
 * Speechmatics, and those that write words one by one (AssemblyAI, ElevenLabs, Vosk). Undefined for any other.
 */
export function readServices(json: unknown): Said[] | undefined {
  if (!isFields(json)) return undefined
  const nameOf = namesOf(json['speakers'])
  const { results } = json
  return (
    readAmazon(results) ??
    readRev(json['monologues'], nameOf) ??
    readAzure(json['recognizedPhrases']) ??
    readAzureFast(json['phrases']) ??
    readDeepgram(results) ??
    readAlternatives(results)
  )
}

/** What was said where a service writes words one by one and nothing else, or only the whole text. */
export function readWords(json: unknown): Said[] | undefined {
  if (!isFields(json)) return undefined
  for (const words of [json['words'], json['result']])
    if (Array.isArray(words) && areWords(words)) return saidInWords(words, namesOf(json['speakers']))
  const whole = [json['text'], json['transcript'], json['transcription']].find(
    (text) => typeof text === 'string' && text.trim() !== '',
  )
  return typeof whole === 'string' ? [{ speaker: null, text: whole }] : undefined
}

/** Names of speakers where a file lists them apart, else what speakers are called by number. */
export function namesOf(speakers: unknown): NameOf {
  const names = new Map<string, string>()
  for (const one of Array.isArray(speakers) ? speakers.filter(isFields) : []) {
    const id = [one['spkid'], one['id'], one['speaker_id'], one['label'], one['speaker']].find(
      (value) => typeof value === 'string' || typeof value === 'number',
    )
    const { name } = one
    if (id !== undefined && typeof name === 'string' && name.trim() !== '') names.set(String(id), name.trim())
  }
  return (value) => speakerNamed(names.get(String(value)) ?? value)
}

/** AWS Transcribe: words and punctuation one by one, each with the label of its speaker, or labels in a list by time. */
function readAmazon(results: unknown): Said[] | undefined {
  const items = isFields(results) && Array.isArray(results['items']) ? results['items'].filter(isFields) : []
  if (!isFields(results) || items.length === 0 || !('alternatives' in (items[0] ?? {}))) return undefined
  const labels = new Map<unknown, unknown>()
  const segments = isFields(results['speaker_labels']) ? results['speaker_labels']['segments'] : undefined
  for (const segment of Array.isArray(segments) ? segments.filter(isFields) : [])
    for (const item of Array.isArray(segment['items']) ? segment['items'].filter(isFields) : [])
      labels.set(item['start_time'], item['speaker_label'])
  const words = items.map((item) => ({
    ...item,
    ...bestOf(item),
    speaker_label: item['speaker_label'] ?? labels.get(item['start_time']),
  }))
  return saidInWords(words, speakerNamed)
}

function readRev(monologues: unknown, nameOf: NameOf): Said[] | undefined {
  if (!Array.isArray(monologues)) return undefined
  return monologues.filter(isFields).map((monologue) => {
    const elements = Array.isArray(monologue['elements']) ? monologue['elements'].filter(isFields) : []
    const timed = elements.filter((element) => typeof element['ts'] === 'number')
    const start = timed[0] && momentOf(timed[0]['ts'], 'unsure')
    const end = momentOf(timed.at(-1)?.['end_ts'], 'unsure')
    return {
      speaker: nameOf(monologue['speaker_name'] ?? monologue['speaker']) ?? null,
      text: elements.map(({ value }) => (typeof value === 'string' ? value : '')).join(''),
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
    }
  })
}

/** Azure counts in ticks of 100 nanoseconds. */
function readAzure(phrases: unknown): Said[] | undefined {
  if (!Array.isArray(phrases)) return undefined
  return phrases.filter(isFields).map((phrase) => {
    const { display } = firstOf(phrase['nBest'])
    const [from, long] = [phrase['offsetInTicks'], phrase['durationInTicks']]
    const known = typeof from === 'number' && typeof long === 'number'
    return {
      speaker: speakerNamed(phrase['speaker']) ?? null,
      text: typeof display === 'string' ? display : '',
      ...(known ? { start: { ms: from / 10_000 }, end: { ms: (from + long) / 10_000 } } : {}),
    }
  })
}

function readAzureFast(phrases: unknown): Said[] | undefined {
  const rows = Array.isArray(phrases) ? phrases.filter(isFields) : []
  if (rows.length === 0 || !rows.every((row) => typeof row['offsetMilliseconds'] === 'number'))
    return undefined
  return rows.map(({ speaker, text, offsetMilliseconds: from, durationMilliseconds: long }) => ({
    speaker: speakerNamed(speaker) ?? null,
    text: typeof text === 'string' ? text : '',
    start: { ms: Number(from) },
    ...(typeof long === 'number' ? { end: { ms: Number(from) + long } } : {}),
  }))
}

/** Deepgram without "utterances": words by channel; each channel of several is a speaker, in the order of time. */
function readDeepgram(results: unknown): Said[] | undefined {
  const channels = isFields(results) && Array.isArray(results['channels']) ? results['channels'] : []
  if (!isFields(results) || Array.isArray(results['utterances']) || channels.length === 0) return undefined
  const said = channels.flatMap((channel, at) => {
    const { words, transcript } = bestOf(channel)
    const nameOf: NameOf = channels.length > 1 ? () => `Speaker ${at}` : speakerNamed
    if (Array.isArray(words) && words.length > 0) {
      const heard =
        channels.length > 1 ? words.filter(isFields).map((word) => ({ ...word, speaker: at })) : words
      return saidInWords(heard, nameOf)
    }
    return typeof transcript === 'string' ? [{ speaker: nameOf(undefined) ?? null, text: transcript }] : []
  })
  return said.toSorted((one, other) => numberOf(one) - numberOf(other))
}

function numberOf({ start }: Said): number {
  return start && 'number' in start ? start.number : 0
}

/** Google and Speechmatics: a list of results, each a list of alternatives; the first is the best. */
function readAlternatives(results: unknown): Said[] | undefined {
  const rows = Array.isArray(results) ? results.filter(isFields) : []
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row['alternatives']))) return undefined
  const best = rows.map((row) => ({ ...row, ...bestOf(row) }))
  if (best.every((row) => 'content' in row)) return saidInWords(best, speakerNamed)
  // With speakers told apart, the last result says all words again.
  const last = wordsOf(best.at(-1))
  if (last.some((word) => isFields(word) && ('speakerTag' in word || 'speakerLabel' in word)))
    return saidInWords(last, speakerNamed)
  return best.flatMap((row): Said[] => {
    const words = wordsOf(row)
    if (words.length > 0) return saidInWords(words, speakerNamed)
    const { transcript } = row as Fields
    return typeof transcript === 'string' ? [{ speaker: null, text: transcript }] : []
  })
}

function wordsOf(row: Fields | undefined): readonly unknown[] {
  const words = row?.['words']
  return Array.isArray(words) ? words : []
}

function bestOf(row: unknown): Fields {
  return isFields(row) ? firstOf(row['alternatives']) : {}
}

function firstOf(list: unknown): Fields {
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return isFields(first) ? first : {}
}
