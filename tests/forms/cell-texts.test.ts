import { describe, expect, test } from 'vitest'
import { sayCellText } from '@/lib/forms/cells/cell-texts'
import { rowNames } from '@/lib/messages/cell-texts'
import { anEvaluation, untold } from '@/tests/support/builders'

const evaluation = anEvaluation({
  tasks: [
    { id: 'task1', name: '维护安全稳定', ...untold, subItems: [], completion: [] },
    { id: 'task2', name: '', ...untold, subItems: [], completion: [] },
  ],
  measures: [
    { id: 'lead', mark: '无', text: [{ text: '拟采取以下措施：' }] },
    { id: 'measure1', mark: '', text: [{ text: '建立月度支出调度机制，按季通报各科室执行进度' }] },
    { id: 'measure2', mark: '', text: [] },
    { id: 'measure3', mark: '', text: [{ text: '执行率不低于' }, { datum: 'executionRate' }] },
  ],
})
const names = rowNames(evaluation)
const known = new Map([['executionRate', { name: 'executionRate', label: '预算执行率', text: '98.76%' }]])

describe('what stands in a cell is said beside what somebody else put there', () => {
  test.each([
    ['problems/p/measures', 'measure1 measure2', '措施 1：建立月度支出调度机制，按季通报各科室…\n措施 2：（未填）'],
    ['problems/p/measures', 'measure2 gone', '措施 2：（未填）\n（已删除的行）'],
    ['problems/p/measures', '', '（空）'],
    ['indicators/i/task', 'task1', '1. 维护安全稳定'],
    ['indicators/i/task', 'task2', '2. （未命名任务）'],
    ['funds/total/adjustedBudget', '12345.6', '12,345.60 万元'],
    ['funds/total/adjustedBudget', '一百万', '一百万'],
    ['funds/total/adjustedBudget', '不适用：无此项', '不适用：无此项'],
    ['funds/staffQuota/count', '1200', '1,200'],
    ['cover/date', '2024-05-29', '2024-05-29'],
    ['goals/g/text', '第一行\n第二行', '第一行\n第二行'],
    ['goals/g/text', '执行率{{executionRate}}，得{{total}}分', '执行率〔预算执行率 98.76%〕，得〔自评总分〕分'],
    ['problems/p/measures', 'measure3', '措施 3：执行率不低于〔预算执行率〕'],
  ])('%s: %s', (address, text, said) => expect(sayCellText(address, text, names, known)).toBe(said))
})
