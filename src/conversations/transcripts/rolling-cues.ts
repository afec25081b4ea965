import type { SaidCue } from './cue-times.ts'

/**
 * Captions that roll up say each line again while the next one appears under it (YouTube's own, and what is made of live
 * captions): where at least a quarter of the cues begin with the line before and go on with another, such lines are said once.
 */
export function withoutRepeats(cues: readonly SaidCue[]): SaidCue[] {
  const lines = cues.map(({ text }) =>
    text.split('\n').flatMap((line) => (plain(line) === '' ? [] : [{ line, key: plain(line) }])),
  )
  const spoken = lines.filter((cue) => cue.length > 0)
  const rolled = spoken.filter(
    (cue, at) => at > 0 && cue.length > 1 && cue[0]?.key === spoken[at - 1]?.at(-1)?.key,
  ).length
  if (spoken.length < 4 || rolled < spoken.length / 4) return [...cues]
  let before: string | undefined
  return cues.flatMap((cue, at) => {
    const [first, ...others] = lines[at] ?? []
    if (first === undefined) return []
    const fresh = first.key === before ? others : [first, ...others]
    before = (others.at(-1) ?? first).key
    return fresh.length === 0 ? [] : [{ ...cue, text: fresh.map(({ line }) => line).join('\n') }]
  })
}

function plain(line: string): string {
  return line
    .replace(/<[^<>]{0,200}>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
