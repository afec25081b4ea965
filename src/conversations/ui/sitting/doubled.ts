import type { SittingShown } from './sitting-data.ts'

export type Doubled = { participantId: string; name: string; sittings: SittingShown[] }

/** Who of those one may know has several conversations still to come, the sooner first. Pure. */
export function doubledIn(sittings: readonly SittingShown[]): Doubled[] {
  const ahead = sittings.filter(({ state, due }) => state === 'planned' && due === 'nothing')
  const seats = ahead.flatMap((sitting) =>
    sitting.people.flatMap(({ known }) => (known === null ? [] : [{ known, sitting }])),
  )
  return [...Map.groupBy(seats, ({ known }) => known.participantId)].flatMap(([participantId, own]) => {
    const [first] = own
    if (first === undefined || own.length < 2) return []
    const inOrder = own.map(({ sitting }) => sitting)
    return [
      {
        participantId,
        name: first.known.called || first.known.pseudonym,
        sittings: inOrder.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
      },
    ]
  })
}
