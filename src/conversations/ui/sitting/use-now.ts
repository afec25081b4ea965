import { useEffect, useState } from 'react'

/** Now, again every so many milliseconds. */
export function useNow(every: number): number {
  const [now, tick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
