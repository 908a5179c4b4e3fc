import type { CellReading } from './cell-reading'
import type { Points } from './quantities'

/** A cell of target or actual: what was typed, and what was read from it. An unreadable entry is kept and marked. */
export type ReadCell = { text: string; reading: CellReading }

/** 三级指标 with its 年度指标值, 实际完成值 and 分值. */
export type Indicator = {
  id: string
  /** 一级 (产出指标), 二级 (数量指标), 三级 */
  dimension: string
  group: string
  name: string
  /** The key task it belongs to, if any. */
  taskId: string | null
  /** Set where the scheme gives the indicator: its id there. Such a row's name, target and 分值 are the scheme's. */
  fixedId: string | null
  unit: string
  /** 批复的年度指标值, as approved before the year; null until approved. */
  approvedTarget: string | null
  /** The target now in force. */
  target: ReadCell
  actual: ReadCell
  /** 批复分值; null until approved. */
  approvedMaxScore: Points | null
  /** 分值 now in force; null = 未填. */
  maxScore: Points | null
  /** Why target or 分值 differ from what was approved. */
  changeReason: string
  /** 偏差原因及改进措施. */
  deviationReason: string
  /** 自评分 given by a person where numbers do not decide; null where the rule decides or nothing was given. */
  selfScore: Points | null
  /** On what the self-score rests. */
  selfScoreGrounds: string
  /** 复核分 beside the self-score; neither overwrites the other. */
  reviewScore: Points | null
  reviewGrounds: string
}
