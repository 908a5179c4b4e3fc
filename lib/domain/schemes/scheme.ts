import type { FigureGroup } from '@/lib/domain/cells/funds'
import type { ReviewNode } from '@/lib/domain/review/review'
import type { ProjectEvidence } from './requirable'
import type { IndicatorRule } from './rules/rules'

/**
 * 评价方案: the indicator system and the rules of a region, as data. Numbers are decimal texts, so that a
 * scheme is plain JSON: stored, compared, edited and validated as such (`lib/exchange/scheme-format.ts`).
 * Code knows kinds of rule; only the data says which applies with what 分值.
 */
export type Scheme = {
  /** e.g. `national-2020` */
  id: string
  version: number
  name: string
  region: string
  /** Regulations it follows, as cited on paper. */
  basis: readonly string[]
  /** false: not checked against the regulation, shown as 示例 wherever it appears. */
  verified: boolean
  execution: ExecutionRule | null
  dimensions: readonly SchemeDimension[]
  /** Rules for indicators that carry none of their own. */
  defaults: {
    /** For ≤ when missed: `ratio` 目标÷完成, `linear` 1−(完成−目标)÷目标. */
    atMostFormula: 'ratio' | 'linear'
    /** For ≥ and =: when missed, `ratio` 完成÷目标 or `none` no points. */
    missed: 'ratio' | 'none'
    /** The clause that lays this down. */
    clause?: string
  }
  /** 定性档次, best first: share of 分值 from (included) to. */
  qualitativeBands: readonly { label: string; from: string; to: string }[]
  overCompletion: OverCompletion | null
  /** Caps of the total: below this rate, at most this total. */
  totalCaps: readonly { rateBelow: string; maxTotal: string }[]
  /** What happens to the points of 不适用 rows. */
  notApplicable: 'rescale' | 'full'
  adjustments: readonly { id: string; name: string; kind: 'bonus' | 'deduction'; max: string; clause: string }[]
  /** Best first. */
  grades: readonly { grade: Grade; name: string; from: string }[]
  fixedIndicators: readonly FixedIndicator[]
  /** Half-widths: money in 元 per summand, rate in percentage points, score in points. */
  tolerance: { amount: string; rate: string; score: string }
  /** Points that one indicator may carry before it is pointed out (K21). */
  limits: { indicatorPoints: string }
  /** Official form of the scoring table (`E` 重庆式, `F` 湖南式, `G` 通用式 …). */
  form: string
  /** Chapters of the report in printed order. */
  outline: readonly string[]
  /** Sections and cells that must be filled before handing in. */
  required: readonly string[]
  /** Optional groups of figures that this scheme uses. */
  figureGroups: readonly FigureGroup[]
  /** 项目自评: which projects a department must list. Absent: it is left to the department. */
  projects?: RequiredProjects
  /** 项目支出绩效自评表. Absent: the national one, without evidence. */
  projectForm?: ProjectForm
  nodes: readonly ReviewNode[]
  /** Days after the round opens, per node. */
  deadlines: Readonly<Partial<Record<ReviewNode, number>>>
  /** The clauses behind rules that have no place of their own to cite one. */
  clauses?: Readonly<Partial<Record<SchemeClause, string>>>
}

/** `all`: what makes up 项目支出 to the last; `above`: each of so many 万元 of 全年预算数 or more; `named`: those of these names. */
export type RequiredProjects = { must: 'all' } | { must: 'above'; amount: string } | { must: 'named'; names: readonly string[] }

/**
 * The form of each project. `A`: the national one; `B`: funds by who manages them, 实施内容及过程概述, 评价结论 and 财务负责人 besides.
 * `evidence`: what of 佐证材料 must be there before handing in.
 */
export type ProjectForm = { form: (typeof PROJECT_FORMS)[number]; evidence: readonly ProjectEvidence[] }
export const PROJECT_FORMS = ['A', 'B'] as const

/** What an outline may name. The cover is always printed last, named or not. */
export const OUTLINE_CHAPTERS = [
  'duties',
  'funds',
  'goals',
  'tasks',
  'conclusion',
  'taskOverview',
  'achievements',
  'problems',
  'measures',
  'cover',
] as const

/** Rules of the whole scheme that a regulation lays down in a clause of its own. */
export const SCHEME_CLAUSES = ['qualitativeBands', 'overCompletion', 'totalCaps', 'notApplicable', 'grades'] as const
export type SchemeClause = (typeof SCHEME_CLAUSES)[number]

/**
 * What happens where a target is reached `threshold` times or more. `reason`: it must be explained; `deduct`: points are
 * taken; `suggest`: it must be explained, and where it is far more, points to take are suggested, and never taken.
 */
export type OverCompletion = { threshold: string; mode: 'reason' | 'deduct' | 'suggest'; deduct?: string }

export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

export type ExecutionRule = {
  maxScore: string
  /** `proportional` rate × 分值; `bands` the first band whose `from` the rate reaches (share of 分值). */
  method: 'proportional' | 'bands'
  bands: readonly { from: string; share: string }[]
  /** false: more than was budgeted earns more than the 分值, up to a total of 100. Absent: the 分值 is the most. */
  capped?: boolean
  /** Decimals of the score, rounded half up: 2, or 0 for whole points. */
  decimals: 0 | 2
  /** Below this rate (1 = 100 %) a reason is required. */
  reasonBelow: string | null
  clause: string
}

export type SchemeDimension = {
  name: string
  /** null: free. */
  maxScore: string | null
  groups: readonly SchemeGroup[]
  /** How its indicators earn their points where neither their group nor they themselves say otherwise. */
  rule?: IndicatorRule
  /** The clause that lays the rule down. */
  clause?: string
  /** Only the scheme's fixed indicators stand here, and take up all its 分值. Absent: departments add their own. */
  closed?: boolean
}

/** 二级指标, with the same rules as its 一级指标. */
export type SchemeGroup = Omit<SchemeDimension, 'groups'>

/** A management indicator given by the scheme; with a formula its actual value comes from the department's own figures. */
export type FixedIndicator = {
  id: string
  dimension: string
  group: string
  name: string
  unit: string
  maxScore: string
  target: string
  /** In the formula language over figure names; null: typed. */
  formula: string | null
  rule: IndicatorRule
  clause: string
}
