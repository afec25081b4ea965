import type { App, PostgresTransaction } from '../platform/index.ts'
import { suspicionFields } from './study.schema.ts'
import { refuseLocked, type Suspicion } from './suspicion.ts'
import { teamWordsToKeep } from './team-words.ts'

type Written = Suspicion & { title: string }
type Keeping = {
  workspaceId: string
  studyId: string
  sent: Written
  was: Suspicion & { locked_at: Date | null }
}

/**
 * What a study is called and suspects, as it is kept: with pseudonyms in the place of what is replaced in it. A name that is replaced after the suspicion was
 * locked changes nothing of what was suspected; when it was is kept. Throws `suspicion-locked` (409) for any other change of it.
 */
export async function studyWordsToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, studyId, sent, was }: Keeping,
): Promise<Written & { suspicion_replaced_at?: Date }> {
  const about = { kind: 'study', id: studyId } as const
  const keep = (texts: readonly string[]) => teamWordsToKeep(tx, { app, workspaceId, about, texts })
  const [title = sent.title] = await keep([sent.title])
  const [kept, before] = [await suspicionIn(sent, keep), await suspicionIn(was, keep)]
  refuseLocked({ lockedAt: was.locked_at, was: before, wanted: kept })
  const isReplaced = was.locked_at !== null && suspicionFields.some((field) => kept[field] !== was[field])
  return { title, ...kept, ...(isReplaced ? { suspicion_replaced_at: app.clock.now() } : {}) }
}

async function suspicionIn(
  { hypothesis, confirmation, contradiction }: Suspicion,
  keep: (texts: readonly string[]) => Promise<readonly string[]>,
): Promise<Suspicion> {
  const kept = await keep([hypothesis, confirmation, contradiction])
  return {
    hypothesis: kept[0] ?? hypothesis,
    confirmation: kept[1] ?? confirmation,
    contradiction: kept[2] ?? contradiction,
  }
}
