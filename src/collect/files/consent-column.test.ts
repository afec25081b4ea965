import { describe, expect, test } from 'vitest'
import { applyMapping } from './apply-mapping.ts'
import { readConsentAnswer } from './consent-answer.ts'
import { guessColumns } from './guess.ts'
import { proposeMapping } from './propose-mapping.ts'

/** What the rows "yes", "no" and "" below a heading would put into the ledger. */
function ledgerOf(heading: string, [yes, no]: readonly [string, string] = ['yes', 'no']) {
  const columns = ['email', heading]
  const rows = Array.from({ length: 30 }, (_, i) => [`p${i}@example.com`, i % 3 === 0 ? no : yes])
  const map = applyMapping(proposeMapping(guessColumns(columns, rows)), columns)
  const said = (cell: string) => {
    const row = map({ line: 2, cells: ['a@example.com', cell], raw: '' })
    if (row.state === 'rejected') return 'rejected'
    if (row.unread.length > 0) return 'unread'
    if (row.facts.length > 0) return 'a fact'
    return row.consents.map(({ purpose, given }) => `${given ? '+' : '-'}${purpose}`).join(' ')
  }
  return { yes: said(yes), no: said(no), empty: said('') }
}

const allContacts = '-invitation -email_marketing -advertising'

describe('a heading that says no turns its "yes" into a refusal, and its "no" into nothing', () => {
  test.each([
    ['unsubscribed', '-email_marketing'],
    ['Unsubscribed?', '-email_marketing'],
    ['newsletter opt out', '-email_marketing'],
    ['email_opt_out', '-email_marketing'],
    ['HasOptedOutOfEmail', '-email_marketing'],
    ['opt out', allContacts],
    ['optout', allContacts],
    ['do not contact', allContacts],
    ['DoNotContact', allContacts],
    ["Don't contact", allContacts],
    ['Please do not contact me', allContacts],
    ['do_not_email', '-email_marketing'],
    ['no marketing', allContacts],
    ['No newsletter', '-email_marketing'],
    ['Consent withdrawn', allContacts],
    ['consent to quoting withdrawn', '-quoting'],
    ['May not be quoted', '-quoting'],
    ['Interview opt-out', '-invitation'],
    ['Robinson', allContacts],
    ['afmeldt', '-email_marketing'],
    ['Frameldt nyhedsbrev', '-email_marketing'],
    ['må ikke kontaktes', allContacts],
    ['Må ikke citeres', '-quoting'],
    ['ingen reklame', '-advertising'],
    ['Ønsker ikke nyhedsbrev', '-email_marketing'],
    ['Samtykke trukket tilbage', allContacts],
    ['Reklame nej tak', '-advertising'],
    ['avregistrerad', '-email_marketing'],
    ['Får ej kontaktas', allContacts],
    ['Ingen reklam', '-advertising'],
    ['NIX', allContacts],
    ['Vill inte ha nyhetsbrev', '-email_marketing'],
    ['Reklamspärr', allContacts],
    ['afgemeld', '-email_marketing'],
    ['Uitgeschreven nieuwsbrief', '-email_marketing'],
    ['Niet benaderen', allContacts],
    ['Geen reclame', '-advertising'],
    ['Mag niet geciteerd worden', '-quoting'],
    ['Toestemming ingetrokken', allContacts],
    ['abgemeldet', '-email_marketing'],
    ['Newsletter abbestellt', '-email_marketing'],
    ['Werbesperre', '-advertising'],
    ['Keine Werbung', '-advertising'],
    ['Werbewiderspruch', '-advertising'],
    ['Kontaktsperre', allContacts],
    ['Nicht kontaktieren', allContacts],
    ['Darf nicht zitiert werden', '-quoting'],
    ['Einwilligung widerrufen', allContacts],
  ])('%s', (heading, refused) => {
    expect(ledgerOf(heading)).toEqual({ yes: refused, no: '', empty: '' })
    expect(ledgerOf(heading, ['1', '0'])).toEqual({ yes: refused, no: '', empty: '' })
    expect(ledgerOf(heading, ['ja', 'nej']).yes).toBe(refused)
  })

  test.each(['opt in / opt out', 'Not unsubscribed', 'do not call', 'SMS opt out', 'Bel niet', 'Ring ikke'])(
    '%s is asked about',
    (heading) => expect(ledgerOf(heading)).toEqual({ yes: '', no: '', empty: '' }),
  )
})

