/** Words that hold one figure against another: what the first must be. `better` and `worse` depend on what is measured. */
export type Comparing = 'above' | 'below' | 'least' | 'most' | 'better' | 'worse' | 'reached' | 'equal'

/** Longer words before the shorter ones that are part of them. */
export const COMPARING: readonly (readonly [string, Comparing])[] = [
  ['不低于', 'least'],
  ['不少于', 'least'],
  ['不小于', 'least'],
  ['不短于', 'least'],
  ['不高于', 'most'],
  ['不大于', 'most'],
  ['不多于', 'most'],
  ['不超过', 'most'],
  ['未超过', 'most'],
  ['未超出', 'most'],
  ['没有超过', 'most'],
  ['未突破', 'most'],
  ['控制在', 'most'],
  ['未高于', 'most'],
  ['未低于', 'least'],
  ['未达到', 'worse'],
  ['没有达到', 'worse'],
  ['没达到', 'worse'],
  ['尚未达到', 'worse'],
  ['未能达到', 'worse'],
  ['未完成', 'worse'],
  ['低于', 'below'],
  ['少于', 'below'],
  ['小于', 'below'],
  ['短于', 'below'],
  ['不足', 'below'],
  ['不到', 'below'],
  ['高于', 'above'],
  ['大于', 'above'],
  ['多于', 'above'],
  ['长于', 'above'],
  ['超过了', 'above'],
  ['超过', 'above'],
  ['超出', 'above'],
  ['突破', 'above'],
  ['优于', 'better'],
  ['好于', 'better'],
  ['劣于', 'worse'],
  ['差于', 'worse'],
  ['快于', 'below'],
  ['慢于', 'above'],
  ['已达到', 'reached'],
  ['达到了', 'reached'],
  ['等于', 'equal'],
]

/** Measured so that less is better: concentrations, costs, delays, losses. */
export const LESS_IS_BETTER =
  /停播|故障|中断|发病|返修|超标|延误|违规|缺陷|浓度|失业|损耗|成本|费用|折扣|单价|投诉|事故|死亡|不合格|周期|天数|时[间长]|时限|时效|自付|负债|能耗|排放|杂质|流失|离职|差错|超支|用时|耗时|办理|审理|抢通|响应/
/** Of such more is better, unless they are among those above. */
export const MORE_IS_BETTER =
  /率|满意|覆盖|得分|分数|人[次数]|数量|产量|产值|收入|面积|天数|完成|增[长加]|浓度|等级|培训|就业|保存|准确|目标|任务|指标|计划/
/** Behind the second figure: it is what was aimed at. */
export const AIM = /目标|指标|标准|要求|[上下]限|控制|定额|承诺|及格|合格线|任务|计划|规定|节点|时限|水平|值/
