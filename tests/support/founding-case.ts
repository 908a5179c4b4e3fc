import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { anEvaluation, anIndicator, figuresInWan } from './builders'

/** 金花街道 2023: published figures; targets, 分值 and one actual value are 示例倒推值. 97.67 分, 优. */

const rows: readonly [dimension: string, group: string, name: string, target: string, actual: string, maxScore: string][] = [
  ['产出指标', '质量指标', '社区党员教育培训参与率', '≥80%', '80%', '5'],
  ['产出指标', '数量指标', '慰问困难党员群众人数', '≥280人', '超过280人', '4'],
  ['产出指标', '数量指标', '建设“两新”党组织党建阵地', '≥3个', '3个', '4'],
  ['产出指标', '质量指标', '安全生产死亡事件', '=0起', '0起', '5'],
  ['产出指标', '数量指标', '消防安全演练及安全教育培训人次', '≥150人次', '超过150人次', '4'],
  ['产出指标', '质量指标', '安全生产和消防隐患排查率', '=100%', '100%', '5'],
  ['产出指标', '数量指标', '环卫作业平均每天出动人次', '≥80人次', '80人次', '4'],
  ['产出指标', '时效指标', '内街巷每日保洁时长', '≥16小时', '超过16小时', '5'],
  ['产出指标', '数量指标', '帮扶辖区困难群体次数', '≥300次', '超过300次', '4'],
  ['产出指标', '质量指标', '社区防控宣传覆盖率', '=100%', '100%', '5'],
  ['产出指标', '质量指标', '来穗人员信息登记率', '=100%', '53.4%', '5'],
  ['效益指标', '社会效益指标', '优生优育服务覆盖率', '=100%', '100%', '10'],
  ['效益指标', '社会效益指标', '婚前孕前优生健康检查完成率', '≥100%', '119.76%', '10'],
  ['效益指标', '社会效益指标', '矛盾纠纷调处成功率', '≥98%', '98.9%', '10'],
  ['满意度指标', '服务对象满意度指标', '基层党建工作满意度', '≥95%', '95%以上', '5'],
  ['满意度指标', '服务对象满意度指标', '居民对民生服务的满意度', '≥85%', '超过85%', '5'],
]

/** Place of 来穗人员信息登记率 among the indicators, the one row that was missed. */
export const MISSED_ROW = 10

export function foundingCase(missedActual = '53.4%'): Evaluation {
  return anEvaluation({
    departmentName: '广州市荔湾区人民政府金花街道办事处',
    reconstructed: true,
    figures: figuresInWan({
      'total/adjustedBudget': '8988.68',
      'total/actualExpenditure': '9016.65',
      'general/actualExpenditure': '7785.39',
      'governmentFund/actualExpenditure': '1179.07',
      'stateCapital/actualExpenditure': '0',
      'otherSource/actualExpenditure': '52.19',
      'basic/actualExpenditure': '2636.05',
      'project/actualExpenditure': '6380.6',
      'closingCarryOver/amount': '58.47',
    }),
    indicators: rows.map(([dimension, group, name, target, actual, maxScore], index) =>
      anIndicator({
        id: `indicator${index + 1}`,
        dimension,
        group,
        name,
        target,
        actual: index === MISSED_ROW ? missedActual : actual,
        maxScore,
        deviationReason: index === MISSED_ROW ? '指标值设定偏高，现有财力难以达到' : '',
      }),
    ),
  })
}
