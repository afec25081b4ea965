/** The list of those of a segment who may be mailed or invited, as it leaves the program. */
import { sql } from 'kysely'
import { purposeNumber, type Purpose } from '../consent/index.ts'
import { Problem, byteOrderMark, csvLine, workbook, type App } from '../platform/index.ts'
import { countSegmentPeople, segmentPeople } from '../segments/index.ts'
import { audit, type Doer, type SegmentId } from '../workspace/index.ts'
import { beginList, growList } from './contact-lists.ts'

/** What a list may be taken out for. */
export const contactPurposes = ['email_marketing', 'invitation'] as const satisfies readonly Purpose[]
export type ContactPurpose = (typeof contactPurposes)[number]

export type Taking = {
  workspaceId: string
  segmentId: SegmentId
  purpose: ContactPurpose
  actor: Doer
  segmentName: string
}

const columns = ['pseudonym', 'email', 'user_id', 'customer_id', 'segment', 'may_be_used_for', 'as_of']
const pageSize = 5000
/** A workbook is made in memory, some 600 bytes a person; a sheet has room for a million. */
const mostInWorkbook = 200_000

/**
 * Those who may be analysed and used for the purpose at the moment each page is read, asked of the ledger itself. Only what is needed to
 * reach them: pseudonym and identifiers.
 */
export async function* contactRows(app: App, taking: Taking): AsyncGenerator<string[][]> {
  const { workspaceId, segmentId, purpose } = taking
  const listId = await beginList(app, taking)
  let after = 0
  for (let more = true; more;) {
    const page = await segmentPeople(app, { workspaceId, segmentId, purpose, after, limit: pageSize })
    const personNos = page.people.map((person) => person.personNo)
    await growList(app.pg, { workspaceId, listId, personNos })
    yield await permittedRows(app, { ...taking, personNos })
    more = page.next !== null
    after = page.next ?? after
  }
}

/** The list as CSV, written as it is read; the audit trail says how many went out, also when it was broken off. */
export function contactsCsv(app: App, taking: Taking): ReadableStream<Uint8Array> {
  const pages = contactRows(app, taking)
  const encoder = new TextEncoder()
  let people = 0
  let isWritten = false
  const writeDown = async (format: string) => {
    if (isWritten) return
    isWritten = true
    await auditTaking(app, { taking, people, format })
  }
  return new ReadableStream({
    start(stream) {
      stream.enqueue(encoder.encode(byteOrderMark + csvLine(columns)))
    },
    async pull(stream) {
      const page = await pages.next().catch(async (error: unknown) => {
        await writeDown('csv, failed')
        throw error
      })
      if (page.done === true) {
        await writeDown('csv')
        stream.close()
        return
      }
      people += page.value.length
      const lines = page.value.map(csvLine).join('')
      // Nothing enqueued means nobody pulls again: an empty page goes on with an empty chunk of a line.
      stream.enqueue(encoder.encode(lines))
    },
    async cancel() {
      await writeDown('csv, broken off')
    },
  })
}

/** The list as a workbook. Throws `too-many-for-xlsx` (422) where it would be too large to make in memory. */
export async function contactsWorkbook(app: App, taking: Taking): Promise<Uint8Array<ArrayBuffer>> {
  if ((await countSegmentPeople(app, taking)) > mostInWorkbook)
    throw new Problem({
      id: 'too-many-for-xlsx',
      status: 422,
      detail: 'These are more than 200,000 people. Take them out as CSV instead.',
    })
  const rows = [columns]
  for await (const page of contactRows(app, taking)) rows.push(...page)
  await auditTaking(app, { taking, people: rows.length - 1, format: 'xlsx' })
  return workbook({ sheet: taking.segmentName, rows })
}

async function auditTaking(
  app: App,
  { taking, people, format }: { taking: Taking; people: number; format: string },
): Promise<void> {
  const { workspaceId, segmentId, purpose, actor } = taking
  await audit(app, {
    workspaceId,
    actor,
    action: 'audience.exported',
    subject: { kind: 'segment', id: segmentId },
    purpose,
    detail: { people, format },
  })
}

type Row = { pseudonym: string; email: string | null; user_id: string | null; customer_id: string | null }

/** One statement reads permission and addresses, so that nobody is in the list who took it back before it. */
async function permittedRows(
  app: App,
  { workspaceId, purpose, segmentName, personNos }: Taking & { personNos: readonly number[] },
): Promise<string[][]> {
  if (personNos.length === 0) return []
  const { rows } = await sql<Row>`
    with allowed as materialized (
      select r.person_no from permission_rows(${workspaceId}::uuid, ${[...personNos]}::bigint[]) r
      where r.scope = '' and r.purpose in (0, ${purposeNumber(purpose)}::int) and r.reason = 0
      group by r.person_no having count(*) = 2
    )
    select p.pseudonym, k.email, k.user_id, k.customer_id
    from allowed a join people p on p.no = a.person_no
    left join lateral (
      select min(i.value) filter (where i.kind = 'email') as email, min(i.value) filter (where i.kind = 'user_id') as user_id,
        min(i.value) filter (where i.kind = 'customer_id') as customer_id
      from identifiers i where i.workspace_id = p.workspace_id and i.person_no = p.no
    ) k on true
    order by p.no`.execute(app.pg)
  const asOf = app.clock.now().toISOString()
  return rows.map((row) => [
    row.pseudonym,
    row.email ?? '',
    row.user_id ?? '',
    row.customer_id ?? '',
    segmentName,
    purpose,
    asOf,
  ])
}
