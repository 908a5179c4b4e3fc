import type { CoverCell } from '@/lib/domain/cells/cells'
import type { Figures } from '@/lib/domain/cells/funds'
import type { NarrativeBlock, NarrativeSection } from '@/lib/domain/cells/narrative'
import type { Yuan } from '@/lib/domain/quantities'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { RoundStage } from './cycle'
import type { EvidenceMark } from './evidence-file'
import type { Indicator } from './indicator'
import type { RowCells } from './row-cells'

/**
 * 绩效自评: what one department (部门整体支出) or one of its projects (项目支出) spent and
 * achieved in one year, with everything its report prints. Both kinds have the same funds,
 * indicators and scoring.
 */
export type Evaluation = {
  id: string
  kind: EvaluationKind
  scope: EvaluationScope
  /** The stage of its round. Targets and 运行监控 are the same form, filled as far as they go. */
  stage: RoundStage
  /** What is evaluated: the department as a whole or a project, the same over years and stages. */
  subjectId: string
  /** The department-evaluation that a project's evaluation belongs to; null for a department's own. */
  parentId: string | null
  roundId: string
  year: number
  departmentId: string
  /** The name in that year: a later renaming does not change an old report. */
  departmentName: string
  departmentCode: string
  /** `/root/…/department/`: who may do what is decided by it; `/` for a document without a department node. */
  departmentPath: string
  /** The 主管部门 to which the department belongs today, itself where it is one; null where there is none above it. */
  authorityName: string | null
  /** 项目名称; null for a department's evaluation. */
  projectName: string | null
  scheme: Scheme
  status: ReviewStatus
  node: ReviewNode
  /** Grows by one with every change. Conflicts are decided per cell, not by this. */
  revision: number
  /** 示例倒推值: targets and 分值 were reconstructed; said wherever the figures show, and never published. */
  reconstructed: boolean
  figures: Figures
  narrative: Readonly<Record<NarrativeSection, readonly NarrativeBlock[]>>
  goals: readonly Goal[]
  tasks: readonly KeyTask[]
  indicators: readonly Indicator[]
  problems: readonly Problem[]
  measures: readonly Measure[]
  /** The projects of the department's year, by their codes; a project has none of its own. */
  projects: readonly ProjectLine[]
  cover: Cover
  /** 佐证材料, the oldest first; empty where only figures were loaded. */
  evidence: readonly EvidenceMark[]
}

/**
 * A project as its department's evaluation counts it: what it is called and, in 元, its 年度资金总额; null is 未填. Everything else
 * stands in the project's own evaluation, `id`.
 */
export type ProjectLine = {
  id: string
  /** 项目编码; null where it has none. */
  code: string | null
  name: string
} & Record<ProjectColumn, Yuan | null>

/** The amounts of a project that are added up. */
export const PROJECT_COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const
export type ProjectColumn = (typeof PROJECT_COLUMNS)[number]

export type EvaluationKind = 'department' | 'project'
/** 本级: the department alone; 汇总: with the units below it. */
export type EvaluationScope = 'own' | 'consolidated'

/** 年度绩效目标 and its 完成情况. */
export type Goal = { id: string } & RowCells<'goals'>

/** 年度重点工作任务, its sub-items, and how it was completed. Amounts are optional: null is 未填. */
export type KeyTask = { id: string } & RowCells<'tasks'> & {
    subItems: readonly NarrativeBlock[]
    completion: readonly NarrativeBlock[]
  }

/** 存在的主要问题; `measureIds` are the measures that answer it, in the measures' own order. */
export type Problem = { id: string } & RowCells<'problems'>
/** 下一步改进措施. */
export type Measure = { id: string } & RowCells<'measures'>

/** What stands around the report, each a text. Empty is 未填; the date is YYYY-MM-DD. */
export type Cover = Record<CoverCell, string>
