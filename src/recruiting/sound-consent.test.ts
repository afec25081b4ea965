import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { askOnSunday, consent, fitting, openAsking, type AskingHouse } from '../../test/asked-people.ts'
import type { TestMember } from '../../test/members.ts'
import { visitor } from '../../test/own-page.ts'
import { soundGoes } from '../conversations/index.ts'
import { recruitingRoutes } from './index.ts'
import { consentVersion, inviteeWords } from './wording/words.ts'

let house: AskingHouse
let ann: TestMember

askOnSunday({
  opened: (opened) => {
    house = opened
  },
  begun: (owner) => {
    ann = owner
  },
})

const host = 'speech.example.org'
const goes = soundGoes.da(host)
const visitWith = (named: string) => {
  const transcriber = {
    url: `https://${named}/v1/audio/transcriptions`,
    key: undefined,
    model: 'm',
    largest: 1,
  }
  return visitor({ ...house.app, transcriber }, recruitingRoutes)
}

test('who is asked reads where the sound goes, agrees to those words, and to no other service', async () => {
  const { path, personNo } = await openAsking(house, ann)
  expect((await house.visit.open(path)).text).not.toContain(goes)
  const visit = visitWith(host)
  expect((await visit.open(path)).text).toContain(goes)
  const form = await visit.send(`${path}/answers`, fitting)
  expect(form.text).toContain(`${inviteeWords.da.uses.recording.what} ${goes}`)
  const version = /name="version" value="([^"]*)"/.exec(form.text)?.[1] ?? ''
  expect(version).not.toBe(consentVersion)
  const elsewhere = await visitWith('other.example.org').send(`${path}/agreement`, consent({ version }))
  expect(elsewhere.text).toContain(inviteeWords.da.faults.changed.title)
  expect((await visit.send(`${path}/agreement`, consent({ version }))).text).toContain(inviteeWords.da.choose)
  const { rows } = await sql<{ wording: string; wording_version: string }>`
    select wording, wording_version from consent_ledger
    where workspace_id = ${ann.workspaceId} and person_no = ${personNo} and purpose = 6`.execute(house.app.pg)
  expect(rows).toEqual([{ wording: expect.stringContaining(goes), wording_version: version }])
})
