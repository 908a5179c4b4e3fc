import { budgetCell, type Form, type FormIndicator, type NumberCell, numberIn, saidIn } from '@/lib/domain/checks/form'
import { atMost, equals, minus, plain, type Quantity, times } from '@/lib/domain/quantities'
import { inYuan } from '@/lib/domain/reading/number-reading'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'

/**
 * Figures of the text that the form's table has otherwise: budget and expenditure of the whole by their everyday names, and
 * rates by the names of indicators. Only where the table's own figure stands nowhere in the text: else the other is another's.
 */
type TableContradiction = { mention: Mention; cell: string; expected: string }

export const contradictionsOfTable = (form: Form, reading: Reading, settled: ReadonlySet<Mention>): TableContradiction[] => [
  ...ofMoney(form, reading),
  ...ofRest(form, reading),
  ...ofSplits(form, reading, settled),
  ...ofIndicators(form, reading),
]

/** Words that say when, whose and how much of it, and nothing of which part. */
const EVERYDAY =
  /^[一二三四五六七八九十]{1,2}、[^，。]{0,12}|^\d{1,2}[.．、][^，。\d]{0,6}|\d{4}年度?|本年度?|全年|年度|当年|部门|单位|项目|专项|中心|整体|安排|资金|经费|总额|合计|共计|累计|共|总|实际|财政|[的为是达到了数约]|年末|截至|年底|情况|市|省|县|区/g
/** T01 looks after figures that are called so. */
const ELSEWHERE = /全年(?:预算|实际支出|支出|执行)|执行数|调整后|年初预算|总支出/
const BUDGET = /^预算$/
const SPENT = /^(?:支出|执行|决算|决算支出|支付|预算执行|预算支出)$/

function ofMoney(form: Form, { mentions }: Reading): TableContradiction[] {
  const { row } = form.execution
  const unit = inYuan(form.unit)
  if (row === null || unit === null) return []
  const money = mentions.filter((mention) => mention.unit.dimension === 'money' && mention.hedge === null)
  const cells = Object.values(row.money)
    .flatMap((cell) => numberIn(cell) ?? [])
    .map((value) => times(value, unit))
  const stated = (value: Quantity): boolean => money.some(({ span }) => atMost(span.low, value) && atMost(value, span.high))
  const check = (cell: NumberCell, name: string, role: RegExp): TableContradiction[] => {
    const value = numberIn(cell)
    if (value === null || stated(times(value, unit))) return []
    const wrong = money.find(
      (mention) =>
        role.test(withoutProject(mention.label, form).replace(EVERYDAY, '')) &&
        !ELSEWHERE.test(mention.label) &&
        !/[上去]年|每|上级/.test(mention.label) &&
        !cells.some((other) => equals(other, mention.value)) &&
        isThisYear(mention, form),
    )
    return wrong === undefined ? [] : [{ mention: wrong, cell: `${name}为 ${saidIn(cell)} ${form.unit}`, expected: saidIn(cell) }]
  }
  const budget = form.columns.adjustedBudget ? row.money.adjustedBudget : row.money.initialBudget
  return [
    ...check(budget, form.columns.adjustedBudget ? '全年预算数' : '年初预算数', BUDGET),
    ...check(row.money.actualExpenditure, '全年执行数', SPENT),
  ]
}
const REST = /^(?:剩余|结余|未(?:支出|支付|使用)的?)(?:资金|金额)?(?:为|有)?$/
/** 支出834.2万元，执行率97%。剩余25.8万元: what is left of the table's budget after its expenditure, where the text has just said the expenditure. */
function ofRest(form: Form, { mentions }: Reading): TableContradiction[] {
  const { row } = form.execution
  const unit = inYuan(form.unit)
  const budget = row === null ? null : numberIn(budgetCell(form, row))
  const spent = row === null ? null : numberIn(row.money.actualExpenditure)
  if (unit === null || budget === null || spent === null) return []
  const left = minus(budget, spent)
  return mentions.flatMap((mention): TableContradiction[] => {
    const said = mentions
      .slice(Math.max(0, mention.index - 3), mention.index)
      .find(({ label, unit: { dimension } }) => dimension === 'money' && /支出|执行|决算/.test(label))
    if (mention.unit.dimension !== 'money' || mention.hedge !== null || !REST.test(mention.label) || said === undefined) return []
    if (!equals(said.value, times(spent, unit)) || said.paragraph !== mention.paragraph) return []
    const expected = times(left, unit)
    return atMost(mention.span.low, expected) && atMost(expected, mention.span.high)
      ? []
      : [{ mention, cell: `预算数减执行数为 ${plain(left)} ${form.unit}`, expected: plain(left) }]
  })
}

