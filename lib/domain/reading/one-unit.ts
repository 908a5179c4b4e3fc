import {
  atLeast,
  atMost,
  dividedBy,
  equals,
  hundred,
  isPositive,
  isZero,
  moreThan,
  one,
  type Quantity,
  quantity,
  times,
} from '@/lib/domain/quantities'
import type { CellContext, CellNumber } from './cell-reading'
import { isPerTime, type Unit, unitOf } from './units'

/** Both values in the target's unit. `other`: a second way to read them (0.95 beside 95%), where one cannot be ruled out. */
export type Common = { target: Quantity; actual: Quantity; other?: Common }

/** Why two numbers cannot be held against each other. */
export type UnitTrouble = 'differentUnits' | 'countForRate' | 'rateForCount' | 'ambiguousShare' | 'magnitude'

const PER_CENT = unitOf('%')
const FAR_APART = quantity('100')
const TEN = quantity('10')
const TWO = quantity('2')
const TWO_HUNDRED = quantity('200')
const HALF_HUNDRED = quantity('50')

/** Brings a target and an actual number into the target's unit, or says why that is not certain. */
export function inOneUnit(target: CellNumber, actual: CellNumber, context: CellContext): Common | { why: UnitTrouble } {
  const plain: Common = { target: target.value, actual: actual.value }
  if (target.unit === actual.unit) {
    if (target.unit === '%' || isRate(context)) return perhapsShares(target, actual)
    return actual.perhapsBase && isSlipOfScale(plain, unitOf(target.unit)) ? { why: 'magnitude' } : plain
  }
  if (isZero(actual.value) && (actual.unit === '' || isZero(target.value))) return plain
  if (isZero(target.value) && (target.unit === '' || actual.unit === '')) return plain
  const asked = unitOf(target.unit)
  const given = unitOf(actual.unit)
  if (asked.rate && given.rate) return { target: target.value, actual: converted(actual.value, given, asked) }
  if (asked.rate) return actual.unit === '' ? bareForRate(target.value, actual.value, asked) : { why: 'countForRate' }
  if (given.rate)
    return target.unit === '' ? rateForBare(target.value, converted(actual.value, given, PER_CENT), context) : { why: 'rateForCount' }
  if (target.unit === '' || actual.unit === '') return bareBesideUnit(target, actual, target.unit === '' ? given : asked)
  if (asked.base === given.base || asked.base === '' || given.base === '')
    return { target: target.value, actual: converted(actual.value, given, asked) }
  // People leave the denominator out: 200元 answers 200元/亩. Not that of a time: 12次 may be those of a year, and no 12次/月;
  // only the same sum of money is surely the same.
  const perTime = isPerTime(asked) || isPerTime(given)
  const sameSum = asked.base.startsWith('元') && equals(target.value, actual.value)
  if ((!perTime || sameSum) && (asked.base.split('/')[0] === given.base || given.base.split('/')[0] === asked.base)) return plain
  return { why: 'differentUnits' }
}

const converted = (value: Quantity, from: Unit, into: Unit): Quantity =>
  equals(from.factor, into.factor) ? value : dividedBy(times(value, from.factor), into.factor)

/**
 * Two rates written alike: 1 beside a target of 100 may be 100 %, and a target of 1 beside 98 too; beside 5 or under ≤
 * it hardly is. Where the signs were written in the cells, nothing is in doubt.
 */
function perhapsShares(target: CellNumber, actual: CellNumber): Common {
  const plain: Common = { target: target.value, actual: actual.value }
  const written = target.unit !== ''
  const isShare = ({ value, perhapsShare }: CellNumber) => (written ? perhapsShare === true : isPositive(value) && atMost(value, TWO))
  if (isShare(actual) && atLeast(target.value, HALF_HUNDRED) && atMost(target.value, hundred))
    return { target: target.value, actual: dividedBy(actual.value, PER_CENT.factor), other: plain }
  const upwards = target.operator !== '<=' && target.operator !== '<'
  return upwards && isShare(target) && atLeast(actual.value, HALF_HUNDRED) ? shareForTarget(target.value, actual.value, PER_CENT) : plain
}

/** 95% answered by 93 is 93%; 0.96 may be 96%, 1.02 beside 95% may be 102%, and 1000 is surely something else. */
function bareForRate(target: Quantity, actual: Quantity, asked: Unit): Common | { why: UnitTrouble } {
  if (moreThan(actual, TWO_HUNDRED) && moreThan(actual, times(target, quantity('2')))) return { why: 'countForRate' }
  const plain: Common = { target, actual }
  if (!isPositive(actual) || moreThan(actual, atLeast(target, HALF_HUNDRED) ? TWO : one)) return plain
  const asShare = { target, actual: dividedBy(actual, asked.factor) }
  return { ...asShare, other: plain }
}

/** 95 answered by 96% (or 960‰, 九成六): the target is a rate where the indicator is one, or where it looks like one. */
function rateForBare(target: Quantity, actual: Quantity, context: CellContext): Common | { why: UnitTrouble } {
  const looksLikeRate = atLeast(target, HALF_HUNDRED) && atMost(target, hundred)
  if (!isAboutRate(context) && !looksLikeRate) return { why: 'rateForCount' }
  return !isPositive(target) || moreThan(target, one) ? { target, actual } : shareForTarget(target, actual, PER_CENT)
}

/** A target of 1 is 100 % first. */
const shareForTarget = (target: Quantity, actual: Quantity, unit: Unit): Common => ({
  target: dividedBy(target, unit.factor),
  actual,
  other: { target, actual },
})

/** Called a rate outright; 覆盖村数 is none. */
const isRate = ({ name }: CellContext): boolean => /率|满意度|比例|比重|占比|百分比|%/.test(name)

const isAboutRate = ({ name }: CellContext): boolean => /率|比例|比重|占比|程度|满意|覆盖|百分比|%/.test(name)

/** A bare number beside one with a unit has that unit (25 beside 25万人次), or where only that is near, its base (263000). */
function bareBesideUnit(target: CellNumber, actual: CellNumber, unit: Unit): Common | { why: UnitTrouble } {
  const plain: Common = { target: target.value, actual: actual.value }
  if (equals(unit.factor, one) || !isPositive(target.value) || !isPositive(actual.value) || !areFarApart(plain)) return plain
  const inBase: Common =
    target.unit === ''
      ? { target: target.value, actual: times(actual.value, unit.factor) }
      : { target: target.value, actual: dividedBy(actual.value, unit.factor) }
  return areFarApart(inBase, TEN) ? { why: 'magnitude' } : inBase
}

/** 27900 in a column of 万元 beside 2.79: far too much as it stands, and near it as 元. */
const isSlipOfScale = ({ target, actual }: Common, unit: Unit): boolean =>
  isPositive(target) &&
  isPositive(actual) &&
  areFarApart({ target, actual }) &&
  !areFarApart({ target, actual: dividedBy(actual, unit.factor) }, TEN)

const areFarApart = ({ target, actual }: Common, apart = FAR_APART): boolean =>
  atLeast(actual, times(target, apart)) || atLeast(target, times(actual, apart))
