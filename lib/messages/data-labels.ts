import { type IndicatorDatum, indicatorDatum, isResultDatum, knownData, type ResultDatum } from '@/lib/domain/cells/data-names'
import { isFigureName } from '@/lib/domain/cells/funds'
import { runsOf } from '@/lib/domain/cells/narrative'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { figureLabel, indicatorLabel } from './column-labels'

/** How the data that texts refer to are called. */

const resultLabels: Readonly<Record<ResultDatum, string>> = {
  year: '评价年度',
  department: '部门名称',
  executionRate: '预算执行率',
  executionScore: '预算执行得分',
  total: '自评总分',
  grade: '评价等级',
}

const columnLabels: Readonly<Record<IndicatorDatum, string>> = {
  target: '年度指标值',
  actual: '实际完成值',
  maxScore: '分值',
  score: '得分',
}

/** 预算执行率, 部门整体支出 · 全年执行数, “社区防控宣传覆盖率” · 得分. `rows`: null where nobody knows them. */
export function datumLabel(name: string, rows: NamedRows | null): string {
  if (isResultDatum(name)) return resultLabels[name]
  if (isFigureName(name)) return figureLabel(name, rows?.kind)
  const { row = '', column = 'actual' } = indicatorDatum(name) ?? {}
  const indicator = rows === null ? '指标' : indicatorLabel(row, rows)
  // The brackets are the reference's own
  return `${indicator.replaceAll('〔', '（').replaceAll('〕', '）')} · ${columnLabels[column]}`
}

/** A reference as it stands in a text that is shown: 〔预算执行率〕, 〔预算执行率 98.76%〕. */
export const saidReference = (said: string): string => `〔${said}〕`

/** A stored text with its references said by the names of the data, where their values are not known or were others then. */
export const sayReferences = (text: string, rows: NamedRows | null): string =>
  runsOf(text, knownData)
    .map((run) => ('text' in run ? run.text : saidReference(datumLabel(run.datum, rows))))
    .join('')
