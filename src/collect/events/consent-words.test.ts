import { describe, expect, test } from 'vitest'
import { readPreferences } from './consent-words.ts'

const read = (categoryPreferences: unknown) => readPreferences({ consent: { categoryPreferences } })
const no = (purpose: string, category: string) => ({
  said: [{ purpose, category, yes: false }],
  unread: [],
})

describe('a no of a consent banner', () => {
  test.each([
    ['email-marketing', 'email_marketing'],
    ['Email Marketing', 'email_marketing'],
    ['emailMarketing', 'email_marketing'],
    ['E-Mail', 'email_marketing'],
    ['newsletter', 'email_marketing'],
    ['ANALYTICS', 'analysis'],
    ['Analyse', 'analysis'],
    ['statistics', 'analysis'],
    ['analytics_storage', 'analysis'],
    ['C0002', 'analysis'],
    ['conversation-analysis', 'conversation_analysis'],
    ['ad_storage', 'advertising'],
    ['Targeting', 'advertising'],
    ['Werbung', 'advertising'],
  ])('under the name %s is one to %s', (category, purpose) => {
    expect(read({ [category]: false })).toEqual(no(purpose, category))
  })

  test.each([
    [false],
    [0],
    ['false'],
    ['False '],
    ['0'],
    ['no'],
    ['Nein'],
    ['nej'],
    ['off'],
    ['denied'],
    ['opted-out'],
    ['OPT_OUT'],
    ['refused'],
    ['withdrawn'],
  ])('said as %j is a no', (value) => {
    expect(read({ advertising: value })).toEqual(no('advertising', 'advertising'))
  })

  test('wins over a yes to the same use under another name', () => {
    expect(read({ analytics: true, analysis: 'no' })).toEqual(no('analysis', 'analysis'))
  })
})

describe('a yes of a consent banner', () => {
  test('counts where it is exactly true', () => {
    expect(read({ Advertising: true })).toEqual({
      said: [{ purpose: 'advertising', category: 'Advertising', yes: true }],
      unread: [],
    })
  })

  test.each([['true'], [1], ['yes'], ['granted'], ['on'], [{ granted: true }], [[true]]])(
    'said as %j gives nothing, and is told as not understood',
    (value) => {
      expect(read({ advertising: value })).toEqual({ said: [], unread: ['advertising'] })
    },
  )

  test('under a name that only sounds like one of ours gives nothing, and is told', () => {
    expect(read({ statistics: true })).toEqual({ said: [], unread: ['statistics'] })
  })
})

describe('what is not understood', () => {
  test.each([
    ['a name nobody knows', { zxc: false }, ['zxc']],
    ['an answer nobody knows', { advertising: 'perhaps' }, ['advertising']],
    ['no answer', { advertising: null }, ['advertising']],
    ['a list', ['advertising'], ['categoryPreferences']],
    ['a text', 'advertising', ['categoryPreferences']],
  ])('is told: %s', (_, preferences, unread) => {
    expect(read(preferences)).toEqual({ said: [], unread })
  })

  test('is a consent object without any categories too', () => {
    expect(readPreferences({ consent: { analytics: false } })).toEqual({ said: [], unread: ['consent'] })
    expect(readPreferences({ consent: false })).toEqual({ said: [], unread: ['consent'] })
    expect(readPreferences({ page: {} })).toEqual({ said: [], unread: [] })
    expect(readPreferences(undefined)).toEqual({ said: [], unread: [] })
  })

  test('is never what concerns the web page alone', () => {
    expect(read({ necessary: true, Functional: false, C0001: true, preferences: false })).toEqual({
      said: [],
      unread: [],
    })
  })

  test('is told of twenty names at most', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`zxc${n}`, false]))
    expect(read(many).unread).toHaveLength(20)
  })

  test('is told by its own name only where that may be the name of a category', () => {
    const kept = ['smoke_signals', 'Røgsignaler & trommer', 'C0007', 'ad-partners/eu']
    const others = [
      'jane@example.dk',
      'jane＠example.dk',
      '+45 20 30 40 50',
      '٢٠٣٠٤٠',
      'a'.repeat(41),
      '',
      '<b>',
    ]
    const unread = (names: readonly string[]) =>
      read(Object.fromEntries(names.map((name) => [name, true]))).unread
    expect(unread(kept)).toEqual(kept)
    expect(unread(others)).toEqual(others.map(() => '…'))
  })
})
