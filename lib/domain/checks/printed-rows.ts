import { equals, hundred, minus, moreThan, plus, quantity, sum, times, zero } from '@/lib/domain/quantities'
import { lately } from '@/lib/domain/reading/lately'
import { isBlank, normalised } from '@/lib/domain/reading/number-reading'
import { type Check, check, fact } from './check'
import { type Form, type FormIndicator, numberIn, saidIn } from './form'

/** What the rows of a printed table say of each other and of its money table. */

const EXECUTION = /^(?:部门|资金|财政|整体|全年)?预算(?:资金)?执行率$/
const isExecution = lately((name) => EXECUTION.test(normalised(name)))
const HUNDREDTH = quantity('0.01')

/** K37: a row 预算执行率 has another rate than the money table gives. */
const executionRow = check({
  code: 'K37',
  severity: 'warning',
  figures: { version: 1, of: ({ actual, rate }) => ({ actual, rate }) },
  find: ({ indicators, execution: { state, row } }) => {
    if (state.state !== 'known') return []
    const rate = times(state.rate, hundred)
    const printed = row === null ? null : numberIn(row.printedRate)
    return indicators.flatMap(({ context, actual, comparison }) => {
      const { reading } = actual
      if (!isExecution(context.name) || reading.kind !== 'number' || reading.unit !== '%' || reading.operator !== null) return []
      const isNear = [rate, ...(printed === null ? [] : [printed])].some((one) => !moreThan(apart(one, reading.value), HUNDREDTH))
      return isNear || comparison.outcome === 'notApplicable'
        ? []
        : [{ at: actual.at, facts: { name: context.name.trim(), actual: actual.text.trim(), rate: fact(rate) } }]
    })
  },
})
const apart = (a: typeof zero, b: typeof zero) => (moreThan(a, b) ? minus(a, b) : minus(b, a))

/** K38: marks are given for a row of which neither target nor actual value is printed, where other rows have them. */
const marksForNothing = check({
  code: 'K38',
  severity: 'warning',
  figures: { version: 1, of: ({ name, score }) => ({ name, score }) },
  find: ({ origin, indicators }) => {
    const isBare = ({ target, actual, standard }: FormIndicator): boolean =>
      isBlank(target.text) && isBlank(actual.text) && isBlank(standard)
    // ★补助种植面积 gets its marks for the rows below it, which have values and no points of their own.
    const isHeading = (next: FormIndicator | undefined): boolean => next !== undefined && !isBare(next) && !next.scored
    const bare = indicators.filter(
      (row, i) => isBare(row) && row.scored && !row.givenByScheme && numberIn(row.printedScore) !== null && !isHeading(indicators[i + 1]),
    )
    // A form by 评分标准 has no targets at all.
    if (origin !== 'printed' || indicators.length - bare.length <= bare.length) return []
    return bare.map((row) => ({ at: row.target.at, facts: { name: row.context.name, score: saidIn(row.printedScore) } }))
  },
})

const STATED = /[（(](\d{1,3}(?:\.\d+)?)分[)）]$/
/** K39: 产出指标（50分） has rows whose 分值 do not add to 50. Only where all rows are here. */
const statedPoints = check({
  code: 'K39',
  severity: 'error',
  find: (form: Form) => {
    if (!form.complete) return []
    const groups = new Map<string, FormIndicator[]>()
    for (const row of form.indicators) {
      const dimension = normalised(row.context.dimension)
      if (STATED.test(dimension) && row.scored) groups.set(dimension, [...(groups.get(dimension) ?? []), row])
    }
    return [...groups].flatMap(([dimension, rows]) => {
      const points = rows.map(({ maxScore }) => numberIn(maxScore))
      const given = points.filter((one) => one !== null)
      const stated = quantity(STATED.exec(dimension)?.[1] ?? '0')
      const made = plus(sum(given), zero)
      const first = rows[0]
      if (first === undefined || given.length < rows.length || equals(made, stated)) return []
      return [
        {
          at: first.maxScore.at,
          facts: { name: dimension, stated: fact(stated), sum: fact(made) },
          expected: fact(stated),
          found: fact(made),
        },
      ]
    })
  },
})

/** K41: more is added or taken than the row's bound allows. Only the bound counts. */
const adjustmentWithinBound = check({
  code: 'K41',
  severity: 'error',
  find: ({ indicators }) =>
    indicators.flatMap(({ context, adjustment, bound, printedScore }) => {
      const [most, score] = [numberIn(bound), numberIn(printedScore)]
      if (adjustment === null || most === null || score === null || !moreThan(score, most)) return []
      const facts = { kind: adjustment, name: context.name, score: fact(score), bound: fact(most) }
      return [{ at: printedScore.at, facts, expected: fact(most), found: fact(score) }]
    }),
})

export const printedRowChecks: readonly Check[] = [executionRow, marksForNothing, statedPoints, adjustmentWithinBound]
