/** One coder's mark of one code, from `start` to before `end` in codepoints of the turn. */
export type Marked = { coder: string; codeId: string; turn: string; start: number; end: number }

/** Marks of one code that touch the same words. `alike`: everybody who was asked gave it to the same words. */
export type Cluster<Mark extends Marked> = { marks: Mark[]; kind: 'alike' | 'not everybody' | 'other words' }

/** Marks gathered by code and shared words; `askedIn` names the coders who looked at a turn. Order: turn by turn as given, then by place. */
export function gatherMarks<Mark extends Marked>(
  marks: readonly Mark[],
  askedIn: (turn: string) => readonly string[],
): Cluster<Mark>[] {
  const groups = Map.groupBy(marks, ({ turn, codeId }) => `${turn} ${codeId}`)
  return [...groups.values()].flatMap((group) =>
    touching(group).map((together) => ({ marks: together, kind: kindOf(together, askedIn) })),
  )
}

function touching<Mark extends Marked>(group: readonly Mark[]): Mark[][] {
  const found: Mark[][] = []
  let until = -1
  for (const mark of group.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = found.at(-1)
    if (last === undefined || mark.start >= until) found.push([mark])
    else last.push(mark)
    until = Math.max(until, mark.end)
  }
  return found
}

function kindOf<Mark extends Marked>(
  marks: readonly Mark[],
  askedIn: (turn: string) => readonly string[],
): Cluster<Mark>['kind'] {
  const places = new Map<string, string[]>()
  for (const { coder, start, end } of marks)
    places.set(coder, [...(places.get(coder) ?? []), `${start}-${end}`])
  const [first] = marks
  const asked = first === undefined ? [] : askedIn(first.turn)
  if (asked.some((coder) => !places.has(coder))) return 'not everybody'
  const different = new Set([...places.values()].map((own) => own.join(' ')))
  return different.size === 1 ? 'alike' : 'other words'
}
