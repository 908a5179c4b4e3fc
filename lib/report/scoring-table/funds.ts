import { type FigureItem, type FigureName, isFigureName, partsOf } from '@/lib/domain/cells/funds'
import type { ReportBlock, ReportCell, ReportRow } from '@/lib/domain/report-document'
import { receivedRate } from '@/lib/domain/scoring/received-rate'
import { figureColumnLabels, figureItemLabels } from '@/lib/messages/form-labels'
import { percent, score as points, shortNumber } from '@/lib/messages/numbers'
import { type Assessed, figureText, rateText } from '@/lib/report/data-text'
import { cell, column, label } from './cells'
import { notApplicableNote } from './not-applicable'

const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const
const WITH_RECEIVED = ['initialBudget', 'adjustedBudget', 'received', 'actualExpenditure'] as const

/** 收支情况: the total with its rate and score, what it is made of by source and by nature, and what was carried over. */
export function funds(assessed: Assessed): ReportBlock[] {
  const { evaluation, score } = assessed
  const received = evaluation.scheme.figureGroups.includes('received')
  const columns = received ? WITH_RECEIVED : COLUMNS
  /** What stands behind the amounts, 到位率 first where there is 到位数. */
  const behind = (...texts: string[]): ReportCell[] => (received ? texts : texts.slice(1)).map((text) => cell(text))
  const amounts = (item: FigureItem): ReportCell[] =>
    columns.map((name) => cell(isFigureName(`${item}/${name}`) ? figureText(evaluation, `${item}/${name}` as FigureName) : ''))
  const part = (heading: string, item: FigureItem, indent = ''): ReportRow => [
    label(heading),
    label(`${indent}${figureItemLabels[item]}`),
    ...amounts(item),
    ...behind('', '', '', ''),
  ]
  const carryOver = (item: 'openingCarryOver' | 'closingCarryOver'): ReportRow => [
    label('结转结余'),
    label(figureItemLabels[item]),
    { ...cell(figureText(evaluation, `${item}/amount`)), span: columns.length },
    ...behind('', '', '', ''),
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
          ...columns.map((name) => column(figureColumnLabels[name], 32, 'end')),
          ...(received ? [column('到位率', 20, 'end')] : []),
          column('执行率', 20, 'end'),
          column('分值', 14, 'end'),
          column('得分', 16, 'end'),
        ],
        rows: [
          [
            label('资金总额'),
            label(figureItemLabels.total),
            ...amounts('total'),
            ...behind(
              receivedText(evaluation),
              rateText(score),
              score.executionMaxScore === null ? '' : shortNumber(score.executionMaxScore),
              score.executionScore === null ? '' : points(score.executionScore),
            ),
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
      ...items.flatMap((item) => columns.map((name) => `${item}/${name}` as FigureName)),
      'openingCarryOver/amount',
      'closingCarryOver/amount',
    ]),
  ]
}

function receivedText({ figures }: Assessed['evaluation']): string {
  const rate = receivedRate(figures)
  return rate === null ? '' : percent(rate)
}
