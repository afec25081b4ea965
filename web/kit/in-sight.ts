import { useEffect, useRef, type RefObject } from 'react'

/** A row that is pushed sideways on a phone begins so far that what is marked in it can be seen. `marked` is a selector, `now` what is marked. */
export function useInSight<Row extends HTMLElement>(
  marked: string,
  now: string | undefined,
): RefObject<Row | null> {
  const row = useRef<Row>(null)
  useEffect(() => {
    // The marks of tabs are drawn after the row.
    const drawn = requestAnimationFrame(() => {
      const place = row.current?.querySelector(marked)?.getBoundingClientRect()
      if (!row.current || !place) return
      const { left, right } = row.current.getBoundingClientRect()
      if (place.left < left || place.right > right) row.current.scrollLeft += place.left - left - 24
    })
    return () => cancelAnimationFrame(drawn)
  }, [marked, now])
  return row
}
