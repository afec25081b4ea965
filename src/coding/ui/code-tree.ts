import type { Option } from '../../../web/kit/index.ts'
import type { CodeShown } from './coding-data.ts'

/** A code as a line of the tree: how deep it stands, and whether something stands below it. */
export type CodeLine = { code: CodeShown; depth: number; hasBelow: boolean; isOpen: boolean }

type Shown = {
  /** Only codes whose name or description holds these words, and those above them. */
  words?: string
  origin?: string | undefined
  /** Codes whose branch is folded away. While something is searched, all is open. */
  closed?: ReadonlySet<string>
}

/** Codes in the order of the tree, each below the one it stands under; one whose parent is not among them stands at the top. */
export function treeLines(
  codes: readonly CodeShown[],
  { words = '', origin, closed = new Set() }: Shown = {},
): CodeLine[] {
  const known = new Set<string>(codes.map(({ codeId }) => codeId))
  const below = Map.groupBy(codes, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? String(parentId) : '',
  )
  const wanted = words.trim().toLocaleLowerCase()
  const isSearching = wanted !== '' || origin !== undefined
  const isMeant = (code: CodeShown) =>
    (origin === undefined || code.origin === origin) &&
    `${code.name}\n${code.description}`.toLocaleLowerCase().includes(wanted)
  const branch = (code: CodeShown, depth: number): CodeLine[] => {
    const lines = (below.get(code.codeId) ?? []).flatMap((child) => branch(child, depth + 1))
    if (isSearching && lines.length === 0 && !isMeant(code)) return []
    const isOpen = isSearching || !closed.has(code.codeId)
    return [{ code, depth, hasBelow: lines.length > 0, isOpen }, ...(isOpen ? lines : [])]
  }
  return (below.get('') ?? []).flatMap((code) => branch(code, 0))
}

/** Codes to choose among, by name; beside it what they stand under and what they mean. */
export function codeOptions(codes: readonly CodeShown[]): Option[] {
  const byId = new Map(codes.map((code) => [String(code.codeId), code]))
  return codes.map((code) => {
    const note = [pathTo(byId, code).join(' › '), code.description].filter(Boolean).join(' · ')
    return { id: code.codeId, label: code.name, ...(note === '' ? {} : { note }) }
  })
}

/** The names above a code, the topmost first. */
export function pathTo(codes: ReadonlyMap<string, CodeShown>, code: CodeShown): string[] {
  const above = code.parentId === null ? undefined : codes.get(code.parentId)
  return above === undefined ? [] : [...pathTo(codes, above), above.name]
}
