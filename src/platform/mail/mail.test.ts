import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { openMailbox } from '../../../test/mailbox.ts'
import { makeMail } from './mail.ts'

const mailbox = await openMailbox()
const { pg, log } = await openTestApp()
const mail = makeMail({ pg, log, smtpUrl: mailbox.url, from: 'Samtale <samtale@example.org>' })
const letter = { workspaceId: null, to: 'mette@example.org', subject: 'Hej', body: 'Æ, ø og å' }

test('a letter of one key goes out once, however many ask for it at once and afterwards', async () => {
  const asked = await Promise.all(Array.from({ length: 12 }, () => mail.send({ ...letter, key: 'one' })))
  expect(asked).toContain('sent')
  expect(asked.filter((delivery) => delivery !== 'sent' && delivery !== 'under way')).toEqual([])
  expect(await mail.send({ ...letter, key: 'one' })).toBe('sent')
  expect(mailbox.arrived).toHaveLength(1)
  expect(mailbox.arrived[0]?.head).toMatch(/^Message-ID: <[\da-f]{40}@example\.org>$/im)
})

test('a letter that was refused goes out when it is asked for again, and without a key each goes out', async () => {
  mailbox.behave('refuse')
  expect(await mail.send({ ...letter, to: 'refused@example.org', key: 'two' })).toBe('failed')
  mailbox.behave('take')
  expect(await mail.send({ ...letter, to: 'refused@example.org', key: 'two' })).toBe('sent')
  await mail.send({ ...letter, to: 'twice@example.org' })
  await mail.send({ ...letter, to: 'twice@example.org' })
  expect(mailbox.lettersTo('refused@example.org')).toHaveLength(1)
  expect(mailbox.lettersTo('twice@example.org')).toHaveLength(2)
})

test('a mail server that is not there was not asked', async () => {
  const nobody = makeMail({ pg, log, smtpUrl: 'smtp://127.0.0.1:9', from: 'samtale@example.org' })
  expect(await nobody.send({ ...letter, to: 'later@example.org', key: 'three' })).toBe('failed')
  expect(await mail.send({ ...letter, to: 'later@example.org', key: 'three' })).toBe('sent')
})

test('without a mail server letters are kept', async () => {
  const none = makeMail({ pg, log, smtpUrl: undefined, from: 'samtale@example.org' })
  expect(await none.send({ ...letter, to: 'kept@example.org', key: 'four' })).toBe('kept')
  expect(await none.send({ ...letter, to: 'kept@example.org', key: 'four' })).toBe('kept')
  expect(mailbox.lettersTo('kept@example.org')).toEqual([])
})
