import { useText } from '../../../web/kit/index.ts'

type Written = { writtenFor: 'member' | 'program'; who: string | null; channel: string | null }

/** Who wrote down for somebody what they take back, and how it was said. */
export function useWrittenWords() {
  const t = useText()
  return ({ writtenFor, who, channel }: Written) => {
    const writer = who ?? t(`person-page.written.${writtenFor}`)
    return channel === null
      ? t('person-page.written.by', { who: writer })
      : t('person-page.written', { who: writer, channel })
  }
}
