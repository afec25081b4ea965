import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createIntl, RawIntlProvider, type IntlShape } from 'react-intl'
import { stored, store } from './stored.ts'

/** The five languages of the interface, each by the name its speakers use. */
export const locales = ['en', 'da', 'sv', 'nl', 'de'] as const
export type Locale = (typeof locales)[number]
export const localeNames: Record<Locale, string> = {
  en: 'English',
  da: 'Dansk',
  sv: 'Svenska',
  nl: 'Nederlands',
  de: 'Deutsch',
}

/** Regional conventions for dates and numbers; English here means the European kind (day before month, 24 hours). */
export const regions: Record<Locale, string> = {
  en: 'en-GB',
  da: 'da-DK',
  sv: 'sv-SE',
  nl: 'nl-NL',
  de: 'de-DE',
}

/** React Aria names its English strings en-US and falls back to them. */
const ariaLocale = (locale: Locale) => (locale === 'en' ? 'en-US' : regions[locale])

/** The stored choice, else the first language of the browser that is one of ours, else English. */
export function chooseLocale(choice: string | null, wanted: readonly string[]): Locale {
  const known = (tag: string) => locales.find((locale) => tag.toLowerCase().split('-')[0] === locale)
  return (choice && known(choice)) || wanted.map(known).find((locale) => locale !== undefined) || 'en'
}

/** Whether the words of the rooms are wanted too: nobody reads them before signing in. */
let isInside = false

/** The words of one language, fetched only when it is used: one file until somebody signs in, and another for the rooms. */
export async function loadIntl(locale: Locale): Promise<IntlShape> {
  const parts = await Promise.all([entrance[locale](), ...(isInside ? [rooms[locale]()] : [])])
  const messages = Object.assign({}, ...parts.map((part) => part.default)) as Words
  return createIntl({ locale: regions[locale], defaultLocale: 'en', messages })
}

/** Shows the language again with all words that are wanted by now; the one provider of the page sets it. */
let showAgain = (): Promise<void> => Promise.resolve()
let roomWords: Promise<void> | undefined

/** Fetches the words of the rooms beside those of the entrance; resolves once they are shown. */
export function loadRoomWords(): Promise<void> {
  isInside = true
  roomWords ??= showAgain().catch((error: unknown) => {
    roomWords = undefined
    throw error
  })
  return roomWords
}

type Words = Record<string, string>
type Part = Record<Locale, () => Promise<{ default: Words }>>

const entrance: Part = {
  en: () => import('virtual:messages/en'),
  da: () => import('virtual:messages/da'),
  sv: () => import('virtual:messages/sv'),
  nl: () => import('virtual:messages/nl'),
  de: () => import('virtual:messages/de'),
}

const rooms: Part = {
  en: () => import('virtual:messages/en-rooms'),
  da: () => import('virtual:messages/da-rooms'),
  sv: () => import('virtual:messages/sv-rooms'),
  nl: () => import('virtual:messages/nl-rooms'),
  de: () => import('virtual:messages/de-rooms'),
}

type LocaleChoice = { locale: Locale; setLocale: (locale: Locale) => Promise<void> }
const LocaleContext = createContext<LocaleChoice>({ locale: 'en', setLocale: () => Promise.resolve() })

/** The language in use, and the way to change it. The choice is kept in this browser. */
export const useLocaleChoice = () => use(LocaleContext)

export const initialLocale = () => chooseLocale(stored('locale'), navigator.languages)

/** Gives everything below it words, number formats and `<html lang>`. */
export function LocaleProvider(props: { initial: { locale: Locale; intl: IntlShape }; children: ReactNode }) {
  const [{ locale, intl }, show] = useState(props.initial)
  useEffect(() => {
    document.documentElement.lang = locale
    showAgain = async () => show({ locale, intl: await loadIntl(locale) })
  }, [locale])
  const setLocale = async (next: Locale) => {
    store('locale', next)
    show({ locale: next, intl: await loadIntl(next) })
  }
  return (
    <LocaleContext value={{ locale, setLocale }}>
      <RawIntlProvider value={intl}>
        <I18nProvider locale={ariaLocale(locale)}>{props.children}</I18nProvider>
      </RawIntlProvider>
    </LocaleContext>
  )
}
