import type { GridColumn } from '@/components/grid/grid-source'
import type { CellStore } from '@/lib/forms/saving/cell-store'

export type Choice = { value: string; label: string }
export type DimensionChoice = { name: string; groups: readonly string[] }

/** What a person may have shown beside the cells: it is read only. */
export type BesideColumns = { approved: boolean; lastYear: boolean }
export const APPROVED = 'approvedTarget'
export const LAST_YEAR = 'lastYear'

type Known = { tasks: readonly Choice[]; dimensions: readonly DimensionChoice[]; store: CellStore; beside: BesideColumns }

/** The columns of the official form, then what belongs to a row beside it. `score` is what the scheme gives, or the 自评分 where a person does. */
export function indicatorColumns({ tasks, dimensions, store, beside }: Known): GridColumn[] {
  const groupsOf = (row: string) => dimensions.find(({ name }) => name === store.value(`indicators/${row}/dimension`))?.groups ?? []
  return [
    {
      key: 'dimension',
      label: '一级指标',
      names: ['一级'],
      kind: 'choice',
      width: 'minmax(5.75rem, 0.7fr)',
      spreads: true,
      options: [{ value: '', label: '请选择' }, ...dimensions.map(({ name }) => ({ value: name, label: name }))],
    },
    { key: 'group', label: '二级指标', names: ['二级'], kind: 'line', width: 'minmax(6.25rem, 0.8fr)', spreads: true, suggest: groupsOf },
    {
      key: 'name',
      label: '三级指标',
      names: ['三级', '三级指标名称', '指标名称', '指标', '绩效指标'],
      kind: 'line',
      width: 'minmax(9rem, 1.8fr)',
      frozen: true,
    },
    {
      key: 'target',
      label: '年度指标值',
      names: ['指标值', '目标值', '年度目标值', '年初指标值'],
      kind: 'line',
      width: 'minmax(6.5rem, 1fr)',
    },
    ...(beside.approved ? [{ key: APPROVED, label: '批复指标值', kind: 'shown' as const, width: 'minmax(5rem, 0.8fr)' }] : []),
    {
      key: 'actual',
      label: '实际完成值',
      names: ['完成值', '全年实际完成值', '实际完成', '完成情况'],
      kind: 'line',
      width: 'minmax(6.5rem, 1fr)',
    },
    ...(beside.lastYear ? [{ key: LAST_YEAR, label: '上年完成值', kind: 'shown' as const, width: 'minmax(5rem, 0.8fr)' }] : []),
    { key: 'maxScore', label: '分值', names: ['权重', '标准分'], kind: 'figure', width: '4rem' },
    { key: 'selfScore', label: '得分', names: ['自评得分', '自评分'], kind: 'figure', width: '4.5rem' },
    {
      key: 'deviationReason',
      label: '偏差原因及改进措施',
      names: ['偏差原因分析及改进措施', '偏差原因', '未完成原因及改进措施', '备注'],
      kind: 'text',
      width: 'minmax(9rem, 1.8fr)',
    },
    { key: 'unit', label: '计量单位', names: ['单位'], kind: 'line', width: '5rem' },
    {
      key: 'task',
      label: '所属重点工作任务',
      names: ['所属任务', '重点工作任务'],
      kind: 'choice',
      width: 'minmax(6.5rem, 0.9fr)',
      spreads: true,
      options: [{ value: '', label: '不对应具体任务' }, ...tasks],
    },
  ]
}
