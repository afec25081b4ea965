import { describe, expect, it } from 'vitest'
import type { PageDefinition } from '../kit/page.ts'
import type { Workspace } from '../kit/session.tsx'
import { studyOf, studyWay, type Address } from './study-way.ts'

const workspace: Workspace = {
  id: 'w1',
  name: 'W',
  role: 'viewer',
  permissions: ['studies.read'],
  isSample: false,
}
const page = (path: string, rest: Partial<PageDefinition>): PageDefinition => ({
  path: `/w/$workspaceId${path}`,
  title: `t${path}`,
  load: () => Promise.reject(new Error('not opened here')),
  ...rest,
})
const all = [
  page('/codes', { study: [{ step: 'code', order: 10 }] }),
  page('/studies/$studyId', {
    permission: 'studies.read',
    study: [
      { step: 'talk', order: 10, tab: 'sittings', label: 'planned' },
      { step: 'plan', order: 10, tab: 'plan', label: 'plan' },
    ],
  }),
  page('/studies/$studyId/guide', { study: [{ step: 'plan', order: 20 }] }),
  page('/studies/$studyId/edit', { permission: 'studies.write', study: [{ step: 'plan', order: 30 }] }),
  page('/people', {}),
]
const at = (pathname: string, search: Address['search'] = {}) =>
  studyWay(all, { workspace, studyId: 's1', address: { pathname, search } })

describe('the study of an address', () => {
  it.each([
    ['/w/w1/studies/s1', {}, 's1'],
    ['/w/w1/studies/s1/guide/print', {}, 's1'],
    ['/w/w1/codes', { study: 's1' }, 's1'],
    ['/w/w1/codes', {}, undefined],
    ['/w/w1/studies', {}, undefined],
    ['/w/w1/studies/new', {}, undefined],
  ])('%s %o is about %s', (pathname, search, study) => {
    expect(studyOf({ pathname, search })).toBe(study)
  })
})

describe('the way of a study', () => {
  it('holds the pages this member may open, in the order of the steps', () => {
    const way = at('/w/w1/studies/s1')
    expect(way.map(({ step }) => step)).toEqual(['plan', 'talk', 'code'])
    expect(way.flatMap(({ stops }) => stops.map(({ href, label }) => [href, label]))).toEqual([
      ['/w/w1/studies/s1?tab=plan', 'plan'],
      ['/w/w1/studies/s1/guide', 't/studies/$studyId/guide'],
      ['/w/w1/studies/s1?tab=sittings', 'planned'],
      ['/w/w1/codes?study=s1', 't/codes'],
    ])
  })

  it.each([
    ['the overview', '/w/w1/studies/s1', {}, []],
    ['a tab', '/w/w1/studies/s1', { tab: 'sittings' }, ['/w/w1/studies/s1?tab=sittings']],
    ['a page', '/w/w1/studies/s1/guide', {}, ['/w/w1/studies/s1/guide']],
    ['what lies below a page', '/w/w1/studies/s1/guide/print', {}, ['/w/w1/studies/s1/guide']],
    ['a page of all studies', '/w/w1/codes', { study: 's1' }, ['/w/w1/codes?study=s1']],
  ])('says where one is: at %s', (_where, pathname, search, here) => {
    const stops = at(pathname, search).flatMap((step) => (step.isHere ? step.stops : []))
    expect(stops.filter(({ isHere }) => isHere).map(({ href }) => href)).toEqual(here)
  })
})
