import type { EvaluationKind } from '@/lib/domain/evaluation/evaluation'

/** The parts of an evaluation as the task list and the routes name them. */
export const sectionLabels = {
  duties: '部门职能',
  funds: '部门整体收支',
  goals: '绩效目标',
  tasks: '年度重点工作任务',
  indicators: '指标与得分',
  projects: '项目自评',
  analysis: '完成情况与成效',
  problems: '问题与措施',
  cover: '封面与落款',
  evidence: '佐证材料',
  check: '校验与送审',
  figures: '数字核对',
  review: '复核',
  years: '历年对照',
  history: '版本与日志',
  report: '报告预览与导出',
} as const
/** Parts of a project that are called otherwise. */
const projectLabels: Readonly<Partial<Record<SectionName, string>>> = {
  funds: '项目资金',
  analysis: '实施情况与评价结论',
  check: '校验',
  report: '自评表预览与导出',
}

/** What a part is called in an evaluation of the kind. */
export const sectionLabel = (name: SectionName, kind: EvaluationKind): string =>
  kind === 'department' ? sectionLabels[name] : (projectLabels[name] ?? sectionLabels[name])

export type SectionName = keyof typeof sectionLabels

/** What the page of the review is called for whoever reads it: the department's own approver approves there. */
export const reviewLabel = (asApprover: boolean): string => (asApprover ? '单位审核' : sectionLabels.review)
