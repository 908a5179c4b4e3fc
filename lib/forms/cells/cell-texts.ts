import { cellSpec } from '@/lib/domain/cells/addresses'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { shownText } from '@/lib/messages/cell-texts'
import { readCellValue } from './cells'
import { type KnownData, piecesOf, sayDatum, shownOf } from './references'

/**
 * The text of a cell as it is said beside another one: figures as forms show them, amounts with their unit, ties by the names of their
 * rows (by id), references by the data that they are to.
 */
export function sayCellText(address: string, text: string, names: Readonly<Record<string, string>>, known: KnownData): string {
  if (text === '') return '（空）'
  const kind = cellSpec(address)?.kind
  if (kind === 'rowId' || kind === 'rowIds') {
    const ids = text.split(' ').filter((id) => id !== '')
    return ids.map((id) => names[id] ?? '（已删除的行）').join('\n')
  }
  if (kind === 'text') return shownOf(piecesOf(text, (name) => sayDatum(name, known)))
  const value = readCellValue(address, text)
  if (!value.ok) return text
  const said = shownText(value.value)
  return kind === 'money' && /\d$/.test(said) ? `${said} 万元` : said
}

/** Whether two texts of a cell say the same, however they are spelt. */
export const saysSame = (address: string, a: string, b: string): boolean => a === b || storedAs(address, a) === storedAs(address, b)

/** A typed text as the server would give it back; as it is where it cannot be read. */
export function storedAs(address: string, text: string): string {
  const value = readCellValue(address, text)
  return value.ok ? writeCellValue(value.value) : text
}
