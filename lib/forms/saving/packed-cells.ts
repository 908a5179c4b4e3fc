import type { FormCell, FormCells } from './cell-view'

/**
 * The cells of a form as one text. A page carries hundreds of them, nearly all of one pattern: an object that crosses to the browser is
 * walked and marked value by value, three times, and says each row's id and name with every cell of it. A text crosses whole.
 */
declare const packed: unique symbol
export type PackedCells = string & { readonly [packed]: true }

/** What the cells of one column share: the end of their address, and of what they are called. */
export type Ending = [address: string, label: string]
/** What the cells of one row share: how their addresses and labels begin; and of each the place of its ending and what it says. */
export type Row = [address: string, label: string, ...cells: Said[]]
/** A cell that says nothing and was never written is the number of its ending alone. */
export type Said = number | [ending: number, text: string, seen: number, lastYear?: string | null, submitted?: string]

/** The cells that `packCells` packed, in their order. */
export function unpackCells(packedCells: PackedCells): FormCells {
  const [endings, rows] = JSON.parse(packedCells) as [Ending[], Row[]]
  const cells: Record<string, FormCell> = {}
  for (const [start, label, ...own] of rows)
    for (const one of own) {
      const [place, text, seen, lastYear, submitted] = typeof one === 'number' ? ([one, '', 0] as const) : one
      const [address = '', rest = ''] = endings[place] ?? []
      cells[start + address] = {
        text,
        seen,
        label: label + rest,
        ...(lastYear == null ? {} : { lastYear }),
        ...(submitted === undefined ? {} : { submitted }),
      }
    }
  return cells
}
