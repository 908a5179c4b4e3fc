import type { Comparison } from '@/lib/domain/reading/outcome'
import type { SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { bands } from './bands'
import { byTarget } from './by-target'
import { coefficient } from './coefficient'
import { intervals } from './intervals'
import { manual, qualitative, yesNo } from './judged'
import type { Earned, ReadRule, RowAtStake, RuleKind } from './rule-kind'
import { steps } from './steps'

/** Every kind of rule, in the order in which the editor offers them. */
const RULE_KINDS = { default: byTarget, steps, bands, intervals, qualitative, coefficient, yesNo, manual }
type Kinds = typeof RULE_KINDS

/** A rule as a scheme holds it; decimals are texts. */
export type IndicatorRule = { [K in keyof Kinds]: Parameters<Kinds[K]['read']>[0] }[keyof Kinds]
export type IndicatorRuleKind = IndicatorRule['kind']

/** A rule with its numbers read. What a row is scored by, explained by and cited with. */
export type Rule = ReadRule &
  Pick<RuleKind<IndicatorRule>, 'asks'> & {
    definition: IndicatorRule
    /** Where the regulation says so; absent where the scheme cites nothing. */
    clause: string | undefined
  }

/** Whether it is the name of a kind of rule. */
export const isRuleKind = (kind: unknown): kind is IndicatorRuleKind => typeof kind === 'string' && Object.hasOwn(RULE_KINDS, kind)

// The one place where a kind and its rule are known to belong together and the compiler does not see it.
const kindOf = ({ kind }: IndicatorRule): RuleKind<IndicatorRule> => RULE_KINDS[kind] as RuleKind<IndicatorRule>

/** Reads the numbers of a rule that `readScheme` accepted; throws on one that it would have refused. */
export const readRule = (definition: IndicatorRule, clause?: string): Rule => {
  const { asks, read } = kindOf(definition)
  return { definition, clause, asks, ...read(definition) }
}

/** Whether its score is given within the scheme's 定性档次, whatever the target says. */
export const isBanded = (rule: IndicatorRule): boolean => kindOf(rule).banded === true

/** What keeps a rule from being calculated at all. */
export const ruleFaults = (rule: IndicatorRule, at: string): SchemeProblem[] => kindOf(rule).faults?.(rule, at) ?? []

/** What keeps a rule from being published, where its points may not exceed `maxScore`; null where they are free. */
export const ruleProblems = (rule: IndicatorRule, at: string, maxScore: string | null): SchemeProblem[] =>
  kindOf(rule).problems?.(rule, at, maxScore) ?? []

/** The rule of a row for which no scheme says anything. */
export const defaultRule: Rule = readRule({ kind: 'default' })

/** Whether rows of this rule are scored without a target: it has its own bounds. */
export const needsNoTarget = ({ asks }: Pick<Rule, 'asks'>): boolean => asks === 'value'

/** Whether rows of this rule must say their target: not where the rule has its own bounds, nor where people judge. */
export const asksForTarget = ({ asks }: Pick<Rule, 'asks'>): boolean => asks === 'target'

/** Whether a rule asks for a person's score or coefficient. */
export const isJudged = ({ asks }: Pick<Rule, 'asks'>): boolean => asks === 'judgement' || asks === 'coefficient'

const NONE: Earned = { by: 'none' }

/** What a row earns by its rule, before anything is rounded; `none` where it is 未填, unreadable or 不适用. */
export const earnedBy = (rule: Rule, comparison: Comparison, row: Omit<RowAtStake, 'comparison'>): Earned =>
  comparison.outcome === 'met' || comparison.outcome === 'missed' || comparison.outcome === 'judgement'
    ? rule.earned({ comparison, ...row })
    : coefficientAlone(rule, comparison, row)

/** A coefficient decides also where a cell is empty or cannot be read; only 不适用 leaves nothing to score. */
const coefficientAlone = ({ asks }: Rule, { outcome }: Comparison, row: Pick<RowAtStake, 'coefficient'>): Earned =>
  asks === 'coefficient' && row.coefficient !== null && outcome !== 'notApplicable' ? { by: 'coefficient', share: row.coefficient } : NONE
