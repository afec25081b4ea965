import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { sendWaitingNotes } from '../../src/conversations/ui/index.ts'
import { useStandIns } from '../kit/kept-answers.ts'
import { Banner } from '../kit/notice.tsx'
import { tidyOffline } from '../kit/offline.ts'
import { usePageParams } from '../kit/routing.ts'
import { useSession, WorkspaceContext, type Session, type Workspace } from '../kit/session.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import { store } from '../kit/stored.ts'
import { useText } from '../kit/text.tsx'
import { BrokenPage, NotFoundPage } from './broken-page.tsx'
import { NavDrawer } from './nav-drawer.tsx'
import { Navigation } from './navigation.tsx'
import { useSearchKey } from './search-key.ts'
import { useSignIn } from './sign-in.ts'
import { StudyPath } from './study-path.tsx'

/** Every page of a workspace stands in here: navigation at the side, or behind a button on a phone. */
export function Shell() {
  const { workspaceId } = usePageParams('workspaceId')
  const session = useSession()
  useSignIn(session.error)
  const workspace = session.data?.workspaces.find(({ id }) => id === workspaceId)
  useEffect(() => {
    if (workspace) store('workspace', workspace.id)
  }, [workspace])
  if (session.error && session.error.status !== 401 && !session.data)
    return <BrokenPage error={session.error} />
  if (session.data && !workspace) return <NotFoundPage />
  if (!session.data || !workspace)
    return (
      <main className="p-6 md:pl-72">
        <Skeleton />
      </main>
    )
  return <Frame session={session.data} workspace={workspace} />
}

function Frame({ session, workspace }: { session: Session; workspace: Workspace }) {
  const t = useText()
  useFocusOnNewPage()
  useWaitingNotes(session.member.email)
  useKept(session.member.email)
  return (
    <WorkspaceContext value={workspace}>
      <SearchKey />
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-raised px-4 py-2.5 shadow-lift focus:translate-y-0"
      >
        {t('app.skip')}
      </a>
      <div className="min-h-dvh md:grid md:grid-cols-[15rem_1fr] quiet:block! print:block!">
        <header
          className="sticky top-0 h-dvh border-r border-line bg-sunken max-md:hidden quiet:hidden"
          data-screen-only
        >
          <Navigation session={session} />
        </header>
        <div className="flex min-w-0 flex-col">
          <NavDrawer session={session} />
          <main id="content" tabIndex={-1} className="grow outline-none">
            {workspace.isSample && <Banner look="warning">{t('app.sample')}</Banner>}
            <div className="mx-auto w-full max-w-6xl px-4 pt-6 pb-20 md:px-10 md:pt-10 print:p-0">
              <StudyPath />
              <Outlet />
            </div>
          </main>
        </div>
      </div>
    </WorkspaceContext>
  )
}

/** Notes of conversations that could not be sent before: after a crash, or signing out without the network. */
function useWaitingNotes(owner: string): void {
  useEffect(() => {
    const send = () => void sendWaitingNotes(owner).catch(() => undefined)
    send()
    addEventListener('online', send)
    return () => removeEventListener('online', send)
  }, [owner])
}

/** What was kept for a page without the network: let go when it is over or somebody else's, and read anew when the network is back. */
function useKept(owner: string): void {
  const client = useQueryClient()
  const standIns = useStandIns()
  const before = useRef(standIns)
  useEffect(() => {
    if (standIns < before.current) void client.invalidateQueries()
    before.current = standIns
    if (standIns === 0) void tidyOffline(owner).catch(() => undefined)
  }, [client, standIns, owner])
}

/** Within the workspace, because it asks what this member may do there. */
function SearchKey() {
  useSearchKey()
  return null
}

/** After going to another page, keyboard and screen reader begin at its content and not in the menu they came from. */
function useFocusOnNewPage(): void {
  const path = useLocation({ select: (place) => place.pathname })
  useEffect(() => {
    // A page that has put the cursor into its own field keeps it there.
    const { activeElement } = document
    const content = document.getElementById('content')
    if (activeElement === document.body || !content?.contains(activeElement))
      content?.focus({ preventScroll: true })
  }, [path])
}
