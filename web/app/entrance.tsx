import { useEffect } from 'react'
import { Button } from '../kit/button.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { useGo } from '../kit/routing.ts'
import { useSession, useWorkspace } from '../kit/session.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import { stored } from '../kit/stored.ts'
import { useText } from '../kit/text.tsx'
import { BrokenPage, NotFoundPage } from './broken-page.tsx'
import { navSections } from './navigation.tsx'
import { pages } from './pages.ts'
import { useSignIn } from './sign-in.ts'
import { useSignOut } from './sign-out.ts'

/** The bare address: on to the workspace used last, or to signing in. */
export function Entrance() {
  const t = useText()
  const go = useGo()
  const session = useSession()
  const signOut = useSignOut()
  useSignIn(session.error)
  const workspaces = session.data?.workspaces
  const last = workspaces?.find(({ id }) => id === stored('workspace')) ?? workspaces?.[0]
  useEffect(() => {
    if (last) go(`/w/${last.id}`, { replace: true })
  }, [last, go])
  if (session.error && session.error.status !== 401) return <BrokenPage error={session.error} />
  return (
    <main id="content" className="mx-auto max-w-prose p-6 pt-24">
      {workspaces?.length === 0 ? (
        <EmptyState
          heading="h1"
          title={t('app.no.workspace.title')}
          action={<Button onPress={() => void signOut()}>{t('app.sign.out')}</Button>}
        >
          {t('app.no.workspace.todo')}
        </EmptyState>
      ) : (
        <Skeleton />
      )}
    </main>
  )
}

/** Goes on to the first page of the menu that this member may open. */
export function FirstPage() {
  const go = useGo()
  const [first] = navSections(pages, useWorkspace()).flatMap(({ items }) => items)
  useEffect(() => {
    if (first) go(first.href, { replace: true })
  }, [first, go])
  return first ? <Skeleton /> : <NotFoundPage />
}
