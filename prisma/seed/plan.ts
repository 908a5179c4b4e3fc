import { compare, quantity } from '@/lib/domain/quantities'
import type { DemoStage, DemoYear } from './content'
import { cityManagement } from './departments/city-management'
import { civilAffairs } from './departments/civil-affairs'
import { culture } from './departments/culture'
import { eastStreet } from './departments/east-street'
import { education } from './departments/education'
import { emergency } from './departments/emergency'
import { health } from './departments/health'
import { labour } from './departments/labour'
import { riverStreet } from './departments/river-street'
import { town } from './departments/town'
import { westStreet } from './departments/west-street'
import type { DemoProfile } from './profile'

export const profiles: readonly DemoProfile[] = [
  eastStreet,
  westStreet,
  riverStreet,
  town,
  education,
  health,
  civilAffairs,
  labour,
  cityManagement,
  culture,
  emergency,
]

const APPROVED: DemoStage = { at: 'approved' }

/** How far the invented departments' years have come, by unit code; every other one is approved, those of 2021 published. */
const STAGES: Readonly<Record<DemoYear, Readonly<Record<string, DemoStage>>>> = {
  2021: {
    990202: {
      at: 'approved',
      reviewScore: { indicator: 0, score: '9.00', grounds: '佐证材料中有52人体检日期不在评价年度内，核减后按比例计分。' },
    },
  },
  2022: {
    990103: { at: 'finance' },
    990302: {
      at: 'returnedByFinance',
      reason: '个别指标完成情况与佐证材料不一致，请核对后重新送审。',
      notes: [{ at: { indicator: 0, column: 'actual' }, text: '活动台账登记98场，与填报的102场不一致，请核实。' }],
    },
  },
  2023: {
    990102: { at: 'finance' },
    990103: { at: 'returnedByUnit', reason: '执行率偏低的原因写得过于笼统，请写明未支付的项目和金额。' },
    990104: { at: 'unit' },
    990201: {
      at: 'approved',
      reviewScore: { indicator: 6, score: '13.50', grounds: '一个教育集团的年度考核结果公示时间不足，按较低一档评分。' },
    },
    990202: { at: 'finance' },
    990203: {
      at: 'returnedByFinance',
      reason: '养老床位指标和资金支付情况需补充说明，退回修改。',
      notes: [
        { at: { indicator: 0, column: 'deviationReason' }, text: '请写明流标时间和重新招商的进展，并提出可核查的改进措施。' },
        { at: { figure: 'closingCarryOver/amount' }, text: '结转金额较大，请按项目列出构成。' },
        { at: { section: 'problems' }, text: '问题与措施未涉及资金支付进度，请补充。' },
      ],
    },
    990204: { at: 'unit' },
    990301: { at: 'half' },
    990302: { at: 'begun' },
    990303: { at: 'mistaken' },
  },
}

/** `indicators`: those that the evaluation is written with, if there are more of them, each bearing less. */
export function stageOf(
  { unit, indicators: own }: DemoProfile,
  year: DemoYear,
  indicators: readonly { maxScore: string }[] = own,
): DemoStage {
  const stage = STAGES[year][unit.code] ?? (year === 2021 ? { at: 'published' } : APPROVED)
  if (stage.at !== 'approved' || !stage.reviewScore) return stage
  const most = indicators[stage.reviewScore.indicator]?.maxScore ?? '0'
  const score = compare(quantity(stage.reviewScore.score), quantity(most)) > 0 ? most : stage.reviewScore.score
  return { at: 'approved', reviewScore: { ...stage.reviewScore, score } }
}

/** What a department answers to a warning in the invented evaluations, by finding code. */
export const explanations: Readonly<Record<string, string>> = {
  F06: '执行中使用了上年结转资金，未计入全年预算数，已在偏差说明中列明。',
  F09: '年末结转为专项资金，与超出部分的资金来源不同。',
  K07: '完成值高于指标值的原因已在偏差原因中说明，下年度据此调整指标值。',
}

/** Given where a warning has no answer of its own. */
export const generalExplanation = '已与台账和佐证材料核对，数据无误，情况属实。'
