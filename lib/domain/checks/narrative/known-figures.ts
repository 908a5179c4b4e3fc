import { budgetCell, type Form, type NumberCell, numberIn } from '@/lib/domain/checks/form'
import { minus, plain } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import { lately } from '@/lib/domain/reading/lately'
import { exactly } from '@/lib/domain/text/interval'
import { type Mention, scan } from '@/lib/domain/text/mentions'
import type { KnownFigure } from '@/lib/domain/text/reading'

/** A figure of a form's table as a text would say it: what it is, its name, and the number with its unit. */
type Told = readonly [role: KnownFigure['role'], name: string, written: string]

/** The figures of a form's table as a text would say them, for the reading of its text. */
export const toldByTable = (form: Form): Told[] => [...ofMoney(form), ...ofSplits(form), ...ofIndicators(form)]

/** Whether two tables say the same. */
export const isToldAlike = (a: readonly Told[], b: readonly Told[]): boolean =>
  a.length === b.length && a.every((told, i) => told.every((words, part) => words === b[i]?.[part]))

/** The same as if they were said, in no sentence, paragraph or bracket of the text; without those that are no plain figure with a unit. */
export function knownFigures(all: readonly Told[]): KnownFigure[] {
  const known: KnownFigure[] = []
  for (const [role, name, written] of all) {
    const mention = plainFigure(written)
    if (mention === null) continue
    // One spread of what has the same fields already: this is done for every row of the table
    const outside = { index: -1, start: 0, end: 0, group: -1, sentence: -1, paragraph: -1, bracket: 0, lead: '', after: '', tail: '' }
    const label = `表中${name}${role === 'aim' ? '的目标值' : ''}`
    known.push({ role, name, mention: { ...mention, span: exactly(mention.value), hedge: null, label, ...outside } })
  }
  return known
}

/** The one figure of a short text; null where it holds none or more. */
const plainFigure = lately((written): Mention | null => {
  const [mention, more] = scan(written).mentions
  return mention === undefined || more !== undefined ? null : mention
})

function amount(form: Form, role: KnownFigure['role'], name: string, cell: NumberCell): Told[] {
  const value = numberIn(cell)
  return value === null ? [] : [[role, name, `${plain(value)}${form.unit}`]]
}

function ofMoney(form: Form): Told[] {
  const { row } = form.execution
  if (row === null) return []
  const [budget, spent] = [numberIn(budgetCell(form, row)), numberIn(row.money.actualExpenditure)]
  const left: Told[] = budget === null || spent === null ? [] : [['left', '结余', `${plain(minus(budget, spent))}${form.unit}`]]
  const rate = row.printedRate
  const printed: Told[] = 'text' in rate && /^\d[\d.]*%$/.test(rate.text.trim()) ? [['rate', '执行率', rate.text.trim()]] : []
  return [
    ...amount(form, 'initial', '年初预算数', row.money.initialBudget),
    ...amount(form, 'budget', '全年预算数', budgetCell(form, row)),
    ...amount(form, 'spent', '全年执行数', row.money.actualExpenditure),
    ...left,
    ...printed,
    ...form.funds
      .filter(({ role }) => role !== 'total')
      .flatMap((part) =>
        [budgetCell(form, part), part.money.actualExpenditure].flatMap((cell) =>
          amount(form, 'part', part.item.replace(/^其中[:：]?/, ''), cell),
        ),
      ),
  ]
}

const ofSplits = (form: Form): Told[] =>
  form.splits
    .slice(0, MOST_ROWS)
    .flatMap(({ parts }) => parts.slice(0, MOST_ROWS).flatMap((part) => amount(form, 'part', part.name.trim(), part)))
    .slice(0, MOST_ROWS)

/** Of more rows than these no text speaks. */
const MOST_ROWS = 1_000
function ofIndicators({ indicators }: Form): Told[] {
  const all: Told[] = []
  const tell = (role: 'aim' | 'actual', name: string, reading: CellReading): void => {
    if (reading.kind === 'number' && !reading.approximate && reading.unit !== '')
      all.push([role, name, `${plain(reading.value)}${reading.unit}`])
  }
  for (const { context, target, actual } of indicators.slice(0, MOST_ROWS)) {
    const name = context.name.trim()
    tell('aim', name, target.reading)
    tell('actual', name, actual.reading)
  }
  return all
}
