import type { FigureGroup } from '@/lib/domain/cells/funds'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import { isRequirableEvidence, type RequirableEvidence } from '@/lib/domain/schemes/requirable'
import type { OUTLINE_CHAPTERS, RequiredProjects } from '@/lib/domain/schemes/scheme'
import type { SchemeStep, SchemeValue } from '@/lib/domain/schemes/scheme-difference'
import { cellLabel } from './cell-labels'
import { scanLabels } from './evidence'
import { narrativeSectionLabels } from './form-labels'
import { gradeLabels, nodeLabels } from './labels'
import { sayIndicatorRule } from './scheme-rules'
import { sectionLabels } from './section-labels'

/** Fields of a scheme as administrators call them. */
const fieldLabels: Readonly<Record<string, string>> = {
  name: '名称',
  region: '适用地区',
  basis: '依据',
  verified: '已与原文件核对',
  execution: '预算执行率',
  maxScore: '分值',
  method: '计分方法',
  bands: '分档',
  from: '下限',
  to: '上限',
  share: '得分比例',
  decimals: '得分取位',
  reasonBelow: '低于该执行率须说明原因',
  clause: '条款',
  dimensions: '一级指标',
  groups: '二级指标',
  rule: '计分规则',
  defaults: '未完成时的默认规则',
  atMostFormula: '≤ 型指标未完成',
  missed: '≥、= 型指标未完成',
  qualitativeBands: '定性档次',
  label: '档次',
  overCompletion: '超额完成',
  threshold: '界限',
  mode: '处理方式',
  deduct: '减分',
  totalCaps: '按执行率封顶',
  rateBelow: '执行率低于',
  maxTotal: '总分最高',
  notApplicable: '不适用指标',
  adjustments: '加减分项',
  kind: '类型',
  max: '上限',
  grades: '等级',
  grade: '等级',
  fixedIndicators: '固定指标',
  id: '编号',
  dimension: '一级指标',
  group: '二级指标',
  unit: '计量单位',
  target: '年度指标值',
  formula: '公式',
  tolerance: '容差',
  amount: '金额（元）',
  rate: '比率（百分点）',
  score: '得分（分）',
  limits: '提示界限',
  indicatorPoints: '单项指标分值上限',
  form: '表样',
  outline: '报告章节',
  required: '必填内容',
  figureGroups: '启用的数据',
  projects: '必须自评的项目',
  must: '范围',
  projectForm: '项目自评表',
  evidence: '必须有的佐证材料',
  names: '项目名称',
  nodes: '审核环节',
  deadlines: '各环节期限（天）',
  capped: '得分以分值为限',
  closed: '只设固定指标',
  clauses: '条款',
  direction: '方向',
  per: '每',
  points: '得分',
  outOf: '按分值',
  intervals: '区间',
}

export const atMostLabels = {
  ratio: '年度指标值 ÷ 实际完成值 × 分值',
  linear: '〔1 −（实际完成值 − 年度指标值）÷ 年度指标值〕× 分值',
} as const
export const missedLabels = { ratio: '实际完成值 ÷ 年度指标值 × 分值', none: '不得分' } as const
export const methodLabels = { proportional: '执行率 × 分值', bands: '按档次' } as const
export const overCompletionLabels = { suggest: '须说明原因，超出较多的建议调减', reason: '须说明原因', deduct: '减分' } as const
export const notApplicableLabels = { rescale: '其余分值折算为百分制', full: '计满分' } as const
export const adjustmentLabels = { bonus: '加分', deduction: '减分' } as const
/** Which projects must be there. */
export const mustLabels = {
  all: '全部项目',
  above: '一定金额以上的项目',
  named: '指定的项目',
} satisfies Record<RequiredProjects['must'], string>
export const figureGroupLabels = {
  threePublic: '“三公”经费',
  staff: '编制与在职人数',
  procurement: '政府采购',
  assets: '固定资产',
  received: '到位数',
  managedFunding: '按管理方式分的项目资金',
} satisfies Record<FigureGroup, string>
const chapterLabels = {
  duties: '部门职能',
  funds: '部门整体收支',
  goals: '绩效目标',
  tasks: '年度重点工作任务',
  conclusion: '自评结论综述',
  taskOverview: '各重点工作任务完成情况',
  achievements: '主要工作成效',
  problems: '存在的主要问题',
  measures: '下一步改进措施',
  cover: '封面与落款',
} satisfies Record<(typeof OUTLINE_CHAPTERS)[number], string>

