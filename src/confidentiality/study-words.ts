import { sql } from 'kysely'
import { GuideSection, guideInWords } from '../conversations/index.ts'
import type { Language } from '../language/index.ts'
import { json, type App, type PostgresTransaction } from '../platform/index.ts'

/** What replaces in texts of a language; null: the study's own. */
type Replacing = {
  studyId: string
  replaceInLanguage: (language: Language | null) => (text: string) => string
}

/**
 * Brings what a study is called, suspects and asks to what was decided. What was suspected stays as it was locked but for the names in it, and when these were
 * replaced is kept. A guide that changes gets its next version, so that who has it open reads it. The study is held.
 */
export async function replaceInStudy(
  { app, tx }: { app: Pick<App, 'clock'>; tx: PostgresTransaction },
  { studyId, replaceInLanguage }: Replacing,
): Promise<void> {
  const study = await tx
    .selectFrom('studies')
    .select(['title', 'hypothesis', 'confirmation', 'contradiction', 'locked_at', 'guide'])
    .where('id', '=', studyId)
    .executeTakeFirst()
  if (!study) return
  const replace = replaceInLanguage(null)
  const { title, hypothesis, confirmation, contradiction } = study
  const isAmended = await replaceInAmendments(tx, { studyId, replace })
  const suspicion = {
    hypothesis: replace(hypothesis),
    confirmation: replace(confirmation),
    contradiction: replace(contradiction),
  }
  const isSuspicion =
    isAmended ||
    suspicion.hypothesis !== hypothesis ||
    suspicion.confirmation !== confirmation ||
    suspicion.contradiction !== contradiction
  const guide = replacedGuide(study.guide, replaceInLanguage)
  const now = {
    ...(replace(title) === title ? {} : { title: replace(title) }),
    ...(isSuspicion ? suspicion : {}),
    ...(isSuspicion && study.locked_at !== null ? { suspicion_replaced_at: app.clock.now() } : {}),
    ...(guide === null ? {} : { guide: json(guide), guide_version: sql<number>`guide_version + 1` }),
  }
  if (Object.keys(now).length > 0)
    await tx.updateTable('studies').set(now).where('id', '=', studyId).execute()
}

/** Whether any was changed. */
async function replaceInAmendments(
  tx: PostgresTransaction,
  { studyId, replace }: { studyId: string; replace: (text: string) => string },
): Promise<boolean> {
  const amendments = await tx
    .selectFrom('study_amendments')
    .select(['id', 'text', 'why'])
    .where('study_id', '=', studyId)
    .orderBy('id')
    .execute()
  let isChanged = false
  for (const { id, text, why } of amendments) {
    const now = { text: replace(text), why: replace(why) }
    if (now.text === text && now.why === why) continue
    await tx.updateTable('study_amendments').set(now).where('id', '=', id).execute()
    isChanged = true
  }
  return isChanged
}

/** Null where it stands as it was decided, or nobody can read it. */
function replacedGuide(
  kept: unknown,
  replaceInLanguage: Replacing['replaceInLanguage'],
): GuideSection[] | null {
  const guide = GuideSection.array().safeParse(kept).data ?? []
  const replacers = new Map<Language | null, (text: string) => string>()
  const replaced = guideInWords(guide, ({ text, language }) => {
    const replace = replacers.get(language) ?? replaceInLanguage(language)
    replacers.set(language, replace)
    return replace(text)
  })
  return JSON.stringify(replaced) === JSON.stringify(guide) ? null : replaced
}
