import { useIntl, type PrimitiveType } from 'react-intl'

/** Values of a message: numbers choose plural forms, strings are put in as they are. */
export type TextValues = Record<string, PrimitiveType>
export type Translate = (id: string, values?: TextValues) => string

/** `t('room.key', { n: 3 })` in the reader's language. */
export function useText(): Translate {
  const intl = useIntl()
  return (id, values) => intl.formatMessage({ id }, values)
}
