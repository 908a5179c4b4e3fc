import {
  FIGURE_ITEMS,
  type FigureColumn,
  type FigureItem,
  type FigureName,
  figure,
  fundingOf,
  itemOf,
  partsOf,
} from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { minus, plain, type Quantity, sum, wanFromYuan } from '@/lib/domain/quantities'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { type BookCell, type BookRow, type BookSheet, COLUMN_KEYS, ROW_KEYS } from '@/lib/exchange/workbook/book'
import { executionCells } from '@/lib/exchange/workbook/formulas'
import { emptyRow, headRows, inputCell, LABEL, label, letterOf, noteRow, tableRow, titleRow } from '@/lib/exchange/workbook/parts'
import { figureColumnLabels, figureItemLabel, figureItemLabels } from '@/lib/messages/form-labels'
import { bookHeadings, bookSheets, bookSums, bookTitle } from '@/lib/messages/workbook'

const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const
const THREE_PUBLIC = ['priorActual', 'initialBudget', 'actualExpenditure'] as const

/** 收支: the total with its rate and score, its parts by source and by nature with what they come to, and the other figures that the scheme asks for. */
export function fundsSheet(evaluation: Evaluation, score: EvaluationScore): BookSheet {
  const rows: BookRow[] = [
    titleRow(bookTitle(evaluation, bookSheets.funds)),
    noteRow('单位：万元'),
    ...headRows('funds', [
      ['', bookHeadings.kind],
      [LABEL, bookHeadings.item],
      ...COLUMNS.map((column) => [column, figureColumnLabels[column]] as const),
      ['', bookHeadings.rate],
      ['', bookHeadings.maxScore],
      ['', bookHeadings.score],
    ]),
  ]
  const places = new Map<FigureItem, number>()
  const put = (kind: string, item: FigureItem, columns: readonly FigureColumn[], more: readonly BookCell[] = [], before = ''): void => {
    places.set(item, rows.length + 1)
    const cells = columns.map((column) => inputCell(evaluation, `funds/${item}/${column}`))
    rows.push(tableRow(`funds/${item}`, [label(kind), label(`${before}${figureItemLabel(item, evaluation.kind)}`), ...cells, ...more]))
  }
  const added = (name: string, whole: FigureItem, parts: readonly FigureItem[], columns: readonly FigureColumn[]): void => {
    const sums = columns.map((column, index) => addedUp(evaluation, parts, column, letterOf(index + 2), places))
    const differences = columns.map((column, index) => differenceTo(evaluation, whole, parts, column, letterOf(index + 2), places))
    rows.push(tableRow(ROW_KEYS.computed, [label(''), label(name), ...sums]))
    rows.push(tableRow(ROW_KEYS.computed, [label(''), label(bookSums.difference), ...differences]))
  }

  put('资金总额', 'total', COLUMNS, executionCells(evaluation, score, rows.length + 1))
  if (evaluation.kind === 'project') {
    const parts = fundingOf(evaluation.scheme.figureGroups)
    for (const item of parts) put('其中', item, COLUMNS)
    added(bookSums.byFunding, 'total', parts, COLUMNS)
    return sheetOf(rows)
  }
  for (const item of partsOf('total', 'source')) put('按资金来源', item, COLUMNS)
  added(bookSums.bySource, 'total', partsOf('total', 'source'), COLUMNS)
  put('按支出性质', 'basic', COLUMNS)
  for (const item of partsOf('basic', 'basic')) put('按支出性质', item, COLUMNS, [], '其中：')
  put('按支出性质', 'project', COLUMNS)
  added(bookSums.byNature, 'total', ['basic', 'project'], COLUMNS)
  added(bookSums.basic, 'basic', partsOf('basic', 'basic'), COLUMNS)

  rows.push(emptyRow, ...singleTable('carryOver', bookHeadings.amount, CARRY_OVER, evaluation))
  if (evaluation.scheme.figureGroups.includes('threePublic')) {
    const parts = partsOf('threePublic', 'threePublic')
    const headings = ['上年决算数', '本年预算数', '本年决算数']
    const columns = THREE_PUBLIC.map((column, index) => [column, headings[index] ?? ''] as const)
    rows.push(emptyRow, ...headRows('threePublic', [['', bookHeadings.kind], [LABEL, bookHeadings.item], ...columns]))
    put('“三公”经费', 'threePublic', THREE_PUBLIC)
    for (const item of parts) put('“三公”经费', item, THREE_PUBLIC, [], '其中：')
    added(bookSums.threePublic, 'threePublic', parts, THREE_PUBLIC)
  }
  const others = OTHERS.filter(({ group }) => evaluation.scheme.figureGroups.includes(group))
  if (others.length > 0) rows.push(emptyRow, ...singleTable('others', bookHeadings.value, others, evaluation))
  return sheetOf(rows)
}

