import { FIGURE_ITEMS, type FigureColumn, type FigureGroup, type FigureItem, type FigureName, partsOf } from '@/lib/domain/cells/funds'
import type { ReportBlock, ReportRow } from '@/lib/domain/report-document'
import { figureItemLabels } from '@/lib/messages/form-labels'
import { type Assessed, figureText } from '@/lib/report/data-text'
import { cell, column, label } from './cells'
import { notApplicableNote } from './not-applicable'

/** “三公”经费, only where the scheme uses it. */
export function threePublic({ evaluation }: Assessed): ReportBlock[] {
  if (!evaluation.scheme.figureGroups.includes('threePublic')) return []
  const columns = ['priorActual', 'initialBudget', 'actualExpenditure'] as const
  const items: FigureItem[] = ['threePublic', ...partsOf('threePublic', 'threePublic')]
  const rows = items.map(
    (item): ReportRow => [
      label(figureItemLabels[item]),
      ...columns.map((name) => cell(figureText(evaluation, `${item}/${name}` as FigureName))),
    ],
  )
  return [
    {
      kind: 'table',
      table: {
        caption: '“三公”经费',
        unit: '单位：万元',
        labels: 0,
        columns: [column('项目', 72), column('上年决算数', 40, 'end'), column('本年预算数', 40, 'end'), column('本年决算数', 40, 'end')],
        rows,
      },
    },
    ...notApplicableNote(
      evaluation,
      items.flatMap((item) => columns.map((name) => `${item}/${name}` as FigureName)),
    ),
  ]
}

const GROUPS = [
  ['staff', '人员'],
  ['procurement', '政府采购'],
  ['assets', '资产'],
] as const

/** 人员, 政府采购 and 资产, each only where the scheme uses it: one line per figure with its unit. */
export function otherFigures({ evaluation }: Assessed): ReportBlock[] {
  const groups = evaluation.scheme.figureGroups
  const figures: [group: FigureGroup, item: FigureItem, heading: string, column: FigureColumn][] = [
    ['staff', 'staffQuota', figureItemLabels.staffQuota, 'count'],
    ['staff', 'staffInPost', figureItemLabels.staffInPost, 'count'],
    ['procurement', 'procurement', '政府采购预算数', 'initialBudget'],
    ['procurement', 'procurement', '政府采购执行数', 'actualExpenditure'],
    ['assets', 'fixedAssets', figureItemLabels.fixedAssets, 'amount'],
    ['assets', 'fixedAssetsInUse', figureItemLabels.fixedAssetsInUse, 'amount'],
  ]
  const used = figures.filter(([group]) => groups.includes(group))
  if (used.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        caption: `${GROUPS.flatMap(([group, name]) => (groups.includes(group) ? [name] : [])).join('、')}情况`,
        unit: '',
        labels: 0,
        columns: [column('项目', 72), column('计量单位', 24, 'center'), column('数值', 40, 'end')],
        rows: used.map(
          ([, item, heading, name]): ReportRow => [
            label(heading),
            cell(FIGURE_ITEMS[item].measure === 'money' ? '万元' : '人'),
            cell(figureText(evaluation, `${item}/${name}` as FigureName)),
          ],
        ),
      },
    },
    ...notApplicableNote(
      evaluation,
      used.map(([, item, , name]) => `${item}/${name}` as FigureName),
    ),
  ]
}
