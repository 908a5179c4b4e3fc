import { type Check, check, type Found, fact } from '@/lib/domain/checks/check'
import type { KeyAmount, KeyFigureName } from '@/lib/domain/checks/facts'
import { type Form, numberIn } from '@/lib/domain/checks/form'
import { equals, fixed, hundred, moreThan, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { gradeName, gradeOf } from '@/lib/domain/scoring/grade'
import { once } from '@/lib/domain/text/once'
import { agrees, contextOf, isFarFrom, isOfTheWhole, type Mention, MONEY, passagesOnTheWhole, saying } from './mentions'
import { figuresSaidTwice } from './rates'
import { MOST, occurrences } from './report-text'

/** What the report's text says of the department's budget, expenditure, rate, score and grade, against the data. */

/**
 * A figure of the whole: how texts call it and in which unit they say it, and what the data have for it. `other`: mentions
 * under the same name that are of another figure all the same.
 */
type KeyFigure = {
  what: KeyFigureName
  said: ReturnType<typeof saying>
  data: readonly Quantity[]
  shown: string
  other?: (mention: Mention) => boolean
}

const filled = (values: readonly (Quantity | null)[]): Quantity[] => values.filter((value) => value !== null)

/** Those that the data have. What the table prints is the text's to repeat; whether it is right is for other checks to say. */
const keyFiguresOf = (form: Form): KeyFigure[] => [...amountsOf(form), rateOf(form), totalOf(form)].filter(({ data }) => data.length > 0)

function amountsOf(form: Form): KeyFigure[] {
  const { row } = form.execution
  return AMOUNTS.flatMap(([what, said]): KeyFigure[] => {
    const value = row && numberIn(row.money[what])
    if (value === null) return []
    return [{ what, said, data: [value], shown: fact(value), other: (mention) => isFarFrom(form, mention, value) }]
  })
}
const AMOUNTS: readonly (readonly [KeyAmount, KeyFigure['said']])[] = [
  ['adjustedBudget', saying('全年预算|调整后(?:全年)?预算', MONEY)],
  ['initialBudget', saying('年初预算', MONEY)],
  // 实际支出 is the whole's only where the sentence has said the budget.
  ['actualExpenditure', saying('(?:全年|预算|实际)?执行数|全年(?:实际)?(?:支出|执行)|总支出|(?<=预算[^。；]{0,40}，)实际支出', MONEY)],
  ['carryOver', saying('年末结转(?:和|及|与)?结余(?:资金)?', MONEY)],
]

function rateOf({ execution: { row, state } }: Form): KeyFigure {
  const data = state.state === 'known' ? filled([times(state.rate, hundred), row && numberIn(row.printedRate)]) : []
  return {
    what: 'rate',
    said: RATE,
    data,
    shown: fixed(data[0] ?? hundred, 2),
    // 年初预算8,500万元，全年执行数8,900万元，执行率104.71%: a rate of the opening budget.
    other: ({ before, text }) => /年初预算/.test(before) && !/(?:全年|调整后)(?:全年)?预算/.test(before + text),
  }
}

const RATE = saying('完成(?:全年|年度)?预算的?|(?:预算|资金)?执行率|预算完成率|(?:预算|资金)支出率|预算执行进度|支出进度', '[%％]')

function totalOf({ execution, total, printedTotal }: Form): KeyFigure {
  const data = filled([total, numberIn(printedTotal)])
  const ofExecution = execution.maxScore ?? quantity('20')
  return {
    what: 'total',
    said: TOTAL,
    data,
    shown: fixed(data[0] ?? hundred, 2),
    // 执行率99.01%，自评得分9.9分 is the score of the execution, and 评价总分100分 how many points there are.
    other: ({ value, text }) => !moreThan(value, ofExecution) || (/总分/.test(text) && equals(value, hundred)),
  }
}

const TOTAL = saying(
  '(?:绩效|整体支出|自评)(?:自评)?(?:综合)?(?:得分|评分|总分|结果)|自评总得分|(?:(?<!部门)评价|评定)(?:总分|得分)|(?:综合|总体)(?:自评)?(?:得分|评分)|总得分|得分(?=[^。；]{1,12}等级)',
  '分|(?=[。；，]|$)',
)

/** Whether the text says a key figure rightly anywhere, and the mentions of it that say something else than the data. */
type Said = { figure: KeyFigure; rightly: boolean; wrong: Mention[] }

function saidOf(form: Form, figure: KeyFigure): Said {
  const { what, said, data, other } = figure
  const all = said(form)
  const wrong = all.filter((mention) => !agrees(form, mention, data))
  const words = what === 'total' ? 'score' : 'money'
  const ofTheWhole = wrong.filter((mention) => !other?.(mention) && isOfTheWhole(mention, form, words))
  return { figure, rightly: wrong.length < all.length, wrong: ofTheWhole }
}

/** What the text says of each key figure. */
const keyFiguresSaid = once((form: Form): Said[] => keyFiguresOf(form).map((figure) => saidOf(form, figure)))

/** T01: budget, expenditure, rate or score in the text are not those of the data: none of its figures is. */
const keyFigures = check({
  code: 'T01',
  severity: 'error',
  find: (form) =>
    keyFiguresSaid(form).flatMap(({ figure, rightly, wrong }): Found<'T01'>[] => {
      const [first] = wrong
      if (first === undefined || rightly) return []
      return [{ at: first.at, facts: { what: figure.what, text: first.text, data: figure.shown, unit: form.unit } }]
    }),
})

/** T30: the text says one of them rightly, and elsewhere with another value. */
const keyFigureTwice = check({
  code: 'T30',
  severity: 'warning',
  figures: { version: 1, of: figuresSaidTwice },
  find: (form) =>
    keyFiguresSaid(form).flatMap(({ figure, rightly, wrong }): Found<'T30'>[] => {
      if (!rightly) return []
      return wrong
        .slice(0, MOST)
        .map(({ at, text }) => ({ at, facts: { kind: 'figure', what: figure.what, first: figure.shown, second: text } }))
    }),
})

/** A grade and where it ends. 优、良、中、差 and 优（90分以上） list the grades there are; 优的项目 is none of the whole. */
const GRADE_IN_TEXT =
  /(?:自评|评价|评定|自评结果)?等级(?:评定|确定)?(?:为|是|[:：])?[“"‘]?(优秀|优|良好|良|中|合格|差)[”"’]?(?=[。，；）)]|等?级|[（(][一二三四五六七八九十]|\d|$)(?![，；][“"‘]?(?:优|良|中|合格|差))/g
/** 优 and 优秀 are one grade. */
const isSameGrade = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/**
 * T01: the grade that the text gives is not the total's. One that the table prints beside another total is for K08 to
 * say, and names of grades that a printed form's scheme does not know may be another region's.
 */
const gradeInText = check({
  code: 'T01',
  severity: 'error',
  find: (form) => {
    const names = [numberIn(form.printedTotal), form.total].flatMap((total) => {
      const grade = gradeOf(total, form.scheme)
      return grade === null ? [] : [gradeName(grade, form.scheme)]
    })
    const [name] = names
    if (name === undefined) return []
    const right = [...names, form.printedGrade.text.trim()].filter((one) => one !== '')
    const isKnown = (said: string) => form.own !== null || form.scheme.grades.some((grade) => isSameGrade(grade.name, said))
    return passagesOnTheWhole(form)
      .filter(({ part }) => part === 'conclusion' || part === 'report')
      .flatMap(({ at, text }) =>
        occurrences(text, GRADE_IN_TEXT)
          .filter(({ 1: said = '' }) => isKnown(said) && !right.some((one) => isSameGrade(one, said)))
          .filter(({ index }) => isOfTheWhole(contextOf(text, index), form, 'score'))
          .map((match) => ({ at, facts: { what: 'grade' as const, text: match[0], data: name, unit: form.unit } })),
      )
  },
})

export const keyFigureChecks: readonly Check[] = [keyFigures, keyFigureTwice, gradeInText]
