/** How a study asks people: what a member writes of it before anybody is drawn. */
import {
  notFound,
  json,
  Problem,
  type App,
  type Postgres,
  type PostgresTransaction,
} from '../platform/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import { RecruitmentDraft, type Recruitment } from './recruiting.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

const untouched: RecruitmentDraft = {
  restMonths: 6,
  minutes: 60,
  about: {},
  gift: {},
  place: {},
  screener: [],
}

/** How a study asks people, as written or as it begins. */
export async function readRecruitment(
  pg: Postgres | PostgresTransaction,
  { workspaceId, studyId }: InStudy,
): Promise<RecruitmentDraft & { version: number }> {
  const row = await pg
    .selectFrom('recruitments')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .executeTakeFirst()
  if (!row) return { ...untouched, version: 0 }
  const { rest_months: restMonths, minutes, about, gift, place, screener, version } = row
  return { ...RecruitmentDraft.parse({ restMonths, minutes, about, gift, place, screener }), version }
}

/** The same with what a screen needs beside it. Throws 404. */
export async function recruitmentOf(app: App, given: InStudy): Promise<Recruitment> {
  await refuseUnknown(app.pg, given)
  const found = await readRecruitment(app.pg, given)
  return { ...found, mailConfigured: app.mail.configured }
}

/** Writes it anew over the version that was read. Throws 404 and `recruiting-changed` (409) where a colleague was faster. */
export async function changeRecruitment(
  app: App,
  given: InStudy & { version: number; draft: RecruitmentDraft; actor: Doer },
): Promise<{ version: number }> {
  const { workspaceId, studyId, version, draft, actor } = given
  return app.pg.transaction().execute(async (tx) => {
    await refuseUnknown(tx, { workspaceId, studyId })
    const { restMonths, minutes, about, gift, place, screener } = draft
    const values = {
      rest_months: restMonths,
      minutes,
      about: json(about),
      gift: json(gift),
      place: json(place),
      screener: json(screener),
      version: version + 1,
    }
    const written = await tx
      .insertInto('recruitments')
      .values({ study_id: studyId, workspace_id: workspaceId, ...values })
      .onConflict((conflict) =>
        conflict.column('study_id').doUpdateSet(values).where('recruitments.version', '=', version),
      )
      .returning('version')
      .executeTakeFirst()
    if (!written) throw recruitingChanged()
    await audit(tx, {
      workspaceId,
      actor,
      action: 'recruiting.changed',
      subject: { kind: 'study', id: studyId },
    })
    return written
  })
}

async function refuseUnknown(pg: Postgres | PostgresTransaction, { workspaceId, studyId }: InStudy) {
  const study = await pg
    .selectFrom('studies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirst()
  if (!study) throw notFound('study')
}

const recruitingChanged = () =>
  new Problem({
    id: 'recruiting-changed',
    status: 409,
    detail:
      'A colleague has changed how this study asks people. Look at theirs, then put your change on top.',
  })
