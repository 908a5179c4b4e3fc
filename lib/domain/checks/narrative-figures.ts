import { type Form, numberIn } from '@/lib/domain/form'
import { readDigits } from '@/lib/domain/number-reading'
import {
  absolute,
  cutTo,
  dividedBy,
  equals,
  fixed,
  hundred,
  isPositive,
  isZero,
  minus,
  moreThan,
  type Quantity,
  quantity,
  roundHalfUp,
  sum,
  times,
  zero,
} from '@/lib/domain/quantities'
import { type Check, type Found, fact, toleranceOf } from './check'
import { excerpt, occurrences, type Passage, passagesOf } from './report-text'

/** Figures in the text: against the data, against each other, and parts against their total. */

const NUMBER = '(-?\\d[\\d,]*(?:\\.\\d+)?)'
const FILLING = '(?:支出|收入|数|总额|合计|共计|共|为|是|达到?|了|[:：])*'
/** A sentence that speaks of a part: its 全年预算 or 执行率 is another figure than the department's. */
const OF_A_PART = /其中|三公|公务|基本支出|(?<![本该])项目|经费|专项|拨款|基金|所属|下属|效能|效率/
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

/** Whether a mentioned number is the exact one: rounded or cut to the decimals it is written with, or within what the scheme tolerates. */
const says = ({ value, decimals }: Mention, exact: Quantity, tolerated: Quantity): boolean =>
  equals(value, roundHalfUp(exact, decimals)) ||
  equals(value, cutTo(exact, decimals)) ||
  !moreThan(absolute(minus(value, exact)), tolerated)

const inUnitOf = (amount: Quantity, form: Form, unit: string): Quantity =>
  dividedBy(times(amount, IN_YUAN[form.unit] ?? quantity('1')), IN_YUAN[unit] ?? quantity('1'))

/** The text speaks of something, and none of its figures is one of the data's: its first figure is the wrong one. */
function contradiction(
  found: readonly Mention[],
  data: readonly Quantity[],
  inUnit: (value: Quantity, unit: string) => Quantity,
  tolerated: Quantity = zero,
): Mention | null {
  if (found.length === 0 || data.length === 0) return null
  const agrees = found.some((mention) => data.some((value) => says(mention, inUnit(value, mention.unit), inUnit(tolerated, mention.unit))))
  return agrees ? null : (found[0] ?? null)
}

/** T01: budget, expenditure, rate or score in the text are not those of the data. */
const keyFigures: Check = {
  code: 'T01',
  severity: 'error',
  find: (form) => {
    const { row, state } = form.execution
    const tolerance = toleranceOf(form)
    const ofTheWhole = (label: string, unit: string): Mention[] =>
      mentions(form, label, unit).filter(({ before }) => !OF_A_PART.test(before))
    const money = (label: string, name: string, amounts: readonly (Quantity | null)[]): Found[] => {
      const data = amounts.filter((value) => value !== null)
      const wrong = contradiction(ofTheWhole(label, '亿元|万元|元'), data, (value, unit) => inUnitOf(value, form, unit), tolerance?.amount)
      const [first] = data
      return wrong === null || first === undefined
        ? []
        : [{ at: wrong.at, facts: { what: name, text: wrong.text, data: fact(first), unit: form.unit } }]
    }
    // What the table prints is the text's to repeat; whether it is right is for other checks to say.
    const rate = (state.state === 'known' ? [times(state.rate, hundred), row && numberIn(row.printedRate)] : []).filter((n) => n !== null)
    const totals = [form.total, numberIn(form.printedTotal)].filter((n) => n !== null)
    const wrongRate = contradiction(
      ofTheWhole('(?:完成(?:全年|年度)?预算的?|预算执行率)', '[%％]'),
      rate,
      (value) => value,
      tolerance?.rate,
    )
    const wrongTotal = contradiction(ofTheWhole('自评(?:结果|得分|总分|综合得分)', '分'), totals, (value) => value, tolerance?.score)
    return [
      ...money('(?:全年预算|调整后预算)', 'adjustedBudget', [row && numberIn(row.money.adjustedBudget)]),
      ...money('(?:年初预算)', 'initialBudget', [row && numberIn(row.money.initialBudget)]),
      ...money('(?:预算执行|全年执行|，执行)数', 'actualExpenditure', [row && numberIn(row.money.actualExpenditure)]),
      ...(wrongRate === null
        ? []
        : [{ at: wrongRate.at, facts: { what: 'rate', text: wrongRate.text, data: fixed(rate[0] ?? hundred, 2), unit: '%' } }]),
      ...(wrongTotal === null
        ? []
        : [{ at: wrongTotal.at, facts: { what: 'total', text: wrongTotal.text, data: fixed(totals[0] ?? hundred, 2), unit: '' } }]),
    ]
  },
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
          const wrong = contradiction(
            mentions(form, label, '亿元|万元|元'),
            data,
            (value, unit) => inUnitOf(value, form, unit),
            toleranceOf(form)?.amount,
          )
          return wrong === null
            ? []
            : [{ at: wrong.at, facts: { what: item, text: wrong.text, data: data.map(fact).join('、'), unit: form.unit } }]
        }),
}

