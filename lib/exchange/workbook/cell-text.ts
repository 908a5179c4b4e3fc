import type { Cell } from 'hucre/xlsx'
import type { CellKind } from '@/lib/domain/cells/cells'
import { hundred, parseQuantity, plain, times } from '@/lib/domain/quantities'
import type { CellNote, CellWrong } from './read-book-format'

/** A cell as it shows: its text, and what had to be done to say it. `wrong`: it says nothing that could be read. */
export type ShownCell = { text: string; notes: readonly CellNote[]; wrong?: CellWrong }

/** What a cell of a form would say, in the words in which it would be typed. */
export function shownCell(cell: Partial<Cell> | undefined, kind: CellKind): ShownCell {
  const { value = null, type, formula, style } = cell ?? {}
  const computed: CellNote[] = formula === undefined ? [] : [{ code: 'formula', text: `=${formula}` }]
  if (type === 'error' || (typeof value === 'string' && formula !== undefined && /^#[A-Z/0!?]+$/.test(value)))
    return { text: String(value), notes: computed, wrong: { code: 'errorValue' } }
  if (value === null) return formula === undefined ? { text: '', notes: [] } : { text: '', notes: computed, wrong: { code: 'noResult' } }
  if (value instanceof Date) return dated(value, kind, style?.numFmt ?? '', computed)
  if (typeof value !== 'number') return { text: typeof value === 'boolean' ? String(value).toUpperCase() : value, notes: computed }
  return numbered(value, kind, style?.numFmt ?? '', computed)
}

/** Serial numbers of days from 1954 to 2091. */
const [FIRST_DAY, LAST_DAY] = [20_000, 70_000]
const DAY_MS = 86_400_000

function numbered(value: number, kind: CellKind, format: string, notes: readonly CellNote[]): ShownCell {
  const digits = decimalOf(value)
  if (kind === 'date' && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY)
    return { text: isoDay(new Date(Date.UTC(1899, 11, 30) + value * DAY_MS)), notes: [...notes, { code: 'serialDay', text: digits }] }
  const shape = bare(format)
  if (shape.includes('%')) {
    const read = parseQuantity(digits)
    const text = read === null ? digits : `${plain(times(read, hundred))}%`
    return { text, notes: [...notes, { code: 'perCent', text: digits }] }
  }
  // 0!.0, and #,##0,: what shows is a ten-thousandth or a thousandth of what stands there
  const scaled = /[0#?],+(?=[^0#?]*$)|[!\\]\./.test(format.split(';')[0] ?? '')
  return { text: digits, notes: scaled ? [...notes, { code: 'scaled', text: format }] : notes }
}

/** A format without what it says in quotes. */
const bare = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')

/** A day as the format shows it: a month where it shows no day. What is typed as 3/4 has become one. */
function dated(value: Date, kind: CellKind, format: string, notes: readonly CellNote[]): ShownCell {
  if (kind === 'date') return { text: isoDay(value), notes }
  const [year, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()]
  const shape = bare(format).toLowerCase()
  const parts = [/y/.test(shape) ? `${year}年` : '', `${month}月`, /d/.test(shape) ? `${day}日` : '']
  return { text: parts.join(''), notes: [...notes, { code: 'day', text: isoDay(value) }] }
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)

/** The digits that a spreadsheet shows: fifteen, and never 1e21. */
function decimalOf(value: number): string {
  const digits = String(Number(value.toPrecision(15)))
  if (!digits.includes('e')) return digits
  return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/0+$/, '')
}
