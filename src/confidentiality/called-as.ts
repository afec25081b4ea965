import { sql } from 'kysely'
import { partsOfName } from '../language/index.ts'
import type { PostgresTransaction } from '../platform/index.ts'
import type { NewName } from './study-names.ts'

/** What participants of a study wish to be called, each part of it with whose it is. */
export async function calledAs(tx: PostgresTransaction, studyId: string): Promise<NewName[]> {
  const { rows } = await sql<{ called: string; person_no: number }>`
    select distinct k.called, p.person_no from sitting_people k join participants p on p.id = k.participant_id
    where p.study_id = ${studyId} and k.called <> ''`.execute(tx)
  return rows.flatMap(({ called, person_no: personNo }) =>
    partsOfName(called).map((name) => ({ ...name, form: titled(name.key), kind: 'name' as const, personNo })),
  )
}

/** `van der berg` as it is written: Van Der Berg. */
export const titled = (key: string) =>
  key.replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
