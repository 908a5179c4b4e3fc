import type { BandKey, FindingsState } from '@/lib/domain/evaluation/evaluation-list'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { gradeLabels } from './labels'

/** A grade over several schemes, each of which may name it otherwise, or that there is none yet. */
export const gradeOver = (grade: Grade | 'none', names: readonly string[] = []): string =>
  grade === 'none' ? '未得出' : names.join('／') || gradeLabels[grade]

/** A score band in words, from its floor up to the next. */
export function bandName(band: BandKey): string {
  if (band === 'none') return '未得出'
  if (band === '0') return '60 以下'
  return band === '95' ? '95–100' : `${band}–${BAND_ENDS[band]}`
}
const BAND_ENDS = { '60': 65, '65': 70, '70': 75, '75': 80, '80': 85, '85': 90, '90': 95 } as const

/** What a list of evaluations can be narrowed to by its findings. */
export const findingsStateLabels = {
  errors: '有未处理的错误',
  warnings: '有未说明的警告',
  explained: '有已说明的警告',
  clear: '无错误和警告',
} satisfies Record<FindingsState, string>
