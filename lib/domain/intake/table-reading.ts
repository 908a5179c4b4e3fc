import { halfWidth } from '@/lib/domain/reading/number-reading'
import { type DataHead, dataHeadOf, dataIn } from './base-data'
import type { FurtherFigure } from './further-figures'
import { goalHeadOf, goalsIn, type TableGoal } from './goal-table'
import { type IndicatorHead, indicatorHeadOf, indicatorIn, type TableIndicator } from './indicator-table'
import { managedHeadOf, managedIn, type TableManaged } from './managed-table'
import { type CellPart, partsIn, rowsOfParts } from './money-parts'
import { fundsIn, moneyHeadOf, pairedFundsIn, type TableFunds } from './money-table'
import type { Table, TableCell } from './paper'
import type { Found, ReadPaper } from './read-paper'
import { subtotalIn, type TableSubtotal } from './subtotals'
import { columnsOf, distinct, found, type Row, wordsOf } from './table-rows'
import { type TableTask, taskHeadOf, taskRowIn } from './task-table'
import { INDICATOR_HEADS, SUBTOTAL_ROW, SUM_ROW } from './vocabulary/columns'

/** What the tables of a report hold. `total`: the row below the indicators; `labels`: cells behind a name, such as 项目名称. */
export type TableReading = {
  funds: TableFunds[]
  indicators: TableIndicator[]
  goals: TableGoal[]
  subtotals: TableSubtotal[]
  managed: TableManaged[]
  tasks: TableTask[]
  total: Found | null
  labels: { name: string; value: Found }[]
  /** What 基础数据表 says beside them. */
  data: FurtherFigure[]
  /** Some of a table's rows are no indicators, money or names that are known. */
  unknown: { from: number; to: number }[]
}

type Mode =
  | { kind: 'none' }
  | { kind: 'money'; head: NonNullable<ReturnType<typeof moneyHeadOf>> }
  | { kind: 'indicators'; head: NonNullable<ReturnType<typeof indicatorHeadOf>> }
  | { kind: 'goals'; head: NonNullable<ReturnType<typeof goalHeadOf>> }
  | { kind: 'managed'; head: NonNullable<ReturnType<typeof managedHeadOf>> }
  | { kind: 'data'; head: DataHead }
  | { kind: 'tasks'; head: NonNullable<ReturnType<typeof taskHeadOf>> }

/** Reads every table row by row: a head says what the rows under it are, also where one table holds them all. */
export function tablesOf({ paper }: ReadPaper): TableReading {
  const reading: TableReading = {
    funds: [],
    indicators: [],
    goals: [],
    subtotals: [],
    managed: [],
    tasks: [],
    total: null,
    labels: [],
    data: [],
    unknown: [],
  }
  for (const table of paper.tables) readTable(table, reading)
  return reading
}

function readTable({ rows }: Table, reading: TableReading): void {
  let mode: Mode = { kind: 'none' }
  let above: TableIndicator | null = null
  const parts: CellPart[] = []
  for (const [at, row] of rows.entries()) {
    const cells = distinct(row)
    if (cells.length === 0) continue
    const head = withoutTitles(rows, at)
    const data = dataHeadOf(row, rows.slice(at + 1, at + 3))
    const sums = data === null ? moneyHeadOf(head) : null
    const indicators = data === null ? ofIndicators(indicatorHeadOf(head, rows[at + 1]), sums !== null) : null
    const tasks = indicators === null && data === null ? taskHeadOf(head, rows[at + 1]) : null
    const goals = indicators === null && tasks === null && data === null ? goalHeadOf(head) : null
    const managed = indicators === null && goals === null && data === null ? managedHeadOf(head) : null
    const money = indicators === null && goals === null && tasks === null ? sums : null
    if (data !== null) mode = { kind: 'data', head: data }
    else if (indicators !== null) mode = { kind: 'indicators', head: indicators }
    else if (managed !== null) mode = { kind: 'managed', head: managed }
    else if (tasks !== null) mode = { kind: 'tasks', head: tasks }
    else if (money !== null) mode = { kind: 'money', head: money }
    else if (goals !== null) mode = { kind: 'goals', head: goals }
    else if (isSecondHead(mode, row)) continue
    else if (mode.kind === 'indicators' && cells.some(({ text }) => SUBTOTAL_ROW.test(wordsOf(text)))) {
      subtotalIn(row, mode.head, above, reading.subtotals)
    } else if (cells.some(({ text }) => SUM_ROW.test(wordsOf(text))) && mode.kind === 'indicators') {
      reading.total = scoreIn(row, mode.head.columns.get('printedScore')) ?? reading.total
      const grade = found(cells.find(({ text }) => GRADE_CELL.test(wordsOf(text))))
      if (grade !== null) reading.labels.push({ name: '等级', value: grade })
    } else if (mode.kind === 'indicators') {
      const indicator = indicatorIn(row, mode.head, above)
      if (indicator !== null) {
        reading.indicators.push(indicator)
        above = indicator
      } else readLabels(row, reading)
    } else if (mode.kind === 'money' && (fundsIn(row, mode.head, reading.funds) || partsIn(row, parts))) continue
    else if (mode.kind === 'managed' && managedIn(row, mode.head, reading.managed)) continue
    else if (mode.kind === 'tasks' && taskRowIn(row, mode.head, reading.tasks)) continue
    else if (mode.kind === 'goals' && goalsIn(row, mode.head, reading.goals)) continue
    else if (mode.kind === 'data' && dataIn(row, mode.head, reading.data)) continue
    else if (pairedFundsIn(row, reading.funds)) continue
    else readLabels(row, reading)
  }
  reading.funds.push(...rowsOfParts(parts, reading.funds))
}

