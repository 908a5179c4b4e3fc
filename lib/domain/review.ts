/** Where an evaluation stands (status) is kept apart from who has it in hand (node). */

/** 填报中 · 待审核 · 已退回 · 已通过 · 已公开 */
export const REVIEW_STATUSES = ['draft', 'submitted', 'returned', 'approved', 'published'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** 填报 → 单位审核 → 主管部门审核 → 财政复核 → 公开; a scheme switches nodes on. */
export const REVIEW_NODES = ['entry', 'unit', 'supervisor', 'finance', 'disclosure'] as const
export type ReviewNode = (typeof REVIEW_NODES)[number]

export type ReviewAction = 'submit' | 'forward' | 'return' | 'approve'

/** One step that somebody took. The same person may not act at two nodes of one evaluation. */
export type ReviewStep = { node: ReviewNode; action: ReviewAction; userId: string }

/** A reason left at the place it belongs to: a cell (`indicators/<row>/actual`) or a section (`funds`). */
export type ReviewNote = { id: string; at: string; text: string; byName: string; atTime: string; resolved: boolean }
