import type { KeyTask } from '@/lib/domain/evaluation/evaluation'
import type { ReportBlock, ReportRow } from '@/lib/domain/report-document'
import { wan } from '@/lib/messages/numbers'
import { type Assessed, runsText } from '@/lib/report/data-text'
import { cell, column } from './cells'

/** 年度重点工作任务: what it holds, what was planned and spent for it, and the indicators that measure it. */
export function tasks(assessed: Assessed): ReportBlock {
  const { tasks: all, indicators } = assessed.evaluation
  const rows = all.map(
    (task, index): ReportRow => [
      cell(String(index + 1)),
      cell(task.name),
      cell(contentOf(task, assessed)),
      cell(task.budget === null ? '' : wan(task.budget)),
      cell(task.expenditure === null ? '' : wan(task.expenditure)),
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
        column('对应指标', 56),
      ],
      rows: rows.length === 0 ? [['', '', '', '', '', ''].map(cell)] : rows,
    },
  }
}

const contentOf = ({ subItems }: KeyTask, assessed: Assessed): string =>
  subItems
    .map(({ runs }) =>
      runsText(runs, assessed)
        .trim()
        .replace(/[。；;]$/u, ''),
    )
    .filter((text) => text !== '')
    .join('；')