describe('a heading of consent counts for what it names', () => {
  test.each([
    ['email_marketing', 'email_marketing'],
    ['quoting', 'quoting'],
    ['analysis', 'analysis'],
    ['conversation_analysis', 'conversation_analysis'],
    ['advertising', 'advertising'],
    ['invitation', 'invitation'],
    ['consent to analysis', 'analysis'],
    ['consent to quoting', 'quoting'],
    ['may be interviewed', 'invitation'],
    ['May be quoted', 'quoting'],
    ['interview consent', 'invitation'],
    ['Consent: advertising', 'advertising'],
    ['Consent to analysis of what was said', 'conversation_analysis'],
    ['email_opt_in', 'email_marketing'],
    ['Accepts Email Marketing', 'email_marketing'],
    ['Newsletter', 'email_marketing'],
    ['Samtykke til citat', 'quoting'],
    ['Må citeres', 'quoting'],
    ['Samtykke til analyse', 'analysis'],
    ['Samtykke til interview', 'invitation'],
    ['Invitation til interview', 'invitation'],
    ['Nyhedsbrev', 'email_marketing'],
    ['Samtykke til annoncering', 'advertising'],
    ['samtycke till intervju', 'invitation'],
    ['Får citeras', 'quoting'],
    ['Samtycke till e-post', 'email_marketing'],
    ['nyhetsbrev', 'email_marketing'],
    ['Tillåter annonsering', 'advertising'],
    ['toestemming onderzoek', 'invitation'],
    ['Mag geciteerd worden', 'quoting'],
    ['Toestemming analyse', 'analysis'],
    ['nieuwsbrief', 'email_marketing'],
    ['Zitieren erlaubt', 'quoting'],
    ['Werbung', 'advertising'],
    ['E-Mail-Werbung erlaubt', 'email_marketing'],
    ['Einwilligung Interview', 'invitation'],
    ['Einwilligung Auswertung', 'analysis'],
  ])('%s', (heading, purpose) => {
    expect(ledgerOf(heading)).toEqual({ yes: `+${purpose}`, no: `-${purpose}`, empty: '' })
  })

  test.each([
    'GDPR consent',
    'Consent SMS',
    'phone consent',
    'Permission',
    'Samtykke',
    'opt-in',
    'subscribed',
    'marketing consent',
    'accepts marketing',
    'SMS marketing allowed',
    'May be contacted',
    'consent to analysis and quoting',
    'newsletter and SMS consent',
    'Consent to recording the interview',
    'Samtykke til videregivelse',
    'Må kontaktes på telefon',
    'Tilmeldt',
    'Samtycke till samtalsinspelning och profilering',
    'Toestemming foto',
    'Einwilligung Datenschutz',
    'Telefonwerbung erlaubt',
    'Consent: email to partners',
  ])('%s names none of ours, or several: nothing is kept until somebody says what for', (heading) => {
    expect(ledgerOf(heading)).toEqual({ yes: '', no: '', empty: '' })
  })

  test.each([
    'newsletter opened',
    'email verified',
    'consent requested',
    'quote requested',
    'quote accepted',
    'advertising seen',
    'Interview gennemført',
    'Bewerbung angenommen',
    'Reklamation',
    'contract cancelled',
    'No credit card',
    'analyst',
    'has children',
  ])('%s is no word of consent', (heading) => expect(ledgerOf(heading).yes).toBe('a fact'))
})

test('where two columns of a row speak of one purpose, the refusal counts', () => {
  const columns = ['email', 'newsletter', 'unsubscribed', 'do not contact']
  const sample = [
    ['a@x.dk', 'yes', 'yes', 'no'],
    ['b@x.dk', 'yes', 'no', 'no'],
    ['c@x.dk', 'no', 'no', 'yes'],
  ]
  const map = applyMapping(proposeMapping(guessColumns(columns, sample)), columns)
  const said = sample.map((cells, index) => {
    const row = map({ line: index + 2, cells, raw: '' })
    return row.state === 'mapped' ? row.consents.map(({ purpose, given }) => [purpose, given]) : []
  })
  expect(said).toEqual([
    [['email_marketing', false]],
    [['email_marketing', true]],
    [
      ['email_marketing', false],
      ['invitation', false],
      ['advertising', false],
    ],
  ])
})

test('one word in ten that is neither is told, and does not undo the column', () => {
  const columns = ['email', 'unsubscribed']
  const rows = Array.from({ length: 20 }, (_, i) => [`p${i}@x.dk`, i === 0 ? 'see notes' : 'YES'])
  const map = applyMapping(proposeMapping(guessColumns(columns, rows)), columns)
  expect(map({ line: 2, cells: ['a@x.dk', 'see notes'], raw: '' })).toMatchObject({
    consents: [],
    unread: [{ column: 'unsubscribed' }],
  })
  expect(map({ line: 3, cells: ['a@x.dk', 'YES'], raw: '' })).toMatchObject({ consents: [{ given: false }] })
  expect(map({ line: 4, cells: ['a@x.dk', 'NO'], raw: '' })).toMatchObject({ consents: [], unread: [] })
})

