import { adviseOnTarget } from '@/lib/domain/explanation/target-advice'
import { readActual } from '@/lib/domain/reading/cell-reading'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import type { LiveRow } from '@/lib/forms/saving/live-scores'
import { sayAdvice } from '@/lib/messages/target-advice'

/**
 * What is doubtful about a row's target against what was achieved a year ago, as far as that stands in the page; null where nothing is, or
 * the target was approved. What others aim at, and whether it can be measured at all, is said in the detail.
 */
export function targetDoubt({ indicator }: LiveRow, store: CellStore, year: number): { word: string; why: string } | null {
  const lastActual = store.view(`indicators/${indicator.id}/actual`).lastYear
  if (lastActual === undefined || indicator.approvedTarget !== null) return null
  const last = { year: year - 1, text: lastActual, reading: readActual(lastActual, indicator) }
  const doubt = adviseOnTarget(indicator.target.reading, { ...indicator, year }, { history: [last], peers: [] }).find(
    ({ kind }) => kind !== 'notMeasurable',
  )
  return doubt === undefined ? null : { word: doubt.kind === 'trivial' ? '偏低' : '偏高', why: sayAdvice(doubt) }
}
