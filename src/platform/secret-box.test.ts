import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './secret-box.ts'

const box = { secret: randomBytes(32), purpose: 'pseudonyms', owner: 'workspace one' }

test('what was sealed opens again, and never looks the same', () => {
  for (const text of ['Anna', '', 'Åse 😀 Østergård', 'x'.repeat(10_000)]) {
    const sealed = seal(text, box)
    expect(unseal(sealed, box)).toBe(text)
    expect(seal(text, box)).not.toBe(sealed)
    if (text !== '') expect(Buffer.from(sealed, 'base64url').includes(text)).toBe(false)
  }
})

test('it opens for no other workspace, purpose or installation, and not when it was changed', () => {
  const sealed = seal('Anna', box)
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
  expect(() => unseal(sealed, { ...box, owner: 'workspace two' })).toThrow(/authenticate/)
  expect(() => unseal(sealed, { ...box, purpose: 'links' })).toThrow(/authenticate/)
  expect(() => unseal(sealed, { ...box, secret: randomBytes(32) })).toThrow(/authenticate/)
  expect(() => unseal(changed, box)).toThrow(/authenticate/)
})
