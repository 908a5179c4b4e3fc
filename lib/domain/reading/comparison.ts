import { atLeast, atMost, equals, hundred, isPositive, isZero, lessThan, moreThan, quantity, zero } from '@/lib/domain/quantities'
import { type CellContext, type CellNumber, type CellReading, cellNumber, type DateReading, isTimed, type Operator } from './cell-reading'
import { compareDates } from './date-comparison'
import { asksForMonth, isCost, meets, operatorInForce, sameDirection } from './meaning-of-target'
import { normalised } from './number-reading'
import { isCompletion } from './number-words'
import { type Common, inOneUnit } from './one-unit'
import type { ByNumber, Comparison, JudgementReason } from './outcome'

export type { CellContext }

type RangeReading = Extract<CellReading, { kind: 'range' }>

const TWO = quantity('2')
const judgement = (why: JudgementReason): Comparison => ({ outcome: 'judgement', why })

/**
 * Holds an actual value against its target by the rules of the evaluation document: bounds in words count when every
 * value within them meets the target, a bare target is an upper limit under 成本指标, exact where it is 0, else a
 * minimum. What numbers do not surely decide is left to people. `year` completes dates that were written without one.
 */
export function compareCells(
  target: CellReading,
  actual: CellReading,
  context: CellContext,
  year: number | null = context.year ?? null,
): Comparison {
  if (target.kind === 'notApplicable' || actual.kind === 'notApplicable') {
    return {
      outcome: 'notApplicable',
      reason: actual.kind === 'notApplicable' ? actual.reason : target.kind === 'notApplicable' ? target.reason : '',
    }
  }
  if (target.kind === 'unreadable') return { outcome: 'unreadable', which: 'target', hint: target.hint }
  if (actual.kind === 'unreadable') return { outcome: 'unreadable', which: 'actual', hint: actual.hint }
  if (target.kind === 'blank') return { outcome: 'blank', which: actual.kind === 'blank' ? 'both' : 'target' }
  if (actual.kind === 'blank') return { outcome: 'blank', which: 'actual' }
  switch (target.kind) {
    case 'words':
      return judgement('qualitative')
    case 'yesNo':
      return actual.kind === 'yesNo' ? { outcome: target.value === actual.value ? 'met' : 'missed', by: 'yesNo' } : judgement('qualitative')
    case 'date':
      if (actual.kind === 'date') return compareDates(target, actual, year)
      return judgement('noDate')
    case 'number':
      return againstNumber(target, actual, context)
    case 'range':
      return againstRange(target, actual, context)
  }
}

/**
 * What `compareCells` says of most rows (≥95% against 96.2%), where nothing but the two numbers needs looking at; null for
 * all others.
 */
export function compareNumbers(target: CellReading, actual: CellReading): Comparison | null {
  if (target.kind !== 'number' || actual.kind !== 'number') return null
  const { operator, value } = target
  if (operator === null || actual.operator !== null || target.unit !== actual.unit || target.direction !== actual.direction) return null
  if (
    target.approximate ||
    actual.approximate ||
    target.perhapsShare ||
    actual.perhapsShare ||
    actual.perhapsBase ||
    actual.subject !== undefined
  )
    return null
  // A bare 1 may be 100 %: what surrounds it says so.
  if (target.unit === '' && (atMost(value, TWO) || atMost(actual.value, TWO))) return null
  // What = makes of more or less than asked for depends on the indicator.
  if (operator === '=' && !equals(actual.value, value)) return null
  const outcome = meets(operator, actual.value, value) ? 'met' : 'missed'
  return { outcome, by: 'number', operator, target: value, actual: actual.value, bounded: false }
}

/** 未发生, 零事故: nothing happened, which is 0 where 0 was asked for. */
const NOTHING =
  /^(?:全年|本年度?|年度|均|当年)*(?:(?:未|没有?)(?:发生|出现|产生|发现|收到|接到|造成|引发)|没有|无|零)(?:过|一起|任何)?[\u4e00-\u9fff]{0,12}[。;]?$/

