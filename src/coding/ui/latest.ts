import { useCallback, useEffect, useRef, type RefObject } from 'react'

/** What was drawn last, for what happens later: keys, presses, timers. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

/** The same function at every drawing, that does what was given last; so what it is handed to need not be drawn again. Not to be called while drawing. */
export function useSteady<Given extends unknown[]>(
  work: (...given: Given) => void,
): (...given: Given) => void {
  const latest = useLatest(work)
  return useCallback((...given: Given) => latest.current(...given), [latest])
}
