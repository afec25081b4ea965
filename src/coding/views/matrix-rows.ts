import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../platform/index.ts'
import type { Group } from './groups.ts'
import { byDate, type Heard } from './heard.ts'
import { groupBySegment, groupByTrait } from './person-groups.ts'
import type { RowKind } from './view.schema.ts'

export type Row = {
  key: string
  label: string | null
  from: number | null
  below: number | null
  /** People heard there. */
  n: number
}

export type Rows = {
  rows: Row[]
  /** SQL: the table `keyed`, passages of `chosen` with the key of their row. */
  keyed: RawBuilder<unknown>
  /** The rows of a person, where rows are of people. */
  rowsOfPerson: ReadonlyMap<number, readonly string[]>
}

type Asked = {
  workspaceId: string
  studyId: string
  rows: RowKind
  of: string | undefined
  heard: readonly Heard[]
}

/** Tenths of a conversation, by the place of the turn. */
export const partsOfTalk = 10

/** The rows of a table, each with the people heard there, and how passages find theirs. Throws 404. */
export async function rowsOf(app: App, asked: Asked): Promise<Rows> {
  const { rows, heard, studyId } = asked
  const n = new Set(heard.map(({ personNo }) => personNo)).size
  switch (rows) {
    case 'participant':
      return {
        rowsOfPerson: new Map(heard.map(({ personNo, participantId }) => [personNo, [participantId]])),
        rows: rowsBy(heard, (one) => ({ key: one.participantId, label: one.who })),
        keyed: sql`
          select c.*, pt.id::text as row_key from chosen c
          join participants pt on pt.study_id = ${studyId}::uuid and pt.person_no = c.person_no`,
      }
    case 'interview':
      return {
        rowsOfPerson: nobody,
        rows: rowsBy(heard.toSorted(byDate), (one) => ({ key: one.interviewId, label: one.interview })),
        keyed: sql`select c.*, c.interview_id::text as row_key from chosen c`,
      }
    case 'language':
      return {
        rowsOfPerson: nobody,
        rows: rowsBy(heard, (one) => ({ key: one.language, label: null })).toSorted(
          (a, b) => b.n - a.n || a.key.localeCompare(b.key),
        ),
        keyed: sql`select c.*, c.language as row_key from chosen c`,
      }
    case 'month':
      return {
        rowsOfPerson: nobody,
        rows: rowsBy(heard, (one) => ({ key: one.month, label: null })).toSorted((a, b) =>
          a.key.localeCompare(b.key),
        ),
        keyed: sql`select c.*, to_char(c.happened_at at time zone 'UTC', 'YYYY-MM') as row_key from chosen c`,
      }
    case 'part':
      return {
        rowsOfPerson: nobody,
        rows: Array.from({ length: partsOfTalk }, (_, part) => ({ ...plain, key: String(part), n })),
        keyed: sql`
          with lasts as materialized (
            select i.interview_id, (select max(u.position) from utterances u where u.interview_id = i.interview_id) as last
            from (select distinct interview_id from chosen) i
          )
          select c.*, least(${partsOfTalk}::int - 1, c.position * ${partsOfTalk}::int / (l.last + 1))::text as row_key
          from chosen c join lasts l using (interview_id)`,
      }
    case 'segment':
    case 'trait':
      return rowsOfGroups(await groupsOf(app, asked))
    case 'code':
      return { rows: [], rowsOfPerson: nobody, keyed: sql`select c.*, '' as row_key from chosen c` }
  }
}

const nobody: Rows['rowsOfPerson'] = new Map()
const plain: Row = { key: '', label: null, from: null, below: null, n: 0 }

/** Rows in the order they are met, each with how many different people were heard there. */
function rowsBy(heard: readonly Heard[], nameOf: (one: Heard) => Pick<Row, 'key' | 'label'>): Row[] {
  return [...Map.groupBy(heard, (one) => nameOf(one).key).values()].flatMap((own) => {
    const [first] = own
    const people = new Set(own.map(({ personNo }) => personNo))
    return first === undefined ? [] : [{ ...plain, ...nameOf(first), n: people.size }]
  })
}

async function groupsOf(app: App, { workspaceId, rows, of = '', heard }: Asked): Promise<Group[]> {
  const people = [...new Set(heard.map(({ personNo }) => personNo))]
  return rows === 'segment'
    ? groupBySegment(app, { workspaceId, of, people })
    : groupByTrait(app, { workspaceId, of, people })
}

function rowsOfGroups(groups: readonly Group[]): Rows {
  const placed = groups.flatMap(({ key, people }) => people.map((personNo) => ({ key, personNo })))
  return {
    rows: groups.map(({ people, ...row }) => ({ ...row, n: people.length })),
    rowsOfPerson: new Map(
      [...Map.groupBy(placed, ({ personNo }) => personNo)].map(([personNo, own]) => [
        personNo,
        own.map(({ key }) => key),
      ]),
    ),
    keyed: sql`
      select c.*, g.row_key from chosen c
      join unnest(${placed.map(({ personNo }) => personNo)}::bigint[], ${placed.map(({ key }) => key)}::text[])
        as g (person_no, row_key) using (person_no)`,
  }
}
