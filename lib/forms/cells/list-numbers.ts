import { type NumberLevel, placesInList } from '@/lib/domain/cells/list-places'
import { isMark } from '@/lib/domain/cells/marks'
import type { BlockShape } from '@/lib/domain/evaluation/rows'
import { numberIn } from '@/lib/messages/numbering'

/** What stands before each row of a list, as it will be printed where the report numbers the outer ones at `level`; empty for none. */
export function numbersOf(blocks: readonly { mark: string; text: string }[], shape: BlockShape, level: NumberLevel = 3): string[] {
  const placeOf = placesInList(level)
  return blocks.map(({ mark, text }) => {
    const at = placeOf({ ...shape, mark: isMark(mark) ? mark : '' }, text)
    return at === null ? '' : numberIn(at.style, at.place)
  })
}
