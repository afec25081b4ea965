import { CodeId, HighlightId, UtteranceId } from '../workspace/index.ts'
import type { Highlight } from './coding.schema.ts'

/** A marked passage as it is stored, with the codes whoever asks sees on it; places in codepoints. */
export type HighlightRow = {
  id: string
  utterance_id: string
  start_at: number
  end_at: number
  utterance_version: number
  lost_text: string | null
  note: string
  code_ids: string[]
}

/** The passage as the reader gets it. */
export const asHighlight = (row: HighlightRow): Highlight => ({
  highlightId: HighlightId.parse(row.id),
  utteranceId: UtteranceId.parse(row.utterance_id),
  start: row.start_at,
  end: row.end_at,
  version: row.utterance_version,
  codeIds: row.code_ids.map((id) => CodeId.parse(id)),
  lostText: row.lost_text,
  note: row.note,
})
