import { type AddressText, parseAddress } from '@/lib/domain/cells/addresses'
import { type ColumnOf, LARGEST_AMOUNT, LARGEST_POINTS } from '@/lib/domain/cells/cells'
import { textOf } from '@/lib/domain/cells/narrative'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import {
  absolute,
  hasAtMostDecimals,
  isNegative,
  moreThan,
  one,
  type Points,
  plain,
  type Quantity,
  type Rate,
} from '@/lib/domain/quantities'
import { tellsWhy } from '@/lib/domain/reading/reason'
import { mostOf, rulesOf } from '@/lib/domain/schemes/scheme-rules'
import type { CellValue } from './cell-value'
import type { Evaluation } from './evaluation'
import type { Indicator } from './indicator'

/** Columns of an indicator that the scheme gives where the indicator is its own. */
export const GIVEN_BY_SCHEME: readonly ColumnOf<'indicators'>[] = [
  'dimension',
  'group',
  'name',
  'unit',
  'nature',
  'target',
  'maxScore',
  'changeReason',
]

/**
 * Whether the value may stand in the cell, whoever writes it. Refused: `fixed-by-scheme`, `no-such-row` (a tie to
 * a row that is not there), `reason-required` (不适用 without one), `too-large`, `too-precise` (below 0.01 元 or 0.01 分),
 * `share-out-of-range`, `share-decimals` (below 0.0001 %), `above-most` (a 复核分 above what its row may have), `grounds-say-nothing` (of a
 * score: what is stored already stays).
 */
export function mayStandIn(evaluation: Evaluation, at: AddressText, value: CellValue): Decision<null> {
  const address = parseAddress(at)
  const indicator = address?.part === 'indicators' ? evaluation.indicators.find(({ id }) => id === address.row) : undefined
  if (address?.part === 'indicators' && indicator?.fixedId != null && GIVEN_BY_SCHEME.includes(address.column))
    return refused('fixed-by-scheme')
  switch (value.kind) {
    case 'figure':
      if (value.figure?.state === 'notApplicable') return value.figure.reason.trim() === '' ? refused('reason-required') : accepted(null)
      return within(value.figure?.value ?? null, LARGEST_AMOUNT)
    case 'money':
      return within(value.value, LARGEST_AMOUNT)
    case 'points':
      return address?.part === 'indicators' && address.column === 'reviewScore'
        ? asReviewScore(value.value, evaluation, indicator)
        : within(value.value, LARGEST_POINTS)
    case 'share':
      return asShare(value.value)
    case 'rowId':
      return value.id === null || evaluation.tasks.some(({ id }) => id === value.id) ? accepted(null) : refused('no-such-row')
    case 'rowIds':
      return value.ids.every((tied) => evaluation.measures.some(({ id }) => id === tied)) ? accepted(null) : refused('no-such-row')
    case 'text':
      return address?.part === 'indicators' && isGrounds(address.column) ? asGrounds(textOf(value.runs)) : accepted(null)
    default:
      return accepted(null)
  }
}

function within(value: Quantity | null, largest: Quantity): Decision<null> {
  if (value === null) return accepted(null)
  if (moreThan(absolute(value), largest)) return refused('too-large')
  return hasAtMostDecimals(value, 2) ? accepted(null) : refused('too-precise')
}

const isGrounds = (column: string): boolean => column === 'selfScoreGrounds' || column === 'reviewGrounds'

const asGrounds = (text: string): Decision<null> => (text === '' || tellsWhy(text) ? accepted(null) : refused('grounds-say-nothing'))

function asShare(value: Rate | null): Decision<null> {
  if (value === null) return accepted(null)
  if (isNegative(value) || moreThan(value, one)) return refused('share-out-of-range')
  return hasAtMostDecimals(value, 6) ? accepted(null) : refused('share-decimals')
}

function asReviewScore(value: Points | null, { scheme }: Evaluation, indicator: Indicator | undefined): Decision<null> {
  const most = indicator === undefined ? null : mostOf(indicator, rulesOf(scheme))
  if (value !== null && isNegative(value)) return refused('points-out-of-range')
  if (value !== null && most !== null && moreThan(value, most)) return refused('above-most', { most: plain(most) })
  return within(value, LARGEST_POINTS)
}
