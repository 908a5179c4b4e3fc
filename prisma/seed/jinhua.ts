import type { DemoEvaluation, DemoIndicator, DemoUnit } from './content'
import {
  jinhuaAchievements,
  jinhuaConclusion,
  jinhuaDuties,
  jinhuaGoals,
  jinhuaLists,
  jinhuaMeasures,
  jinhuaProblems,
  jinhuaTaskOverview,
  jinhuaTasks,
} from './jinhua-narrative'

export const jinhua: DemoUnit = { name: '广州市荔湾区人民政府金花街道办事处', code: '440103007', short: '金花' }

const row = (
  group: string,
  name: string,
  task: number,
  maxScore: string,
  target: string,
  actual: string,
  reason?: string,
): DemoIndicator => ({
  dimension: group === '社会效益指标' ? '效益指标' : group === '服务对象满意度指标' ? '满意度指标' : '产出指标',
  group,
  name,
  task,
  maxScore,
  result: reason === undefined ? { target, actual } : { target, actual, reason },
})

/**
 * Achieved values are the report's; targets, 分值 and the 53.4 % of 来穗人员信息登记率 are 示例倒推值, so that the
 * published 97.67 comes out by the national rule (10 + 50 + 30 + 10).
 */
const indicators: readonly DemoIndicator[] = [
  row('质量指标', '社区党员教育培训参与率', 0, '5', '≥80%', '80%'),
  row('数量指标', '慰问困难党员群众人数', 0, '4', '≥280人', '超过280人'),
  row('数量指标', '建设“两新”党组织党建阵地', 0, '4', '≥3个', '3个'),
  row('质量指标', '安全生产死亡事件', 1, '5', '=0起', '0起'),
  row('数量指标', '消防安全演练及安全教育培训人次', 1, '4', '≥150人次', '超过150人次'),
  row('质量指标', '安全生产和消防隐患排查率', 1, '5', '=100%', '100%'),
  row('数量指标', '环卫作业平均每天出动人次', 2, '4', '≥80人次', '80人次'),
  row('时效指标', '内街巷每日保洁时长', 2, '5', '≥16小时', '超过16小时'),
  row('数量指标', '帮扶辖区困难群体次数', 3, '4', '≥300次', '超过300次'),
  row('质量指标', '社区防控宣传覆盖率', 3, '5', '=100%', '100%'),
  row('质量指标', '来穗人员信息登记率', 1, '5', '=100%', '53.4%', '指标值设定过高，以现有财力难以达到；今后按投入改进指标设置。'),
  row('社会效益指标', '优生优育服务覆盖率', 3, '10', '=100%', '100%'),
  row('社会效益指标', '婚前孕前优生健康检查完成率', 3, '10', '≥100%', '119.76%'),
  row('社会效益指标', '矛盾纠纷调处成功率', 1, '10', '≥98%', '98.9%'),
  row('服务对象满意度指标', '基层党建工作满意度', 0, '5', '≥95%', '95%以上'),
  row('服务对象满意度指标', '居民对民生服务的满意度', 3, '5', '≥85%', '超过85%'),
]

export const jinhuaEvaluation: DemoEvaluation = {
  figures: {
    'total/adjustedBudget': '8988.68',
    'total/actualExpenditure': '9016.65',
    'general/actualExpenditure': '7785.39',
    'governmentFund/actualExpenditure': '1179.07',
    'stateCapital/actualExpenditure': '0',
    'otherSource/actualExpenditure': '52.19',
    'basic/actualExpenditure': '2636.05',
    'project/actualExpenditure': '6380.60',
    'closingCarryOver/amount': '58.47',
  },
  duties: jinhuaDuties,
  deviation: [
    '全年执行数为{{total/actualExpenditure}}万元，高于预算安排27.97万元，年末另有结转和结余{{closingCarryOver/amount}}万元，两者统计口径不一致（示例说明）。',
  ],
  goals: jinhuaGoals,
  tasks: jinhuaTasks,
  indicators,
  conclusion: jinhuaConclusion,
  taskOverview: jinhuaTaskOverview,
  achievements: jinhuaAchievements,
  problems: jinhuaProblems,
  measures: jinhuaMeasures,
  lists: jinhuaLists,
  cover: { annexNumber: '附件2', signature: '金花街道办事处', date: '2024-05-29', preparer: '演示填报人', principal: '演示负责人' },
}

/** What the department answers to the checks' warnings, by finding code. */
export const jinhuaExplanations: Readonly<Record<string, string>> = {
  F06: '示例说明：执行数超出全年预算数27.97万元，推断两数口径不同；得分按分值封顶，不因超额执行多得。',
  F09: '示例说明：超预算执行与年末结转和结余58.47万元并存，推断全年预算数未含结转或追加资金；如以执行加结余9,075.12万元为可用数，执行率为99.36%。',
  T06: '示例说明：来穗人员信息登记率未达标，已在完成情况、存在问题和改进措施中说明。',
  K12: '示例说明：两处满意度的调查对象与服务内容不同。',
}
