import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useRouter,
  type AnyRoute,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { loadRoomWords } from '../kit/locale.tsx'
import type { PageDefinition } from '../kit/page.ts'
import { BrokenPage, NotFoundPage } from './broken-page.tsx'
import { Entrance, FirstPage } from './entrance.tsx'
import { pageCode } from './page-code.ts'
import { PageFrame } from './page-frame.tsx'
import { pages } from './pages.ts'
import { PublicFrame } from './public-frame.tsx'
import { Shell } from './shell.tsx'

const workspacePath = '/w/$workspaceId'

/** The routes of all rooms' pages: those of a workspace inside the shell, the others alone. Each page is fetched when first opened. */
export function makeRouter() {
  const root = createRootRoute({
    component: Root,
    notFoundComponent: NotFoundPage,
    errorComponent: BrokenPage,
  })
  const entrance = createRoute({ getParentRoute: () => root, path: '/', component: Entrance })
  const shell = createRoute({
    getParentRoute: () => root,
    path: workspacePath,
    component: lazyRouteComponent(async () => (await pageCode(loadRoomWords), { Shell }), 'Shell'),
    notFoundComponent: NotFoundPage,
    errorComponent: BrokenPage,
  })
  const alone = createRoute({ getParentRoute: () => root, id: 'alone', component: PublicFrame })
  const inside = pages.filter((page) => isInside(page))
  const outside = pages.filter((page) => !isInside(page))
  const tree = root.addChildren([
    entrance,
    ...gallery(root),
    shell.addChildren([...inside.map((page) => pageRoute(shell, page)), ...home(shell, inside)]),
    alone.addChildren(outside.map((page) => pageRoute(alone, page))),
  ])
  return createRouter({ routeTree: tree, defaultPreload: false, scrollRestoration: true })
}

const isInside = ({ path }: PageDefinition) => path === workspacePath || path.startsWith(`${workspacePath}/`)

function pageRoute(parent: AnyRoute, page: PageDefinition): AnyRoute {
  const within = isInside(page) ? page.path.slice(workspacePath.length) : page.path
  return createRoute({
    getParentRoute: () => parent,
    path: within === '' ? '/' : within,
    // The router waits for the code before it leaves the page before, so nothing flickers.
    component: lazyRouteComponent(
      async () => ({ Page: framed(page, (await pageCode(() => page.load())).Page) }),
      'Page',
    ),
    errorComponent: BrokenPage,
  })
}

/** While no room has contributed the workspace's own page, its address leads to the first page of the menu. */
function home(shell: AnyRoute, inside: readonly PageDefinition[]): AnyRoute[] {
  if (inside.some(({ path }) => path === workspacePath)) return []
  return [createRoute({ getParentRoute: () => shell, path: '/', component: FirstPage })]
}

/** Every component in its states, for those who build; what is installed does not hold it. */
function gallery(root: AnyRoute): AnyRoute[] {
  if (import.meta.env.MODE === 'production') return []
  const component = lazyRouteComponent(() => import('../kit/gallery/gallery-page.tsx'), 'Page')
  return [createRoute({ getParentRoute: () => root, path: '/kit', component })]
}

function framed(page: PageDefinition, Content: ComponentType) {
  return function FramedPage() {
    return (
      <PageFrame page={page}>
        <Content />
      </PageFrame>
    )
  }
}

/** Links of the kit are React Aria's; here they learn to go through the router instead of loading the page anew. */
function Root() {
  const router = useRouter()
  return (
    <AriaRouterProvider navigate={(href) => void router.navigate({ href })}>
      <Outlet />
    </AriaRouterProvider>
  )
}
