import type { CellContext, CellReading } from './cell-reading'
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
} from './quantities'
import { type Unit, unitOf } from './units'

type NumberReading = Extract<CellReading, { kind: 'number' }>

/** Both values in the target's unit. `other`: a second way to read them (0.95 beside 95%), where one cannot be ruled out. */
export type Common = { target: Quantity; actual: Quantity; other?: Common }

/** Why two numbers cannot be held against each other. */
export type UnitTrouble = 'differentUnits' | 'countForRate' | 'rateForCount' | 'ambiguousShare' | 'magnitude'

const FAR_APART = quantity('100')
const TEN = quantity('10')
const TWO = quantity('2')
const TWO_HUNDRED = quantity('200')
const HALF_HUNDRED = quantity('50')

/** Brings a target and an actual number into the target's unit, or says why that is not certain. */
export function inOneUnit(target: NumberReading, actual: NumberReading, context: CellContext): Common | { why: UnitTrouble } {
  // 1 beside a target of 100 in one column of % may be 100 %; beside one of 5 it hardly is.
  if (target.unit === actual.unit && actual.perhapsShare && atLeast(target.value, HALF_HUNDRED))
    return bareForRate(target.value, actual.value, unitOf(target.unit))
  if (target.unit === actual.unit) return { target: target.value, actual: actual.value }
  if (isZero(actual.value) && (actual.unit === '' || isZero(target.value))) return { target: target.value, actual: actual.value }
  if (isZero(target.value) && (target.unit === '' || actual.unit === '')) return { target: target.value, actual: actual.value }
  const asked = unitOf(target.unit)
  const given = unitOf(actual.unit)
  if (target.unit === '' && actual.unit === '') return { target: target.value, actual: actual.value }
  if (asked.rate && given.rate) return { target: target.value, actual: converted(actual.value, given, asked) }
  if (asked.rate) return actual.unit === '' ? bareForRate(target.value, actual.value, asked) : { why: 'countForRate' }
  if (given.rate) return target.unit === '' ? rateForBare(target.value, actual.value, given, context) : { why: 'rateForCount' }
  if (target.unit === '' || actual.unit === '') return bareBesideUnit(target, actual, target.unit === '' ? given : asked)
  if (asked.base === given.base || asked.base === '' || given.base === '')
    return { target: target.value, actual: converted(actual.value, given, asked) }
  // People leave the denominator out: 200元 answers 200元/亩.
  if (asked.base.split('/')[0] === given.base || given.base.split('/')[0] === asked.base)
    return { target: target.value, actual: actual.value }
  return { why: 'differentUnits' }
}

const converted = (value: Quantity, from: Unit, into: Unit): Quantity =>
  equals(from.factor, into.factor) ? value : dividedBy(times(value, from.factor), into.factor)

/** 95% answered by 93 is 93%; 0.96 may be 96%, 1.02 beside 95% may be 102%, and 1000 is surely something else. */
function bareForRate(target: Quantity, actual: Quantity, asked: Unit): Common | { why: UnitTrouble } {
  if (moreThan(actual, TWO_HUNDRED) && moreThan(actual, times(target, quantity('2')))) return { why: 'countForRate' }
  const plain: Common = { target, actual }
  if (!isPositive(actual) || moreThan(actual, atLeast(target, HALF_HUNDRED) ? TWO : one)) return plain
  const asShare = { target, actual: dividedBy(actual, asked.factor) }
  return { ...asShare, other: plain }
}

/** 95 answered by 96%: the target is a rate where the indicator is one, or where it looks like one. */
function rateForBare(target: Quantity, actual: Quantity, given: Unit, context: CellContext): Common | { why: UnitTrouble } {
  const aboutRate = /率|比例|比重|占比|程度|满意|覆盖|百分比|%/.test(context.name)
  const looksLikeRate = atLeast(target, HALF_HUNDRED) && atMost(target, hundred)
  if (!aboutRate && !looksLikeRate) return { why: 'rateForCount' }
  const plain: Common = { target, actual }
  if (!isPositive(target) || moreThan(target, one)) return plain
  return { target: dividedBy(target, given.factor), actual, other: plain }
}

/** A bare number beside one with a unit has that unit (25 beside 25万人次), or where only that is near, its base (263000). */
function bareBesideUnit(target: NumberReading, actual: NumberReading, unit: Unit): Common | { why: UnitTrouble } {
  const plain: Common = { target: target.value, actual: actual.value }
  if (equals(unit.factor, one) || !isPositive(target.value) || !isPositive(actual.value) || !areFarApart(plain)) return plain
  const inBase: Common =
    target.unit === ''
      ? { target: target.value, actual: times(actual.value, unit.factor) }
      : { target: target.value, actual: dividedBy(actual.value, unit.factor) }
  return areFarApart(inBase, TEN) ? { why: 'magnitude' } : inBase
}

const areFarApart = ({ target, actual }: Common, apart = FAR_APART): boolean =>
  atLeast(actual, times(target, apart)) || atLeast(target, times(actual, apart))
