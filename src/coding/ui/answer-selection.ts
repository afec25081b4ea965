/** Which answers are chosen and where the reader stands, by id, so that both survive answers that come and go. */
export type AnswerSelection = {
  currentId: string | undefined
  /** Where a range began. */
  anchorId: string | undefined
  chosen: ReadonlySet<string>
}

export type SelectionMove =
  | { move: 'to'; at: number; extends?: true }
  | { move: 'by'; steps: number; extends?: true }
  | { move: 'toggle'; at: number }
  | { move: 'choose'; ids: readonly string[] }
  | { move: 'none' }

export const nothingChosen: AnswerSelection = {
  currentId: undefined,
  anchorId: undefined,
  chosen: new Set(),
}

/** The selection after a key or a press in the list `ids`. */
export function moveInAnswers(
  ids: readonly string[],
  { selection, move }: { selection: AnswerSelection; move: SelectionMove },
): AnswerSelection {
  switch (move.move) {
    case 'none':
      return { ...selection, anchorId: undefined, chosen: new Set() }
    case 'choose':
      return { ...selection, anchorId: undefined, chosen: new Set([...selection.chosen, ...move.ids]) }
    case 'toggle': {
      const id = ids[move.at]
      if (id === undefined) return selection
      const chosen = new Set(selection.chosen)
      if (!chosen.delete(id)) chosen.add(id)
      return { currentId: id, anchorId: id, chosen }
    }
    case 'to':
    case 'by': {
      const at = move.move === 'to' ? move.at : placeOf(ids, selection) + move.steps
      const id = ids[Math.max(0, Math.min(ids.length - 1, at))]
      if (id === undefined) return selection
      return move.extends
        ? extended(ids, { selection, id })
        : { ...selection, currentId: id, anchorId: undefined }
    }
  }
}

/** From where the range began to here; what lay in the old range and not in the new one is chosen no more. */
function extended(
  ids: readonly string[],
  { selection, id }: { selection: AnswerSelection; id: string },
): AnswerSelection {
  const anchorId = selection.anchorId ?? selection.currentId ?? id
  const chosen = new Set(selection.chosen)
  if (selection.anchorId !== undefined && selection.currentId !== undefined)
    for (const old of between(ids, selection.anchorId, selection.currentId)) chosen.delete(old)
  for (const one of between(ids, anchorId, id)) chosen.add(one)
  return { currentId: id, anchorId, chosen }
}

function between(ids: readonly string[], one: string, other: string): readonly string[] {
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)]
  return from === -1 || to === -1 ? [] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
}

const placeOf = (ids: readonly string[], { currentId }: AnswerSelection) =>
  currentId === undefined ? -1 : ids.indexOf(currentId)

/** The same in a list that has changed: who stood on an answer that is gone stands where it was; what is gone is chosen no more. */
export function followList(
  selection: AnswerSelection,
  { before, ids }: { before: readonly string[]; ids: readonly string[] },
): AnswerSelection {
  const here = new Set(ids)
  const chosen = new Set([...selection.chosen].filter((id) => here.has(id)))
  const { currentId } = selection
  if (currentId !== undefined && here.has(currentId)) return { ...selection, chosen }
  const next = before.slice(Math.max(0, placeOf(before, selection))).find((id) => here.has(id)) ?? ids.at(-1)
  return { currentId: currentId === undefined ? ids[0] : next, anchorId: undefined, chosen }
}
