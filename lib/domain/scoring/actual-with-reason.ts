import { isZero } from '@/lib/domain/quantities'
import type { CellReading, ReadCell } from '@/lib/domain/reading/cell-reading'
import { normalised } from '@/lib/domain/reading/number-reading'
import { isReason } from '@/lib/domain/reading/reason'

/**
 * What an actual cell says beside its 偏差原因: 无 with a reason is 不适用, also where the reason stands in that column.
 * Where nothing was asked for (0起), or only words, 无 is the answer itself.
 */
export function actualWithReason({ text, reading }: ReadCell, target: CellReading, reason: string): CellReading {
  if (reading.kind !== 'words' || reason === '') return reading
  const asksForSomething = target.kind === 'date' || target.kind === 'range' || (target.kind === 'number' && !isZero(target.value))
  if (!asksForSomething || normalised(text) !== '无' || !isReason(reason)) return reading
  return { kind: 'notApplicable', reason: reason.trim() }
}
