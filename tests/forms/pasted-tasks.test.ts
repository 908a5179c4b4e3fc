import { describe, expect, it } from 'vitest'
import { pastedTasks } from '@/lib/forms/cells/pasted-tasks'

describe('tasks pasted with their parts', () => {
  it('are named by their first sentence, with the list behind it', () => {
    const pasted =
      '1.加强基层党建，筑牢社区阵地。一是抓好党员教育；二是建好党群服务站。\n2.守护辖区安全。一是排查消防隐患。二是开展防汛演练。三是整治出租屋。'
    expect(pastedTasks(pasted)?.map(({ name, subItems }) => [name, subItems.map(({ text }) => text)])).toEqual([
      ['加强基层党建，筑牢社区阵地', ['抓好党员教育', '建好党群服务站。']],
      ['守护辖区安全', ['排查消防隐患。', '开展防汛演练。', '整治出租屋。']],
    ])
  })

  it('keep the numbers of parts that stand in lines of their own', () => {
    const pasted = '（一）加强基层党建\n1.抓好党员教育。\n2.建好党群服务站。\n（二）守护辖区安全\n1.排查消防隐患。\n2.开展防汛演练。'
    expect(pastedTasks(pasted)).toEqual([
      {
        name: '加强基层党建',
        subItems: [
          { text: '抓好党员教育。', mark: '1.' },
          { text: '建好党群服务站。', mark: '1.' },
        ],
      },
      {
        name: '守护辖区安全',
        subItems: [
          { text: '排查消防隐患。', mark: '1.' },
          { text: '开展防汛演练。', mark: '1.' },
        ],
      },
    ])
  })

  it('may be numbered by the word itself, also where some have no part', () => {
    const pasted =
      '任务一：示例道路建设\n（1）改造示例路段；\n（2）维修示例桥梁。\n重点任务2：示例绿化提升\n任务三、示例安全整治\n（1）排查示例隐患。'
    expect(pastedTasks(pasted)?.map(({ name, subItems }) => [name, subItems.map(({ text }) => text)])).toEqual([
      ['示例道路建设', ['改造示例路段；', '维修示例桥梁。']],
      ['示例绿化提升', []],
      ['示例安全整治', ['排查示例隐患。']],
    ])
  })

  it.each([
    ['names alone', '加强基层党建\n守护辖区安全\n改善人居环境'],
    ['numbered names alone', '1.加强基层党建\n2.守护辖区安全'],
    ['an empty text', ' \n '],
  ])('are none where there are %s', (_, pasted) => expect(pastedTasks(pasted)).toBeNull())

  it('are never told without something that was pasted', () => {
    const pasted = '年度重点如下：\n1.加强基层党建。一是抓好党员教育。\n以上任务由各科室落实，附件1略。'
    const told = pastedTasks(pasted)
    if (told === null) return
    const all = told.flatMap(({ name, subItems }) => [name, ...subItems.map(({ text }) => text)]).join('')
    for (const words of ['加强基层党建', '抓好党员教育', '以上任务由各科室落实']) expect(all).toContain(words)
  })
})
