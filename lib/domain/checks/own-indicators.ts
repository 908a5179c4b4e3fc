import { atLeast, equals, fixed, hundred, moreThan, times } from '@/lib/domain/quantities'
import { isBlank, normalised } from '@/lib/domain/reading/number-reading'
import { bandNamed, bandsOfRow, hasBands } from '@/lib/domain/scoring/qualitative-bands'
import { type Check, check, type Found, fact, type RuleHead } from './check'
import type { CheckCode } from './facts'
import { type Form, type FormIndicator, type MoneyCell, numberIn, type OwnRow } from './form'

/** Checks of the indicators in the product's own forms, row by row. */
const ofRows = <Code extends CheckCode>(
  head: RuleHead<Code>,
  find: (row: FormIndicator, own: OwnRow, form: Form) => Found<Code> | null,
): Check =>
  check({
    ...head,
    find: (form) => {
      const all: Found<Code>[] = []
      form.own?.rows.forEach((own, index) => {
        const row = form.indicators[index]
        const found = row === undefined ? null : find(row, own, form)
        if (found !== null) all.push(found)
      })
      return all
    },
  })

/** Rates that are a part of a whole. */
const PART_OF_WHOLE = /满意|合格率|达标率|覆盖率|知晓率|参与率|及格率|优良率|及时率|准确率|公开率|登记率/

/** K36: a part that is more than its whole: 满意度 120%. */
const aboveWhole = ofRows(
  { code: 'K36', severity: 'warning', figures: { version: 1, of: ({ actual }) => ({ actual }) } },
  ({ context, actual }) => {
    const { reading } = actual
    if (!PART_OF_WHOLE.test(context.name) || reading.kind !== 'number' || reading.unit !== '%' || !moreThan(reading.value, hundred))
      return null
    return { at: actual.at, facts: { name: context.name, actual: actual.text.trim() } }
  },
)

/** K34: a target of which neither operator nor unit is written: 100 of what, and at least or exactly? */
const bareTarget = ofRows({ code: 'K34', severity: 'info' }, ({ context, target, comparison }) => {
  const { reading } = target
  if (reading.kind !== 'number' || reading.operator !== null || reading.unit !== '') return null
  // Of 0 and of costs it is known which way they are meant.
  if (!('by' in comparison) || comparison.by !== 'number' || comparison.operator !== '>=') return null
  return { at: target.at, facts: { name: context.name, target: target.text.trim() } }
})

/** K05: a qualitative score outside the band that the actual value names (达成, 部分达成, 未达成). */
const bandOfScore = ofRows(
  { code: 'K05', severity: 'error' },
  ({ actual, target, rule, decided, maxScore, printedScore, context }, _, { rules }) => {
    if (decided || !hasBands(rule.definition, target.reading)) return null
    const level = bandNamed(actual.text, rules.qualitativeBands)
    const most = numberIn(maxScore)
    const score = numberIn(printedScore)
    // In the points that the form shows, rounded as they are there.
    const band = level === null || most === null ? undefined : bandsOfRow(rules.qualitativeBands, most)[level]
    if (band === undefined || score === null) return null
    if (atLeast(score, band.from) && (band.best ? !moreThan(score, band.to) : moreThan(band.to, score))) return null
    const facts = {
      name: context.name,
      label: normalised(actual.text),
      score: fact(score),
      from: fixed(band.from, 2),
      to: fixed(band.to, 2),
    }
    return { at: printedScore.at, facts, expected: `${facts.from}…${facts.to}`, found: fact(score) }
  },
)

const VAGUE =
  /^(?:进一步|不断|持续|逐步|明显|显著|有效|切实|大力|全面)*(?:加强|提升|提高|完善|改善|促进|保障|增强|优化|较好|良好|有效|明显|显著|持续|推进|落实)/

/** K10: a target that says no measure. */
const vagueTarget = ofRows(
  { code: 'K10', severity: 'warning', figures: { version: 1, of: ({ target }) => ({ target }) } },
  ({ target, context, givenByScheme }) => {
    // What the scheme asks for the department cannot word better.
    if (
      givenByScheme ||
      target.reading.kind !== 'words' ||
      /\d/.test(target.text) ||
      target.text.length > 30 ||
      !VAGUE.test(normalised(target.text))
    )
      return null
    return { at: target.at, facts: { name: context.name, target: target.text.trim() } }
  },
)

/** K13: satisfaction of exactly 100 %: who was asked, and how many? Who said both numbers has answered. */
const perfectSatisfaction = ofRows(
  { code: 'K13', severity: 'warning', figures: { version: 1, of: ({ actual }) => ({ actual }) } },
  ({ context, actual, sample: { size, satisfied } }) => {
    if (numberIn(size) !== null && numberIn(satisfied) !== null) return null
    if (!/满意/.test(context.dimension + context.group + context.name)) return null
    const { reading } = actual
    if (reading.kind !== 'number' || !['%', '分', ''].includes(reading.unit) || !equals(reading.value, hundred)) return null
    return { at: actual.at, facts: { name: context.name, actual: actual.text.trim() } }
  },
)

