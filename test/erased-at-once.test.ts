import { describe, expect, test } from 'vitest'
import { bringMemos, holdParticipants } from '../src/coding/exchange/exchanged-memos.ts'
import { writeSummary } from '../src/coding/views/write-summary.ts'
import { findPerson } from '../src/people/index.ts'
import { beginErasure } from '../src/requests/erasure.ts'
import { keepers } from '../src/requests/routes.ts'
import { ParticipantId } from '../src/workspace/index.ts'
import { waitsFor } from './beside.ts'
import { asMember } from './own-page.ts'
import { talkOfTwo } from './talk-of-two.ts'

const { app, here, by, personOf, mark, replaceTide, names } = await talkOfTwo()

describe('what is written of somebody who is erased meanwhile', () => {
  /** Erases Ann of the talk while the work waits for the names of the study, and until nothing more is to be erased. */
  async function eraseBeside(
    work: (ann: { personNo: number; personId: string; participantId: string }) => Promise<unknown>,
  ) {
    const { workspaceId } = here().owner
    await replaceTide()
    const ann = await personOf('walked')
    const { personId } = ann
    const { working, erasing } = await app.pg.transaction().execute(async (tx) => {
      await names().execute(tx)
      const written = work(ann)
      written.catch(() => undefined)
      await waitsFor(app)
      const person = await findPerson(app, { workspaceId, personId })
      if (!person) throw new Error('Ann is gone')
      const erased = beginErasure(app, { ...by(), person, keepers }).then(() => app.outbox.drain())
      await Promise.race([erased, waitsFor(app, { n: 2 })])
      return { working: written, erasing: erased }
    })
    await Promise.allSettled([working, erasing])
    await app.outbox.drain()
    const left = keepers.map(({ holdings }) => holdings.countPerson(app, { workspaceId, ...ann }))
    return (await Promise.all(left)).reduce((sum, count) => sum + count, 0)
  }

  test('goes with them: a memo that a project brings', async () => {
    const { workspaceId } = here().owner
    const left = await eraseBeside(({ participantId }) =>
      app.pg.transaction().execute(async (tx) => {
        const held = await holdParticipants(tx, { workspaceId, participantIds: [participantId] })
        const memos = [...held.values()].map(
          (id) => ({ kind: 'person', id, text: 'She is a sailor.' }) as const,
        )
        expect(memos).toHaveLength(1)
        return bringMemos({ app, tx }, { workspaceId, userId: here().owner.userId, memos })
      }),
    )
    expect(left).toBe(0)
  })

  test('goes with them: a summary of what they said', async () => {
    const { codeIds } = await mark(['walked home'])
    const left = await eraseBeside(({ participantId }) =>
      writeSummary(app, {
        ...{
          workspaceId: here().owner.workspaceId,
          studyId: here().studyId,
          actor: asMember(here().owner),
          codeId: codeIds[0] ?? '',
        },
        ...{ participantId: ParticipantId.parse(participantId), text: 'She walked.', version: 0 },
      }),
    )
    expect(left).toBe(0)
  })
})
