import { studySteps, type PageDefinition, type StudyEntry, type StudyStep } from '../kit/page.ts'
import type { Workspace } from '../kit/session.tsx'

/** An address of the app, with what stands behind its question mark. */
export type Address = { pathname: string; search: Record<string, unknown> }

type Stop = { href: string; label: string; isHere: boolean }
type Step = { step: StudyStep; href: string; isHere: boolean; stops: Stop[] }

/** The study that an address is about: the one in its path, or the one that `?study=` names. */
export function studyOf({ pathname, search }: Address): string | undefined {
  const [, , , room, id] = pathname.split('/')
  if (room === 'studies') return id === 'new' ? undefined : id
  return typeof search['study'] === 'string' ? search['study'] : undefined
}

/** The way of a study as this member may go it: each step with its pages, and where the address stands on it. */
export function studyWay(
  all: readonly PageDefinition[],
  given: { workspace: Workspace; studyId: string; address: Address },
): Step[] {
  const places = all
    .filter(({ permission }) => !permission || given.workspace.permissions.includes(permission))
    .flatMap((page) => (page.study ?? []).map((entry) => placeOf({ page, entry, ...given })))
  const here = places
    .filter((place) => isAt(place, given.address))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  return studySteps.flatMap((step) => {
    const stops = places
      .filter((place) => place.step === step)
      .toSorted((a, b) => a.order - b.order)
      .map((place) => ({ href: place.href, label: place.label, isHere: place === here }))
    const [first] = stops
    return first ? [{ step, href: first.href, isHere: stops.some(({ isHere }) => isHere), stops }] : []
  })
}

type Place = { path: string; href: string; label: string } & StudyEntry

function placeOf({
  page,
  entry,
  workspace,
  studyId,
}: {
  page: PageDefinition
  entry: StudyEntry
  workspace: Workspace
  studyId: string
}): Place {
  const path = page.path.replace('$workspaceId', workspace.id).replace('$studyId', studyId)
  const query = new URLSearchParams()
  if (!page.path.includes('$studyId')) query.set('study', studyId)
  if (entry.tab !== undefined) query.set('tab', entry.tab)
  const href = query.size === 0 ? path : `${path}?${query}`
  return { ...entry, path, href, label: entry.label ?? page.title }
}

/** A tab is where one is while it is open; a page is so too for what lies below it. */
function isAt({ path, tab }: Place, { pathname, search }: Address): boolean {
  if (tab !== undefined) return pathname === path && search['tab'] === tab
  return pathname === path || pathname.startsWith(`${path}/`)
}
