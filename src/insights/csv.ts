/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a return) gets an
 * apostrophe in front, as OWASP advises ("CSV Injection").
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Spreadsheets read the file as UTF-8 only with this in front. */
export const byteOrderMark = '\ufeff'

function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