const NOT_OF_MONEY = ['target', 'approvedTarget', 'dimension', 'group'] as const
/** 预算执行情况 | 指标 | 年初预算数 | 全年执行数 names no target: what it heads is money, and its 指标 are the rows of it. */
const ofIndicators = (head: IndicatorHead | null, isOfMoney: boolean): IndicatorHead | null =>
  isOfMoney && head !== null && NOT_OF_MONEY.every((column) => !head.columns.has(column)) ? null : head

/** A row without what stands beside it and the rows below as their title: 绩效指标 down the left of the indicators. */
function withoutTitles(rows: Table['rows'], at: number): Row {
  const [row = [], below = []] = [rows[at], rows[at + 2]]
  return row.map((cell, index) => (cell.text !== '' && cell === below[index] ? { ...cell, text: '' } : cell))
}

/** The lower half of a head in two rows. */
const isSecondHead = (mode: Mode, row: Row): boolean =>
  mode.kind === 'indicators' && columnsOf(row, INDICATOR_HEADS).size >= 3 && distinct(row).every(({ text }) => !/\d/.test(text))

/** 优 behind the score of 总分. */
const GRADE_CELL = /^(?:优秀?|良好?|中等?|合格|差)$/

/** The score of 总分: what stands in the column of scores, else the last number. */
function scoreIn(row: Row, column: number | undefined): Found | null {
  const own = column === undefined ? undefined : row[column]
  const numbers = distinct(row).filter(({ text }) => /^\d{1,3}(?:\.\d+)?分?$/.test(wordsOf(text)))
  const cell = own !== undefined && numbers.includes(own) ? own : numbers.at(-1)
  const score = found(cell)
  return score === null ? null : { ...score, text: score.text.replace(/分$/, '') }
}

const LABEL =
  /^(?:项目名称|(?:一?级)?(?:预算)?(?:部门|单位)(?:、(?:部门|单位))?名称|预算部门|预算单位|主管部门|实施单位|填报单位|项目单位|负责人|联系人|联[系络](?:电话|方式)|人员编制|编制(?:人)?数|实有人数|在职人数|自评总分|总分|自评得分|自评等级|评价等级|等级|评价结论|填报人|填报日期|年度$|预算年度)/

/** 填报日期：2024年5月8日 in one cell; null where what it says stands in the next. */
function valueIn({ text, to }: TableCell): Found | null {
  const value = /[：:]\s*(\S.*)$/s.exec(text)?.[1]
  return value === undefined
    ? null
    : { text: wordsOf(value).replace(/[０-９]/g, halfWidth), certainty: 'certain', from: to - value.length, to }
}

/** Cells in pairs: a name, and what it says. */
function readLabels(row: Row, reading: TableReading): void {
  const cells = distinct(row)
  let any = false
  for (const [index, cell] of cells.entries()) {
    const name = wordsOf(cell.text)
      .replace(/[（(].*?[）)]/g, '')
      .replace(/[：:].*$/, '')
    const value = valueIn(cell) ?? found(cells[index + 1])
    if (!LABEL.test(name) || value === null || LABEL.test(value.text)) continue
    reading.labels.push({ name, value })
    any = true
  }
  const [first] = cells
  const last = cells.at(-1)
  if (!any && first !== undefined && last !== undefined) reading.unknown.push({ from: first.from, to: last.to })
}
