import { describe, expect, test } from 'vitest'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { readReport } from '@/lib/exchange/report-file'
import { wordFile } from '@/tests/support/word-file'

/** What tables of other forms have beside the columns that every form has. */

async function documentOf(text: string): Promise<EvaluationDocument> {
  const read = await readReport(wordFile(text))
  if (!read.ok) throw new Error(read.error.code)
  return read.document
}

const TITLE = '示例区水务局2023年度部门整体支出绩效自评报告'

describe('tables of other forms', () => {
  test('到位数 and 到位率 are no budget beside one', async () => {
    const document = await documentOf(`${TITLE}
| 资金来源 | 全年预算数 | 到位数 | 到位率 | 全年执行数 | 执行率 |
| 年度资金总额 | 500.00 | 480.00 | 96% | 470.00 | 94% |
| 其中：一般公共预算 | 500.00 | 480.00 | 96% | 470.00 | 94% |`)
    expect(document.funds?.[0]).toMatchObject({
      adjustedBudget: '500.00',
      received: '480.00',
      printedReceivedRate: '96%',
      printedRate: '94%',
    })
    expect(document.figures).toContainEqual({ name: 'total/received', amount: '480' })
    expect(document.figures).toContainEqual({ name: 'general/received', amount: '480' })
  })

  test('approved and adjusted targets, 指标性质, 评分标准, samples and subtotals', async () => {
    const { indicators, subtotals, printedTotal } = await documentOf(`${TITLE}
| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 年初指标值 | 调整后指标值 | 实际完成值 | 分值 | 得分 | 评分标准 | 样本量 | 指标说明 |
| 产出指标 | 数量指标 | 巡河次数 | 正向 | 100次 | 120次 | 130次 | 40 | 40 | 按比例得分 | | 全年巡河的次数 |
| ^ | ^ | 事故数 | ≤ | 2 | | 1 | 20 | 20 | 超过不得分 | | |
| 小计 | < | < | < | < | < | < | 60 | 60 | < | < | < |
| 满意度指标 | 服务对象满意度指标 | 居民满意度 | 正向 | 90% | | 92% | 40 | 38 | 分档 | 300 | 抽样 |
| 总分 | < | < | < | < | < | < | 100 | 98 | < | < | < |`)
    expect(indicators).toMatchObject([
      { nature: '正向', approvedTarget: '100次', target: '120次', actual: '130次', standard: '按比例得分' },
      { operator: '≤', approvedTarget: '2', standard: '超过不得分' },
      { sampleSize: '300' },
    ])
    expect(indicators?.some(({ deviationReason }) => deviationReason !== undefined)).toBe(false)
    expect(subtotals).toEqual([{ dimension: '产出指标', maxScore: '60', printedScore: '60' }])
    expect(printedTotal).toBe('98')
  })

  test('tasks with their money by rows and by columns of sources', async () => {
    const { tasks } = await documentOf(`${TITLE}
| 任务名称 | 主要内容 | 预算数 | 执行数 |
| 河道整治 | 整治河道12公里 | 300.00 | 290.00 |
| 其中：中央 | | 200.00 | 195.00 |
| 其中：本级 | | 100.00 | 95.00 |
| 水质监测 | 布设监测点 | 50.00 | 50.00 |`)
    expect(tasks).toMatchObject([
      {
        name: '河道整治',
        budget: '300.00',
        expenditure: '290.00',
        sources: [
          { name: '中央', budget: '200.00', expenditure: '195.00' },
          { name: '本级', budget: '100.00', expenditure: '95.00' },
        ],
        subItems: [{ text: '整治河道12公里' }],
      },
      { name: '水质监测', budget: '50.00' },
    ])
    const parted = await documentOf(`${TITLE}
| 任务名称 | 预算数（万元） | < | < | 执行数（万元） | < | < |
| ^ | 总额 | 财政拨款 | 其他资金 | 总额 | 财政拨款 | 其他资金 |
| 河道整治 | 300.00 | 280.00 | 20.00 | 290.00 | 275.00 | 15.00 |`)
    expect(parted.tasks).toMatchObject([
      {
        name: '河道整治',
        budget: '300.00',
        expenditure: '290.00',
        sources: [
          { name: '财政拨款', budget: '280.00', expenditure: '275.00' },
          { name: '其他资金', budget: '20.00', expenditure: '15.00' },
        ],
      },
    ])
  })

  test('资金管理情况 item by item', async () => {
    const { fundsManagement } = await documentOf(`${TITLE}
| 资金管理 | 情况说明 | 存在问题和改进措施 |
| 分配科学性 | 按标准测算分配 | 无 |
| 下达及时性 | 及时下达 | 个别偏晚 |`)
    expect(fundsManagement).toEqual([
      { item: '分配科学性', text: '按标准测算分配', problem: '无' },
      { item: '下达及时性', text: '及时下达', problem: '个别偏晚' },
    ])
  })

  test('a row of a name and a text is a paragraph under its heading', async () => {
    const document = await documentOf(`${TITLE}
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 |
| 产出指标 | 数量指标 | 巡河次数 | 120次 | 130次 | 40 |
| 存在问题 | 监测手段单一，人员不足。 | < | < | < | < |
| 改进措施 | 增加自动监测站，配齐人员。 | < | < | < | < |`)
    expect(document.problems?.map(({ text }) => text)).toEqual(['监测手段单一，人员不足。'])
    expect(document.measures?.map(({ text }) => text)).toEqual(['增加自动监测站，配齐人员。'])
    expect(document.indicators).toHaveLength(1)
  })
})
