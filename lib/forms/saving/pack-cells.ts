import { lastPart } from '@/lib/domain/cells/addresses'
import type { FormCell, FormCells } from './cell-view'
import type { Ending, PackedCells, Row, Said } from './packed-cells'

/** Packs cells; `unpackCells` gives the same, in the same order. */
export function packCells(cells: FormCells): PackedCells {
  const endings: Ending[] = []
  const places = new Map<string, number>()
  const placeOf = (ending: Ending): number => {
    const key = ending.join('\n')
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, endings.length)
    return endings.push(ending) - 1
  }
  const rows = rowsOf(cells).map(
    ({ start, label, own }): Row => [
      start,
      label,
      ...own.map(([address, cell]) => said(placeOf([address.slice(start.length), cell.label.slice(label.length)]), cell)),
    ],
  )
  return JSON.stringify([endings, rows]) as PackedCells
}

function said(ending: number, { text, seen, lastYear, submitted }: FormCell): Said {
  if (submitted !== undefined) return [ending, text, seen, lastYear ?? null, submitted]
  if (lastYear !== undefined) return [ending, text, seen, lastYear]
  return text === '' && seen === 0 ? ending : [ending, text, seen]
}

/** The cells that follow each other under one address, with what their labels have in common. */
function rowsOf(cells: FormCells): { start: string; label: string; own: [string, FormCell][] }[] {
  const rows: { start: string; label: string; own: [string, FormCell][] }[] = []
  for (const [address, cell] of Object.entries(cells)) {
    const start = address.slice(0, address.length - lastPart(address).length)
    const row = rows.at(-1)
    if (row === undefined || row.start !== start) rows.push({ start, label: cell.label, own: [[address, cell]] })
    else {
      row.label = common(row.label, cell.label)
      row.own.push([address, cell])
    }
  }
  return rows
}

function common(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
