import type { MoneyRole } from './money'

export type MoneyColumn = MoneyRole | 'received' | 'maxScore' | 'printedRate' | 'printedReceivedRate' | 'printedScore'

/** Columns of the money table by their heads, the first that fits. */
export const MONEY_HEADS: readonly (readonly [MoneyColumn, RegExp])[] = [
  ['printedReceivedRate', /到位率/],
  ['maxScore', /(?:分值|权重)$/],
  ['printedScore', /得分$/],
  ['printedRate', /执行率|完成率|支出率|支出实现率|支付率|执行进度|(?:B|b)[/÷／](?:A|a)/],
  ['maxScore', /^(?:分值|权重|标准分|满分)/],
  ['printedScore', /得分|自评分/],
  ['carryOver', /结转/],
  ['balance', /结余|差额|剩余/],
  ['received', /到位(?:资金|金额|数|情况)?$/],
  ['initialBudget', /年初/],
  ['actualExpenditure', /执行数|决算数|实际支出|支出数/],
  ['actualExpenditure', /执行(?!情况)|决算|实际|完成|支出$|使用|支付/],
  ['adjustedBudget', /全年预算|调整后?(?:的)?预算/],
  ['adjustedBudget', /^(?!.*情况$|项目资金|资金来源|年中|.*调整金额).*(?:预算|全年|调整|安排|批复|下达)/],
  ['actualExpenditure', /拨付(?:金额|数)/],
  // 小计 of 年初预算 and 年中调整
  ['adjustedBudget', /^小计/],
]

export type IndicatorColumn =
  | 'dimension'
  | 'group'
  | 'name'
  | 'operator'
  | 'unit'
  | 'target'
  | 'actual'
  | 'maxScore'
  | 'printedScore'
  | 'printedCompletion'
  | 'deviationReason'
  | 'nature'
  | 'standard'
  | 'approvedTarget'
  | 'sampleSize'
  | 'satisfied'

/** Columns of the indicator table by their heads, the first that fits. */
export const INDICATOR_HEADS: readonly (readonly [IndicatorColumn, RegExp])[] = [
  // 三级指标及分值 names the indicator first
  ['dimension', /一级指标/],
  ['group', /二级指标/],
  ['name', /三级指标|四级指标/],
  ['deviationReason', /原因|偏差|改进措施/],
  ['standard', /(?:评分|评价|计分|打分|赋分|扣分)(?:标准|细则|办法|规则|说明|要点|依据)/],
  ['deviationReason', /备注|(?<!指标|评分|计算|分值)说明/],
  ['operator', /计算符号|运算符|比较符|^符号/],
  ['nature', /指标性质|指标方向|指标类型|^性质$|^方向$/],
  ['sampleSize', /样本|有效问卷|调查人数|测评人数/],
  ['satisfied', /^满意(?:的)?(?:人数|份数|数量?|票数)|满意样本/],
  ['unit', /(?:度量|计量)?单位$/],
  ['printedCompletion', /完成率|完成比|完成程度/],
  ['printedScore', /得分|自评分|评分$/],
  ['maxScore', /分值|权重|标准分|满分|^分数/],
  ['target', /调整后?(?:的)?(?:年度)?(?:指标|目标)值?$|^调整后(?:值)?$/],
  ['target', /^(?:计划|预期|预计|年初|应)(?:完成|实现)?(?:值|数|指标值|目标值)?$/],
  ['actual', /(?:实际|全年|年度|年末)?(?:完成|达成|实现)(?:值|情况|数|结果)?|^实际(?:数|值|数量|情况)?$|实际值|完成$|执行情况/],
  ['target', /指标值|目标值|预期值|计划值|年初值|(?:年度|年初|预期|计划|设定)(?:指标|目标)(?:值)?|^目标$/],
  ['name', /指标名称|指标内容|具体指标/],
  ['name', /绩效指标|考核指标|评价指标|^指标$/],
]

/** Rows of the money table that are the whole. */
export const TOTAL_ROW = /总额|合计|总计|部门整体|整体支出|全年收支|^资金总|^总/
/** The target that was approved, beside the one that it became. */
export const APPROVED_TARGET = /^(?:年初|批复|原|申报)(?:的)?(?:设定)?(?:年度)?(?:绩效)?(?:指标|目标)?值?$/
export const ADJUSTED_TARGET = /调整/
/** The row that sums the scores. */
export const SUM_ROW = /^(?:总分|合计|总计|总得分|自评总分|自评得分|得分合计)/
/** A row that sums those of one 一级 or 二级指标. */
export const SUBTOTAL_ROW = /^(?:[\u4e00-\u9fff]{2,10})?小计/
export const DIMENSION_NAMES = /(?:产出|效益|满意度|成本|效果|投入|过程|管理|履职|决策|执行)/

/** Names of amounts that stand beside them, the first that fits. */
export const PAIRED_NAMES: readonly (readonly [MoneyColumn, RegExp])[] = [
  ['received', /到位/],
  ['balance', /结余|剩余/],
  ['actualExpenditure', /实际支出|实际使用|支出数|支出金额|执行数/],
  ['adjustedBudget', /计划(?:安排)?(?:资金|投资)|预算(?:安排)?(?:数|资金|金额)?$|预算安排/],
]
