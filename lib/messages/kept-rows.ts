/** Why rows stay as they are, each reason once and, where it keeps several, with how many. */
export function reasonsOfRows(ofEachRow: readonly string[]): string {
  const rowsKept = (reason: string) => ofEachRow.filter((one) => one === reason).length
  return [...new Set(ofEachRow)].map((reason) => (rowsKept(reason) === 1 ? reason : `${rowsKept(reason)} 行：${reason}`)).join('')
}
