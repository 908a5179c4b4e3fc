import { minus, plain, quantity } from '@/lib/domain/quantities'
import type { DemoEvaluation, DemoFigures, DemoIndicator, DemoResult, DemoTask, DemoUnit, DemoYear } from './content'

/** An invented department: what stays the same over the years, and what each year brought. */
export type DemoProfile = {
  unit: DemoUnit
  duties: readonly string[]
  goals: readonly { text: string; completion: string }[]
  tasks: readonly { name: string; subItems: readonly string[]; done: string }[]
  indicators: readonly ProfileIndicator[]
  funds: Readonly<Record<DemoYear, ProfileFunds>>
  achievements: readonly string[]
  problems: DemoEvaluation['problems']
  measures: readonly string[]
}

export type ProfileIndicator = Omit<DemoIndicator, 'result'> & { results: Readonly<Record<DemoYear, DemoResult>> }

/** 万元. `governmentFund`, `other`, `basic` and `personnel` are executed amounts; what is left falls to the other part of the split. */
export type ProfileFunds = {
  initial: string
  adjusted: string
  actual: string
  governmentFund: string
  other: string
  basic: string
  personnel: string
  opening: string
  closing: string
  staffQuota: string
  staffInPost: string
  deviation?: string
}

const PLACES = {
  数量: ['产出指标', '数量指标'],
  质量: ['产出指标', '质量指标'],
  时效: ['产出指标', '时效指标'],
  成本: ['产出指标', '成本指标'],
  经济: ['效益指标', '经济效益指标'],
  社会: ['效益指标', '社会效益指标'],
  生态: ['效益指标', '生态效益指标'],
  持续: ['效益指标', '可持续影响指标'],
  满意: ['满意度指标', '服务对象满意度指标'],
} as const

/** `[target, actual, reason]`, or with a self-score and its grounds where numbers do not decide. */
type Typed = readonly [target: string, actual: string, reason?: string, selfScore?: string, grounds?: string]

const resultOf = ([target, actual, reason, selfScore, grounds]: Typed): DemoResult => ({
  target,
  actual,
  ...(reason ? { reason } : {}),
  ...(selfScore ? { selfScore } : {}),
  ...(grounds ? { grounds } : {}),
})

/** A row of 附件 1 with its results of 2021, 2022 and 2023; `task` counts from 0. */
export function indicator(
  place: keyof typeof PLACES,
  name: string,
  task: number | null,
  maxScore: string,
  ...years: readonly [Typed, Typed, Typed]
): ProfileIndicator {
  const [dimension, group] = PLACES[place]
  const [first, second, third] = years
  return { dimension, group, name, task, maxScore, results: { 2021: resultOf(first), 2022: resultOf(second), 2023: resultOf(third) } }
}

const without = (whole: string, ...parts: readonly string[]): string =>
  plain(parts.reduce((rest, part) => minus(rest, quantity(part)), quantity(whole)))

const figuresOf = (funds: ProfileFunds): DemoFigures => ({
  'total/initialBudget': funds.initial,
  'total/adjustedBudget': funds.adjusted,
  'total/actualExpenditure': funds.actual,
  'general/actualExpenditure': without(funds.actual, funds.governmentFund, funds.other),
  'governmentFund/actualExpenditure': funds.governmentFund,
  'stateCapital/actualExpenditure': '0',
  'otherSource/actualExpenditure': funds.other,
  'basic/actualExpenditure': funds.basic,
  'personnel/actualExpenditure': funds.personnel,
  'publicUse/actualExpenditure': without(funds.basic, funds.personnel),
  'project/actualExpenditure': without(funds.actual, funds.basic),
  'openingCarryOver/amount': funds.opening,
  'closingCarryOver/amount': funds.closing,
  'staffQuota/count': funds.staffQuota,
  'staffInPost/count': funds.staffInPost,
})

/** What the indicators of a task came to, in one sentence: the same cells as in the table. */
function completionOf(task: DemoProfile['tasks'][number], rows: readonly DemoIndicator[]): DemoTask {
  const told = rows
    .map(({ name, result }) => `${name}${result.actual.startsWith('不适用') ? '本年不适用' : `为${result.actual}`}`)
    .join('；')
  return { name: task.name, subItems: task.subItems, completion: told === '' ? [task.done] : [task.done, `${told}。`] }
}

/** The self-evaluation of an invented department for one year, written in full. */
export function evaluationOf(profile: DemoProfile, year: DemoYear): DemoEvaluation {
  const indicators = profile.indicators.map(({ results, ...row }): DemoIndicator => ({ ...row, result: results[year] }))
  const funds = profile.funds[year]
  const missed = indicators.filter((row) => row.result.reason !== undefined).map((row) => row.name)
  const shortfall =
    missed.length === 0 ? '年度绩效指标完成情况良好。' : `其中${missed.join('、')}与年度指标值有差距，原因和改进措施见自评表。`
  return {
    figures: figuresOf(funds),
    duties: profile.duties,
    deviation: funds.deviation === undefined ? [] : [funds.deviation],
    goals: profile.goals,
    tasks: profile.tasks.map((task, index) =>
      completionOf(
        task,
        indicators.filter((row) => row.task === index),
      ),
    ),
    indicators,
    conclusion: [
      `${year}年，${profile.unit.name}按照部门职责和年度计划安排支出，对收支、重点工作任务和绩效指标逐项自评，预算执行率为{{executionRate}}，自评得分{{total}}分，等级为{{grade}}。${shortfall}`,
    ],
    taskOverview: ['各项重点工作任务的绩效目标完成情况如下：'],
    achievements: profile.achievements,
    problems: profile.problems,
    measures: profile.measures,
    cover: {
      annexNumber: '附件2',
      signature: profile.unit.name,
      date: `${year + 1}-05-20`,
      preparer: '示例经办人',
      principal: '示例负责人',
    },
  }
}
