import { describe, expect, it } from 'vitest'
import type { PageDefinition } from '../kit/page.ts'
import type { Workspace } from '../kit/session.tsx'
import { currentHref, groupWithin, navSections } from './navigation.tsx'

const workspace: Workspace = {
  id: 'w1',
  name: 'W',
  role: 'viewer',
  permissions: ['people.read'],
  isSample: false,
}
const page = (path: string, rest: Partial<PageDefinition>): PageDefinition => ({
  path: `/w/$workspaceId${path}`,
  title: `t${path}`,
  load: () => Promise.reject(new Error('not opened here')),
  ...rest,
})
const all = [
  page('/settings/keys', { nav: { group: 'settings', order: 20 }, permission: 'keys.read' }),
  page('/people/imports', { nav: { group: 'people', order: 20, label: 'short' }, permission: 'people.read' }),
  page('/people', { nav: { group: 'people', order: 10 }, permission: 'people.read' }),
  page('/people/$personId', {}),
  page('', { nav: { group: 'home', order: 1 } }),
  page('/interviews/$interviewId', { within: 'studies' }),
]

describe('the menu', () => {
  const sections = navSections(all, workspace)

  it('shows what this member may open, in the order of the house and of each room', () => {
    expect(sections).toEqual([
      { group: 'home', items: [{ href: '/w/w1', label: 't' }] },
      {
        group: 'people',
        items: [
          { href: '/w/w1/people', label: 't/people' },
          { href: '/w/w1/people/imports', label: 'short' },
        ],
      },
    ])
  })

  it.each([
    ['/w/w1', '/w/w1'],
    ['/w/w1/people', '/w/w1/people'],
    ['/w/w1/people/imports', '/w/w1/people/imports'],
    ['/w/w1/people/imports/7', '/w/w1/people/imports'],
    ['/w/w1/people/42', '/w/w1/people'],
    ['/w/w1/peopleandmore', undefined],
    ['/w/w1/settings/keys', undefined],
  ])('at %s marks %s', (path, href) => {
    expect(currentHref(sections, path)).toBe(href)
  })

  it('stays open at the group of a page that has no entry of its own', () => {
    expect(groupWithin(all, '/w/w1/interviews/7')).toBe('studies')
    expect(groupWithin(all, '/w/w1/interviews/7/mirror')).toBeUndefined()
    expect(groupWithin(all, '/w/w1/people/7')).toBeUndefined()
  })
})
