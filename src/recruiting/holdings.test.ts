import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { asMember, visitor } from '../../test/own-page.ts'
import { bringRecruits, openRecruiting, pathOfInvitee } from '../../test/recruits.ts'
import { makeDraw, releaseDraw } from './draws.ts'
import { recruitingHoldings } from './holdings.ts'
import { recruitingRoutes } from './index.ts'
import { sendLetters } from './sending.ts'
import { listThanks, mailThanks, recordThanks } from './thanks.ts'
import { consentVersion } from './wording/words.ts'

const app = await openTestApp()

test('what is kept of somebody who was asked is given to them, erased with their letters, and then gone', async () => {
  const ann = await openWorkspace(app)
  const { workspaceId } = ann
  const [personNo = 0, otherNo = 0] = await bringRecruits(app, ann, [
    { email: 'mette@example.org', traits: {}, said: 'given' },
    { email: 'other@example.org', traits: {}, said: 'given' },
  ])
  const { studyId } = await openRecruiting(app, ann)
  const at = { workspaceId, studyId, actor: asMember(ann) }
  const { drawId } = await makeDraw(app, { ...at, each: 1 })
  await releaseDraw(app, { ...at, drawId })
  await sendLetters(app)
  const visit = visitor(app, recruitingRoutes)
  const path = await pathOfInvitee(app, { studyId, personNo })
  await visit.send(`${path}/answers`)
  await visit.send(`${path}/agreement`, {
    version: consentVersion,
    language: 'en',
    called: 'Mette',
    quoting: 'no',
  })
  const { rows } = await sql<{ participant_id: string }>`
    select participant_id from invitees where person_no = ${personNo}`.execute(app.pg)
  const participantId = rows[0]?.participant_id ?? ''
  const draft = {
    what: 'Gift card',
    amount: 25_000,
    currency: 'DKK' as const,
    how: 'by mail',
    givenOn: '2026-03-02',
  }
  await recordThanks(app, { workspaceId, participantId, actor: asMember(ann), draft })
  await mailThanks(app, { workspaceId, participantId, actor: asMember(ann) })
  await mailThanks(app, { workspaceId, participantId, actor: asMember(ann) })
  expect(await listThanks(app.pg, at)).toEqual([expect.objectContaining({ ...draft, participantId })])

  const person = { workspaceId, personNo, personId: '' }
  const exported = await recruitingHoldings.exportPerson(app, person)
  expect(exported).toMatchObject({
    asked: [{ study: 'Why people switch bank', state: 'agreed', called: 'Mette', introduced: false }],
    thanks: [{ what: 'Gift card', amount: 25_000, currency: 'DKK', how: 'by mail' }],
  })
  expect(await recruitingHoldings.countPerson(app, person)).toBe(2)
  const lettersTo = async (address: string) =>
    (await sql<{ n: number }>`select count(*) as n from mails where recipient = ${address}`.execute(app.pg))
      .rows[0]?.n
  expect(await lettersTo('mette@example.org')).toBe(2)
  await recruitingHoldings.erasePerson(app, person)
  await recruitingHoldings.erasePerson(app, person)
  expect(await recruitingHoldings.countPerson(app, person)).toBe(0)
  expect(await lettersTo('mette@example.org')).toBe(0)
  expect(await lettersTo('other@example.org')).toBe(1)
  expect(await recruitingHoldings.countPerson(app, { ...person, personNo: otherNo })).toBe(1)
})
