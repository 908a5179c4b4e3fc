import type { CellStyle } from 'hucre/xlsx'
import type { BookLook } from './book'

/** How the cells of a workbook look. Colour says what is to be filled in, and protection holds the rest. */

const side = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const border = { top: side, right: side, bottom: side, left: side }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const [INPUT, HEADING, LABEL, COMPUTED] = ['FFF9E5', 'DCE6F1', 'F2F2F2', 'EDEDED'].map(fill)

const top = { vertical: 'center', wrapText: true } as const
const right = { vertical: 'center', horizontal: 'right' } as const
const typed = (numFmt: string, alignment: CellStyle['alignment']): CellStyle => ({
  border,
  numFmt,
  ...(INPUT ? { fill: INPUT } : {}),
  ...(alignment ? { alignment } : {}),
  protection: { locked: false },
})
const computed = (numFmt: string): CellStyle => ({ border, numFmt, alignment: right, ...(COMPUTED ? { fill: COMPUTED } : {}) })

/** As text: what is typed stays as it is, and 3/4 or 12月 becomes no date. */
const AS_TEXT = '@'
const MONEY = '#,##0.00####'

const LOOKS: Readonly<Record<BookLook, CellStyle>> = {
  title: { font: { bold: true, size: 14 }, alignment: { vertical: 'center' } },
  note: { font: { size: 10, color: { rgb: '595959' } }, alignment: { vertical: 'center' } },
  heading: { font: { bold: true }, border, alignment: { ...top, horizontal: 'center' }, ...(HEADING ? { fill: HEADING } : {}) },
  label: { border, alignment: top, ...(LABEL ? { fill: LABEL } : {}) },
  text: typed(AS_TEXT, top),
  money: typed(MONEY, right),
  number: typed('General', right),
  percent: typed('0.00##%', right),
  sum: computed('#,##0.00'),
  sumPercent: computed('0.00%'),
  difference: computed('#,##0.00####;[Red]-#,##0.00####;-'),
}

/** `given`: shown, and not to be filled in. */
export function styleOf(look: BookLook, given: boolean): CellStyle {
  const style = LOOKS[look]
  return given ? { ...style, ...(LABEL ? { fill: LABEL } : {}), protection: { locked: true } } : style
}
