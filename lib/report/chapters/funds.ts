import { FIGURE_ITEMS, type FigureItem, type FigureName, itemOf, partsOf } from '@/lib/domain/cells/funds'
import { isZero } from '@/lib/domain/quantities'
import type { ReportBlock } from '@/lib/domain/report-document'
import { figureColumnLabels, figureItemLabels, NOT_APPLICABLE } from '@/lib/messages/labels'
import { count, wan } from '@/lib/messages/numbers'
import { type Assessed, rateText } from '@/lib/report/data-text'
import { narrative, paragraph } from '@/lib/report/narrative-blocks'

/** 部门整体收支情况: sentences made of the figures that are there, then what the department says of the deviation. */
export function funds(assessed: Assessed): ReportBlock[] {
  const sentences = [overall(assessed), splits(assessed), carryOver(assessed), threePublic(assessed), staff(assessed)]
  return [
    ...sentences.filter((sentence) => sentence !== '').map(paragraph),
    ...narrative(assessed.evaluation.narrative.deviation, 3, assessed),
  ]
}

/** 0万元, 8,988.68万元, 不适用, 12人; null for 未填. */
function said({ evaluation }: Assessed, name: FigureName): string | null {
  const found = evaluation.figures[name]
  if (found === undefined) return null
  if (found.state === 'notApplicable') return NOT_APPLICABLE
  if (FIGURE_ITEMS[itemOf(name)].measure === 'count') return `${count(found.value)}人`
  return `${isZero(found.value) ? '0' : wan(found.value)}万元`
}

/** The figures that are there, each behind its name. */
const listed = (assessed: Assessed, named: readonly (readonly [label: string, name: FigureName])[]): string =>
  named
    .flatMap(([label, name]) => {
      const text = said(assessed, name)
      return text === null ? [] : [`${label}${text}`]
    })
    .join('，')

const sentence = (text: string): string => (text === '' ? '' : `${text}。`)

function overall(assessed: Assessed): string {
  const columns = (['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const).map(
    (column) => [figureColumnLabels[column], `total/${column}`] as const,
  )
  const rate = rateText(assessed.score)
  const figures = [listed(assessed, columns), rate === '' ? '' : `预算执行率${rate}`].filter((part) => part !== '').join('，')
  return sentence(figures === '' ? '' : `${assessed.evaluation.year}年度，${assessed.evaluation.departmentName}部门整体支出${figures}`)
}

function splits(assessed: Assessed): string {
  const parts = (items: readonly FigureItem[]) =>
    listed(
      assessed,
      items.map((item) => [figureItemLabels[item], `${item}/actualExpenditure`]),
    )
  const source = parts(partsOf('total', 'source'))
  const basic = parts(['basic'])
  const within = parts(partsOf('basic', 'basic'))
  const nature = [basic === '' || within === '' ? basic : `${basic}（其中${within}）`, parts(['project'])].filter((part) => part !== '')
  return sentence(
    [
      ...(source === '' ? [] : [`全年执行数按资金来源分，${source}`]),
      ...(nature.length === 0 ? [] : [`按支出性质分，${nature.join('，')}`]),
    ].join('；'),
  )
}

const carryOver = (assessed: Assessed): string =>
  sentence(
    listed(assessed, [
      [figureItemLabels.openingCarryOver, 'openingCarryOver/amount'],
      [figureItemLabels.closingCarryOver, 'closingCarryOver/amount'],
    ]),
  )

function threePublic(assessed: Assessed): string {
  if (!assessed.evaluation.scheme.figureGroups.includes('threePublic')) return ''
  const whole = listed(assessed, [
    ['上年决算数', 'threePublic/priorActual'],
    ['本年预算数', 'threePublic/initialBudget'],
    ['本年决算数', 'threePublic/actualExpenditure'],
  ])
  const items = partsOf('threePublic', 'threePublic').map((item) => [figureItemLabels[item], `${item}/actualExpenditure`] as const)
  const parts = listed(assessed, items)
  if (whole === '' && parts === '') return ''
  return sentence([`“三公”经费${whole === '' ? '' : `合计${whole}`}`, ...(parts === '' ? [] : [`其中决算数：${parts}`])].join('，'))
}

function staff(assessed: Assessed): string {
  if (!assessed.evaluation.scheme.figureGroups.includes('staff')) return ''
  return sentence(
    listed(assessed, [
      [figureItemLabels.staffQuota, 'staffQuota/count'],
      [figureItemLabels.staffInPost, 'staffInPost/count'],
    ]),
  )
}
