import type { AddressText } from '@/lib/domain/cells/addresses'
import { refused } from '@/lib/domain/decision/decision'
import { type CellValue, writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, cellOf } from '@/lib/domain/evaluation/evaluation-cells'
import { coveredBy, fontFiles } from './font-coverage'
import { fontFolders } from './font-folders'
import { paragraphsOf } from './printable'

/** What none of the papers' fonts can show is told where it is typed, and not only when the papers are set. */

let covered: Uint8Array | undefined

/** One bit for each character that some font has. Read once; null where there are no fonts to ask. */
function coverage(): Uint8Array | null {
  if (covered !== undefined) return covered
  const files = fontFolders().flatMap(fontFiles)
  if (files.length === 0) return null
  const bits = new Uint8Array(0x110000 / 8)
  for (const file of files)
    coveredBy(file, (first, last) => {
      for (let point = first; point <= last; point += 1) bits[point >> 3] = (bits[point >> 3] ?? 0) | (1 << (point & 7))
    })
  covered = bits
  return bits
}

/** The characters of a text that cannot be printed, each once. */
export function unprintable(text: string): string[] {
  const bits = coverage()
  if (bits === null || /^[\u4e00-\u9fa5\u3000-\u3002\uff01-\uff5e\x20-\x7e\n]*$/.test(text)) return []
  const missing = [...paragraphsOf(text).join(' ')].filter((character) => {
    const point = character.codePointAt(0) ?? 0
    return ((bits[point >> 3] ?? 0) & (1 << (point & 7))) === 0 && !/\p{Variation_Selector}/u.test(character)
  })
  return [...new Set(missing)]
}

/** Refuses characters that no font has, by their names. */
export const missingGlyphs = (characters: readonly string[]) => refused('missing-glyph', { characters: namesOf(characters) })

/** The first twenty of them, each with its code point. */
export const namesOf = (characters: readonly string[]): string => characters.slice(0, 20).map(named).join('、')

const named = (character: string): string =>
  `“${character}”（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`

/** What a cell prints of itself; ties to rows print nothing of their own. */
export const printedText = (value: CellValue): string => (value.kind === 'rowId' || value.kind === 'rowIds' ? '' : writeCellValue(value))

/** The cells of an evaluation in which something stands that cannot be printed. */
export const unprintableCells = (evaluation: Evaluation): { at: AddressText; characters: string[] }[] =>
  addressesOf(evaluation).flatMap((at) => {
    const value = cellOf(evaluation, at)
    const characters = value === null ? [] : unprintable(printedText(value))
    return characters.length === 0 ? [] : [{ at, characters }]
  })
