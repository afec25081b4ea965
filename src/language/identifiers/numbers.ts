import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { Language } from '../language.ts'
import { civilNumbers, obeysCprModulus } from './civil-number.ts'
import type { IdentifierKind } from './identifier.ts'

/** A stretch in UTF-16 offsets, as patterns find it. */
export type Stretch = { kind: IdentifierKind; at: number; text: string; key: string }

/** E-mail addresses, civil numbers and phone numbers of a text; of two that overlap the first of this order. */
export function findNumbers(text: string, language: Language): Stretch[] {
  const found: Stretch[] = []
  const [mayAddress, mayCall] = [text.includes('@'), /\d{2}/.test(text)]
  if (!mayAddress && !mayCall) return found
  const taken = new Uint8Array(text.length)
  const add = (stretch: Stretch) => {
    const end = stretch.at + stretch.text.length
    if (taken[stretch.at] === 1 || taken[end - 1] === 1) return
    taken.fill(1, stretch.at, end)
    found.push(stretch)
  }
  for (const { 0: address, index } of mayAddress ? text.matchAll(EMAIL) : [])
    add({ kind: 'email', at: index, text: address, key: address.toLowerCase() })
  if (!mayCall) return found
  for (const { 0: number, index } of text.matchAll(CIVIL))
    if (isCivil(number, language))
      add({ kind: 'civil number', at: index, text: number, key: number.replaceAll(/\D/g, '') })
  for (const { 0: number, index } of text.matchAll(PHONE)) {
    const called = phoneNumber(number, language)
    if (called !== null) add({ kind: 'phone', at: index, text: number, key: called })
  }
  return found
}

// Every repeat is bounded, so that no text makes a pattern slow.
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/gu
// A day of birth and four digits (CPR, personnummer), a BSN and a Steuer-ID as they are written: in one, in groups, with any hyphen.
const CIVIL =
  /(?<![\p{L}\p{N}]|\d[.,])(?:(?:\d{6}(?:\d{2})?|\d{2}([. /-])\d{2}\1(?:\d{2}|\d{4})|\d{4}([. /-])\d{2}\2\d{2}) ?[-‐‑–—+ ]? ?\d{4}|\d{4}[. ]?\d{2}[. ]?\d{3}|\d{3}([. -])\d{3}\3\d{3}|\d{2}([ ./-]?)\d{3}\4\d{3}\4\d{3})(?![\p{L}\p{N}]|[.,]\d)/gu
const PHONE =
  /(?<![\p{L}\p{N}+_]|\d[.,]|[\p{L}\d]\/)(?:\+|\()?\d(?:[ ()./-]{0,3}\d){6,14}(?![\p{L}\p{N}_]|[.,]\d)/gu

/** Digits in a row are so only by their check digit; a date and four digits behind a hyphen are a CPR number without one too. */
function isCivil(number: string, language: Language): boolean {
  const digits = number.replaceAll(/\D/g, '')
  return civilNumbers(digits).some((kind) => {
    if (kind === 'cpr')
      return /^\d{2}\D?\d{2}\D?\d{2}\D+\d{4}$/.test(number) || (language === 'da' && obeysCprModulus(digits))
    if (kind === 'bsn') return language === 'nl'
    return kind === 'steuer-id' ? language === 'de' || !number.includes(' ') : true
  })
}

const countries: Record<Language, readonly CountryCode[]> = {
  en: ['GB', 'IE', 'US'],
  da: ['DK'],
  sv: ['SE'],
  nl: ['NL', 'BE'],
  de: ['DE', 'AT', 'CH'],
}

/** Amounts, years, days and times are no numbers anybody calls: 20 000 000, 2.500-3.500, 2019-2020, 17.06.2013, 14.30-15.30, 1300 1400. */
function isCounted(text: string): boolean {
  if (text.startsWith('0') && !/^\d\d?\.\d\d/.test(text)) return false
  const [from = '', to = ''] = text.split(/ ?[-/] ?/)
  const isAmount = (part: string) => /^\d{1,3}(?:[ .]\d{3})*$/.test(part)
  if (isAmount(text) || (text.includes('.') && isAmount(from) && isAmount(to) && !/[-/].*[-/]/.test(text)))
    return true
  return counted.test(text)
}

const year = String.raw`(?:19|20)\d\d`
const hour = String.raw`(?:[01]?\d|2[0-4])[.:][0-5]\d`
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])`
const counted = new RegExp(
  String.raw`^(?:${year} ?[-/ ] ?${year}|${hour} ?[-/ ] ?${hour}|\d{1,2} ${day}\1${year}|${day}\2${year}|${year}([./-])(?:0?[1-9]|1[0-2])\3(?:0?[1-9]|[12]\d|3[01])|[1-9]\d00 [1-9]\d00)$`,
)

/** The number as it is dialled from abroad, by the plans of the countries that speak the language; null where it is none. */
function phoneNumber(text: string, language: Language): string | null {
  if (isCounted(text)) return null
  for (const country of text.startsWith('+') ? [undefined] : countries[language]) {
    const number = parsePhoneNumberFromString(text, country)
    if (number?.isValid() === true) return number.number
  }
  return null
}
