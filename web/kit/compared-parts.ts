/** What somebody writes and saves whole, part by part. */
type Parts<Part extends string> = Readonly<Record<Part, unknown>>
/** What two members have of it: as both read it, mine as it would be saved, theirs as it is saved now. */
export type Three<T> = { read: T; mine: T; theirs: T }
export type Compared<Part> = { both: Part[]; onlyMine: Part[]; onlyTheirs: Part[] }

/** The parts in which mine and theirs differ, by who changed them since both read them; in the order of theirs, then mine. Values compare as JSON, in whatever order their parts were written. */
export function compareParts<Part extends string>(versions: Three<Parts<Part>>): Compared<Part> {
  const { read, mine, theirs } = versions
  const differ = (one: Parts<Part>, other: Parts<Part>) => (part: Part) =>
    textOf(one[part]) !== textOf(other[part])
  const [iDid, theyDid] = [differ(read, mine), differ(read, theirs)]
  const all = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])] as Part[]
  const apart = all.filter(differ(mine, theirs))
  return {
    both: apart.filter((part) => iDid(part) && theyDid(part)),
    onlyMine: apart.filter((part) => iDid(part) && !theyDid(part)),
    onlyTheirs: apart.filter((part) => !iDid(part)),
  }
}

function textOf(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
