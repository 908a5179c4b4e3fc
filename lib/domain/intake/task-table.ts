import type { Found } from './read-paper'
import { distinct, found, isNumber, type Row, wordsOf } from './table-rows'
import { SUM_ROW } from './vocabulary/columns'

type Spent = { budget?: Found; expenditure?: Found; printedRate?: Found }
/** A 重点工作任务 with its money, also by source where the table has columns or rows for them. */
export type TableTask = Spent & { name: Found; content?: Found; reason?: Found; sources: ({ name: Found } & Spent)[] }
type Amounts = { budget: number | null; expenditure: number | null; printedRate: number | null }
export type TaskHead = {
  name: number
  content: number | null
  reason: number | null
  whole: Amounts
  sources: { name: Found; amounts: Amounts }[]
  first: number
}

const NAME = /^(?:年度)?(?:重点|主要)?(?:工作)?任务(?:名称|事项)?$|^(?:重点|主要)(?:工作)?(?:任务|事项)名称$/
const BUDGET = /预算/
const SPENT = /执行数|支出|决算|完成数|使用/
const RATE = /执行率|完成率|支出率/
const SOURCE = /中央|省|市|县|区|本级|财政拨款|财政资金|其他|自筹|单位资金|专户/
/** Under 预算数（万元） stand its columns: 总额, 财政拨款, 其他资金. */
const WHOLE = /^(?:总额|合计|小计|总计|金额)?$/

/** The columns of a table of tasks with their money, where a row is its head; the row below may part them by source. */
export function taskHeadOf(row: Row, below: Row | undefined): TaskHead | null {
  const words = row.map(({ text }) => wordsOf(text).replace(/[（(].*?[）)]/g, ''))
  const name = words.findIndex((text) => NAME.test(text))
  if (name < 0 || distinct(row).some(({ text }) => isNumber(text)) || !words.some((text) => BUDGET.test(text))) return null
  const whole: Amounts = { budget: null, expenditure: null, printedRate: null }
  const sources = new Map<string, { name: Found; amounts: Amounts }>()
  for (const [index, head] of words.entries()) {
    const column = RATE.test(head)
      ? 'printedRate'
      : SPENT.test(head) && !/预算数/.test(head)
        ? 'expenditure'
        : BUDGET.test(head)
          ? 'budget'
          : null
    if (column === null) continue
    const isParted = words.filter((other, at) => other === head && row[at] === row[index]).length > 1
    const lower = isParted ? found(below?.[index]) : null
    const part = lower?.text.replace(/^其中[：:]?/, '') ?? ''
    if (lower === null || WHOLE.test(part)) whole[column] ??= index
    else if (SOURCE.test(part)) {
      const source = sources.get(part) ?? {
        name: { ...lower, text: part },
        amounts: { budget: null, expenditure: null, printedRate: null },
      }
      source.amounts[column] = index
      sources.set(part, source)
    }
  }
  const first = [...Object.values(whole), ...[...sources.values()].flatMap(({ amounts }) => Object.values(amounts))].filter(
    (at) => at !== null,
  )
  if (whole.budget === null && whole.expenditure === null) return null
  const at = (pattern: RegExp): number | null => {
    const place = words.findIndex((text) => pattern.test(text))
    return place < 0 ? null : place
  }
  return { name, content: at(/内容|完成情况/), reason: at(/原因/), whole, sources: [...sources.values()], first: Math.min(...first) }
}

/** Adds a row: a task, or 其中：中央资金 of the one above. False where it is none; a second head and the sum say nothing of their own. */
export function taskRowIn(row: Row, head: TaskHead, rows: TableTask[]): boolean {
  const label = found(row[head.name])
  const amounts = (columns: Amounts): Spent => {
    const cell = (index: number | null): Found | undefined => {
      const value = index === null ? null : found(row[index])
      return value !== null && (isNumber(value.text) || /^[\d.]+%$/.test(value.text)) ? value : undefined
    }
    const [budget, expenditure, printedRate] = [cell(columns.budget), cell(columns.expenditure), cell(columns.printedRate)]
    return { ...(budget && { budget }), ...(expenditure && { expenditure }), ...(printedRate && { printedRate }) }
  }
  const own = amounts(head.whole)
  if (distinct(row).every(({ text }) => !/\d/.test(text))) return distinct(row).length >= 2 && rows.length === 0
  if (Object.keys(own).length === 0) return false
  const named = found(distinct(row.slice(0, head.first)).at(-1)) ?? label
  const last = rows.at(-1)
  if (named !== null && last !== undefined && /^其中/.test(named.text)) {
    last.sources.push({ name: { ...named, text: named.text.replace(/^其中[：:]?/, '') }, ...own })
    return true
  }
  if (
    named !== null &&
    last !== undefined &&
    last.sources.length > 0 &&
    named.text.length <= 10 &&
    SOURCE.test(named.text) &&
    head.sources.length === 0
  ) {
    last.sources.push({ name: named, ...own })
    return true
  }
  if (label === null || SUM_ROW.test(label.text) || isNumber(label.text)) return label !== null
  const content = head.content === null ? null : found(row[head.content])
  const reason = head.reason === null ? null : found(row[head.reason])
  const sources = head.sources.flatMap(({ name, amounts: columns }) => {
    const spent = amounts(columns)
    return Object.keys(spent).length === 0 ? [] : [{ name, ...spent }]
  })
  rows.push({ name: label, ...own, ...(content === null ? {} : { content }), ...(reason === null ? {} : { reason }), sources })
  return true
}
