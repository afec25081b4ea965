import { useEffect } from 'react'
import type { ProblemError } from '../kit/problem.ts'
import { useGo } from '../kit/routing.ts'

/** Sends whoever is not signed in to the sign-in page, which brings them back to where they wanted to go (`?next=`). */
export function useSignIn(problem: ProblemError | null): void {
  const go = useGo()
  const isStranger = problem?.status === 401
  useEffect(() => {
    if (!isStranger) return
    const next = `${location.pathname}${location.search}`
    go(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`, { replace: true })
  }, [isStranger, go])
}
