import { figuresIn, parseFormula } from './formula'
import { formulaName } from './formula-names'
import { type IndicatorRule, ruleFaults, ruleProblems } from './rules/rules'
import type { Scheme } from './scheme'
import { boundProblems } from './scheme-bounds'
import { nameProblems, switchedOff } from './scheme-names'
import { problem, type SchemeProblem } from './scheme-problem'
import { sumProblems } from './scheme-sums'

/** Everything that keeps a scheme of the right shape from being published. */
export const schemeProblems = (scheme: Scheme): SchemeProblem[] => [
  ...sumProblems(scheme),
  ...nameProblems(scheme),
  ...boundProblems(scheme),
  ...schemeFaults(scheme),
  ...scheme.fixedIndicators.flatMap(({ formula }, index) => formulaFigures(formula, scheme, `/fixedIndicators/${index}/formula`)),
  ...placedRules(scheme).flatMap(({ rule, at, maxScore }) => ruleProblems(rule, at, maxScore)),
]

/** What keeps a scheme of the right shape from being calculated at all. */
export const schemeFaults = (scheme: Scheme): SchemeProblem[] => [
  ...scheme.fixedIndicators.flatMap(({ formula }, index) => formulaSyntax(formula, `/fixedIndicators/${index}/formula`)),
  ...placedRules(scheme).flatMap(({ rule, at }) => ruleFaults(rule, at)),
]

/** Every rule with its place and the 分值 that its points may not exceed; null where it is free. */
const placedRules = ({ dimensions, fixedIndicators }: Scheme): { rule: IndicatorRule; at: string; maxScore: string | null }[] => [
  ...fixedIndicators.map(({ rule, maxScore }, index) => ({ rule, maxScore, at: `/fixedIndicators/${index}/rule` })),
  ...dimensions.flatMap(({ rule, maxScore, groups }, index) => [
    ...(rule === undefined ? [] : [{ rule, maxScore, at: `/dimensions/${index}/rule` }]),
    ...groups.flatMap((group, place) =>
      group.rule === undefined
        ? []
        : [{ rule: group.rule, maxScore: group.maxScore ?? maxScore, at: `/dimensions/${index}/groups/${place}/rule` }],
    ),
  ]),
]

function formulaSyntax(text: string | null, at: string): SchemeProblem[] {
  if (text === null) return []
  const read = parseFormula(text)
  return read.ok ? [] : [{ code: read.refusal.code, at, facts: read.refusal.facts }]
}

/** A formula may only use figures that departments are asked for. */
function formulaFigures(text: string | null, { figureGroups }: Scheme, at: string): SchemeProblem[] {
  const read = text === null ? null : parseFormula(text)
  if (read === null || !read.ok) return []
  return figuresIn(read.value).flatMap((figure) => {
    const group = switchedOff(figure, figureGroups)
    return group === null ? [] : [problem('figureOff', at, { name: formulaName(figure), group })]
  })
}
