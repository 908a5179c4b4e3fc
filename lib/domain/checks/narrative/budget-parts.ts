import { check, fact } from '@/lib/domain/checks/check'
import type { BudgetPart } from '@/lib/domain/checks/facts'
import { type Form, numberIn } from '@/lib/domain/checks/form'
import { agrees, isOfTheWhole, type Mention, MONEY, saying } from './mentions'

/** Parts of the budget as texts call them, by the names of the product's figures. */
const ITEMS = (
  [
    ['general', '一般公共预算(?:财政)?拨款'],
    ['governmentFund', '政府性基金(?:预算)?(?:财政)?拨款'],
    ['stateCapital', '国有资本经营(?:预算)?(?:财政)?拨款'],
    ['otherSource', '其他资金'],
    ['basic', '基本支出'],
    ['project', '项目支出'],
    ['personnel', '人员经费'],
    ['publicUse', '公用经费'],
  ] satisfies readonly (readonly [BudgetPart, string])[]
).map(([item, label]) => ({ item, label, named: new RegExp(label), said: saying(label, MONEY) }))
/** What a sentence on the parts is made of beside the words of one on the whole. */
const AMONG_PARTS = new RegExp(
  [...ITEMS.map(({ label }) => label), '其中', '按(?:资金来源|支出性质|支出类型)[分看]?', '看', '占'].join('|'),
  'g',
)
/** A sentence up to here; one that begins with 其中 goes on from the one before it. */
const UP_TO_HERE = /(?:[^。！？]*[。！？])?其中[^。！？]*$|[^。！？]*$/
/** Amounts were last said of a budget: its parts are not those of the expenditure, of which splits are. */
const OF_A_BUDGET = /(?<!完成(?:全年|年度)?)预算(?!执行|完成)(?!.*(?:执行|完成|决算|(?:实际|总|全年|本年)支出|支出合计))/

/** Whether a mention is one of the whole's expenditure, not of a budget or of somebody's. */
function isOfExpenditure({ near, behind }: Mention, form: Form): boolean {
  const before = (UP_TO_HERE.exec(near)?.[0] ?? '').replaceAll('。', '').replace(AMONG_PARTS, '')
  return isOfTheWhole({ before, behind }, form, 'money') && !OF_A_BUDGET.test(near.slice(-160).replace(AMONG_PARTS, ''))
}

/** T31: a part of the budget is stated in the text with an amount that the data have nowhere. */
export const partFigures = check({
  code: 'T31',
  severity: 'warning',
  figures: { version: 1, of: ({ what, text }) => ({ what, text }) },
  find: (form) =>
    form.text.length === 0
      ? []
      : ITEMS.flatMap(({ item, named, said }) => {
          const found = said(form)
          if (found.length === 0) return []
          const parts = form.splits.flatMap(({ parts: all }) => all.filter(({ name }) => name === item || named.test(name)))
          const data = parts.map(numberIn).filter((value) => value !== null)
          if (data.length === 0) return []
          if (found.some((mention) => agrees(form, mention, data))) return []
          const wrong = found.find((mention) => isOfExpenditure(mention, form))
          return wrong === undefined
            ? []
            : [{ at: wrong.at, facts: { what: item, text: wrong.text, data: data.map(fact).join('、'), unit: form.unit } }]
        }),
})
