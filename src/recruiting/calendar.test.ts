import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarEntry } from './calendar.ts'

const entry = {
  uid: '019-abc@samtale.example',
  sequence: 0,
  method: 'REQUEST' as const,
  startsAt: new Date('2026-03-29T00:30:00Z'),
  minutes: 60,
  stamp: new Date('2026-03-01T10:00:00Z'),
  summary: 'Samtale med Åse Øster, Nordlys; og "venner", 🙂',
  description:
    'Linje ét\nLinje to \\ med streg; komma, og en meget lang linje, der skal foldes, fordi ingen linje må være over 75 bytes: æøåæøåæøåæøåæøåæøåæøå',
  location: 'Vesterbro 1, 8000 Aarhus',
  url: 'https://samtale.example/i/token',
  organizer: { name: 'Nordlys "A/S"', email: 'samtale@example.org' },
  attendee: 'mette@example.org',
}

test.each([
  ['REQUEST', 0, 'CONFIRMED'],
  ['REQUEST', 3, 'CONFIRMED'],
  ['CANCEL', 4, 'CANCELLED'],
] as const)('%s number %i is read back by another program as it was written', (method, sequence, status) => {
  const text = calendarEntry({ ...entry, method, sequence })
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getFirstPropertyValue('method')).toBe(method)
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  const event = new ICAL.Event(component)
  expect(event.uid).toBe(entry.uid)
  expect(event.sequence).toBe(sequence)
  expect(event.startDate.toJSDate()).toEqual(entry.startsAt)
  // Over the night the clocks change it is an hour long all the same.
  expect(event.endDate.toJSDate()).toEqual(new Date('2026-03-29T01:30:00Z'))
  expect(event.summary).toBe(entry.summary)
  expect(event.description).toBe(entry.description)
  expect(event.location).toBe(entry.location)
  expect(component.getFirstPropertyValue('status')).toBe(status)
  expect(component.getFirstPropertyValue('organizer')).toBe('mailto:samtale@example.org')
  expect(component.getFirstPropertyValue('attendee')).toMatch(/^mailto:mette@example\.org$/i)
  expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-01T10:00:00Z')
})

test('lines end as the standard asks and none is longer than 75 bytes', () => {
  const text = calendarEntry(entry)
  expect(text).not.toMatch(/[^\r]\n/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
})
