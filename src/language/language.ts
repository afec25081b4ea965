import { z } from 'zod'

/** The five languages Samtale is at home in, by ISO 639-1 code, in the order they are offered. */
export const languages = ['en', 'da', 'sv', 'nl', 'de'] as const

/** Parses the code of one of the five languages; anything else is refused. */
export const Language = z.enum(languages)

/** One of the five languages. */
export type Language = z.infer<typeof Language>
