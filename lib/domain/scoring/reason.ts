import { isZero } from '@/lib/domain/quantities'
import type { CellReading, ReadCell } from '@/lib/domain/reading/cell-reading'
import { isBlank, normalised } from '@/lib/domain/reading/number-reading'

const NO_REASON = /^(?:无|暂无|没有|无偏差|(?:目前)?(?:暂无|没有|无)(?:存在的?)?(?:主要)?问题|不适用|N\/?A)[。.]?$/i
/** What every such answer has in it, however it is typed; most reasons have none of these signs. */
const NO = /[无没不nｎ]|[^\u4e00-\u9fff\u3000-\u3002\uff00-\uff5e\x20-\x7e]/i
/** Whether a reason was given: neither blank nor 无. */
export const isReason = (text: string): boolean => !isBlank(text) && !(NO.test(text) && NO_REASON.test(normalised(text)))

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