const sheetOf = (rows: readonly BookRow[]): BookSheet => ({
  name: bookSheets.funds,
  rows,
  widths: [13, 4, 34, 17, 17, 17, 10, 8, 10],
  frozen: { rows: 4, columns: 3 },
})

type Single = { kind: string; name: FigureName; heading: string }
const CARRY_OVER: readonly Single[] = (['openingCarryOver', 'closingCarryOver'] as const).map((item) => ({
  kind: '结转结余',
  name: `${item}/amount`,
  heading: figureItemLabels[item],
}))
const RECEIVED = (['total', ...partsOf('total', 'source')] as const).map((item) => ({
  group: 'received' as const,
  kind: figureColumnLabels.received,
  name: `${item}/received` as const,
  heading: `${figureItemLabels[item]}${figureColumnLabels.received}`,
}))
const OTHERS = [
  ...RECEIVED,
  { group: 'staff', kind: '人员', name: 'staffQuota/count', heading: figureItemLabels.staffQuota },
  { group: 'staff', kind: '人员', name: 'staffInPost/count', heading: figureItemLabels.staffInPost },
  { group: 'procurement', kind: '政府采购', name: 'procurement/initialBudget', heading: '政府采购预算数' },
  { group: 'procurement', kind: '政府采购', name: 'procurement/actualExpenditure', heading: '政府采购执行数' },
  { group: 'assets', kind: '资产', name: 'fixedAssets/amount', heading: figureItemLabels.fixedAssets },
  { group: 'assets', kind: '资产', name: 'fixedAssetsInUse/amount', heading: figureItemLabels.fixedAssetsInUse },
] as const

/** Figures that stand alone, one a row. */
const singleTable = (table: string, heading: string, figures: readonly Single[], evaluation: Evaluation): BookRow[] => [
  ...headRows(table, [
    ['', bookHeadings.kind],
    [LABEL, bookHeadings.item],
    [COLUMN_KEYS.whole, heading],
    ['', bookHeadings.unit],
  ]),
  ...figures.map(({ kind, name, heading: item }) =>
    tableRow(`funds/${name}`, [
      label(kind),
      label(item),
      inputCell(evaluation, `funds/${name}`),
      label(FIGURE_ITEMS[itemOf(name)].measure === 'money' ? '万元' : '人'),
    ]),
  ),
]

type Places = ReadonlyMap<FigureItem, number>

const amountsOf = ({ figures }: Evaluation, items: readonly FigureItem[], column: FigureColumn): Quantity[] =>
  items.flatMap((item) => figure(figures, `${item}/${column}`) ?? [])

/** What parts come to; what is no number among them adds nothing. */
function addedUp(evaluation: Evaluation, parts: readonly FigureItem[], column: FigureColumn, letter: string, places: Places): BookCell {
  const cells = parts.map((item) => `${letter}${places.get(item)}`).join(',')
  return { look: 'sum', formula: `SUM(${cells})`, number: inWan(sum(amountsOf(evaluation, parts, column))) }
}

/** How far that is from the whole. */
function differenceTo(
  evaluation: Evaluation,
  whole: FigureItem,
  parts: readonly FigureItem[],
  column: FigureColumn,
  letter: string,
  places: Places,
): BookCell {
  const cells = parts.map((item) => `${letter}${places.get(item)}`)
  const formula = `IF(COUNT(${cells.join(',')})=0,0,ROUND(SUM(${cells.join(',')})-N(${letter}${places.get(whole)}),6))`
  const added = amountsOf(evaluation, parts, column)
  const difference = added.length === 0 ? '0' : inWan(minus(sum(added), sum(amountsOf(evaluation, [whole], column))))
  return { look: 'difference', formula, number: difference }
}

const inWan = (amount: Quantity): string => plain(wanFromYuan(amount))
