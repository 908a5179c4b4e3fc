import { type Form, numberIn } from '@/lib/domain/form'
import { gradeName, gradeOf } from '@/lib/domain/grade'
import { readDigits } from '@/lib/domain/number-reading'
import {
  absolute,
  cutTo,
  dividedBy,
  equals,
  fixed,
  hundred,
  minus,
  moreThan,
  type Quantity,
  quantity,
  roundHalfUp,
  times,
  zero,
} from '@/lib/domain/quantities'
import { type Check, type Found, fact, toleranceOf } from './check'
import { NUMBER, occurrences, passagesOf } from './report-text'

/** What the report's text says of the department's budget, expenditure, rate and score, against the data. */

const FILLING = '(?:支出|收入|数|总额|合计|共计|共|为|是|达到?|了|[:：])*'
/** A sentence that speaks of a part, or of another year: its 全年预算 or 执行率 is another figure than the department's. */
const OF_A_PART = /其中|三公|公务|基本支出|(?<![本该])项目|经费|专项|拨款|基金|所属|下属|效能|效率|上年|去年|上一年|同期|以前年度|往年/
const IN_YUAN: Readonly<Record<string, Quantity>> = { 元: quantity('1'), 万元: quantity('10000'), 亿元: quantity('100000000') }

/** `before`: the sentence up to it, without the department's name. */
type Mention = { at: string; text: string; before: string; value: Quantity; decimals: number; unit: string }

function mentions(form: Form, label: string, unit: string): Mention[] {
  const pattern = new RegExp(`${label}${FILLING}${NUMBER}(${unit})`, 'g')
  return passagesOf(form).flatMap(({ at, text }) =>
    occurrences(text, pattern).flatMap((match) => {
      const read = readDigits(match[1] ?? '')
      const before = (/[^。；;\n]*$/.exec(text.slice(Math.max(0, match.index - 200), match.index)) ?? [''])[0].replaceAll(
        form.department,
        '',
      )
      return read === null ? [] : [{ at, text: match[0], before, ...read, unit: match[2] ?? '' }]
    }),
  )
}

/** Whether a sentence speaks of the whole department in the form's own year. */
function ofTheWhole({ before }: Pick<Mention, 'before'>, { year }: Form): boolean {
  const named = /(\d{4})年(?!.*\d{4}年)/.exec(before)?.[1]
  return !OF_A_PART.test(before) && (year === null || named === undefined || named === `${year}`)
}

const MONEY = '亿元|万元|元'
const inUnitOf = (amount: Quantity, form: Form, unit: string): Quantity =>
  IN_YUAN[unit] === undefined ? amount : dividedBy(times(amount, IN_YUAN[form.unit] ?? quantity('1')), IN_YUAN[unit])

/** How far the text may be from the data by the scheme; nothing on a printed form. */
function toleratedFor(unit: string, form: Form): Quantity {
  const tolerance = toleranceOf(form)
  if (tolerance === null) return zero
  return unit === '分' ? tolerance.score : IN_YUAN[unit] === undefined ? tolerance.rate : inUnitOf(tolerance.amount, form, unit)
}

/** Whether a mention is one of the data: rounded or cut to the decimals it is written with, or within what is tolerated. */
const agrees = (form: Form, { value, decimals, unit }: Mention, data: readonly Quantity[]): boolean =>
  data.some((datum) => {
    const exact = inUnitOf(datum, form, unit)
    const rounded = equals(value, roundHalfUp(exact, decimals)) || equals(value, cutTo(exact, decimals))
    return rounded || !moreThan(absolute(minus(value, exact)), toleratedFor(unit, form))
  })

/** A figure of the whole: how texts call it, in which unit they say it, and what the data have for it. */
type KeyFigure = { what: string; label: string; unit: string; data: readonly Quantity[]; shown: string }

/** Those that the data have. What the table prints is the text's to repeat; whether it is right is for other checks to say. */
function keyFiguresOf(form: Form): KeyFigure[] {
  const { row, state } = form.execution
  const filled = (values: readonly (Quantity | null)[]) => values.filter((value) => value !== null)
  const amount = (what: string, label: string, value: Quantity | null): KeyFigure => ({
    what,
    label,
    unit: MONEY,
    data: filled([value]),
    shown: value === null ? '' : fact(value),
  })
  const rate = state.state === 'known' ? filled([times(state.rate, hundred), row && numberIn(row.printedRate)]) : []
  const totals = filled([form.total, numberIn(form.printedTotal)])
  return [
    amount('adjustedBudget', '(?:全年预算|调整后预算)', row && numberIn(row.money.adjustedBudget)),
    amount('initialBudget', '(?:年初预算)', row && numberIn(row.money.initialBudget)),
    amount(
      'actualExpenditure',
      '(?:(?:预算执行|全年执行|，执行)数|全年(?:实际)?(?:支出|执行))',
      row && numberIn(row.money.actualExpenditure),
    ),
    amount('carryOver', '年末结转(?:和|及|与)?结余(?:资金)?', row && numberIn(row.money.carryOver)),
    {
      what: 'rate',
      label: '(?:完成(?:全年|年度)?预算的?|预算执行率|预算完成率|整体支出执行率)',
      unit: '[%％]',
      data: rate,
      shown: fixed(rate[0] ?? hundred, 2),
    },
    {
      what: 'total',
      label: '(?:自评(?:结果|得分|总分|综合得分|综合评分)|自评总得分|整体支出绩效(?:自评)?(?:综合)?得分|综合(?:自评)?得分)',
      unit: '分',
      data: totals,
      shown: fixed(totals[0] ?? hundred, 2),
    },
  ].filter(({ data }) => data.length > 0)
}

