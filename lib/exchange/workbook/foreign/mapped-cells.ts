import { FIGURE_ITEMS, type FigureName, itemOf } from '@/lib/domain/cells/funds'
import { plain, quantity, times } from '@/lib/domain/quantities'
import { type MoneyUnit, readMoney } from '@/lib/domain/reading/number-reading'
import { refOf } from '@/lib/exchange/workbook/book'
import type { BookTrouble, ReadBookCell } from '@/lib/exchange/workbook/read-book-format'
import type { ForeignSheet, TableMapping } from './foreign-book'
import { columnsBelow, isDash, labelsBelow, saidOf } from './headings'
import { figureAt } from './meanings'

/**
 * What a table says of the figures that its mapping names, as a form has it: amounts in 万元. An empty cell, or a stroke, says nothing. Of two cells
 * that are said to be the same figure the first counts, and the other is told. `standing`: what the form says there now;
 * null where it has no such figure, and it is passed over.
 */
export function mappedCells(
  sheets: readonly ForeignSheet[],
  mapping: TableMapping,
  standing: (name: FigureName) => string | null,
): { cells: ReadBookCell[]; troubles: BookTrouble[] } {
  const sheet = sheets.find(({ name }) => name === mapping.sheet)
  const cells = new Map<FigureName, ReadBookCell>()
  const troubles: BookTrouble[] = []
  for (const { name, row, column } of sheet === undefined ? [] : namedIn(sheet, mapping)) {
    const written = sheet?.rows[row]?.[column] ?? ''
    if (sheet === undefined || written === '' || isDash(written)) continue
    const now = standing(name)
    if (now === null) continue
    const place = `${sheet.name}!${refOf(row, column)}`
    const text = asKept(name, written, mapping.unit)
    const first = cells.get(name)
    if (first !== undefined) {
      if (first.text !== text) troubles.push({ code: 'namedTwice', place, before: first.place, now: written })
      continue
    }
    const { notes = [], wrong } = sheet.notes[`${row},${column}`] ?? {}
    cells.set(name, {
      address: `funds/${name}`,
      sheet: sheet.name,
      place,
      written: now,
      text,
      notes,
      ...(wrong === undefined ? {} : { wrong }),
    })
  }
  return { cells: [...cells.values()], troubles }
}

type Named = { name: FigureName; row: number; column: number }

/** Where the figures stand. In a table of items a number belongs to the nearest name before it. */
function namedIn(sheet: ForeignSheet, mapping: TableMapping): Named[] {
  const columns = columnsBelow(sheet.rows, mapping.head)
  if (mapping.shape === 'line')
    return columns.flatMap(({ key, index }) => {
      const name = saidOf(mapping.columns, key)
      return name === undefined ? [] : [{ name, row: mapping.line, column: index }]
    })
  const labels = labelsBelow(sheet.rows, mapping.head)
  return labels.flatMap(({ key, row, column: at }) => {
    const item = saidOf(mapping.rows, key)
    if (item === undefined) return []
    const end = Math.min(...labels.filter((other) => other.row === row && other.column > at).map(({ column }) => column))
    return columns.flatMap(({ key: heading, index }) => {
      const column = saidOf(mapping.columns, heading)
      const name = column === undefined || index <= at || index >= end ? null : figureAt(item, column)
      return name === null ? [] : [{ name, row, column: index }]
    })
  })
}

const WAN_OF: Readonly<Record<MoneyUnit, string>> = { 元: '0.0001', 万元: '1' }

/** An amount in 万元 as a form keeps it; a count, and what is no amount, as it stands there. */
function asKept(name: FigureName, text: string, unit: MoneyUnit): string {
  if (FIGURE_ITEMS[itemOf(name)].measure === 'count') return text.replace(/\s*人$/, '')
  const read = readMoney(text, unit)
  return read.kind === 'number' ? plain(times(read.value, quantity(WAN_OF[unit]))) : text
}
