import {
  equals,
  fixed,
  hundred,
  isNegative,
  isPositive,
  isZero,
  lessThan,
  minus,
  moreThan,
  plus,
  quantity,
  times,
} from '@/lib/domain/quantities'
import { normalised } from '@/lib/domain/reading/number-reading'
import { isReason, tellsWhy } from '@/lib/domain/reading/reason'
import { type Check, fact, ofOwn, sameAmount } from './check'
import { budgetCell, numberIn } from './form'
import { figuresOfUnits } from './funds'
import { figuresOfProblems } from './narrative/problems'

/** T11: a required section or cell is 未填. */
const required = ofOwn({ code: 'T11', severity: 'error', unfilled: true }, ({ required: parts }) =>
  parts.filter(({ filled }) => !filled).map(({ at, name }) => ({ at, facts: { name: name === '' ? null : name } })),
)

/** F10: the rate is below the scheme's bound and 预算执行偏差说明 says nothing. */
const reasonForRate = ofOwn(
  { code: 'F10', severity: 'warning', figures: { version: 1, of: ({ rate }) => ({ rate }) } },
  ({ deviation }, { rules, execution }) => {
    const bound = rules.execution?.reasonBelow ?? null
    if (bound === null || tellsWhy(deviation) || execution.state.state !== 'known' || !lessThan(execution.state.rate, bound)) return []
    const facts = { rate: fixed(times(execution.state.rate, hundred), 2), bound: fact(times(bound, hundred)) }
    return [{ at: execution.row?.money.actualExpenditure.at ?? '', facts }]
  },
)

/** F31: the budget was changed during the year and 预算执行偏差说明 says nothing. */
const reasonForAdjustment = ofOwn(
  { code: 'F31', severity: 'warning', figures: { version: 1, of: ({ initial, adjusted }) => ({ initial, adjusted }) } },
  ({ deviation }, form) => {
    const { row } = form.execution
    const initial = row === null ? null : numberIn(row.money.initialBudget)
    const adjusted = row === null ? null : numberIn(row.money.adjustedBudget)
    if (row === null || tellsWhy(deviation) || initial === null || adjusted === null || equals(initial, adjusted)) return []
    const facts = { initial: fact(initial), adjusted: fact(adjusted), change: fact(minus(adjusted, initial)), unit: form.unit }
    return [{ at: row.money.adjustedBudget.at, facts }]
  },
)

/** F30: 年初结转 + 全年预算数 − 执行数 is not 年末结转, whether or not the budget already holds what was carried over. */
const carryOver = ofOwn(
  {
    code: 'F30',
    severity: 'warning',
    figures: { version: 1, of: ({ opening, budget, spent, closing }) => ({ opening, budget, spent, closing }) },
  },
  ({ openingCarryOver: opening }, form) => {
    const { row } = form.execution
    const budget = row === null ? null : numberIn(budgetCell(form, row))
    const spent = row === null ? null : numberIn(row.money.actualExpenditure)
    const closing = row === null ? null : numberIn(row.money.carryOver)
    if (row === null || opening === null || budget === null || spent === null || closing === null) return []
    const left = minus(budget, spent)
    if (sameAmount(form, closing, left, 2) || sameAmount(form, closing, plus(opening, left), 3)) return []
    const facts = {
      opening: fact(opening),
      budget: fact(budget),
      spent: fact(spent),
      closing: fact(closing),
      expected: fact(plus(opening, left)),
      unit: form.unit,
    }
    return [{ at: row.money.carryOver.at, facts, expected: fact(plus(opening, left)), found: fact(closing) }]
  },
)

/** F12: “三公”经费 is not what it was last year, and 预算执行偏差说明 does not speak of it. */
const threePublicChanged = ofOwn(
  { code: 'F12', severity: 'warning', figures: { version: 1, of: ({ prior, actual }) => ({ prior, actual }) } },
  ({ threePublic: { at, prior, actual }, deviation }, { unit }) =>
    /三公|出国|出境|公务用车|公车|接待/.test(deviation) || prior === null || actual === null || equals(actual, prior)
      ? []
      : [{ at, facts: { prior: fact(prior), actual: fact(actual), growth: fact(minus(actual, prior)), unit } }],
)

/** F32: an amount or a count below 0. */
const belowZero = ofOwn({ code: 'F32', severity: 'error' }, ({ figures }) =>
  figures.filter(({ value }) => isNegative(value)).map(({ at, name, value }) => ({ at, facts: { figure: name, found: fact(value) } })),
)

/** How many times its whole a part may be before 元 was probably typed for 万元. */
const FAR_TOO_MUCH = quantity('1000')

