import { Outlet } from '@tanstack/react-router'
import { AppearanceMenu } from './member-menu.tsx'
import { Mark } from './mark.tsx'

/** Pages before signing in: the mark, one narrow column, and the choice of language. */
export function PublicFrame() {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-4 py-3 md:px-8">
        <Mark />
        <AppearanceMenu />
      </header>
      <main id="content" className="mx-auto w-full max-w-md grow px-4 pt-8 pb-16 md:pt-20">
        <Outlet />
      </main>
    </div>
  )
}