/** K15: target or 分值 differ from what was approved, without a reason. */
const changedWithoutReason = ofRows({ code: 'K15', severity: 'error' }, ({ context }, { changed, hasChangeReason }) =>
  changed === null || hasChangeReason ? null : { at: changed.cell, facts: { name: context.name, from: changed.from, to: changed.to } },
)

/** K18: an indicator that measures once more what the execution rate already scores. */
const executionTwice = ofRows(
  { code: 'K18', severity: 'warning', figures: { version: 1, of: ({ name }) => ({ name }) } },
  ({ at, context }, _, { rules }) => {
    if (rules.execution === null || !/(?:资金|预算|经费)(?:支付|执行|支出|使用)(?:完成)?(?:率|进度)/.test(context.name)) return null
    return { at: `${at}/name`, facts: { name: context.name } }
  },
)

/** K30: a score given by a person without saying on what it rests. It does not count. */
const scoreWithoutGrounds = ofRows(
  { code: 'K30', severity: 'error' },
  ({ context, decided }, { selfScore, coefficient, hasGrounds, givenAt }) => {
    if (hasGrounds) return null
    const { name } = context
    if (coefficient !== null) return { at: givenAt, facts: { kind: 'coefficient', name, score: fact(times(coefficient, hundred)) } }
    return selfScore === null || decided ? null : { at: givenAt, facts: { kind: 'score', name, score: fact(selfScore) } }
  },
)

/** K31: numbers do not decide and nobody has given a score. */
const scoreMissing = ofRows({ code: 'K31', severity: 'error' }, (row, { selfScore, givenAt }) => {
  const { comparison, score, scored, context } = row
  if (!scored || score !== null || selfScore !== null || numberIn(row.maxScore) === null) return null
  if (comparison.outcome === 'unreadable') return { at: row[comparison.which].at, facts: { name: context.name, kind: 'unreadable' } }
  const open = comparison.outcome === 'judgement' || comparison.outcome === 'met' || comparison.outcome === 'missed'
  return open ? { at: givenAt, facts: { name: context.name, kind: row.rule.asks === 'coefficient' ? 'coefficient' : 'judgement' } } : null
})

/** K32: 不适用 without a reason. */
const notApplicableWithoutReason = ofRows({ code: 'K32', severity: 'error' }, ({ context, target, actual }) => {
  // A value that a formula gives is 不适用 of itself, where there was nothing to measure.
  const cell = saysNoReason(target) ? target : saysNoReason(actual) ? actual : null
  return cell && { at: cell.at, facts: { name: context.name } }
})

const saysNoReason = ({ text, reading }: FormIndicator['target']): boolean =>
  reading.kind === 'notApplicable' && !isBlank(text) && isBlank(reading.reason)

/** K35: a row is 不适用 with a reason: its points are spread over the others or given in full, and the total rises unseen. */
const notApplicableRaises = check({
  code: 'K35',
  severity: 'warning',
  figures: { version: 1, of: ({ reason, maxScore }) => ({ reason: reason ?? '', maxScore }) },
  find: ({ own, execution, indicators, rules }) => {
    if (own === null) return []
    const { notApplicable: effect } = rules
    const budget = execution.row?.money.adjustedBudget
    const whole: Found<'K35'>[] =
      execution.state.state === 'notApplicable' && execution.maxScore !== null && budget !== undefined
        ? [{ at: budget.at, facts: { name: null, reason: reasonIn(budget.reading), maxScore: fact(execution.maxScore), effect } }]
        : []
    const rows = indicators.flatMap(({ comparison, target, actual, context, maxScore }): Found<'K35'>[] => {
      const most = numberIn(maxScore)
      if (comparison.outcome !== 'notApplicable' || most === null) return []
      const { at } = target.reading.kind === 'notApplicable' ? target : actual
      return [{ at, facts: { name: context.name, reason: comparison.reason.trim() || null, maxScore: fact(most), effect } }]
    })
    return [...whole, ...rows]
  },
})

const reasonIn = (reading: MoneyCell['reading']): string | null => (reading.kind === 'notApplicable' ? reading.reason || null : null)

export const ownIndicatorChecks: readonly Check[] = [
  bandOfScore,
  vagueTarget,
  perfectSatisfaction,
  aboveWhole,
  bareTarget,
  changedWithoutReason,
  executionTwice,
  scoreWithoutGrounds,
  scoreMissing,
  notApplicableWithoutReason,
  notApplicableRaises,
]
