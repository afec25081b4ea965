import type { Forces, Ladders } from './view.schema.ts'
import { shareOf } from './view.schema.ts'

/**
 * The implication matrix as lines, one a link from a code to another: how many ladders lead there directly and indirectly, how many people's, how many places tell the same, and whether the map of values draws it at the
 * cut-off. Pure.
 */
export function ladderLines({ codes, links, map, cutoff }: Ladders): string[][] {
  const named = new Map(codes.map((code) => [code.codeId, code]))
  const drawn = new Set(map.edges.map(({ from, to }) => `${from} ${to}`))
  return [
    [
      'from',
      'from_level',
      'to',
      'to_level',
      'direct',
      'indirect',
      'people',
      'places',
      `on_map_from_${cutoff}`,
    ],
    ...links.map(({ from, to, direct, indirect, people, places }) => [
      named.get(from)?.name ?? '',
      named.get(from)?.level ?? '',
      named.get(to)?.name ?? '',
      named.get(to)?.level ?? '',
      ...[direct, indirect, people, places].map(String),
      drawn.has(`${from} ${to}`) ? 'yes' : 'no',
    ]),
  ]
}

/** The four forces as lines: each force and each of its codes, with a share where twelve people or more were heard. Pure. */
export function forceLines({ n, forces }: Forces): string[][] {
  const counted = ({ people, passages, places }: Record<'people' | 'passages' | 'places', number>) => {
    const share = shareOf({ people, n })
    return [...[passages, people, n].map(String), share === null ? '' : share.toFixed(3), String(places)]
  }
  return [
    ['force', 'code', 'passages', 'people', 'n', 'share', 'places'],
    ...forces.flatMap((one) => [
      [one.force, '', ...counted(one)],
      ...one.codes.map((code) => [one.force, code.name, ...counted(code)]),
    ]),
  ]
}
