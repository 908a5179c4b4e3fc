import { quantity } from '@/lib/domain/quantities'
import { FIGURE_ITEMS, type FigureItem, isFigureName } from './funds'

/**
 * Cell addresses: `indicators/<row>/actual`. Findings, explanations, review notes, revisions and
 * audit entries all point by them, and every form saves by them. This file says which addresses
 * exist and what may stand in such a cell; `lib/data/cells.ts` knows in which column it is kept.
 */
export type CellAddress = string

export type CellKind =
  | 'money' // 元, typed in 万元 with up to six decimals
  | 'count' // a whole number, not negative
  | 'points' // 分值 or 得分, up to two decimals, 0…100
  | 'share' // 得分系数, typed in per cent, 0…100 % with up to four decimals
  | 'line' // one line of text
  | 'text' // several lines; `{{datum}}` are references
  | 'reading' // target or actual: kept as typed, beside what was read from it
  | 'date' // YYYY-MM-DD
  | 'rowIds' // ids of other rows, separated by spaces (ties between problems and measures)
  | 'rowId' // id of another row, or empty

export type CellSpec = { kind: CellKind; longest: number }

const line = (longest: number): CellSpec => ({ kind: 'line', longest })
const text: CellSpec = { kind: 'text', longest: 5000 }
const points: CellSpec = { kind: 'points', longest: 20 }
const reading: CellSpec = { kind: 'reading', longest: 300 }
const money: CellSpec = { kind: 'money', longest: 40 }

/** What the database keeps: 18 digits of 元 with 2 behind the point, counts of 8 digits, 分 of 5 with 2. */
export const LARGEST_AMOUNT = quantity('999999999999999999.99')
export const LARGEST_COUNT = quantity('99999999')
export const LARGEST_POINTS = quantity('99999.99')

/** Lists of an evaluation whose rows are added, removed and moved, and the cells of a row. */
export const LISTS = {
  narrative: { text },
  goals: { text, completion: text },
  tasks: { name: line(200), budget: money, expenditure: money },
  indicators: {
    dimension: line(60),
    group: line(60),
    name: line(200),
    task: { kind: 'rowId', longest: 40 },
    unit: line(30),
    target: reading,
    actual: reading,
    maxScore: points,
    changeReason: text,
    deviationReason: text,
    coefficient: { kind: 'share', longest: 20 },
    selfScore: points,
    selfScoreGrounds: text,
    reviewScore: points,
    reviewGrounds: text,
  },
  problems: { text, measures: { kind: 'rowIds', longest: 4000 } },
  measures: { text },
} as const satisfies Record<string, Record<string, CellSpec>>
export type ListName = keyof typeof LISTS

export const COVER_CELLS = {
  annexNumber: line(20),
  signature: line(100),
  date: { kind: 'date', longest: 10 },
  preparer: line(60),
  principal: line(60),
  phone: line(40),
} as const satisfies Record<string, CellSpec>

/** What may stand in the cell; null where there is no such address. Whether the row exists is another question. */
export function cellSpec(address: CellAddress): CellSpec | null {
  const [part, row, column, ...rest] = address.split('/')
  if (part === undefined || row === undefined || rest.length > 0) return null
  if (part === 'cover') return column === undefined && Object.hasOwn(COVER_CELLS, row) ? COVER_CELLS[row as keyof typeof COVER_CELLS] : null
  if (column === undefined) return null
  if (part === 'funds') {
    if (!isFigureName(`${row}/${column}`)) return null
    return FIGURE_ITEMS[row as FigureItem].measure === 'money' ? { kind: 'money', longest: 200 } : { kind: 'count', longest: 200 }
  }
  if (!Object.hasOwn(LISTS, part) || !/^[a-z0-9]{1,40}$/.test(row)) return null
  const columns: Record<string, CellSpec> = LISTS[part as ListName]
  return Object.hasOwn(columns, column) ? (columns[column] ?? null) : null
}

/** Cells that only a reviewer writes, at the finance node; all others are the editors', while the evaluation is in their hands. */
export const isReviewCell = (address: CellAddress): boolean => /^indicators\/[a-z0-9]+\/review(Score|Grounds)$/.test(address)
