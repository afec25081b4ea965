import { useEffect, useEffectEvent, useState } from 'react'
import { z } from 'zod'
import { asProblem, store, stored, useWorkspace } from '../../../web/kit/index.ts'
import { writtenGuide } from '../guide/edit-guide.ts'
import { GuideSection } from '../guide/guide.schema.ts'
import { guideAsKept } from '../guide/guide-words.ts'
import { useChangeGuide, type StudyShown } from './conversations-data.ts'

export type Saving = 'saved' | 'saving' | 'unreachable' | 'changed elsewhere'

const pause = 800
const again = 5_000

const Kept = z.object({ version: z.number(), guide: z.array(z.unknown()) })
const Unsent = GuideSection.array()

/**
 * A guide that saves itself while it is written. What is not saved yet stays in this browser and is there again after a reload. Where
 * a colleague was faster nothing is overwritten: the member reads theirs or puts their own over it.
 */
export function useGuideSaving({
  study,
  onReload,
}: {
  study: StudyShown
  onReload: () => Promise<{ data?: StudyShown | undefined }>
}) {
  const key = `guide.${study.studyId}`
  const { id: workspaceId } = useWorkspace()
  const [begun] = useState(() => beginWith(study, stored(key)))
  const [guide, write] = useState(begun.guide)
  const [saved, know] = useState(begun.saved)
  const [trouble, tell] = useState<'unreachable' | 'changed elsewhere' | null>(begun.trouble)
  const { mutateAsync, isPending } = useChangeGuide()
  const isSaved = guide === saved.guide

  const save = useEffectEvent(async () => {
    const sent = guide
    try {
      const written = writtenGuide(sent)
      const { guideVersion, guide: kept } = await mutateAsync({
        path: { workspaceId, studyId: study.studyId },
        body: { version: saved.version, guide: written },
      })
      const shown = guideAsKept(sent, { written, kept })
      know({ version: guideVersion, guide: shown })
      write((now) => (now === sent ? shown : guideAsKept(now, { written, kept })))
      tell(null)
    } catch (error) {
      tell(asProblem(error).id === 'guide-changed' ? 'changed elsewhere' : 'unreachable')
    }
  })
  useEffect(() => {
    if (isSaved || isPending || trouble === 'changed elsewhere') return undefined
    const timer = setTimeout(() => void save(), trouble === 'unreachable' ? again : pause)
    return () => clearTimeout(timer)
  }, [guide, isSaved, isPending, trouble])

  useEffect(() => {
    store(key, isSaved ? null : JSON.stringify({ version: saved.version, guide }))
  }, [key, guide, saved.version, isSaved])

  const take = (theirs: StudyShown) => {
    know({ version: theirs.guideVersion, guide: theirs.guide })
    write(theirs.guide)
    tell(null)
  }
  // A colleague saved and nothing is written here: theirs is taken at once.
  if (isSaved && !isPending && study.guideVersion > saved.version) take(study)

  const state: Saving = trouble ?? (isSaved ? 'saved' : 'saving')
  return {
    guide,
    change: write,
    state,
    /** Gives up what is not saved and reads the colleague's. */
    readTheirs: async () => {
      const { data } = await onReload()
      if (data) take(data)
    },
    /** Saves what stands here over the colleague's version. */
    putMineOver: async () => {
      const { data } = await onReload()
      if (!data) return
      know({ version: data.guideVersion, guide: data.guide })
      tell(null)
    },
  }
}

type Begun = {
  guide: GuideSection[]
  saved: { version: number; guide: GuideSection[] }
  trouble: 'changed elsewhere' | null
}

/** What was not sent before a reload comes back; over another version than it was written on, it waits for the member's word. */
function beginWith(study: StudyShown, kept: string | null): Begun {
  const saved = { version: study.guideVersion, guide: study.guide }
  const unsent = kept === null ? undefined : Kept.safeParse(parsed(kept)).data
  const guide = unsent && unsentGuide(unsent.guide)
  if (!unsent || !guide) return { guide: saved.guide, saved, trouble: null }
  return { guide, saved, trouble: unsent.version === saved.version ? null : 'changed elsewhere' }
}

/** Lines left empty were not written yet; they are no reason to lose the others. */
function unsentGuide(guide: unknown[]): GuideSection[] | undefined {
  const Written = z.array(
    GuideSection.extend({
      questions: z.array(GuideSection.shape.questions.element.extend({ text: z.string() })),
    }),
  )
  const loose = Written.safeParse(guide).data
  return loose && Unsent.safeParse(writtenGuide(loose)).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
