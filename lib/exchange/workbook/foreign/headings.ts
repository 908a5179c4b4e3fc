/** Where the headings of a table stand, and what its columns and rows are called by them. */

/** A number as tables have it. */
export const isAmount = (text: string): boolean => text.length <= 40 && /^[-−—(（]?[¥￥]?\d[\d,，]*(?:\.\d+)?%?[)）]?(?:万?元)?$/.test(text)

/** A stroke in place of a number: there is none, which is neither a name nor 0. */
export const isDash = (text: string): boolean => /^[-—–－―─/\s]+$/.test(text)

/** What names a row or column. */
export const isName = (text: string): boolean => text !== '' && !isAmount(text) && !isDash(text)

export const plainWords = (text: string): string => text.replace(/\s+/g, '')

/** What is said of a name that a stranger wrote: `constructor` is a name as any other. */
export const saidOf = <T>(said: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(said, key) ? said[key] : undefined

/** A column of a table. `key` is unlike that of any other, the same for the same headings; `sample`: its first number. */
export type TableColumn = { key: string; heading: string; index: number; sample: string }
/** A name before numbers. */
export type TableLabel = { key: string; label: string; row: number; column: number; sample: string }

const texts = (row: readonly string[] = []): string[] => row.filter(isName)
const distinct = (row: readonly string[] = []): number => new Set(texts(row)).size
/** 栏次 1 2 3: it numbers the columns. */
const isNumbering = (row: readonly string[]): boolean => {
  const numbers = row.filter(isAmount)
  if (numbers.length > 0 && texts(row).some((text) => /^栏\s*次$/.test(text))) return true
  return texts(row).length === 0 && numbers.length > 1 && numbers.every((text) => /^\d{1,2}$/.test(text))
}
/** 编制单位：…　金额单位：万元 above a table. */
const isNote = (row: readonly string[]): boolean => texts(row).some((text) => /单位[：:]|^公开\d+表|^财决/.test(plainWords(text)))

const MOST_ROWS_ABOVE = 40
const MOST_HEADING_ROWS = 3

/** The last row of the headings: the one above the first row in which numbers stand beside a name. */
export function headOf(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex(
    (row, at) =>
      at > 0 && at < MOST_ROWS_ABOVE && row.some(isAmount) && texts(row).length > 0 && !isNumbering(row) && distinct(rows[at - 1]) > 0,
  )
  return Math.max(0, first - 1)
}

/** The first row of the headings whose last is `head`. */
function beginOf(rows: readonly (readonly string[])[], head: number): number {
  let from = head
  while (from > 0 && head - from + 1 < MOST_HEADING_ROWS + 1) {
    const above = rows[from - 1] ?? []
    if (above.some(isAmount) ? !isNumbering(above) : distinct(above) < 2 || isNote(above)) break
    from -= 1
  }
  return from
}

/** Columns in which numbers stand below a heading, each by the way down to it: 支出／决算数. */
export function columnsBelow(rows: readonly (readonly string[])[], head: number): TableColumn[] {
  const headings = rows.slice(beginOf(rows, head), head + 1).filter((row) => !isNumbering(row))
  const below = rows.slice(head + 1)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const named = unlike()
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const way = headings.map((row) => plainWords(row[index] ?? '')).filter((text, at, all) => text !== '' && text !== all[at - 1])
    const heading = way.join('／').slice(0, 200)
    const sample = below.find((row) => isAmount(row[index] ?? ''))?.[index]
    return heading === '' || sample === undefined || /(?:^|／)(?:行次|栏次|序号)$/.test(heading)
      ? []
      : [{ key: named(heading.replace(/\d{4}年度?/g, '')), heading, index, sample }]
  })
}

/** Names below the headings that have numbers behind them, before the next name. */
export function labelsBelow(rows: readonly (readonly string[])[], head: number): TableLabel[] {
  const named = unlike()
  return rows.flatMap((row, at) => {
    if (at <= head) return []
    return row.flatMap((text, column) => {
      if (!isName(text) || text.length > 100) return []
      const behind = row.slice(column + 1)
      const end = behind.findIndex(isName)
      const sample = (end < 0 ? behind : behind.slice(0, end)).find(isAmount)
      return sample === undefined ? [] : [{ key: named(plainWords(text)), label: text, row: at, column, sample }]
    })
  })
}

/** Names each text so that it is unlike all before it. */
function unlike(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return count === 1 ? text : `${text}#${count}`
  }
}
