/** How far two ways of dividing the same people agree. */

/** Counts of a cross table, row by row. */
export type CrossTable = { rows: number; columns: number; counts: Float64Array }

/** How often each pair of codes occurs together; codes below `rows` and `columns`. */
export function crossTable(a: ArrayLike<number>, b: ArrayLike<number>): CrossTable {
  const [rows, columns] = [1 + largest(a), 1 + largest(b)]
  const counts = new Float64Array(rows * columns)
  for (let i = 0; i < a.length; i++) {
    const cell = (a[i] ?? 0) * columns + (b[i] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return { rows, columns, counts }
}

/**
 * Adjusted Rand index (Hubert and Arabie 1985): 1 = the same groups, about 0 = no more alike than by chance.
 * Two divisions that both leave everybody together, or everybody apart, are the same: 1.
 */
export function adjustedRand({ rows, columns, counts }: CrossTable): number {
  const [rowSums, columnSums] = [new Float64Array(rows), new Float64Array(columns)]
  let [together, total] = [0, 0]
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const count = counts[row * columns + column] ?? 0
      rowSums[row] = (rowSums[row] ?? 0) + count
      columnSums[column] = (columnSums[column] ?? 0) + count
      together += pairs(count)
      total += count
    }
  }
  const [inRows, inColumns] = [sumOfPairs(rowSums), sumOfPairs(columnSums)]
  const expected = total < 2 ? 0 : (inRows * inColumns) / pairs(total)
  const most = (inRows + inColumns) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

/** For each row of the table the greatest Jaccard likeness (shared people / people in either) to any column. */
export function bestJaccard({ rows, columns, counts }: CrossTable): number[] {
  const size = (start: number, step: number, length: number): number => {
    let sum = 0
    for (let i = 0; i < length; i++) sum += counts[start + i * step] ?? 0
    return sum
  }
  const columnSizes = Array.from({ length: columns }, (_, column) => size(column, columns, rows))
  return Array.from({ length: rows }, (_, row) => {
    const rowSize = size(row * columns, 1, columns)
    const alike = columnSizes.map((columnSize, column) => {
      const shared = counts[row * columns + column] ?? 0
      return shared === 0 ? 0 : shared / (rowSize + columnSize - shared)
    })
    return Math.max(0, ...alike)
  })
}

/** Cramér's V with Bergsma's correction of its bias (2013); 0 = unrelated, 1 = one tells the other. */
export function cramersV({ rows, columns, counts }: CrossTable): number {
  const rowSums = new Float64Array(rows)
  const columnSums = new Float64Array(columns)
  let total = 0
  counts.forEach((count, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    rowSums[row] = (rowSums[row] ?? 0) + count
    columnSums[column] = (columnSums[column] ?? 0) + count
    total += count
  })
  const r = rowSums.filter((sum) => sum > 0).length
  const c = columnSums.filter((sum) => sum > 0).length
  if (r < 2 || c < 2) return 0
  let phi = -1
  counts.forEach((count, cell) => {
    if (count > 0)
      phi += count ** 2 / ((rowSums[Math.floor(cell / columns)] ?? 1) * (columnSums[cell % columns] ?? 1))
  })
  const corrected = Math.max(0, phi - ((r - 1) * (c - 1)) / (total - 1))
  const [rows2, columns2] = [r - (r - 1) ** 2 / (total - 1), c - (c - 1) ** 2 / (total - 1)]
  return Math.min(1, Math.sqrt(corrected / (Math.min(rows2, columns2) - 1)))
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2
}

function sumOfPairs(sums: Float64Array): number {
  return sums.reduce((sum, count) => sum + pairs(count), 0)
}

function largest(codes: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < codes.length; i++) most = Math.max(most, codes[i] ?? 0)
  return most
}
