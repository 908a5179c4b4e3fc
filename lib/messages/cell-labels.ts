import type { CellAddress } from '@/lib/domain/cells/cells'
import type { FigureColumn, FigureItem } from '@/lib/domain/cells/funds'
import { FIGURE_ITEMS } from '@/lib/domain/cells/funds'
import { NARRATIVE_SECTIONS, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { figureColumnLabels, figureItemLabels, narrativeSectionLabels, type SectionName, sectionLabels } from './labels'

/** How a cell address is said: 部门整体支出 · 全年执行数, “社区防控宣传覆盖率” · 实际完成值. */

const COVER: Readonly<Record<string, string>> = {
  annexNumber: '附件序号',
  signature: '落款单位',
  date: '落款日期',
  preparer: '填报人',
  principal: '负责人',
  phone: '联系电话',
}

const COLUMNS: Readonly<Record<string, string>> = {
  dimension: '一级指标',
  group: '二级指标',
  name: '名称',
  task: '所属重点工作任务',
  unit: '计量单位',
  target: '年度指标值',
  actual: '实际完成值',
  maxScore: '分值',
  changeReason: '调整理由',
  deviationReason: '偏差原因及改进措施',
  coefficient: '得分系数',
  selfScore: '自评分',
  selfScoreGrounds: '自评依据',
  reviewScore: '复核分',
  reviewGrounds: '复核依据',
  completion: '完成情况',
  budget: '预算金额',
  expenditure: '执行金额',
  measures: '对应的改进措施',
}

/** The name of a column of an evaluation's lists. */
export const columnLabel = (column: string): string => COLUMNS[column] ?? column

/** 部门整体支出 · 全年执行数 */
export function figureLabel(name: string): string {
  const [row = '', column = ''] = name.split('/')
  const item = Object.hasOwn(FIGURE_ITEMS, row) ? figureItemLabels[row as FigureItem] : row
  if (column === 'amount' || column === 'count' || !Object.hasOwn(figureColumnLabels, column)) return item
  return `${item} · ${figureColumnLabels[column as FigureColumn]}`
}

/** The label of a cell, of a row (`indicators/<row>`) or of a section (`funds`); rows that are gone are said so. */
export function cellLabel(address: CellAddress, rows: NamedRows): string {
  const [part = '', row, column] = address.split('/')
  if (row === undefined) return Object.hasOwn(sectionLabels, part) ? sectionLabels[part as SectionName] : part
  if (part === 'funds') {
    return figureLabel(column === undefined ? row : `${row}/${column}`)
  }
  if (part === 'cover') return COVER[row] ?? row
  const name = rowLabel(part, row, rows)
  return column === undefined || (column === 'text' && part !== 'goals') || (part === 'tasks' && column === 'name')
    ? name
    : part === 'goals' && column === 'text'
      ? `${name} · 目标`
      : `${name} · ${columnLabel(column)}`
}

function rowLabel(part: string, row: string, rows: NamedRows): string {
  const place = (list: readonly { id: string }[]): string => {
    const index = list.findIndex(({ id }) => id === row)
    return index < 0 ? '（已删除）' : String(index + 1)
  }
  switch (part) {
    case 'indicators': {
      const indicator = rows.indicators.find(({ id }) => id === row)
      return indicator === undefined ? '指标（已删除）' : `“${indicator.name || `第 ${place(rows.indicators)} 行指标`}”`
    }
    case 'tasks':
      return `重点工作任务 ${place(rows.tasks)}`
    case 'goals':
      return `绩效目标 ${place(rows.goals)}`
    case 'problems':
      return `存在问题 ${place(rows.problems)}`
    case 'measures':
      return `改进措施 ${place(rows.measures)}`
    default:
      return blockLabel(row, rows)
  }
}

function blockLabel(row: string, { narrative, tasks }: NamedRows): string {
  const section = NARRATIVE_SECTIONS.find((name: NarrativeSection) => narrative[name].some(({ id }) => id === row))
  if (section !== undefined) return `${narrativeSectionLabels[section]} 第 ${narrative[section].findIndex(({ id }) => id === row) + 1} 段`
  for (const [index, task] of tasks.entries()) {
    if (task.subItems.some(({ id }) => id === row)) return `重点工作任务 ${index + 1} · 分项`
    if (task.completion.some(({ id }) => id === row)) return `重点工作任务 ${index + 1} · 完成情况`
  }
  return '段落（已删除）'
}
