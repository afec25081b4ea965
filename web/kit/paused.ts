import { useEffect, useState } from 'react'

const pause = 400

/** A text as it stood when the writer last paused: nobody is corrected in the middle of a word, and nothing is looked for at every letter. */
export function usePaused(text: string): string {
  const [paused, take] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => take(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
