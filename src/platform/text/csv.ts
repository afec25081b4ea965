/**
 * One line of CSV (RFC 4180) for people to read in a spreadsheet. A cell that a spreadsheet would run as a formula (it begins with
 * = + - @, a tab or a return) gets an apostrophe in front, as OWASP advises ("CSV Injection").
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => csvCell(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`
}

/** Spreadsheets read the file as UTF-8 only with this in front. */
export const byteOrderMark = '\ufeff'

/** A cell exactly as it is, in quotes where it needs them: for files that come back to us. */
export function csvCell(value: string, delimiter = ','): string {
  return value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
