import 'server-only'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { type Indicator, identityOf } from '@/lib/domain/evaluation/indicator'
import type { Viewer } from '@/lib/domain/people/permissions'
import { plain } from '@/lib/domain/quantities'
import { asksForTarget } from '@/lib/domain/schemes/rules/rules'
import { ruleOfRow, rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { storeCells } from './cells'
import { holding, keep, may } from './change'

/**
 * 批复绩效目标: what stands as target and 分值 now is approved for every indicator that has a target, or needs none, and was
 * not approved before. Changing one later, or adding another, needs a reason. `seen` is the evaluation's revision that the person had before them. Gives
 * how many were approved. Refused: `not-permitted`, `locked`, `acted-elsewhere`, `changed-meanwhile`.
 */
export const approveTargets = (viewer: Viewer, evaluationId: string, seen: number): Promise<Decision<{ approved: number }>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'approveTargets')
    if (!permitted.ok) return permitted
    const { tx, evaluation } = held
    const rules = rulesOf(evaluation.scheme)
    const isNew = (row: Indicator) =>
      row.approvedTarget === null && row.name.trim() !== '' && (row.target.text.trim() !== '' || !asksForTarget(ruleOfRow(row, rules)))
    const rows = evaluation.indicators.filter(isNew)
    if (rows.length === 0) return accepted({ approved: 0 })
    if (evaluation.revision !== seen) return refused('changed-meanwhile')
    const indicators = evaluation.indicators.map((row) =>
      isNew(row) ? { ...row, approvedTarget: row.target.text, approvedMaxScore: row.maxScore, approvedAs: identityOf(row) } : row,
    )
    const after = { ...evaluation, indicators }
    await storeCells(tx, { evaluation: after, addresses: rows.map(({ id }): AddressText => `indicators/${id}/target`) })
    const targets = rows.map(({ id, target, maxScore }) => ({ indicator: id, target: target.text, maxScore: maxScore && plain(maxScore) }))
    await keep(held, permitted.value, after, { action: 'targets.approve', payload: { targets } })
    return accepted({ approved: rows.length })
  })