const unitOfData = ({ unit }: KeyFigure, form: Form): string => (unit === MONEY ? form.unit : unit === '分' ? '' : '%')

/** The mentions of a key figure, and those of them that say something else than the data. */
function saidOf(form: Form, figure: KeyFigure): { all: Mention[]; wrong: Mention[] } {
  const all = mentions(form, figure.label, figure.unit).filter((mention) => ofTheWhole(mention, form))
  return { all, wrong: all.filter((mention) => !agrees(form, mention, figure.data)) }
}

/** T01: budget, expenditure, rate or score in the text are not those of the data: none of its figures is. */
const keyFigures: Check = {
  code: 'T01',
  severity: 'error',
  find: (form) =>
    keyFiguresOf(form).flatMap((figure): Found[] => {
      const { all, wrong } = saidOf(form, figure)
      const [first] = wrong
      if (first === undefined || wrong.length < all.length) return []
      return [{ at: first.at, facts: { what: figure.what, text: first.text, data: figure.shown, unit: unitOfData(figure, form) } }]
    }),
}

/** T30: the text says one of them rightly, and elsewhere with another value. */
const keyFigureTwice: Check = {
  code: 'T30',
  severity: 'warning',
  find: (form) =>
    keyFiguresOf(form).flatMap((figure): Found[] => {
      const { all, wrong } = saidOf(form, figure)
      if (wrong.length === all.length) return []
      return wrong.map(({ at, text }) => ({ at, facts: { what: figure.what, first: figure.shown, second: text } }))
    }),
}

/** Parts of the budget as texts call them, by the names of the product's figures. */
const ITEMS: readonly (readonly [string, string])[] = [
  ['general', '一般公共预算(?:财政)?拨款'],
  ['governmentFund', '政府性基金(?:预算)?(?:财政)?拨款'],
  ['stateCapital', '国有资本经营(?:预算)?(?:财政)?拨款'],
  ['otherSource', '其他资金'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
  ['personnel', '人员经费'],
  ['publicUse', '公用经费'],
]

/** T31: a part of the budget is stated in the text with an amount that the data have nowhere. */
const partFigures: Check = {
  code: 'T31',
  severity: 'warning',
  find: (form) =>
    form.text.length === 0
      ? []
      : ITEMS.flatMap(([item, label]) => {
          const named = new RegExp(label)
          const parts = form.splits.flatMap(({ parts: all }) => all.filter(({ name }) => name === item || named.test(name)))
          const data = parts.map(numberIn).filter((value) => value !== null)
          const found = mentions(form, label, MONEY)
          const [wrong] = found
          return wrong === undefined || data.length === 0 || found.some((mention) => agrees(form, mention, data))
            ? []
            : [{ at: wrong.at, facts: { what: item, text: wrong.text, data: data.map(fact).join('、'), unit: form.unit } }]
        }),
}

const GRADE_IN_TEXT =
  /(?:自评|评价|评定|自评结果)?等级(?:评定|确定)?(?:为|是|[:：])?[“"‘]?(优秀|优|良好|良|中|合格|差)(?![一-龥]*(?:以上|率|指标))/g

/** T01: the grade that the text gives is not the total's. A sentence on a part, or on another year, is left alone. */
const gradeInText: Check = {
  code: 'T01',
  severity: 'error',
  find: (form) => {
    const grade = gradeOf(form.total ?? numberIn(form.printedTotal), form.scheme)
    if (grade === null || form.own === null) return []
    const name = gradeName(grade, form.scheme)
    return passagesOf(form).flatMap(({ at, part, text }) =>
      part !== 'conclusion'
        ? []
        : occurrences(text, GRADE_IN_TEXT)
            .filter((match) => ofTheWhole({ before: text.slice(Math.max(0, match.index - 40), match.index) }, form))
            .filter((match) => !(match[1] ?? '').startsWith(name) && !name.startsWith(match[1] ?? ''))
            .map((match) => ({ at, facts: { what: 'grade', text: match[0], data: name, unit: 'grade' } })),
    )
  },
}

export const keyFigureChecks: readonly Check[] = [keyFigures, partFigures, keyFigureTwice, gradeInText]
