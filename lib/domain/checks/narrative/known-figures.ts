import { budgetCell, type Form, type NumberCell, numberIn } from '@/lib/domain/checks/form'
import { minus, plain } from '@/lib/domain/quantities'
import { lately } from '@/lib/domain/reading/lately'
import { exactly } from '@/lib/domain/text/interval'
import { type Mention, scan } from '@/lib/domain/text/mentions'
import type { KnownFigure } from '@/lib/domain/text/reading'

/** The figures of a form's table as a text would say them, for the reading of its text. */
export const knownFigures = (form: Form): KnownFigure[] => [...ofMoney(form), ...ofSplits(form), ...ofIndicators(form)]

/** A figure as if it were said, in no sentence, paragraph or bracket of the text; null where it is no plain figure with the unit. */
function figure(role: KnownFigure['role'], name: string, written: string): KnownFigure | null {
  const mention = plainFigure(written)
  if (mention === null) return null
  // One spread of what has the same fields already: this is done for every row of the table
  const outside = { index: -1, start: 0, end: 0, group: -1, sentence: -1, paragraph: -1, bracket: 0, lead: '', after: '', tail: '' }
  const label = `表中${name}${role === 'aim' ? '的目标值' : ''}`
  return { role, name, mention: { ...mention, span: exactly(mention.value), hedge: null, label, ...outside } }
}

/** The one figure of a short text; null where it holds none or more. */
const plainFigure = lately((written): Mention | null => {
  const [mention, more] = scan(written).mentions
  return mention === undefined || more !== undefined ? null : mention
})

function amount(form: Form, role: KnownFigure['role'], name: string, cell: NumberCell): KnownFigure[] {
  const value = numberIn(cell)
  const known = value === null ? null : figure(role, name, `${plain(value)}${form.unit}`)
  return known === null ? [] : [known]
}

function ofMoney(form: Form): KnownFigure[] {
  const { row } = form.execution
  if (row === null) return []
  const [budget, spent] = [numberIn(budgetCell(form, row)), numberIn(row.money.actualExpenditure)]
  const left = budget === null || spent === null ? null : figure('left', '结余', `${plain(minus(budget, spent))}${form.unit}`)
  const rate = row.printedRate
  const printed = 'text' in rate && /^\d[\d.]*%$/.test(rate.text.trim()) ? figure('rate', '执行率', rate.text.trim()) : null
  return [
    ...amount(form, 'initial', '年初预算数', row.money.initialBudget),
    ...amount(form, 'budget', '全年预算数', budgetCell(form, row)),
    ...amount(form, 'spent', '全年执行数', row.money.actualExpenditure),
    ...(left === null ? [] : [left]),
    ...(printed === null ? [] : [printed]),
    ...form.funds
      .filter(({ role }) => role !== 'total')
      .flatMap((part) =>
        [budgetCell(form, part), part.money.actualExpenditure].flatMap((cell) =>
          amount(form, 'part', part.item.replace(/^其中[:：]?/, ''), cell),
        ),
      ),
  ]
}

const ofSplits = (form: Form): KnownFigure[] =>
  form.splits
    .slice(0, MOST_ROWS)
    .flatMap(({ parts }) => parts.slice(0, MOST_ROWS).flatMap((part) => amount(form, 'part', part.name.trim(), part)))
    .slice(0, MOST_ROWS)

/** Of more rows than these no text speaks. */
const MOST_ROWS = 1_000
const ofIndicators = ({ indicators }: Form): KnownFigure[] =>
  indicators.slice(0, MOST_ROWS).flatMap(({ context, target, actual }) => {
    const name = context.name.trim()
    return (
      [
        ['aim', target.reading],
        ['actual', actual.reading],
      ] as const
    ).flatMap(([role, reading]): KnownFigure[] => {
      if (reading.kind !== 'number' || reading.approximate || reading.unit === '') return []
      const known = figure(role, name, `${plain(reading.value)}${reading.unit}`)
      return known === null ? [] : [known]
    })
  })
