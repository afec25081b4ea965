import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { auditActions, auditKinds } from '../audit-action.ts'
import { auditSentence } from './audit-sentence.ts'

const actions = Object.values(auditActions).flat()
/** What was done by whoever runs the installation, who is no member. */
const onTheMachine = ['account.password-link-made', 'account.two-factor-ended']

describe.each(['en', 'da', 'sv', 'nl', 'de'])('the audit trail in %s', (locale) => {
  const file = join(import.meta.dirname, `messages/${locale}.json`)
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>

  test.each(actions)('says %s as a sentence', (action) => {
    const errors: unknown[] = []
    const intl = createIntl({ locale, messages, onError: (error) => errors.push(error) })
    const values = { who: 'Astrid', n: 12, role: 'R', from: 'F', trait: 'age' }
    const sentence = intl.formatMessage({ id: auditSentence(action) }, values)
    expect(errors).toEqual([])
    expect(sentence).toMatch(/^\p{Lu}.* .*\.$|: R\.$|→ R\.$/u)
    if (!onTheMachine.includes(action)) expect(sentence).toContain('Astrid')
  })

  test('has no sentence for what nobody does', () => {
    const said = Object.keys(messages).filter((id) => id.startsWith('workspace.audit.did.'))
    expect(said.toSorted()).toEqual(actions.map(auditSentence).toSorted())
  })

  test('names every kind', () => {
    for (const kind of auditKinds) expect(messages[`workspace.audit.part.${kind}`]).toBeTruthy()
  })
})

test('no action stands under two kinds, and every kind can be chosen', () => {
  expect(new Set(actions).size).toBe(actions.length)
  expect(Object.keys(auditActions).toSorted()).toEqual(auditKinds.toSorted())
})
