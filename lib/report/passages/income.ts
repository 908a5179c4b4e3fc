import { FIGURE_ITEMS, type FigureItem, type FigureName, itemOf, partsOf } from '@/lib/domain/cells/funds'
import { isZero } from '@/lib/domain/quantities'
import { figureColumnLabels, figureItemLabels, NOT_APPLICABLE } from '@/lib/messages/form-labels'
import { type Assessed, rateText } from '@/lib/report/data-text'
import { framed, joined, type Passage, words } from './passage'

/** 部门整体收支情况: sentences made of the figures that are there. */
export const income = (assessed: Assessed): Passage[] => [
  overall(assessed),
  splits(assessed),
  carryOver(assessed),
  threePublic(assessed),
  staff(assessed),
]

/** 0万元, 8,988.68万元, 不适用, 12人; nothing for 未填. Nothing was spent is said shorter than a table says it. */
function said({ evaluation }: Assessed, name: FigureName): Passage {
  const found = evaluation.figures[name]
  if (found === undefined) return []
  if (found.state === 'notApplicable') return words(NOT_APPLICABLE)
  if (FIGURE_ITEMS[itemOf(name)].measure === 'count') return [{ datum: name }, { text: '人' }]
  return isZero(found.value) ? words('0万元') : [{ datum: name }, { text: '万元' }]
}

/** The figures that are there, each behind its name. */
const listed = (assessed: Assessed, named: readonly (readonly [label: string, name: FigureName])[]): Passage =>
  joined(
    named.map(([label, name]) => framed(label, said(assessed, name), '')),
    '，',
  )

const sentence = (passage: Passage): Passage => framed('', passage, '。')

function overall(assessed: Assessed): Passage {
  const { year, departmentName } = assessed.evaluation
  const columns = (['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const).map(
    (column) => [figureColumnLabels[column], `total/${column}`] as const,
  )
  const rate: Passage = rateText(assessed.score) === '' ? [] : [{ text: '预算执行率' }, { datum: 'executionRate' }]
  return framed(`${year}年度，${departmentName}部门整体支出`, joined([listed(assessed, columns), rate], '，'), '。')
}

function splits(assessed: Assessed): Passage {
  const parts = (items: readonly FigureItem[]) =>
    listed(
      assessed,
      items.map((item) => [figureItemLabels[item], `${item}/actualExpenditure`]),
    )
  const basic = parts(['basic'])
  const within = basic.length === 0 ? [] : framed('（其中', parts(partsOf('basic', 'basic')), '）')
  const nature = joined([[...basic, ...within], parts(['project'])], '，')
  return sentence(
    joined([framed('全年执行数按资金来源分，', parts(partsOf('total', 'source')), ''), framed('按支出性质分，', nature, '')], '；'),
  )
}

const carryOver = (assessed: Assessed): Passage =>
  sentence(
    listed(assessed, [
      [figureItemLabels.openingCarryOver, 'openingCarryOver/amount'],
      [figureItemLabels.closingCarryOver, 'closingCarryOver/amount'],
    ]),
  )

function threePublic(assessed: Assessed): Passage {
  if (!assessed.evaluation.scheme.figureGroups.includes('threePublic')) return []
  const whole = listed(assessed, [
    ['上年决算数', 'threePublic/priorActual'],
    ['本年预算数', 'threePublic/initialBudget'],
    ['本年决算数', 'threePublic/actualExpenditure'],
  ])
  const items = partsOf('threePublic', 'threePublic').map((item) => [figureItemLabels[item], `${item}/actualExpenditure`] as const)
  return framed('“三公”经费', [...framed('合计', whole, ''), ...framed('，其中决算数：', listed(assessed, items), '')], '。')
}

function staff(assessed: Assessed): Passage {
  if (!assessed.evaluation.scheme.figureGroups.includes('staff')) return []
  return sentence(
    listed(assessed, [
      [figureItemLabels.staffQuota, 'staffQuota/count'],
      [figureItemLabels.staffInPost, 'staffInPost/count'],
    ]),
  )
}
