import { leadsIn } from '@/lib/domain/cells/list-places'
import type { ReportBlock, ReportRow } from '@/lib/domain/report-document'
import { type Assessed, runsText } from '@/lib/report/data-text'
import { cell, column } from './cells'

/** 年度总体目标 and 完成情况; one empty row where there is none. */
export function goals(assessed: Assessed): ReportBlock {
  const rows = assessed.evaluation.goals
    .filter((goal) => !leadsIn(goal))
    .map(
      ({ text, completion }, index): ReportRow => [
        cell(String(index + 1)),
        cell(runsText(text, assessed)),
        cell(runsText(completion, assessed)),
      ],
    )
  return {
    kind: 'table',
    table: {
      caption: '年度总体目标及完成情况',
      unit: '',
      labels: 0,
      columns: [column('序号', 12, 'center'), column('年度总体目标', 100), column('完成情况', 112)],
      rows: rows.length === 0 ? [[cell(''), cell(''), cell('')]] : rows,
    },
  }
}
