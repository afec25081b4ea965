import { expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { makePeopleInStates, mayOf, permissionStates } from '../../test/permission-states.ts'
import { purposes, recordConsent, type Purpose } from '../consent/index.ts'
import { writeFacts } from '../people/index.ts'
import { createSet } from './change-set.ts'
import { listSegments } from './saved-set.ts'
import { segmentPeople } from './segment-people.ts'
import type { Condition } from './segment.ts'

const app = await openTestApp()

test('every state of every purpose, at the door to the people of a segment', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  const people = await makePeopleInStates(app, { workspaceId, since: new Date('2026-01-01') })
  const sourceId = crypto.randomUUID()
  const fact = { trait: 'job', text: 'student', num: null, origin: 'told', class: 'demographic' } as const
  await writeFacts(app, {
    workspaceId,
    sourceId,
    facts: people.map(({ personNo }) => ({ personNo, ...fact, at: new Date('2026-02-01') })),
  })
  const all: Condition[] = [{ kind: 'trait', trait: 'job', op: 'is', value: 'student' }]
  const set = { name: 'A set', audience: [], outcome: null, rules: [{ name: 'Students', all }] }
  await createSet(app, { ...set, workspaceId, by: home.actor })
  const [{ segmentId } = { segmentId: '' }] = await listSegments(app, workspaceId)
  const listed = async (purpose: Purpose) => {
    const page = await segmentPeople(app, { workspaceId, segmentId, purpose, limit: 1000 })
    return page.people.map(({ personNo }) => Number(personNo)).toSorted((a, b) => a - b)
  }
  const wanted = (purpose: Purpose) =>
    people
      .filter((person) => person.purpose === purpose && mayOf(person.state, purpose).workspace)
      .map(({ personNo }) => personNo)
  // Whoever may not be analysed is in no segment, whatever else they agreed to.
  expect(await listed('analysis')).toEqual(wanted('analysis'))
  for (const purpose of purposes.slice(1)) expect([purpose, await listed(purpose)]).toEqual([purpose, []])
  await say(
    workspaceId,
    people.filter(({ purpose }) => purpose !== 'analysis').map(({ personNo }) => personNo),
    'analysis',
    'given',
  )
  for (const purpose of purposes.slice(1))
    expect([purpose, await listed(purpose)]).toEqual([purpose, wanted(purpose)])
  expect(people).toHaveLength(purposes.length * permissionStates.length)
})

async function say(
  workspaceId: string,
  personNos: readonly number[],
  purpose: Purpose,
  state: 'given' | 'withdrawn',
): Promise<void> {
  await recordConsent(app, {
    workspaceId,
    entries: personNos.map((personNo) => ({
      personNo,
      purpose,
      state,
      happenedAt: new Date('2026-11-10T10:00:00Z'),
      channel: 'by hand',
      actor: { kind: 'member' },
    })),
  })
}
