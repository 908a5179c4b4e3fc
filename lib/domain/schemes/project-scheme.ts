import type { ExecutionRule, Scheme, SchemeDimension } from './scheme'

/** 预算执行 of a project where the scheme gives none of its own. */
const EXECUTION: ExecutionRule = {
  maxScore: '10',
  method: 'proportional',
  bands: [],
  decimals: 2,
  reasonBelow: null,
  clause: '财预〔2020〕10 号《项目支出绩效评价管理办法》第十三条',
}

const groups = (names: readonly string[]) => names.map((name) => ({ name, maxScore: null }))

/** 产出、效益、满意度 as the national form has them. */
const DIMENSIONS: readonly SchemeDimension[] = [
  { name: '产出指标', maxScore: '50', groups: groups(['数量指标', '质量指标', '时效指标', '成本指标']) },
  { name: '效益指标', maxScore: '30', groups: groups(['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']) },
  { name: '满意度指标', maxScore: '10', groups: groups(['服务对象满意度指标']) },
]

const REQUIRED = [
  'funds/total/initialBudget',
  'funds/total/adjustedBudget',
  'funds/total/actualExpenditure',
  'goals',
  'indicators',
] as const

const known = new WeakMap<Scheme, Scheme>()

/**
 * The rules for the projects of a department that is evaluated by `scheme`: its own, where they are those of 项目支出 (预算执行 and
 * dimensions in which a department puts indicators of its own). Where it measures how a department is run (dimensions that are closed,
 * 管理类指标), projects are scored by the national form: 10 points for 预算执行, 50, 30 and 10 for 产出, 效益 and 满意度. Which form they have
 * and what evidence they ask for the scheme says. The same scheme always gives the same object.
 */
export function schemeOfProjects(scheme: Scheme): Scheme {
  const before = known.get(scheme)
  if (before !== undefined) return before
  const { projects: _, projectForm, ...rules } = scheme
  const form = projectForm?.form ?? 'A'
  const measuresManagement = scheme.execution === null || scheme.dimensions.some(({ closed }) => closed === true)
  const given: Scheme = {
    ...rules,
    ...(measuresManagement ? { execution: EXECUTION, dimensions: DIMENSIONS } : {}),
    form,
    fixedIndicators: [],
    adjustments: [],
    required: [...REQUIRED, ...(form === 'B' ? ['conclusion'] : []), ...(projectForm?.evidence ?? [])],
    figureGroups: form === 'B' ? ['managedFunding'] : [],
    outline: [],
  }
  known.set(scheme, given)
  return given
}
