import { type FigureItem, type FigureName, partsOf } from '@/lib/domain/cells/funds'
import type { ReportBlock, ReportCell, ReportRow } from '@/lib/domain/report-document'
import { figureColumnLabels, figureItemLabels } from '@/lib/messages/labels'
import { score as points, shortNumber } from '@/lib/messages/numbers'
import { type Assessed, figureText, rateText } from '@/lib/report/data-text'
import { cell, column, label } from './cells'
import { notApplicableNote } from './not-applicable'

const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const

/** 收支情况: the total with its rate and score, what it is made of by source and by nature, and what was carried over. */
export function funds(assessed: Assessed): ReportBlock[] {
  const { evaluation, score } = assessed
  const amounts = (item: FigureItem): ReportCell[] => COLUMNS.map((name) => cell(figureText(evaluation, `${item}/${name}` as FigureName)))
  const part = (heading: string, item: FigureItem, indent = ''): ReportRow => [
    label(heading),
    label(`${indent}${figureItemLabels[item]}`),
    ...amounts(item),
    cell(''),
    cell(''),
    cell(''),
  ]
  const carryOver = (item: 'openingCarryOver' | 'closingCarryOver'): ReportRow => [
    label('结转结余'),
    label(figureItemLabels[item]),
    { ...cell(figureText(evaluation, `${item}/amount`)), span: 3 },
    cell(''),
    cell(''),
    cell(''),
  ]
  const items: FigureItem[] = ['total', ...partsOf('total', 'source'), ...partsOf('total', 'nature'), ...partsOf('basic', 'basic')]
  return [
    {
      kind: 'table',
      table: {
        caption: '部门整体收支情况',
        unit: '单位：万元',
        labels: 1,
        columns: [
          column('', 22, 'center'),
          column('项目', 56),
          ...COLUMNS.map((name) => column(figureColumnLabels[name], 32, 'end')),
          column('执行率', 20, 'end'),
          column('分值', 14, 'end'),
          column('得分', 16, 'end'),
        ],
        rows: [
          [
            label('资金总额'),
            label(figureItemLabels.total),
            ...amounts('total'),
            cell(rateText(score)),
            cell(score.executionMaxScore === null ? '' : shortNumber(score.executionMaxScore)),
            cell(score.executionScore === null ? '' : points(score.executionScore)),
          ],
          ...partsOf('total', 'source').map((item) => part('按资金来源', item)),
          part('按支出性质', 'basic'),
          ...partsOf('basic', 'basic').map((item) => part('按支出性质', item, '其中：')),
          part('按支出性质', 'project'),
          carryOver('openingCarryOver'),
          carryOver('closingCarryOver'),
        ],
      },
    },
    ...notApplicableNote(evaluation, [
      ...items.flatMap((item) => COLUMNS.map((name) => `${item}/${name}` as FigureName)),
      'openingCarryOver/amount',
      'closingCarryOver/amount',
    ]),
  ]
}
