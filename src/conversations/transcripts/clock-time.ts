/** A time as transcripts write it: 0:03, 00:01:02, 01:02:03.450, 1:02:03,4. Source of a regular expression. */
export const timePattern = String.raw`\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,7})?`

/** Milliseconds of a time written as `timePattern`; two parts are minutes and seconds. `undefined` for anything else. */
export function readTime(text: string): number | undefined {
  const parts = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,7}))?$/.exec(text.trim())
  if (!parts) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts
  const ms = Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6)
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + ms
}
