import { storedAs } from '@/lib/forms/cells/cell-texts'
import type { CellConflict } from '@/lib/forms/state/cell-conflict'

/**
 * Texts of cells that were sent and never answered: the server may have them, or may get them yet. Until it has said what stands, no
 * cell is taken to be as it was.
 */
export function unansweredTexts() {
  const texts = new Map<string, Set<string>>()
  return {
    add: (address: string, text: string): void => void texts.set(address, (texts.get(address) ?? new Set()).add(text)),
    textsOf: (address: string): string[] => [...(texts.get(address) ?? [])],
    has: (address: string): boolean => texts.has(address),
    /** The server has said what stands. */
    delete: (address: string): boolean => texts.delete(address),
    /** Whether a conflict is only with one of them, which has arrived after all. */
    isEcho: ({ address, current, own }: CellConflict): boolean =>
      own && current !== null && [...(texts.get(address) ?? [])].some((text) => storedAs(address, text) === current),
  }
}