describe('an answer in words is read where the heading says consent', () => {
  test.each([
    ['Yes please', 'No thanks'],
    ['Ja tak', 'Nej tak'],
    ['Ja, gerne', 'Nej, ellers tak'],
    ['Ja, tack', 'Nej tack'],
    ['Ja, graag', 'Nee, bedankt'],
    ['Ja, bitte', 'Nein danke'],
    ['Ich stimme zu', 'Ich stimme nicht zu'],
    ['Jeg giver samtykke', 'Jeg ønsker ikke nyhedsbrev'],
    ['I agree', 'I do not agree'],
    ['accepted', 'Refused'],
  ])('%s and %s', (yes, no) =>
    expect(ledgerOf('Nyhedsbrev', [yes, no])).toEqual({
      yes: '+email_marketing',
      no: '-email_marketing',
      empty: '',
    }),
  )

  test('a heading that refuses is obeyed by "Ja tak" as by "ja"', () =>
    expect(ledgerOf('Afmeldt nyhedsbrev', ['Ja tak', 'Nej tak'])).toEqual({
      yes: '-email_marketing',
      no: '',
      empty: '',
    }))

  test('a refusal that first comes after the rows looked at is a refusal, and a new yes is told and gives nothing', () => {
    const columns = ['email', 'newsletter']
    const rows = Array.from({ length: 20 }, (_, i) => [`p${i}@x.dk`, i % 2 === 0 ? 'ja' : 'nej'])
    const map = applyMapping(proposeMapping(guessColumns(columns, rows)), columns)
    const said = (cell: string) => map({ line: 2, cells: ['a@x.dk', cell], raw: '' })
    expect(said('Nej tak!')).toMatchObject({ consents: [{ given: false }], unread: [] })
    expect(said('Nope')).toMatchObject({ consents: [{ given: false }] })
    expect(said('Ja tak')).toMatchObject({ consents: [], unread: [{ column: 'newsletter' }] })
  })

  test.each(['Nej tak', 'nicht erteilt'])(
    'where the rows looked at hold only "%s", a later no refuses and a later yes gives nothing by itself',
    (word) => {
      const columns = ['email', 'Samtykke til nyhedsbrev']
      const rows = Array.from({ length: 20 }, (_, i) => [`p${i}@x.dk`, word])
      const map = applyMapping(proposeMapping(guessColumns(columns, rows)), columns)
      const said = (cell: string) => map({ line: 2, cells: ['a@x.dk', cell], raw: '' })
      expect(said(word)).toMatchObject({ consents: [{ given: false }] })
      expect(said('Nej')).toMatchObject({ consents: [{ given: false }] })
      expect(said('Ja tak')).toMatchObject({ consents: [] })
    },
  )

  test.each(['-1', '−1', '~1', 'yes?', 'Ja (?)', 'None', 'No objection', 'ingen indvendinger'])(
    '%s is neither a yes nor a no',
    (word) => expect(readConsentAnswer(word)).toBeNull(),
  )

  test.each([
    'No, do not use my data',
    'Nej, I må ikke bruge mine data',
    'No, no info please',
    'Stop',
    'Afmeldt',
    'Abgemeldet',
    'Tilbagekaldt',
    'Widersprochen',
    'unsubscribe',
    'Objected',
  ])('%s is a no', (word) => expect(readConsentAnswer(word)).toBe(false))

  test.each(['no answer', 'ikke oplyst', 'not asked', 'Ja, men kun om hunde', 'maybe', 'keine Angabe'])(
    '%s is neither',
    (word) => expect(readConsentAnswer(word)).toBeNull(),
  )

  test.each(['Kun om hunde', 'Ring til mig', 'A'])(
    'a column of consent that says "%s" is asked about, never a fact',
    (word) => {
      const [guess] = guessColumns(
        ['newsletter'],
        Array.from({ length: 20 }, (_, i) => [i % 2 === 0 ? word : 'nej']),
      )
      expect(guess?.consent).toMatchObject({ purpose: 'unclear', withdraws: ['nej'] })
      expect(ledgerOf('newsletter', [word, 'Z'])).toEqual({ yes: 'unread', no: 'unread', empty: '' })
    },
  )

  test.each([
    ['Abonnement', 'Basis', 'Plus'],
    ['consent date', '2025-03-01', '2025-04-12'],
  ])('%s with %s is a fact as before', (heading, one, other) =>
    expect(ledgerOf(heading, [one, other]).yes).toBe('a fact'),
  )
})
