import type { Placed } from './ruled-tables'

/** A line of a page: its words from left to right, with the gaps between them. `left`, `right`: where it begins and ends. */
export type WordLine = { text: string; y: number; left: number; right: number; size: number }

/** Words further apart than this many of their heights stand in columns. */
const COLUMN_GAP = 1.6
const SPACE_GAP = 0.35

/** The words of a page as lines, from the top. Words are of one line where they overlap in height by half. */
export function wordLines(words: readonly Placed[]): WordLine[] {
  const lines: { y: number; size: number; words: Placed[] }[] = []
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    // From the top: only the last lines can reach so far down.
    const line = lines.slice(-3).findLast(({ y, size }) => Math.abs(word.y - y) <= Math.min(size, word.height) * 0.5)
    if (line === undefined) lines.push({ y: word.y, size: word.height, words: [word] })
    else {
      line.words.push(word)
      line.size = Math.max(line.size, word.height)
    }
  }
  return lines
    .sort((a, b) => a.y - b.y)
    .map(({ y, size, words: own }) => {
      const ordered = own.sort((a, b) => a.x - b.x)
      const right = Math.max(...ordered.map(({ x, width }) => x + width))
      return { text: joined(ordered, size), y, left: ordered[0]?.x ?? 0, right, size }
    })
}

function joined(words: readonly Placed[], size: number): string {
  let text = ''
  let end = Number.NaN
  for (const { text: own, x, width } of words) {
    const gap = x - end
    if (gap > size * COLUMN_GAP) text += '\u3000\u3000'
    else if (gap > size * SPACE_GAP && !/\s$/.test(text)) text += ' '
    text += own
    end = x + width
  }
  return text.trim()
}

/** The words of a cell: its lines run together. */
export const cellWords = (words: readonly Placed[]): string =>
  wordLines(words)
    .map(({ text }) => text.replaceAll('\u3000', ''))
    .reduce((all, line) => (/[A-Za-z]$/.test(all) && /^[A-Za-z]/.test(line) ? `${all} ${line}` : all + line), '')
