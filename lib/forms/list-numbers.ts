import { placesInList } from '@/lib/domain/cells/list-places'
import { isMark } from '@/lib/domain/cells/marks'
import type { BlockShape } from '@/lib/domain/evaluation/rows'
import { numberIn } from '@/lib/messages/numbering'

/** What stands before each block of a list, as it will be printed but for the level that its place in the report gives it; empty for none. */
export function numbersOf(blocks: readonly { mark: string; text: string }[], shape: BlockShape): string[] {
  const placeOf = placesInList(3)
  return blocks.map(({ mark, text }) => {
    const at = placeOf({ ...shape, mark: isMark(mark) ? mark : '' }, text)
    return at === null ? '' : numberIn(at.style, at.place)
  })
}