const COUNTED = '(亿元|万元|元|万人次|人次|个|人|名|户|件|宗|次|场|项|份|家|起|吨|亩|米|公里|平方米|处|套|条|%)'
const BEFORE = new RegExp(`${NUMBER}余?${COUNTED}[^\\d。；;]{0,16}$`)
const PARTS = new RegExp(`${NUMBER}(余?)${COUNTED}`, 'g')
const NINE_TENTHS = quantity('0.9')

/** T09: what stands behind 其中 does not add up to what stands before it. */
const partsInText: Check = {
  code: 'T09',
  severity: 'warning',
  find: (form) => passagesOf(form).flatMap(partsIn),
}

/** The list behind 其中: to the end of its brackets or sentence, without what its parts consist of and what is compared. */
function listBehind(text: string, index: number): string {
  const rest = (/^[^。；;\n]{0,300}/.exec(text.slice(index + 2)) ?? [''])[0]
  const own = /[(（]/.test(text[index - 1] ?? '') ? rest.replace(/[)）].*$/, '') : rest
  return own.replace(/[(（][^()（）]*[)）]/g, '').replace(/(?:其中|同比|[较比]上|[较比]去|累计|共计|合计|平均|人均).*$/, '')
}

function partsIn({ at, text }: Passage): Found[] {
  return occurrences(text, /其中/g).flatMap(({ index }) => {
    const before = BEFORE.exec(text.slice(Math.max(0, index - 40), index))
    const total = before === null ? null : readDigits(before[1] ?? '')
    const unit = before?.[2] ?? ''
    // Rates do not add up: 公开率100%，其中预算100%、决算100%.
    if (total === null || !isPositive(total.value) || unit === '%') return []
    const sentence = listBehind(text, index)
    const found = occurrences(sentence, PARTS)
    const numbers = found.map((match) => readDigits(match[1] ?? ''))
    if (found.length < 2 || found.some((match, i) => match[3] !== unit || match[2] !== '' || numbers[i] === null)) return []
    const added = sum(numbers.map((number) => number?.value ?? total.value))
    const apart = minus(added, total.value)
    // Fewer than all parts may be named: only too much, or nearly but not quite all, is suspicious.
    const nearly = found.length >= 3 && moreThan(added, times(total.value, NINE_TENTHS))
    if (isZero(apart) || !(isPositive(apart) || nearly)) return []
    const facts = {
      text: `${before?.[0] ?? ''}其中${sentence}`.slice(0, 120),
      total: fact(total.value),
      sum: fact(added),
      difference: fact(absolute(apart)),
      unit,
    }
    return [{ at, facts, expected: fact(added), found: fact(total.value) }]
  })
}

const SATISFACTION =
  /([\u4e00-\u9fff“”]{2,24}?(?:满意度|满意率|覆盖率|参与率|合格率|完成率|登记率|及时率|成功率|就业率|达标率))((?:达到了?|达|为|是|超过了?|高于|不低于)?了?)(\d+(?:\.\d+)?)[%％](以上)?/g

/** T30: the text says the same thing with two values (满意度 100% and 超过85%). */
const saidTwice: Check = {
  code: 'T30',
  severity: 'warning',
  find: (form) => {
    const first = new Map<string, string>()
    return passagesOf(form)
      .flatMap(({ at, text }) => occurrences(text, SATISFACTION).map((match) => ({ at, match })))
      .flatMap(({ at, match }) => {
        const name = (match[1] ?? '').replace(/的|^(?:其中|全年|实现|并且|且|和|，)+/g, '')
        const value = `${/超过|高于|不低于/.test(match[2] ?? '') ? (match[2] ?? '').replace('了', '') : ''}${match[3]}%${match[4] ?? ''}`
        const earlier = first.get(name)
        if (earlier === undefined) {
          first.set(name, value)
          return []
        }
        return earlier === value ? [] : [{ at, facts: { name, first: earlier, second: value } }]
      })
  },
}

const AMOUNTS = /(?<![\d.,])(\d[\d,]*\.\d+)万元/g
const PLAIN_LARGE = /(?<![\d.,年—-])(\d{4,})(?=个|人|名|户|件|宗|次|场|项|份|家|起|吨|亩|米|平方米|公里|元|万元|处|套|盏|册|张|例)/g

/** T10: one number without thousands separators among others with them, or one amount with other decimals. */
const uniformNumbers: Check = {
  code: 'T10',
  severity: 'info',
  find: (form) => {
    const passages = passagesOf(form)
    const separated = passages.reduce((n, { text }) => n + occurrences(text, /\d,\d{3}/g).length, 0)
    const decimals = passages.flatMap(({ at, text }) => occurrences(text, AMOUNTS).map((match) => ({ at, written: match[1] ?? '' })))
    const twoPlaces = decimals.filter(({ written }) => /\.\d\d$/.test(written)).length
    return [
      ...(separated < 3
        ? []
        : passages.flatMap(({ at, text }) =>
            occurrences(text, PLAIN_LARGE).map((match) => ({
              at,
              facts: { kind: 'separator', text: excerpt(text, match.index, match[0].length), found: match[1] ?? '' },
            })),
          )),
      ...(twoPlaces < 3
        ? []
        : decimals
            .filter(({ written }) => /\.\d$/.test(written))
            .map(({ at, written }) => ({ at, facts: { kind: 'decimals', text: `${written}万元`, found: written } }))),
    ]
  },
}

export const figureChecks: readonly Check[] = [keyFigures, partFigures, partsInText, saidTwice, uniformNumbers]
