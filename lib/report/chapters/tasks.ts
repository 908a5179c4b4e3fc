import type { ReportBlock } from '@/lib/domain/report-document'
import { numberAt } from '@/lib/messages/numbering'
import type { Assessed } from '@/lib/report/data-text'
import { narrative } from '@/lib/report/narrative-blocks'
import { printable } from '@/lib/report/printable'

/** 年度重点工作任务: each with its sub-items. */
export const tasks = (assessed: Assessed): ReportBlock[] =>
  assessed.evaluation.tasks.flatMap(({ name, subItems }, index) => [taskHeading(name, index), ...narrative(subItems, 4, assessed)])

/** 各重点工作任务绩效目标完成情况分析: the overview, then task by task. Empty where nothing was said of any. */
export function taskOverview(assessed: Assessed): ReportBlock[] {
  const { narrative: texts, tasks: all } = assessed.evaluation
  const overview = narrative(texts.taskOverview, 3, assessed)
  const completions = all.map(({ completion }) => narrative(completion, 4, assessed))
  const told = completions.flatMap((blocks, index) => (blocks.length === 0 ? [] : [taskHeading(all[index]?.name ?? '', index), ...blocks]))
  return [...overview, ...told]
}

const taskHeading = (name: string, index: number): ReportBlock => ({
  kind: 'heading',
  level: 3,
  text: `${numberAt(3, index + 1)}${printable(name)}`,
})