/** 养护类项目预算数, where the project is called so: its own name says no part. */
function withoutProject(label: string, { kind, project }: Form): string {
  const name = (project ?? '').replace(/^\d{4}年度?/, '')
  return kind === 'project' && name.length > 2 ? label.replace(name, '').replace(name.replace(/(?:项目|资金|经费|专项)+$/, ''), '') : label
}

/** Parts of a split by their names: 省本级1,620.0万元. */
function ofSplits(form: Form, { mentions }: Reading, settled: ReadonlySet<Mention>): TableContradiction[] {
  const unit = inYuan(form.unit)
  if (unit === null) return []
  const money = mentions.filter((mention) => mention.unit.dimension === 'money' && mention.hedge === null)
  return form.splits.flatMap(({ parts }) =>
    parts.flatMap((part): TableContradiction[] => {
      const value = numberIn(part)
      const name = part.name.trim()
      if (value === null || name.length < 3) return []
      const amount = times(value, unit)
      if (money.some(({ span }) => atMost(span.low, amount) && atMost(amount, span.high))) return []
      const named = money.filter((mention) => mention.label.endsWith(name) && !/[上去]年|预算/.test(mention.label) && !settled.has(mention))
      const [first] = named
      return first === undefined || named.length > 1
        ? []
        : [{ mention: first, cell: `“${name}”为 ${saidIn(part)} ${form.unit}`, expected: saidIn(part) }]
    }),
  )
}

const isThisYear = ({ label }: Mention, { year }: Form): boolean => {
  const said = /((?:19|20)\d{2})年/.exec(label)?.[1]
  return said === undefined || year === null || said === `${year}`
}

/** Too many indicators and figures go by these. */
const GENERAL = /^(?:群众|公众|服务对象|社会公众)?(?:满意[度率]|完成率|合格率|执行率|覆盖率|及时率|达标率|参与率|验收合格率|按期完成率)$/
const RATE_NAME = /([\u4e00-\u9fff]{2,16}(?:率|度|比例))(?:达到?了?|为|是)*$/

function ofIndicators(form: Form, { mentions }: Reading): TableContradiction[] {
  const rates = mentions.flatMap((mention) => {
    const name =
      mention.unit.dimension === 'percent' &&
      mention.hedge === null &&
      !/[上去]年|上一|目标|计划|力争/.test(mention.label) &&
      isThisYear(mention, form)
        ? RATE_NAME.exec(mention.label)?.[1]
        : undefined
    return name === undefined ? [] : [{ mention, name }]
  })
  return form.indicators.flatMap((row) => {
    const value = actualOf(row)
    if (value === null) return []
    const own = row.context.name.trim()
    const named = rates.filter(({ name }) => isSame(name, own, form))
    // The same rate of parts is no contradiction: where several figures go by the name, one of them is the row's.
    if (named.length !== 1 || named.some(({ mention: { span } }) => atMost(span.low, value) && atMost(value, span.high))) return []
    const [first] = named
    return first === undefined
      ? []
      : [{ mention: first.mention, cell: `“${own}”的实际完成值为 ${row.actual.text.trim()}`, expected: row.actual.text.trim() }]
  })
}
const isSame = (said: string, own: string, form: Form): boolean => {
  if (said === own) return true
  const [short, long] = said.length < own.length ? [said, own] : [own, said]
  if (!long.endsWith(short)) return false
  if (!GENERAL.test(short)) return short.length >= 3
  // 群众满意度 is that of the only indicator of satisfaction.
  return /满意/.test(short) && form.indicators.filter(({ context }) => /满意/.test(context.name)).length === 1
}
function actualOf({ actual: { reading } }: FormIndicator): Quantity | null {
  return reading.kind === 'number' && reading.unit === '%' && reading.writtenAs === 'none' && !reading.approximate ? reading.value : null
}