function againstNumber(target: CellNumber, actual: CellReading, context: CellContext): Comparison {
  if (actual.kind === 'date') return monthAgainst(target, actual, context) ?? judgement('dateForNumber')
  if (actual.kind === 'words' || actual.kind === 'yesNo') {
    const wantsNone = isZero(target.value) && operatorInForce(target, context) !== '>='
    if (!wantsNone || !NOTHING.test(normalised(actual.text)) || /[未没有]+(?:完成|达|实现|开展)/.test(actual.text))
      return judgement('wordsForNumber')
    return { outcome: 'met', by: 'number', operator: operatorInForce(target, context), target: zero, actual: zero, bounded: false }
  }
  if (actual.kind !== 'number' && actual.kind !== 'range') return judgement('wordsForNumber')
  if (target.approximate || (actual.kind === 'number' && actual.approximate)) return judgement('approximate')
  const operator = operatorInForce(target, context)
  if (actual.kind === 'number' && !sameDirection(target, actual, context)) return judgement('direction')
  if (
    actual.kind === 'number' &&
    actual.subject !== undefined &&
    actual.subject !== target.subject &&
    !saysAllDone(target, actual, operator)
  )
    return judgement('otherSubject')
  if (actual.kind === 'range') return rangeAgainst(operator, target, actual, context)
  const common = inOneUnit(target, actual, context)
  if ('why' in common) return judgement(common.why)
  if (actual.operator !== null && actual.operator !== '=') return boundAgainst(operator, common, actual.operator)
  if (target.operator === '=' && isCost(context) && !equals(common.target, common.actual)) return judgement('costEquals')
  if (target.operator === null && asksForMonth(target, context) && !equals(common.target, common.actual)) return judgement('monthCount')
  const read = heldAgainst(operator, common)
  if (common.other === undefined) return read
  const other = heldAgainst(operator, common.other)
  if (read.outcome === 'met' && other.outcome === 'met') return read
  return { outcome: 'judgement', why: 'ambiguousShare', either: [read, other] }
}

function heldAgainst(operator: Operator, { target, actual }: Common): ByNumber {
  return { outcome: meets(operator, actual, target) ? 'met' : 'missed', by: 'number', operator, target, actual, bounded: false }
}

/** 完成率100% for a target of 95%: whether it is the value or the share of the target reached, it is enough. */
const saysAllDone = (target: CellNumber, actual: CellNumber, operator: Operator): boolean =>
  isCompletion(actual.subject ?? '') &&
  (operator === '>=' || operator === '=') &&
  target.unit === '%' &&
  actual.unit === '%' &&
  isPositive(target.value) &&
  atMost(target.value, hundred) &&
  atLeast(actual.value, hundred)

/** ≤12月 answered by 10月, where the indicator asks when something was done. */
function monthAgainst(target: CellNumber, actual: DateReading, context: CellContext): Comparison | null {
  const operator = operatorInForce(target, context)
  if (target.unit !== '月' || (operator !== '<=' && operator !== '<') || !isTimed(context)) return null
  if (actual.year !== null && actual.year !== (context.year ?? null)) return null
  return { outcome: meets(operator, quantity(`${actual.month}`), target.value) ? 'met' : 'missed', by: 'date' }
}

/** Whether every value within a bound (`within` its edge) meets the target; if not, people decide. */
function boundAgainst(operator: Operator, { target, actual, other }: Common, within: Operator): Comparison {
  const upwards = within === '>=' || within === '>'
  const edgeMeets = meets(operator, actual, target)
  const strictlyInside = equals(actual, target) && ((operator === '>' && within === '>') || (operator === '<' && within === '<'))
  const sameWay = upwards ? operator === '>=' || operator === '>' : operator === '<=' || operator === '<'
  const fromBelow = operator === '=' && upwards && !isZero(target)
  if (other === undefined && (sameWay || fromBelow) && (edgeMeets || strictlyInside)) {
    return { outcome: 'met', by: 'number', operator, target, actual, bounded: true }
  }
  return judgement('boundUndecided')
}

/** A range as actual value (3-5次) meets the target when both its ends do. */
function rangeAgainst(operator: Operator, target: CellNumber, { from, to, unit }: RangeReading, context: CellContext): Comparison {
  const ends = [from, to].map((value) => inOneUnit(target, cellNumber(value, unit), context))
  const read: Common[] = []
  for (const end of ends) {
    if ('why' in end) return judgement(end.why)
    read.push(end)
  }
  const worst = operator === '<=' || operator === '<' ? read[1] : read[0]
  if (worst === undefined || !read.every((end) => end.other === undefined && meets(operator, end.actual, end.target)))
    return judgement('boundUndecided')
  return { outcome: 'met', by: 'number', operator, target: worst.target, actual: worst.actual, bounded: true }
}

/** A range as target (90%-95%): within it is met; on its bad side missed; beyond its good side people decide. */
function againstRange(target: RangeReading, actual: CellReading, context: CellContext): Comparison {
  if (actual.kind === 'date') return judgement('dateForNumber')
  if (actual.kind === 'range') return judgement('rangeUndecided')
  if (actual.kind !== 'number') return judgement('wordsForNumber')
  if (actual.approximate) return judgement('approximate')
  if (actual.operator !== null && actual.operator !== '=') return judgement('boundUndecided')
  const low = inOneUnit(cellNumber(target.from, target.unit), actual, context)
  const high = inOneUnit(cellNumber(target.to, target.unit), actual, context)
  if ('why' in low) return judgement(low.why)
  if ('why' in high || low.other !== undefined || high.other !== undefined) return judgement('rangeUndecided')
  const within = atLeast(low.actual, low.target) && atMost(high.actual, high.target)
  const bad = isCost(context) ? moreThan(high.actual, high.target) : lessThan(low.actual, low.target)
  if (!within && !bad) return judgement('rangeUndecided')
  return { outcome: within ? 'met' : 'missed', by: 'range', from: low.target, to: high.target, actual: low.actual }
}
