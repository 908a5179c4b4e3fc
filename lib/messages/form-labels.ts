import type { FigureColumn, FigureItem } from '@/lib/domain/cells/funds'
import type { NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Severity } from '@/lib/domain/checks/findings'
import { NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import type { EvaluationKind } from '@/lib/domain/evaluation/evaluation'

/** The words of `labels.ts` that forms say of their cells: apart from the others, because each form loads them. */

export const NOT_FILLED = '未填'
export const NOT_APPLICABLE = '不适用'
/** What a row that leads in those behind it is called. */
export const LEAD_IN = '引导语'
/** 不适用：本年度无此项支出; without a reason just 不适用. */
export const notApplicable = (reason: string): string => (reason === '' ? NOT_APPLICABLE : `${NOT_APPLICABLE_PREFIX}${reason}`)

export const severityLabels = { error: '错误', warning: '警告', info: '提示' } satisfies Record<Severity, string>

export const figureItemLabels = {
  total: '部门整体支出',
  general: '一般公共预算财政拨款',
  governmentFund: '政府性基金预算财政拨款',
  stateCapital: '国有资本经营预算财政拨款',
  otherSource: '其他资金',
  basic: '基本支出',
  personnel: '人员经费',
  publicUse: '公用经费',
  project: '项目支出',
  openingCarryOver: '年初结转和结余',
  closingCarryOver: '年末结转和结余',
  threePublic: '“三公”经费合计',
  abroad: '因公出国（境）费',
  vehiclePurchase: '公务用车购置费',
  vehicleOperation: '公务用车运行维护费',
  reception: '公务接待费',
  procurement: '政府采购',
  fixedAssets: '固定资产总额',
  fixedAssetsInUse: '在用固定资产总额',
  staffQuota: '编制数',
  staffInPost: '在职人数',
  appropriation: '当年财政拨款',
  broughtForward: '上年结转资金',
  fiscalFunds: '财政资金',
  specialAccountFunds: '财政专户管理资金',
  unitFunds: '单位资金',
  otherFunding: '其他资金',
} satisfies Record<FigureItem, string>

/** What a figure's item is called on the form of the kind. */
export const figureItemLabel = (item: FigureItem, kind: EvaluationKind): string =>
  kind === 'project' && item === 'total' ? '年度资金总额' : figureItemLabels[item]

export const figureColumnLabels = {
  initialBudget: '年初预算数',
  adjustedBudget: '全年预算数',
  actualExpenditure: '全年执行数',
  received: '到位数',
  priorActual: '上年决算数',
  amount: '金额',
  count: '人数',
} satisfies Record<FigureColumn, string>

export const narrativeSectionLabels = {
  duties: '部门职能',
  income: '部门整体收支情况',
  deviation: '预算执行偏差说明',
  fundsManagement: '资金管理情况',
  implementation: '实施内容及过程概述',
  conclusion: '自评结论综述',
  composition: '得分构成',
  deductions: '扣分指标',
  taskOverview: '各重点工作任务绩效目标完成情况（总述）',
  achievements: '主要工作成效',
} satisfies Record<NarrativeSection, string>

/** What a section is called on the form of the kind. */
export const narrativeSectionLabel = (section: NarrativeSection, kind: EvaluationKind): string =>
  kind === 'project' && section === 'conclusion' ? '评价结论' : narrativeSectionLabels[section]
