import type { CarriedSection } from '@/lib/domain/evaluation/carrying'

/** What each form takes over from the year before, and what it leaves. */
const rules: Readonly<Record<CarriedSection, string>> = {
  duties: '沿用各项职能。',
  goals: '沿用年度绩效目标，完成情况不沿用。',
  tasks: '沿用重点工作任务的名称和分项，预算、执行金额不沿用。',
  indicators: '沿用本部门的指标、年度指标值和分值，实际完成值、得分和原因不沿用。',
  analysis: '沿用自评结论、任务完成情况和主要成效的文字，作为本年的草稿。',
  problems: '沿用改进措施；上年的问题不沿用，列在“问题与措施”页上供核对整改情况。',
  cover: '沿用附件序号、落款单位、填报人、负责人和电话，落款日期不沿用。',
}

export const carriedRule = (section: CarriedSection): string => rules[section]
