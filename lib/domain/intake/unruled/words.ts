import type { PageLine, TableCell } from '@/lib/domain/intake/paper'
import { wordsOf } from '@/lib/domain/intake/table-rows'

/**
 * What a space or a line parts: most likely a cell. Blank where the form marks one that is empty. `line`: which of the
 * lines it stands in; `bare`: without spaces in it.
 */
export type Word = TableCell & { line: number; bare: string }

const EDGE = /[|｜│]/g

/** A line's words; `whole`: the line is one cell. */
export function wordsIn({ text: given, place }: PageLine, line: number, whole: boolean): Word[] {
  // As long as it was, so that places stay.
  const bare = given.replace(EDGE, ' ')
  if (bare.trim() === '') return [{ text: '', bare: '', from: place, to: place, line }]
  if (whole) {
    const from = place + bare.length - bare.trimStart().length
    const text = bare.trim()
    return [{ text, bare: wordsOf(text), from, to: from + text.length, line }]
  }
  return [...bare.matchAll(/[^\s\u3000]+/g)].map(({ index, 0: word }) => ({
    text: word,
    bare: word,
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

export const textOf = (words: readonly Word[]): string => words.map(({ bare }) => bare).join('')