/** F15: a part that is thousands of times its whole: 元 typed where 万元 are asked for. */
const yuanForWan = ofOwn({ code: 'F15', severity: 'warning', figures: { version: 1, of: figuresOfUnits } }, (_, { splits, unit }) =>
  splits.flatMap(({ total, parts }) => {
    const whole = numberIn(total)
    if (whole === null || !isPositive(whole)) return []
    return parts.flatMap((part) => {
      const value = numberIn(part)
      const much = value !== null && moreThan(value, times(whole, FAR_TOO_MUCH))
      return much ? [{ at: part.at, facts: { kind: 'far' as const, found: fact(value), total: fact(whole), unit } }] : []
    })
  }),
)

/** F33: a key task cost more than it was given. */
const tasksWithinBudget = ofOwn(
  { code: 'F33', severity: 'warning', figures: { version: 1, of: ({ budget, expenditure }) => ({ budget, expenditure }) } },
  ({ tasks: { each } }, { unit }) =>
    each.flatMap(({ at, name, budget, expenditure }) =>
      budget === null || expenditure === null || !moreThan(expenditure, budget)
        ? []
        : [{ at, facts: { name, budget: fact(budget), expenditure: fact(expenditure), unit } }],
    ),
)

/** T32: points were lost, and the problems are said to be none. */
const problemsDenied = ofOwn(
  { code: 'T32', severity: 'warning', figures: { version: 1, of: ({ text, total }) => ({ text, total }) } },
  (_, { total, text }) => {
    if (total === null || !lessThan(total, hundred)) return []
    return text
      .filter(({ part, text: said }) => (part === 'problems' || part === 'measures') && !isReason(said))
      .map(({ at, text: said }) => ({ at, facts: { text: said, total: fixed(total, 2) } }))
  },
)

/** F13: the key tasks together cost more than 项目支出. */
const tasksWithinProjects = ofOwn(
  { code: 'F13', severity: 'warning', figures: { version: 1, of: ({ column, tasks, project }) => ({ column, tasks, project }) } },
  ({ tasks }, form) => {
    const pairs = [
      ['budget', tasks.budget, tasks.projectBudget],
      ['expenditure', tasks.expenditure, tasks.projectExpenditure],
    ] as const
    return pairs.flatMap(([column, all, project]) =>
      all === null || project === null || !moreThan(all, project) || sameAmount(form, all, project, tasks.count)
        ? []
        : [{ at: tasks.at, facts: { column, tasks: fact(all), project: fact(project), over: fact(minus(all, project)), unit: form.unit } }],
    )
  },
)

/** F17: a source of funds is 未填 while others of its column are filled: 0 has to be said. */
const silentSource = ofOwn(
  { code: 'F17', severity: 'warning', figures: { version: 1, of: ({ figure }) => ({ figure }) } },
  ({ sources, required: parts }) => {
    const alreadyAsked = new Set(parts.map(({ at }) => at))
    return sources
      .filter(({ at, filled, columnUsed }) => columnUsed && !filled && !alreadyAsked.has(at))
      .map(({ at, name }) => ({ at, facts: { figure: name } }))
  },
)

/** T05: a problem that no measure answers, or a measure that answers none. */
const problemsAnswered = ofOwn(
  { code: 'T05', severity: 'warning', figures: { version: 1, of: figuresOfProblems } },
  ({ problems, measures }) => [
    ...problems.filter(({ answered }) => !answered).map(({ at }) => ({ at, facts: { kind: 'problem' as const } })),
    ...measures.filter(({ tied }) => !tied).map(({ at }) => ({ at, facts: { kind: 'measure' as const } })),
  ],
)

/** T04: the signature is neither the department's name nor a part of it. */
const signature = ofOwn(
  { code: 'T04', severity: 'warning', figures: { version: 1, of: ({ found }) => ({ found }) } },
  ({ signature: { at, text } }, { department }) => {
    const signed = normalised(text).replaceAll(' ', '')
    const named = normalised(department).replaceAll(' ', '')
    if (signed === '' || named === '' || named.includes(signed) || signed.includes(named)) return []
    return [{ at, facts: { kind: 'signature', found: signed, department: named } }]
  },
)

/** K14: 98 points or more with full marks everywhere: worth a second look. */
const tooGood = ofOwn(
  { code: 'K14', severity: 'warning', figures: { version: 1, of: ({ total, rows }) => ({ total, rows }) } },
  (_, { total, indicators }) => {
    const scored = indicators.filter((row) => row.scored)
    if (total === null || lessThan(total, TOO_GOOD) || scored.length === 0) return []
    const lost = scored.some(({ score, maxScore }) => {
      const most = numberIn(maxScore)
      return score === null || most === null || !isZero(minus(most, score))
    })
    return lost ? [] : [{ at: 'indicators', facts: { total: fixed(total, 2), rows: `${scored.length}` } }]
  },
)
const TOO_GOOD = quantity('98')

export const ownChecks: readonly Check[] = [
  reasonForRate,
  threePublicChanged,
  belowZero,
  yuanForWan,
  tasksWithinBudget,
  tasksWithinProjects,
  silentSource,
  carryOver,
  reasonForAdjustment,
  tooGood,
  signature,
  problemsAnswered,
  problemsDenied,
  required,
]
