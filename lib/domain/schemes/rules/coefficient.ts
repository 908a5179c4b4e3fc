import { earnedByTarget } from './by-target'
import type { RuleKind } from './rule-kind'

/** 得分系数 × 分值: by the share that a person gave on grounds; without one numbers decide. */
export type CoefficientRule = { kind: 'coefficient' }

export const coefficient: RuleKind<CoefficientRule> = {
  asks: 'coefficient',
  read: () => ({
    earned: (row) => (row.coefficient === null ? earnedByTarget(row) : { by: 'coefficient', share: row.coefficient }),
  }),
}
