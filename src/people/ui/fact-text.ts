import { useFormat, useText } from '../../../web/kit/index.ts'

type Valued = { text: string; type: string | null; num?: number | null }

/** A fact as the reader's language writes it; what does not look like its type stands as it came. */
export function useFactText() {
  const t = useText()
  const format = useFormat()
  return ({ text, type, num = Number(text) }: Valued): string => {
    if (type === 'boolean' && (text === 'true' || text === 'false'))
      return t(text === 'true' ? 'people.value.yes' : 'people.value.no')
    if (type === 'number' && text !== '' && num !== null && Number.isFinite(num)) return format.plain(num)
    if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(text)) return format.day(text)
    return text
  }
}
