import { type Points, plain, type Rate } from '@/lib/domain/quantities'
import type { RowCells } from './row-cells'

/** 三级指标 with its 年度指标值, 实际完成值 and 分值: its cells (`LISTS.indicators`), and what nobody types. */
export type Indicator = RowCells<'indicators'> & {
  id: string
  /**
   * Which indicator it is over the years and stages of its subject, whatever it is called: the id of the row that began the
   * line, or the scheme's id of its own indicator. Unique within an evaluation.
   */
  lineId: string
  /** The entry of the 指标库 that it was taken from; null: from none. */
  libraryId: string | null
  /** Set where the scheme gives the indicator: its id there. Such a row's name, target and 分值 are the scheme's. */
  fixedId: string | null
  /** 批复的年度指标值, as approved before the year; null until approved. */
  approvedTarget: string | null
  /** 批复分值; null until approved. */
  approvedMaxScore: Points | null
  /** `identityOf` the indicator when it was approved; null until then, and for those that the scheme gives. */
  approvedAs: string | null
  /** The row of the approved 目标申报 that these three were taken over from; null: none, or approved in the self-evaluation. */
  planIndicatorId: string | null
}

/** Which indicator it is, as it is approved: 一级／二级／三级（单位）. */
export const identityOf = ({ dimension, group, name, unit }: Pick<Indicator, 'dimension' | 'group' | 'name' | 'unit'>): string =>
  [dimension, group, name].filter((part) => part !== '').join('／') + (unit === '' ? '' : `（${unit}）`)

/** What differs from what was approved: at which column, and both texts. `from` is empty for an indicator that was added afterwards. */
export type ChangeSinceApproval = { column: 'name' | 'target' | 'maxScore'; from: string; to: string }

/**
 * The first thing that differs from what was approved; null where nothing does, or nothing of the evaluation was approved
 * yet (`anyApproved`). 批复后一般不作调整: a change, or a further indicator, needs a reason.
 */
export function changeSinceApproval(indicator: Indicator, anyApproved: boolean): ChangeSinceApproval | null {
  const { approvedTarget, approvedMaxScore, approvedAs, fixedId, target, maxScore } = indicator
  if (approvedTarget === null)
    return anyApproved && fixedId === null && indicator.name.trim() !== '' ? { column: 'name', from: '', to: identityOf(indicator) } : null
  if (approvedAs !== null && approvedAs !== identityOf(indicator)) return { column: 'name', from: approvedAs, to: identityOf(indicator) }
  if (approvedTarget.trim() !== target.text.trim()) return { column: 'target', from: approvedTarget.trim(), to: target.text.trim() }
  if (approvedMaxScore !== null && maxScore !== null && plain(approvedMaxScore) !== plain(maxScore))
    return { column: 'maxScore', from: plain(approvedMaxScore), to: plain(maxScore) }
  return null
}

/** Whether targets of the department's own were approved already. */
export const hasApprovedTargets = (indicators: readonly Indicator[]): boolean =>
  indicators.some(({ approvedTarget, fixedId }) => approvedTarget !== null && fixedId === null)

/** What a person gave, where it stands: only with its grounds. */
export const onItsGrounds = (given: Points | Rate | null, grounds: string): Points | Rate | null =>
  given === null || grounds.trim() === '' ? null : given

/** What an indicator is called by, where no line tells it: the scheme's id of it, or where it stands and how it is called. */
export type IndicatorPlace = Pick<Indicator, 'fixedId' | 'dimension' | 'group' | 'name'>

/**
 * Whether two rows are called the same: one of the scheme's, or the same 一级, 二级 and 三级. Between subjects, as when units
 * below are added up, nothing else tells; within one subject lines do (`sameLine`).
 */
export function isSameIndicator(a: IndicatorPlace, b: IndicatorPlace): boolean {
  if (a.fixedId !== null && b.fixedId !== null) return a.fixedId === b.fixedId
  return a.dimension === b.dimension && a.group === b.group && a.name.trim() === b.name.trim()
}
