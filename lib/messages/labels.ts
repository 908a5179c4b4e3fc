import type { TaskSource } from '@/lib/domain/cells/cells'
import type { FigureColumn, FigureItem, FigureSplit } from '@/lib/domain/cells/funds'
import type { NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Severity } from '@/lib/domain/checks/findings'
import { NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import type { EvaluationKind, EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import type { DepartmentKind } from '@/lib/domain/people/department'
import type { Role } from '@/lib/domain/people/permissions'
import type { Operator } from '@/lib/domain/reading/cell-reading'
import type { ReviewAction, ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Grade } from '@/lib/domain/schemes/scheme'

/** The product's words that stand in more than one place. A new status without Chinese does not compile. */

export const PRODUCT_NAME = '衡绩'
export const PRODUCT_SUBTITLE = '部门整体支出绩效自评系统'
export const RECONSTRUCTED_MARK = '示例倒推值'
export const RECONSTRUCTED_EXPLANATION = '本例的年度指标值、分值及来穗人员信息登记率 53.4% 为按已公布总分倒推的示例数据，非官方公布数。'
export const UNVERIFIED_MARK = '示例'
export const DEMO_MARK = '演示'
export const NOT_FILLED = '未填'
export const NOT_APPLICABLE = '不适用'
/** 不适用：本年度无此项支出; without a reason just 不适用. */
export const notApplicable = (reason: string): string => (reason === '' ? NOT_APPLICABLE : `${NOT_APPLICABLE_PREFIX}${reason}`)

export const roleLabels = {
  editor: '填报人',
  approver: '单位审核人',
  reviewer: '复核人',
  administrator: '管理员',
} satisfies Record<Role, string>

/** How far a role at a department reaches. */
export const scopeOfRole = (withSubtree: boolean): string => (withSubtree ? '本级及下级' : '仅本级')

export const departmentKindLabels = { region: '行政区', authority: '主管部门', unit: '单位' } satisfies Record<DepartmentKind, string>

export const statusLabels = {
  draft: '填报中',
  submitted: '待审核',
  returned: '已退回',
  approved: '已通过',
  published: '已公开',
} satisfies Record<ReviewStatus, string>

export const nodeLabels = {
  entry: '填报',
  unit: '单位审核',
  supervisor: '主管部门审核',
  finance: '财政复核',
  disclosure: '公开',
} satisfies Record<ReviewNode, string>

/** 待审核 is said with the node's name: 待单位审核, 待财政复核. */
export const stateLabel = (status: ReviewStatus, node: ReviewNode): string =>
  status === 'submitted' ? `待${nodeLabels[node]}` : statusLabels[status]

export const actionLabels = {
  submit: '送审',
  recall: '撤回',
  forward: '审核通过并上报',
  return: '退回',
  approve: '复核通过',
  publish: '公开',
} satisfies Record<ReviewAction, string>

export const gradeLabels = { excellent: '优', good: '良', fair: '中', poor: '差' } satisfies Record<Grade, string>

export const severityLabels = { error: '错误', warning: '警告', info: '提示' } satisfies Record<Severity, string>

export const kindLabels = { department: '部门整体支出', project: '项目支出' } satisfies Record<EvaluationKind, string>
/** How a bound is written. */
export const operatorSigns = { '>=': '≥', '>': '>', '=': '=', '<': '<', '<=': '≤' } satisfies Record<Operator, string>

export const scopeLabels = { own: '本级', consolidated: '汇总' } satisfies Record<EvaluationScope, string>

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

/** Sources of a task's funds. */
export const taskSourceLabels = { central: '中央', provincial: '省级', municipal: '市级', own: '本级' } satisfies Record<TaskSource, string>

export const narrativeSectionLabels = {
  duties: '部门职能',
  income: '部门整体收支情况',
  deviation: '预算执行偏差说明',
  fundsManagement: '资金管理情况',
  conclusion: '自评结论综述',
  composition: '得分构成',
  deductions: '扣分指标',
  taskOverview: '各重点工作任务绩效目标完成情况（总述）',
  achievements: '主要工作成效',
} satisfies Record<NarrativeSection, string>

/** Said of a review note. */
export const NOTE_RESOLVED = '已处理'
export const NOTE_OPEN = '待处理'
export const NOTE_ANSWERED = '已答复'
/** Nobody marked it: the department handed in again. */
export const NOTE_CLOSED = '随重新送审结清'
/** Said of a note that is written and not sent yet. */
export const NOTE_KEPT = '批注已保留，办理时一并送达'

/** How a column is split: 全年执行数按资金来源分. */
export const splitLabels = {
  source: '按资金来源分',
  nature: '按支出性质分',
  basic: '中基本支出',
  threePublic: '中“三公”经费',
  funding: '按资金构成分',
} satisfies Record<FigureSplit, string>
