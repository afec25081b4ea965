import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { exportProject } from '../src/coding/exchange/export-project.ts'
import { exportMatrix, exportQuotes } from '../src/coding/exchange/tables.ts'
import { writeAgreements } from '../src/conversations/index.ts'
import { refuseQuote } from '../src/person-page/refused-quote.ts'
import { waitsFor } from './beside.ts'
import { talkOfTwo } from './talk-of-two.ts'

const { app, here, by, inStudy, turnOf, mark } = await talkOfTwo()

describe('what somebody takes back while it is put together for a file', () => {
  const ann = () =>
    here().interview.speakers.find(({ speakerId }) => speakerId === turnOf('walked').speakerId)
  type Said = Parameters<typeof writeAgreements>[1]['joined'][number]['agreements'][number]
  /** Begins something that takes words out, and has Ann say something else before it is written down. */
  async function takeBackBeside<T>(work: () => Promise<T>, said: Said): Promise<Promise<T>[]> {
    return app.pg.transaction().execute(async (tx) => {
      // As their page does, and as a member who writes it down.
      await sql`select from participants where id = ${ann()?.participantId} for update`.execute(tx)
      const taken = work()
      taken.catch(() => undefined)
      await waitsFor(app)
      await writeAgreements({ app, tx }, { ...ofAnn(said), ...by() })
      return [taken]
    })
  }
  const ofAnn = (said: Said) => ({
    studyId: here().studyId,
    joined: [
      { personNo: ann()?.personNo ?? 0, participantId: ann()?.participantId ?? '', agreements: [said] },
    ],
  })
  const exported = () =>
    app.pg
      .selectFrom('coding_exports')
      .selectAll()
      .where('workspace_id', '=', here().owner.workspaceId)
      .execute()

  test.each([
    ['quotes', 'quoting'],
    ['matrix', 'conversation_analysis'],
  ] as const)('leaves with nobody: %s', async (file, agreement) => {
    await mark(['tide was high'])
    const take = file === 'quotes' ? exportQuotes : exportMatrix
    const [taking] = await takeBackBeside(() => take(app, { ...inStudy(), format: 'csv' }), {
      ...{ agreement, given: false, channel: 'by hand' },
    })
    await expect(taking).rejects.toMatchObject({ id: 'words-withheld' })
    expect(await exported()).toEqual([])
  })

  test('leaves with nobody: a name beside words that may be quoted as before', async () => {
    await mark(['tide was high'])
    await app.pg
      .updateTable('studies')
      .set({ quotes_by_name: true })
      .where('id', '=', here().studyId)
      .execute()
    const quoting = { agreement: 'quoting', given: true, channel: 'by hand' } as const
    const byName: Said = { ...quoting, manner: 'name', quotedAs: 'Ann Sailor' }
    await app.pg.transaction().execute((tx) => writeAgreements({ app, tx }, { ...ofAnn(byName), ...by() }))
    const take = () => exportQuotes(app, { ...inStudy(), format: 'csv' })
    expect(new TextDecoder().decode(await take())).toContain('Ann Sailor')
    const [taking] = await takeBackBeside(take, { ...quoting, manner: 'pseudonym' })
    await expect(taking).rejects.toMatchObject({ id: 'words-withheld' })
    expect(new TextDecoder().decode(await take())).not.toContain('Ann Sailor')
  })

  test('leaves with nobody: their words in a project, which goes on without them', async () => {
    await mark(['tide was high'])
    const [taking] = await takeBackBeside(
      async () => {
        const parts: Uint8Array[] = []
        for await (const part of await exportProject(app, inStudy())) parts.push(part)
        return unzipSync(new Uint8Array(Buffer.concat(parts)))
      },
      { agreement: 'conversation_analysis', given: false, channel: 'by hand' },
    )
    const words = Object.values((await taking) ?? {}).map((bytes) => new TextDecoder().decode(bytes))
    expect(words.join()).toContain('The tide was low')
    expect(words.join()).not.toContain('The tide was high')
  })

  test('one quote is refused, and who takes out a passage that overlaps it has written that down first', async () => {
    const { highlightIds } = await mark(['tide was high'])
    const [personNo, participantId] = [ann()?.personNo ?? 0, ann()?.participantId ?? '']
    const of = {
      workspaceId: here().owner.workspaceId,
      studyId: here().studyId,
      personNo,
      participantId,
      language: 'en',
    } as const
    const link = { ...of, linkId: '', workspace: '', personId: '', study: '' }
    const { refusing } = await app.pg.transaction().execute(async (tx) => {
      // As an export of the overlapping passage.
      await sql`select from participants where id = ${participantId} for share`.execute(tx)
      const given = { link, highlightId: highlightIds[0] ?? '', wording: 'Out', language: 'en' } as const
      const refused = refuseQuote(app, given)
      refused.catch(() => undefined)
      await waitsFor(app)
      return { refusing: refused }
    })
    await refusing
    const [highlight] = await app.pg
      .selectFrom('highlights')
      .select('refused_at')
      .where('id', '=', highlightIds[0] ?? '')
      .execute()
    expect(highlight?.refused_at).not.toBeNull()
  })
})
