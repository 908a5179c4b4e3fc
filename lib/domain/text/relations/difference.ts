import { dividedBy, plain, type Quantity } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Relation } from '@/lib/domain/text/relation'

/** A difference as a relation: what is left, or a change. */
export const difference = (result: Mention, operands: readonly Mention[], holds: boolean, rule: string, value: Quantity): Relation => ({
  kind: rule === 'rest' ? 'rest' : 'change',
  result,
  operands,
  holds,
  certainty: 'plain',
  rule,
  expected: plain(dividedBy(value, unitOf(result)), 6),
})
