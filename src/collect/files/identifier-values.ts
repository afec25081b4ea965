import type { IdentifierKind } from './column-type.ts'
import { isMissingWord } from './missing.ts'

/** What broken exports write for thousands of people at once. */
const saysNobody = /^(?:[0-]+|anonymous|anon|guest|none|true|false|\[object object\])$/i

/**
 * An identifier in the one way it is stored, so that two ways of writing it meet: addresses lower-case, phone numbers as digits
 * with a leading "+" where there was one (or "00"), numbers a sheet wrote as "17850.0" as "17850". Null when it cannot be one.
 */
export function readIdentifier(kind: IdentifierKind, text: string): { value: string } | 'missing' | null {
  const value = text.trim().normalize('NFC')
  if (isMissingWord(value) || saysNobody.test(value)) return 'missing'
  if (kind === 'email')
    return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}$/.test(value) && value.length <= 254
      ? { value: value.toLowerCase() }
      : null
  if (kind === 'phone') {
    const digits = value
      .replace(/\(0\)/g, '')
      .replace(/[\s().\-/]/g, '')
      .replace(/^00/, '+')
    return /^\+?\d{5,15}$/.test(digits) ? { value: digits } : null
  }
  if (value.length > 512) return null
  return { value: /^\d+\.0+$/.test(value) ? value.replace(/\.0+$/, '') : value }
}
