import { FULL, GIVEN, NOTHING, type RuleKind } from './rule-kind'

/** 定性档次: a person's score within the band that the actual value names. */
export type QualitativeRule = { kind: 'qualitative' }
export const qualitative: RuleKind<QualitativeRule> = { asks: 'judgement', banded: true, read: () => ({ earned: () => GIVEN }) }

/** A person's score with its grounds. */
export type ManualRule = { kind: 'manual' }
export const manual: RuleKind<ManualRule> = { asks: 'judgement', read: () => ({ earned: () => GIVEN }) }

/** 是否类: all or nothing. */
export type YesNoRule = { kind: 'yesNo' }
export const yesNo: RuleKind<YesNoRule> = {
  asks: 'target',
  read: () => ({
    earned: ({ comparison: { outcome } }) => (outcome === 'met' ? FULL : outcome === 'missed' ? NOTHING : GIVEN),
  }),
}
