import 'server-only'
import { searchText, wordsOf } from '@/lib/data/database/search'
import type { LibraryIndicator } from '@/lib/domain/evaluation/library-indicator'
import { LIBRARY } from './library'

/** What entries are found by; made when somebody first looks for one. */
let texts: readonly { entry: LibraryIndicator; name: string; text: string }[] | null = null

/**
 * The entries of the 指标库 that have every word of what was typed in their name (Chinese, pinyin or initials), 领域, 一级 or 二级: those
 * whose name begins with it first, then those whose name has it. All of them where nothing was typed.
 */
export function searchLibrary(typed: string, most: number): LibraryIndicator[] {
  texts ??= LIBRARY.map((entry) => {
    const name = searchText(entry.name)
    return { entry, name, text: [name, searchText(entry.field, entry.group, entry.dimension)].join(' ') }
  })
  const words = wordsOf(typed)
  const [first = ''] = words
  const rank = (name: string): number =>
    name.split(' ').some((reading) => reading.startsWith(first)) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2
  const found = texts.filter(({ text }) => words.every((word) => text.includes(word)))
  const ranked = words.length === 0 ? found : found.map((one) => ({ ...one, rank: rank(one.name) })).sort((a, b) => a.rank - b.rank)
  return ranked.slice(0, most).map(({ entry }) => entry)
}
