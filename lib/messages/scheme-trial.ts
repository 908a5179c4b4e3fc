import { isPositive, isZero } from '@/lib/domain/quantities'
import type { TrialResult, TrialTally } from '@/lib/domain/scoring/scheme-trial'
import { score } from './numbers'

/** One department's trial in words: 97.67, 优, +0.25. */
export function trialRow(result: TrialResult) {
  const { before, after, difference } = result
  const changed = before.grade !== after.grade && before.grade !== null && after.grade !== null
  return {
    before: before.total === null ? '—' : score(before.total),
    after: after.total === null ? '—' : score(after.total),
    gradeBefore: before.name ?? '—',
    gradeAfter: after.name ?? '—',
    difference: difference === null ? '—' : isZero(difference) ? '0.00' : `${isPositive(difference) ? '+' : ''}${score(difference)}`,
    gradeChanged: changed,
    remark: remarkOf(result, changed),
  }
}

function remarkOf({ before, after, missing, estimated }: TrialResult, gradeChanged: boolean): string {
  const lacking = missing.length === 0 ? '收支数据' : ` ${missing.length} 项数据（${missing.join('、')}）`
  if (after.total === null) return `缺少${lacking}，无法试算`
  const remarks = [
    before.total === null ? '当年总分未计出' : '',
    gradeChanged ? '等级变化' : '',
    estimated ? `估算：缺少${lacking}，按其余指标折算` : '',
  ]
  return remarks.filter((remark) => remark !== '').join('；')
}

/** 共 12 个部门，可以比较 10 个：8 个总分变化，2 个等级变化。 */
export function trialSummary({ count, compared, moved, grades, estimated }: TrialTally): string {
  const note = estimated === 0 ? '' : `其中 ${estimated} 个缺少部分数据，按其余指标折算，仅供估算。`
  return `共 ${count} 个部门，可以比较 ${compared} 个：${moved} 个总分变化，${grades} 个等级变化。${note}`
}
