import type { TaskSource } from '@/lib/domain/cells/cells'
import type { FigureSplit } from '@/lib/domain/cells/funds'
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

export const kindLabels = { department: '部门整体支出', project: '项目支出' } satisfies Record<EvaluationKind, string>
/** How a bound is written. */
export const operatorSigns = { '>=': '≥', '>': '>', '=': '=', '<': '<', '<=': '≤' } satisfies Record<Operator, string>

export const scopeLabels = { own: '本级', consolidated: '汇总' } satisfies Record<EvaluationScope, string>

/** Sources of a task's funds. */
export const taskSourceLabels = { central: '中央', provincial: '省级', municipal: '市级', own: '本级' } satisfies Record<TaskSource, string>

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
