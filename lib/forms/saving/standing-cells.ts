import { type FormCell, type FormCells, isSameCell, NO_CELL } from './cell-view'
import type { ChangedCells } from './changed-cells'
import { type Edit, standingOf } from './save-form'

/** What the cells of a form say on the server, as far as is known: as the page brought them, or as the server has said since. */
export function standingCells(given: FormCells) {
  let cells = given
  // It holds until the page brings the same revision or a newer one.
  const said = new Map<string, Edit>()
  const at = (address: string): Edit => standingOf(cells[address] ?? NO_CELL, said.get(address))
  return {
    at,
    /** The cell as the page brought it; undefined where it did not. */
    brought: (address: string): FormCell | undefined => cells[address],
    addresses: (): string[] => [...new Set([...Object.keys(cells), ...said.keys()])],
    onPage: (): string[] => Object.keys(cells),
    /** The page brings the cells as they are now; gives those that differ. */
    bring(now: FormCells): string[] {
      const before = cells
      cells = now
      return Object.keys({ ...before, ...now }).filter((address) => !isSameCell(before[address], now[address]))
    },
    /** The server has said what stands in a cell. */
    say: (address: string, standing: Edit): void => void said.set(address, standing),
    /** Somebody has written cells; gives those of which that was not known. */
    hear(written: ChangedCells['cells']): string[] {
      const news = written.filter(({ address, seen }) => seen > at(address).seen)
      for (const { address, text, seen } of news) said.set(address, { text, seen })
      return news.map(({ address }) => address)
    },
  }
}
