import { TASK_SOURCES } from '@/lib/domain/cells/cells'
import type { KeyTask } from '@/lib/domain/evaluation/evaluation'
import type { ReportBlock, ReportRow } from '@/lib/domain/report-document'
import { executionRate } from '@/lib/domain/scoring/execution-rate'
import { taskSourceLabels } from '@/lib/messages/labels'
import { percent, wan } from '@/lib/messages/numbers'
import { type Assessed, runsText } from '@/lib/report/data-text'
import { cell, column } from './cells'

/** 年度重点工作任务: what it holds, what was planned and spent for it, and the indicators that measure it. */
export function tasks(assessed: Assessed): ReportBlock {
  const { tasks: all, indicators } = assessed.evaluation
  const bySource = all.some((task) => sourcesOf(task) !== '')
  const reasons = all.some(({ reason }) => reason !== '')
  const rows = all.map(
    (task, index): ReportRow => [
      cell(String(index + 1)),
      cell(task.name),
      cell(contentOf(task, assessed)),
      cell(task.budget === null ? '' : wan(task.budget)),
      cell(task.expenditure === null ? '' : wan(task.expenditure)),
      ...(bySource ? [cell(sourcesOf(task))] : []),
      ...(reasons ? [cell(task.reason)] : []),
      cell(
        indicators
          .filter(({ taskId }) => taskId === task.id)
          .map(({ name }) => name)
          .join('；'),
      ),
    ],
  )
  return {
    kind: 'table',
    table: {
      caption: '年度重点工作任务',
      unit: '单位：万元',
      labels: 0,
      columns: [
        column('序号', 12, 'center'),
        column('任务名称', 40),
        column('主要内容', 72),
        column('预算金额', 22, 'end'),
        column('执行金额', 22, 'end'),
        ...(bySource ? [column('按资金来源（预算／执行／执行率）', 48)] : []),
        ...(reasons ? [column('未完成原因', 36)] : []),
        column('对应指标', 56),
      ],
      rows: rows.length === 0 ? [['', '', '', '', '', ''].map(cell)] : rows,
    },
  }
}

/** 中央 600.00／540.00／90.00%；本级 400.00／400.00／100.00% */
const sourcesOf = (task: KeyTask): string =>
  TASK_SOURCES.flatMap((source) => {
    const [budget, spent] = [task[`${source}Budget`], task[`${source}Expenditure`]]
    if (budget === null && spent === null) return []
    const rate = executionRate({ adjustedBudget: budget, actualExpenditure: spent })
    return `${taskSourceLabels[source]} ${[budget && wan(budget), spent && wan(spent), rate && percent(rate)].map((text) => text ?? '—').join('／')}`
  }).join('；')

const contentOf = ({ subItems }: KeyTask, assessed: Assessed): string =>
  subItems
    .map(({ runs }) =>
      runsText(runs, assessed)
        .trim()
        .replace(/[。；;]$/u, ''),
    )
    .filter((text) => text !== '')
    .join('；')
