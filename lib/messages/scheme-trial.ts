import { isPositive, isZero } from '@/lib/domain/quantities'
import type { TrialResult } from '@/lib/domain/scheme-trial'
import { gradeLabels } from './labels'
import { score } from './numbers'

/** One department's trial in words: 97.67, 优, +0.25. */
export function trialRow({ before, after, difference, missing }: TrialResult) {
  const changed = before.grade !== after.grade && before.grade !== null && after.grade !== null
  return {
    before: before.total === null ? '—' : score(before.total),
    after: after.total === null ? '—' : score(after.total),
    gradeBefore: before.grade === null ? '—' : gradeLabels[before.grade],
    gradeAfter: after.grade === null ? '—' : gradeLabels[after.grade],
    difference: difference === null ? '—' : isZero(difference) ? '0.00' : `${isPositive(difference) ? '+' : ''}${score(difference)}`,
    gradeChanged: changed,
    remark: remarkOf({ before, after, difference, missing }, changed),
  }
}

function remarkOf({ before, after, missing }: TrialResult, gradeChanged: boolean): string {
  if (after.total === null) return missing.length > 0 ? `缺少数据，无法试算：${missing.join('、')}` : '缺少收支数据，无法试算'
  if (before.total === null) return '当年总分未计出'
  return gradeChanged ? '等级变化' : ''
}

/** 共 12 个部门，可试算 10 个：8 个总分变化，2 个等级变化。 */
export function trialSummary(all: readonly TrialResult[]): string {
  const compared = all.filter(({ difference }) => difference !== null)
  const moved = compared.filter(({ difference }) => difference !== null && !isZero(difference)).length
  const grades = compared.filter(({ before, after }) => before.grade !== after.grade).length
  return `共 ${all.length} 个部门，可以比较 ${compared.length} 个：${moved} 个总分变化，${grades} 个等级变化。`
}
