import { z } from 'zod'

// Safe in the browser.

/** The languages of the interface and of our mails. */
export const Language = z.enum(['en', 'da', 'sv', 'nl', 'de'])
export type Language = z.output<typeof Language>