const evidenceLabels: Readonly<Record<RequirableEvidence, string>> = {
  'evidence/indicators': '佐证材料：每项计分指标',
  'evidence/table': `佐证材料：${scanLabels.table}`,
  'evidence/report': `佐证材料：${scanLabels.report}`,
}

/** A section, cell or 佐证材料 that a scheme requires: 自评结论综述, 编制数, 部门整体支出 · 全年预算数. */
export function requiredLabel(name: string): string {
  if (isRequirableEvidence(name)) return evidenceLabels[name]
  if (Object.hasOwn(SECTION_NAMES, name)) return SECTION_NAMES[name] ?? name
  return cellLabel(name, { narrative: NO_TEXTS, goals: [], tasks: [], indicators: [], problems: [], measures: [] })
}
const SECTION_NAMES: Readonly<Record<string, string>> = { ...sectionLabels, ...narrativeSectionLabels, ...chapterLabels }
const NO_TEXTS = emptyNarrative()

const yesNo = { true: '是', false: '否' }

/** The official form of the scoring table by its letter. */
const formLabels: Readonly<Record<string, string>> = { A: '国家式', B: '四川式', C: '湖北式', E: '重庆式', F: '湖南式', G: '通用式' }
export const sayForm = (form: string): string => formLabels[form] ?? form

/** Values that are words of the code, by field. */
const valueLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verified: yesNo,
  capped: yesNo,
  closed: yesNo,
  atMostFormula: atMostLabels,
  missed: missedLabels,
  method: methodLabels,
  mode: overCompletionLabels,
  must: mustLabels,
  notApplicable: notApplicableLabels,
  kind: adjustmentLabels,
  grade: gradeLabels,
  decimals: { '0': '整数', '2': '两位小数' },
  figureGroups: figureGroupLabels,
  form: formLabels,
  nodes: nodeLabels,
}

/** 一级指标 · 产出指标 · 分值 */
export const sayPlace = (place: readonly SchemeStep[]): string => place.map(sayStep).join(' · ')

function sayStep(step: SchemeStep): string {
  if ('item' in step) return step.nth === undefined ? step.item : `${step.item}（${step.nth}）`
  return fieldLabels[step.field] ?? nodeLabels[step.field as keyof typeof nodeLabels] ?? step.field
}

/** What fields of lists are called in the editor, where the field's own label would not say it. */
const listFieldLabels: Readonly<Record<string, string>> = {
  'fixedIndicators/name': '三级指标',
  'grades/from': '从',
  'qualitativeBands/from': '从',
  'qualitativeBands/to': '至',
  'rule/from': '以…为界',
  'rule/deduct': '扣几分',
  'intervals/from': '达到',
}

/** A field of the editor by its path: 固定指标 第 1 行 · 分值. */
export function sayField(path: string): string {
  let said = ''
  let list = ''
  for (const step of path.split('/')) {
    if (/^\d+$/.test(step)) {
      said += ` 第 ${Number(step) + 1} 行`
      continue
    }
    said += `${said === '' ? '' : ' · '}${listFieldLabels[`${list}/${step}`] ?? sayStep({ field: step })}`
    list = step
  }
  return said === '' ? '方案' : said
}

/** What stands at a place: 无 where there is nothing. */
export function saySchemeValue(place: readonly SchemeStep[], value: SchemeValue): string {
  const last = place.findLast((step) => 'field' in step)
  const labels = (last !== undefined && 'field' in last ? valueLabels[last.field] : undefined) ?? {}
  switch (value.kind) {
    case 'none':
      return '无'
    case 'part':
      return value.maxScore === null ? '有' : `有，${value.maxScore} 分`
    case 'rule':
      return sayIndicatorRule(value.rule)
    case 'list':
      return value.texts.length === 0 ? '无' : value.texts.map((text) => labels[text] ?? text).join('、')
    case 'text':
      return labels[value.text] ?? value.text
  }
}
