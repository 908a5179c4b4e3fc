import { DAY_ALONE, FIELD } from './vocabulary/forms'

/** What belongs to a page and not to what is written on it: its number, running heads and feet. */

const PAGE_NUMBER =
  /^(?:[-—–―－·.]*\s*\d{1,3}\s*[-—–―－·.]*|第\s*\d{1,3}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}|[Pp]age\s*\d{1,3}(?:\s*of\s*\d{1,3})?|共\s*\d{1,3}\s*页[,，\s]*第\s*\d{1,3}\s*页)$/
/** So often a line must come back to be a running head. */
const OFTEN = 3

const masked = (line: string): string => line.replace(/\d+/g, '#').replace(/\s+/g, '')

/** Lines that come again and again, but for the number of the page in them. */
export function repeatedLines(lines: readonly string[]): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const line of lines) {
    const key = masked(line)
    if (key.length >= 4 && key.length <= 40 && !/[。；，|\t]/.test(line)) times.set(key, (times.get(key) ?? 0) + 1)
  }
  return new Set(
    [...times].filter(([key, often]) => often >= OFTEN && /报告|第#?页|自评|[—-]#[—-]|局|委|办|中心|院|厅/.test(key)).map(([key]) => key),
  )
}

/** Lines this near to one another's height stand at the same place of their pages, in points. */
const SAME_HEIGHT = 2

/**
 * Heads and feet of pages, by where they stand: what comes again at the same height of another page, among its first or last lines, was
 * not written there twice. `edges`: those lines, page by page.
 */
export function runningLines(edges: readonly (readonly { text: string; y: number }[])[]): ReadonlySet<string> {
  const seen = new Map<string, { page: number; y: number }[]>()
  for (const [page, lines] of edges.entries())
    for (const [at, { text, y }] of lines.entries()) {
      const key = masked(text)
      // Who signs may stand where the title stood.
      if (DAY_ALONE.test((lines[at + 1]?.text ?? '').replace(/\s/g, ''))) continue
      if (key.length >= 2 && !/[。；，|\t]/.test(key)) seen.set(key, [...(seen.get(key) ?? []), { page, y }])
    }
  const comesAgain = (all: readonly { page: number; y: number }[]): boolean =>
    all.some((one) => all.some((other) => other.page !== one.page && Math.abs(other.y - one.y) <= SAME_HEIGHT))
  return new Set([...seen].filter(([, all]) => comesAgain(all)).map(([key]) => key))
}

const isFurniture = (line: string, repeated: ReadonlySet<string>): boolean => PAGE_NUMBER.test(line) || repeated.has(masked(line))

/** The lines of a page without those; a number below what a form asks for is what was filled in. */
export function withoutFurniture<L extends { text: string }>(lines: readonly L[], repeated: ReadonlySet<string>): L[] {
  const kept: L[] = []
  for (const line of lines) {
    const isFilledIn = /^\d+$/.test(line.text) && FIELD.test((kept.at(-1)?.text ?? '').replace(/\s/g, ''))
    if (isFilledIn || !isFurniture(line.text, repeated)) kept.push(line)
  }
  return kept
}
