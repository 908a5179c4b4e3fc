import type { KeyTask } from '@/lib/domain/evaluation/evaluation'
import type { Assessed } from '@/lib/report/data-text'
import { againstTarget } from './conclusion'
import { framed, joined, type Passage, words } from './passage'

/** 完成情况 of a task: how many of its indicators reached their targets, and what each says. Nothing while it has none with a result. */
export function completion({ id }: KeyTask, { evaluation, score }: Assessed): Passage {
  const rows = evaluation.indicators.flatMap((indicator, index) => {
    const scored = score.indicators[index]
    if (indicator.taskId !== id || scored === undefined || indicator.actual.text.trim() === '') return []
    return [{ indicator, scored }]
  })
  if (rows.length === 0) return []
  const met = rows.filter(({ scored }) => scored.comparison.outcome === 'met').length
  const each = rows.map(({ indicator, scored }) => framed(indicator.name, framed('（', againstTarget(indicator, scored), '）'), ''))
  return [...words(`本任务有绩效指标${rows.length}项，达到年度指标值${met}项：`), ...joined(each, '；'), { text: '。' }]
}
