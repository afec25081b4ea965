type InTree = { codeId: string; parentId: string | null }

/** A code where it stands in the codebook: how deep, and the codes below it at any distance. */
export type TreePlace<Code> = { code: Code; depth: number; below: Code[] }

/** Codes in the order of the codebook, each before those below it; one whose parent is not among them stands at the top. */
export function inTreeOrder<Code extends InTree>(codes: readonly Code[]): TreePlace<Code>[] {
  const known = new Set(codes.map(({ codeId }) => codeId))
  const children = Map.groupBy(codes, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : '',
  )
  const branch = (code: Code, depth: number): TreePlace<Code>[] => {
    const below = (children.get(code.codeId) ?? []).flatMap((child) => branch(child, depth + 1))
    return [{ code, depth, below: below.map((place) => place.code) }, ...below]
  }
  return (children.get('') ?? []).flatMap((code) => branch(code, 0))
}
