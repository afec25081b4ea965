import { Problem, json, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import type { z } from 'zod'
import { teamWordsToKeep } from '../team-words.ts'
import { guideInWords, wordsOfGuide, type GuideWords } from './guide-words.ts'
import { keptGuide, type GuideSection, type GuideSent } from './guide.schema.ts'

type Writing = {
  workspaceId: string
  studyId: string
  actor: Doer
  guide: z.output<typeof GuideSent>
}

/** The trail says once an hour that somebody works on a guide, not each time they pause. */
const quietHour = 3_600_000

/**
 * Writes a guide anew over the version that was read; answers it as it is kept, with the ids it got. Throws `guide-changed` (409) when a colleague
 * was faster, 404.
 */
export async function changeGuide(
  app: App,
  given: Writing & { version: number },
): Promise<{ guideVersion: number; guide: GuideSection[] }> {
  const { workspaceId, studyId, actor, version } = given
  return app.pg.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('studies')
      .select(['guide_version', 'guide_changed_at', 'guide_changed_by'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', studyId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!found) throw notFound('study')
    if (found.guide_version !== version) throw guideChanged()
    const now = app.clock.now()
    const isAtIt =
      found.guide_changed_at !== null &&
      found.guide_changed_by === userOf(actor) &&
      now.getTime() - found.guide_changed_at.getTime() < quietHour
    const guide = await writeGuide({ app, tx }, { ...given, version: version + 1 })
    if (!isAtIt)
      await audit(tx, {
        workspaceId,
        actor,
        action: 'study.guide-changed',
        subject: { kind: 'study', id: studyId },
      })
    return { guideVersion: version + 1, guide }
  })
}

/** Writes the guide of a study that is locked for it, with pseudonyms in the place of what is replaced in the study. */
export async function writeGuide(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, studyId, actor, guide, version }: Writing & { version: number },
): Promise<GuideSection[]> {
  const sent = keptGuide(guide, () => crypto.randomUUID())
  const kept = await guideToKeep({ app, tx }, { workspaceId, studyId, sent })
  await tx
    .updateTable('studies')
    .set({
      guide: json(kept),
      guide_version: version,
      guide_changed_at: app.clock.now(),
      guide_changed_by: userOf(actor),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .execute()
  return kept
}

async function guideToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: { workspaceId: string; studyId: string; sent: readonly GuideSection[] },
): Promise<GuideSection[]> {
  const { workspaceId, studyId, sent } = given
  const about = { kind: 'study', id: studyId } as const
  const kept = new Map<string, string>()
  const keyOf = ({ language, text }: GuideWords) => `${language} ${text}`
  for (const [language, words] of Map.groupBy(wordsOfGuide(sent), (one) => one.language)) {
    const texts = words.map(({ text }) => text)
    const found = await teamWordsToKeep(tx, { app, workspaceId, about, language, texts })
    for (const [at, one] of words.entries()) kept.set(keyOf(one), found[at] ?? one.text)
  }
  return guideInWords(sent, (words) => kept.get(keyOf(words)) ?? words.text)
}

const userOf = (actor: Doer) => ('userId' in actor ? actor.userId : null)

const guideChanged = () =>
  new Problem({
    id: 'guide-changed',
    status: 409,
    detail: 'A colleague has changed this guide meanwhile. Read theirs and put your change on top.',
  })
