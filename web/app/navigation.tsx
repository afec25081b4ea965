import { useLocation } from '@tanstack/react-router'
import { Link as AriaLink } from 'react-aria-components/Link'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Menu } from '../kit/menu.tsx'
import { navGroups, type NavGroup, type PageDefinition } from '../kit/page.ts'
import { useWorkspace, type Session, type Workspace } from '../kit/session.tsx'
import { useText } from '../kit/text.tsx'
import { Mark } from './mark.tsx'
import { MemberMenu } from './member-menu.tsx'
import { pages } from './pages.ts'

type NavItem = { href: string; label: string }
type NavSection = { group: NavGroup; items: NavItem[] }

/** The side of the page: which workspace, what is in it, who is signed in. */
export function Navigation({ session }: { session: Session }) {
  const t = useText()
  const workspace = useWorkspace()
  const sections = navSections(pages, workspace)
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto px-3 py-4">
      <div className="px-2.5">
        <Mark />
      </div>
      <WorkspaceSwitcher session={session} />
      <nav aria-label={t('app.nav')} className="grow">
        <ul className="flex flex-col gap-0.5">
          {sections.map((section) => (
            <SectionEntry key={section.group} section={section} />
          ))}
        </ul>
      </nav>
      <MemberMenu member={session.member} />
    </div>
  )
}

/** What this member may open, in the order of the menu. The first page of a group is where the group's own link leads. */
export function navSections(all: readonly PageDefinition[], workspace: Workspace): NavSection[] {
  return navGroups.flatMap((group) => {
    const items = all
      .filter((page) => page.nav?.group === group)
      .filter((page) => !page.permission || workspace.permissions.includes(page.permission))
      .toSorted((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
      .map((page) => ({
        href: page.path.replace('$workspaceId', workspace.id),
        label: page.nav?.label ?? page.title,
      }))
    return items.length > 0 ? [{ group, items }] : []
  })
}

/** The entry that the page at `path` belongs to: the longest that it begins with, and the workspace's own page only exactly. */
export function currentHref(sections: readonly NavSection[], path: string): string | undefined {
  return sections
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => path === href || (href.split('/').length > 3 && path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** The group of a page that has no entry of its own, e.g. a conversation. */
export function groupWithin(all: readonly PageDefinition[], path: string): NavGroup | undefined {
  const parts = path.split('/')
  const isHere = (page: PageDefinition) => {
    const wanted = page.path.split('/')
    return (
      wanted.length === parts.length && wanted.every((one, at) => one.startsWith('$') || one === parts[at])
    )
  }
  return all.find((page) => page.within !== undefined && isHere(page))?.within
}

function SectionEntry({ section }: { section: NavSection }) {
  const t = useText()
  const path = useLocation({ select: (place) => place.pathname })
  const current = currentHref(navSections(pages, useWorkspace()), path)
  const [first] = section.items
  if (!first) return null
  const isOpen =
    section.items.some(({ href }) => href === current) || section.group === groupWithin(pages, path)
  const isAlone = section.items.length === 1
  return (
    <li>
      <AriaLink
        href={first.href}
        {...(isAlone && isOpen ? { 'aria-current': 'page' } : {})}
        className={`${entryClass} gap-2.5 px-2.5 ${isOpen ? 'font-medium text-ink' : 'text-soft'} ${isAlone && isOpen ? 'bg-line/80' : ''}`}
      >
        <Icon name={section.group} />
        {t(groupTitles[section.group])}
      </AriaLink>
      {isOpen && !isAlone && (
        <ul className="my-0.5 flex flex-col gap-0.5">
          {section.items.map((item) => (
            <li key={item.href}>
              <AriaLink
                href={item.href}
                {...(current === item.href ? { 'aria-current': 'page' } : {})}
                className={`${entryClass} pr-2.5 pl-10 ${current === item.href ? 'bg-line/80 font-medium text-ink' : 'text-soft'}`}
              >
                {t(item.label)}
              </AriaLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const entryClass =
  'control-height flex items-center rounded-md text-sm hover:bg-hover hover:text-ink transition-colors'

const groupTitles: Record<NavGroup, string> = {
  home: 'app.nav.home',
  people: 'app.nav.people',
  segments: 'app.nav.segments',
  studies: 'app.nav.studies',
  words: 'app.nav.words',
  collect: 'app.nav.collect',
  consent: 'app.nav.consent',
  settings: 'app.nav.settings',
}

function WorkspaceSwitcher({ session }: { session: Session }) {
  const t = useText()
  const workspace = useWorkspace()
  const name = <span className="min-w-0 grow truncate text-left">{workspace.name}</span>
  if (session.workspaces.length < 2) return <div className="flex px-2.5 text-sm font-medium">{name}</div>
  return (
    <Menu
      label={t('app.workspaces')}
      groups={[
        {
          id: 'workspaces',
          title: t('app.workspaces'),
          entries: session.workspaces.map((one) => ({
            id: one.id,
            label: one.name,
            href: `/w/${one.id}`,
            isCurrent: one.id === workspace.id,
          })),
        },
      ]}
      trigger={
        <Button isWide>
          <span className="sr-only">{t('app.workspace.switch')}: </span>
          {name}
          <Icon name="chevron" size={18} />
        </Button>
      }
    />
  )
}
