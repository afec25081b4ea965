import { request } from '../kit/api.ts'
import { tidyOffline } from '../kit/offline.ts'
import { useText } from '../kit/text.tsx'
import { useToast } from '../kit/toast.tsx'

/** Ends the session on the server. Loads the sign-in page anew, so that nothing that was read stays in memory. */
export function useSignOut(): () => Promise<void> {
  const t = useText()
  const toast = useToast()
  return async () => {
    try {
      await request('POST /api/sign-out', {})
      await tidyOffline(null).catch(() => undefined)
      location.assign('/sign-in')
    } catch {
      toast({ text: t('kit.problem.network') })
    }
  }
}
