import { placeOf } from '@/lib/domain/cells/addresses'
import type { ColumnOf, CoverCell, ListName } from '@/lib/domain/cells/cells'
import { type FigureName, figureParts } from '@/lib/domain/cells/funds'
import type { EvaluationKind } from '@/lib/domain/evaluation/evaluation'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { figureColumnLabels, figureItemLabel } from './form-labels'

/** How columns, lines and figures are called: what forms load of `cell-labels.ts`. */

/** The lines of the cover. */
export const coverLabels: Readonly<Record<CoverCell, string>> = {
  annexNumber: '附件序号',
  signature: '落款单位',
  date: '落款日期',
  preparer: '填报人',
  principal: '负责人',
  financePrincipal: '财务负责人',
  phone: '联系电话',
}

/** The columns of each list. */
export const columnLabels: { readonly [L in ListName]: Readonly<Record<ColumnOf<L>, string>> } = {
  narrative: { text: '', mark: '编号', basis: '所据数据' },
  goals: { text: '目标', mark: '编号', completion: '完成情况' },
  tasks: {
    name: '',
    budget: '预算金额',
    expenditure: '执行金额',
    centralBudget: '中央资金预算金额',
    centralExpenditure: '中央资金执行金额',
    provincialBudget: '省级资金预算金额',
    provincialExpenditure: '省级资金执行金额',
    municipalBudget: '市级资金预算金额',
    municipalExpenditure: '市级资金执行金额',
    ownBudget: '本级资金预算金额',
    ownExpenditure: '本级资金执行金额',
    reason: '未完成原因',
  },
  indicators: {
    dimension: '一级指标',
    group: '二级指标',
    name: '名称',
    task: '所属重点工作任务',
    unit: '计量单位',
    nature: '指标性质',
    target: '年度指标值',
    actual: '实际完成值',
    sampleSize: '样本量',
    satisfied: '满意数',
    standard: '评分标准',
    maxScore: '分值',
    changeReason: '调整理由',
    deviationReason: '偏差原因及改进措施',
    coefficient: '得分系数',
    selfScore: '自评分',
    selfScoreGrounds: '自评依据',
    reviewScore: '复核分',
    reviewGrounds: '复核依据',
  },
  problems: { text: '', mark: '编号', measures: '对应的改进措施' },
  measures: { text: '', mark: '编号' },
}

/** 部门整体支出 · 全年执行数 */
export function figureLabel(name: FigureName, kind: EvaluationKind = 'department'): string {
  const { item, column } = figureParts(name)
  const label = figureItemLabel(item, kind)
  return column === 'amount' || column === 'count' ? label : `${label} · ${figureColumnLabels[column]}`
}

/** The label of a cell in a row that is not stored yet. */
export function newCellLabel(at: string): string {
  const place = placeOf(at)
  const address = place.kind === 'cell' ? place.address : null
  if (address === null || address.part === 'funds' || address.part === 'cover') return at
  const column = (columnLabels[address.part] as Readonly<Record<string, string>>)[address.column]
  return column ? `新添加的行 · ${column}` : '新添加的行'
}

/** “社区防控宣传覆盖率” */
export function indicatorLabel(row: string, { indicators }: Pick<NamedRows, 'indicators'>): string {
  const index = indicators.findIndex(({ id }) => id === row)
  return index < 0 ? '指标（已删除）' : `“${indicators[index]?.name || `第 ${index + 1} 行指标`}”`
}
