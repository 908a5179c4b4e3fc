import type { PageLine, TableCell } from '@/lib/domain/intake/paper'
import { wordsOf } from '@/lib/domain/intake/table-rows'

/** What a space or a line parts: most likely a cell. Blank where the form marks one that is empty. `line`: which of the lines it stands in. */
export type Word = TableCell & { line: number }

const EDGE = /[|｜│]/g

/** A line's words; `whole`: the line is one cell. */
export function wordsIn({ text, place }: PageLine, line: number, whole: boolean): Word[] {
  // As long as it was, so that places stay.
  const bare = text.replace(EDGE, ' ')
  if (bare.trim() === '') return [{ text: '', from: place, to: place, line }]
  if (whole) {
    const from = place + bare.length - bare.trimStart().length
    return [{ text: bare.trim(), from, to: from + bare.trim().length, line }]
  }
  return [...bare.matchAll(/[^\s\u3000]+/g)].map(({ index, 0: word }) => ({
    text: word,
    from: place + index,
    to: place + index + word.length,
    line,
  }))
}

/** Words as the one cell that they make. */
export function joined(words: readonly Word[]): TableCell {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return { text: '', from: 0, to: 0 }
  return { text: words.map(({ text }) => text).join(''), from: first.from, to: last.to }
}

export const textOf = (words: readonly Word[]): string => wordsOf(words.map(({ text }) => text).join(''))
