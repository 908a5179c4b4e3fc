import { z } from 'zod'
import { MARKS } from '@/lib/domain/cells/marks'

/** The rows of an evaluation document: what stands in its lists. Every cell is a text as it stands on the form. */

export const cell = z.string()
export const optional = cell.exactOptional()

export const fundsRow = z
  .strictObject({
    item: cell.describe('项目名称，如年度资金总额'),
    role: z
      .enum(['total', 'scored', 'part', 'other'])
      .describe(
        'total：总额行，只有一行；scored：另行计分的行，可有多行；part：其中各行，属于其上最近的总额行或计分行；other：不属于总额的行',
      ),
    initialBudget: optional.describe('年初预算数'),
    adjustedBudget: optional.describe('全年预算数'),
    received: optional.describe('到位数'),
    actualExpenditure: optional.describe('全年执行数'),
    carryOver: optional.describe('年末结转和结余'),
    balance: optional.describe('结余（表上所印）'),
    maxScore: optional.describe('分值'),
    printedReceivedRate: optional.describe('到位率（表上所印）：到位数 ÷ 全年预算数或年初预算数'),
    printedRate: optional.describe('执行率（表上所印）'),
    printedScore: optional.describe('得分（表上所印）'),
  })
  .describe('资金表的一行')

export const split = z
  .strictObject({
    name: cell,
    total: optional,
    parts: z.array(z.strictObject({ name: cell, amount: optional })),
  })
  .describe('应当加总一致的一组金额或数量')

export const indicator = z
  .strictObject({
    dimension: optional.describe('一级指标'),
    group: optional.describe('二级指标'),
    name: cell.describe('三级指标'),
    operator: optional.describe('比较符号列：≥ ＝ ≤ 定性'),
    nature: optional.describe('指标性质列：正向 反向 等于 定量 定性；与比较符号列并存时以符号为准'),
    standard: optional.describe('评分标准；按评分标准打分的表没有年度指标值和实际完成值'),
    unit: optional.describe('度量单位列'),
    target: optional.describe('年度指标值'),
    actual: optional.describe('实际完成值'),
    maxScore: optional.describe('分值'),
    printedScore: optional.describe('得分（表上所印）'),
    printedCompletion: optional.describe('完成率（表上所印）'),
    deviationReason: optional.describe('偏差原因及改进措施'),
    adjustment: z
      .enum(['bonus', 'deduction'])
      .exactOptional()
      .describe('bonus：加分项；deduction：扣分项。不计入 100 分分值，得分加在总分上或从总分中减去'),
    bound: optional.describe('加分、扣分的上限；没有则不限'),
    sampleSize: optional.describe('满意度的样本量（有效问卷数、测评人数）'),
    satisfied: optional.describe('样本中表示满意的数量'),
    fixedId: optional.describe('方案给定指标的编号'),
    task: z.number().int().min(0).exactOptional().describe('所属重点任务在 tasks 中的序号，从 0 起'),
    approvedTarget: optional.describe('批复的年度指标值；表上有年初、调整后两栏指标值的，填年初一栏，target 填调整后一栏，未调整则空着'),
    approvedMaxScore: optional.describe('批复分值'),
    approvedAs: optional.describe('批复时的指标：一级／二级／三级（单位）'),
    changeReason: optional.describe('指标值或分值调整理由'),
    coefficient: optional.describe('得分系数，如 85%；方案按“得分系数 × 分值”计分的指标用'),
    selfScore: optional.describe('人工给出的自评分'),
    selfScoreGrounds: optional.describe('自评分或得分系数的依据'),
    reviewScore: optional.describe('复核分'),
    reviewGrounds: optional.describe('复核依据'),
  })
  .describe('一项绩效指标')

export const subtotal = z
  .strictObject({
    dimension: cell.describe('一级指标'),
    group: optional.describe('二级指标；没有则为整个一级指标的小计'),
    maxScore: optional.describe('分值小计'),
    printedScore: optional.describe('得分小计（表上所印）'),
  })
  .describe('表上所印的一行小计')

export const mark = z.enum(MARKS).exclude(['']).exactOptional().describe('条目的编号样式；没有则按章节默认，“无”为不编号')

const block = z.strictObject({
  kind: z.enum(['paragraph', 'item']),
  level: z.union([z.literal(1), z.literal(2)]),
  text: cell,
  mark,
  basis: optional.describe('由数据生成的文字被修改时，当时生成的文字；text 为空表示不印这一段'),
})
export const blocks = z.array(block)

const spent = {
  budget: optional.describe('预算金额'),
  expenditure: optional.describe('执行金额'),
  printedRate: optional.describe('执行率（表上所印）'),
  reason: optional.describe('未完成或偏差的原因'),
}

export const task = z.strictObject({
  name: cell,
  ...spent,
  sources: z
    .array(z.strictObject({ name: cell.describe('资金来源，如中央、省、市、本级'), ...spent }))
    .exactOptional()
    .describe('任务资金按来源的各行，其和应等于任务的金额'),
  subItems: blocks,
  completion: blocks,
})

export const managed = z
  .strictObject({
    item: cell.describe('事项，如分配科学性、下达及时性'),
    text: optional.describe('情况说明'),
    problem: optional.describe('存在问题和改进措施'),
  })
  .describe('资金管理情况的一行')

export type DocumentFundsRow = z.infer<typeof fundsRow>
export type DocumentIndicator = z.infer<typeof indicator>
export type DocumentSplit = z.infer<typeof split>
export type DocumentSubtotal = z.infer<typeof subtotal>
export type DocumentTask = z.infer<typeof task>
