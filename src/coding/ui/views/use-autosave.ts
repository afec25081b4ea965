import { useEffect, useEffectEvent, useState } from 'react'
import { z } from 'zod'
import { asProblem, store, stored } from '../../../../web/kit/index.ts'

export type Saving = 'saved' | 'saving' | 'unreachable' | 'changed elsewhere'

/** A text as it was read, with its number. */
const Written = z.object({ text: z.string(), version: z.number() })
export type Written = z.output<typeof Written>

const pause = 800
const again = 5_000

/**
 * A text that saves itself while it is written. What is not saved yet stays in this browser under `name` and is there again after a reload. Where
 * somebody was faster (`refusal`) nothing is written over: theirs is read, or one's own put on top.
 */
export function useAutosave(given: {
  name: string
  server: Written
  refusal: string
  save: (written: Written) => Promise<{ version: number }>
  /** What stands there now, asked anew. */
  reload: () => Promise<Written | undefined>
}) {
  const { name, server, refusal } = given
  const [begun] = useState(() => unsent(name))
  const [text, write] = useState(begun?.text ?? server.text)
  const [saved, know] = useState<Written>(server)
  const [trouble, tell] = useState<'unreachable' | 'changed elsewhere' | null>(
    begun !== undefined && begun.version !== server.version ? 'changed elsewhere' : null,
  )
  const [isSending, send] = useState(false)
  const isSaved = text === saved.text

  const save = async () => {
    send(true)
    try {
      const { version } = await given.save({ text, version: saved.version })
      know({ text, version })
      tell(null)
    } catch (error) {
      tell(asProblem(error).id === refusal ? 'changed elsewhere' : 'unreachable')
    }
    send(false)
  }
  const saveLater = useEffectEvent(save)
  useEffect(() => {
    if (isSaved || isSending || trouble === 'changed elsewhere') return undefined
    const timer = setTimeout(() => void saveLater(), trouble === 'unreachable' ? again : pause)
    return () => clearTimeout(timer)
  }, [text, isSaved, isSending, trouble])
  useEffect(() => {
    store(name, isSaved ? null : JSON.stringify({ text, version: saved.version }))
  }, [name, text, isSaved, saved.version])

  const take = (theirs: Written) => {
    know(theirs)
    write(theirs.text)
    tell(null)
  }
  // Somebody else saved and nothing is written here: theirs is taken at once.
  if (isSaved && !isSending && server.version > saved.version) take(server)

  const state: Saving = trouble ?? (isSaved ? 'saved' : 'saving')
  return {
    text,
    write,
    state,
    /** Sends what is not saved yet, without waiting. */
    saveNow: () => {
      // Leaving the field to press what is asked there is no answer to it.
      if (!isSaved && !isSending && trouble !== 'changed elsewhere') void save()
    },
    readTheirs: async () => take((await given.reload()) ?? server),
    putMineOver: async () => {
      know((await given.reload()) ?? server)
      tell(null)
    },
  }
}

/** What was written before a reload and did not reach the server. */
function unsent(name: string): Written | undefined {
  try {
    return Written.optional()
      .catch(undefined)
      .parse(JSON.parse(stored(name) ?? 'null'))
  } catch {
    return undefined
  }
}
