import type { TextEncoding } from '../../platform/text/decode.ts'

/** How a transcript came. */
export type TranscriptKind =
  | 'text'
  | 'markdown'
  | 'vtt'
  | 'srt'
  | 'sbv'
  | 'table'
  | 'docx'
  | 'odt'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'json'
  | 'pasted'
  | 'open-answers'

/** One speaker's turn. Times are milliseconds from the start of the recording. A speaker of `null` is not named. */
export type Utterance = { speaker: string | null; text: string; startMs?: number; endMs?: number }

/** One who speaks, with how much. The order is that of first speaking. */
export type Speaker = { name: string | null; utterances: number; words: number }

/** What a reader may leave out. Screens have a sentence for each. */
export type DroppedWhat =
  | 'heading-lines'
  | 'control-characters'
  | 'replaced-characters'
  | 'empty-turns'
  | 'broken-cues'
  | 'cues-without-text'
  | 'comments'
  | 'styles'
  | 'regions'
  | 'affiliations'
  | 'deleted-text'
  | 'images'
  | 'answers-without-text'
  | 'page-lines'
  | 'hidden-text'
  | 'other-columns'
  | 'other-sheets'
  | 'unread-rows'
  | 'unread-columns'
  | 'erased-people'
  | 'embedded-parts'
  | 'marks'

/** Something left out: what, how often, and the first one as an example (at most 120 characters). */
export type Dropped = { what: DroppedWhat; count: number; example: string }

/** A transcript as read: turns in order, who speaks, and what was left out. Nothing else of the file is lost. */
export type ParsedTranscript = {
  kind: TranscriptKind
  encoding: TextEncoding | 'docx' | 'odt' | 'pdf' | 'text'
  speakers: Speaker[]
  utterances: Utterance[]
  dropped: Dropped[]
}

/** Words as people count them: what stands between white space. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const space = isSpace(text.charCodeAt(at))
    if (inside && space) inside = false
    else if (!inside && !space) {
      inside = true
      words++
    }
  }
  return words
}

/** Who speaks how much, in the order in which they first speak. */
export function tallySpeakers(utterances: readonly Utterance[]): Speaker[] {
  const speakers = new Map<string | null, Speaker>()
  for (const { speaker: name, text } of utterances) {
    let speaker = speakers.get(name)
    if (!speaker) speakers.set(name, (speaker = { name, utterances: 0, words: 0 }))
    speaker.utterances++
    speaker.words += countWords(text)
  }
  return [...speakers.values()]
}

/** A list of what was left out, kept while reading. */
export type DroppedList = {
  drop: (what: DroppedWhat, example: string, count?: number) => void
  list: () => Dropped[]
}

/** An empty list of what was left out. */
export function newDroppedList(): DroppedList {
  const found = new Map<DroppedWhat, Dropped>()
  return {
    drop(what, example, count = 1) {
      const known = found.get(what)
      if (known) known.count += count
      else found.set(what, { what, count, example: example.slice(0, 120).toWellFormed() })
    },
    list: () => [...found.values()],
  }
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return true
  if (code < 0xa0) return code === 0x85
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
