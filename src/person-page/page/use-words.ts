import { soundGoes } from '../../conversations/index.ts'
import type { Language } from '../../workspace/index.ts'
import type { Use } from '../own-uses.ts'
import { pageWords, type UseWords } from './words/words.ts'

/** What each use is called and means; of recording also where the sound goes, where it may go outside the team. */
export function wordsOfUses(language: Language, soundHost: string | null): Record<Use, UseWords> {
  const { uses } = pageWords[language]
  if (soundHost === null) return uses
  const { recording } = uses
  return { ...uses, recording: { ...recording, yes: `${recording.yes} ${soundGoes[language](soundHost)}` } }
}
