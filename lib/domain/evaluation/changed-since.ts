import { type AddressText, isReviewCell } from '@/lib/domain/cells/addresses'
import type { Evaluation } from './evaluation'
import { addressesOf, textAt } from './evaluation-cells'

/**
 * What cells said then, by address, where they say something else now; a row that came since said nothing. What reviewers give is left
 * out: nobody hands it in. `then` are the texts of all cells that there were.
 */
export function changedSince(evaluation: Evaluation, then: Iterable<readonly [string, string]>): Map<AddressText, string> {
  const said = new Map<string, string>(then)
  const changed = new Map<AddressText, string>()
  for (const at of addressesOf(evaluation)) {
    const before = said.get(at) ?? ''
    if (!isReviewCell(at) && textAt(evaluation, at) !== before) changed.set(at, before)
  }
  return changed
}
