import { describe, expect, test } from 'vitest'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { readAdministrationPayload, readHistoryPayload } from '@/lib/forms/history'
import { sayAdministration } from '@/lib/messages/administration-history'
import { cellLabel } from '@/lib/messages/cell-labels'
import { sayHistory } from '@/lib/messages/history'
import { anEvaluation, anIndicator, untold } from '@/tests/support/builders'

const evaluation: Evaluation = anEvaluation({
  indicators: [anIndicator({ id: 'row1', name: '隐患排查率' })],
  tasks: [
    {
      id: 'task1',
      name: '维护安全稳定',
      ...untold,
      subItems: [],
      completion: [{ id: 'block2', kind: 'paragraph', level: 1, mark: '', basis: '', runs: [] }],
    },
  ],
  narrative: {
    ...emptyNarrative(),
    duties: [{ id: 'block1', kind: 'item', level: 1, mark: '', basis: '', runs: [] }],
  },
  goals: [
    { id: 'lead', mark: '无', text: [{ text: '年度绩效目标如下：' }], completion: [] },
    { id: 'first', mark: '1.', text: [{ text: '新建示例管网12公里' }], completion: [] },
  ],
  problems: [{ id: 'problem1', mark: '', text: [], measureIds: ['measure1'] }],
  measures: [{ id: 'measure1', mark: '', text: [] }],
})
const say = (action: string, payload: unknown, subject = '') =>
  sayHistory({ action, subject, payload: readHistoryPayload(payload) }, evaluation)

describe('where a cell is', () => {
  test.each([
    ['funds/total/adjustedBudget', '部门整体支出 · 全年预算数'],
    ['funds/closingCarryOver/amount', '年末结转和结余'],
    ['indicators/row1/actual', '“隐患排查率” · 实际完成值'],
    ['indicators/gone/actual', '指标（已删除） · 实际完成值'],
    ['narrative/block1/text', '部门职能 第 1 段'],
    ['narrative/block2/text', '重点工作任务 1 · 完成情况'],
    ['goals/lead/text', '绩效目标的引导语 · 目标'],
    ['goals/first/completion', '绩效目标 1 · 完成情况'],
    ['narrative/gone/text', '段落（已删除）'],
    ['problems/problem1/measures', '存在问题 1 · 对应的改进措施'],
    ['measures/measure1/text', '改进措施 1'],
    ['cover/date', '落款日期'],
    ['funds', '部门整体收支'],
  ])('%s is said %s', (address, label) => expect(cellLabel(address, evaluation)).toBe(label))
})

describe('what happened', () => {
  test('a changed cell with its text before and after', () => {
    const cells = [{ address: 'funds/total/adjustedBudget', before: '', after: '8988.68', number: 1 }]
    expect(say('cells.save', { cells })).toEqual({
      what: '修改 1 处',
      changes: [{ label: '部门整体支出 · 全年预算数', before: '未填', after: '8988.68 万元' }],
      remark: '',
    })
  })
  test('ties are said by name and place, never by id', () => {
    const cells = [
      { address: 'indicators/row1/task', before: '', after: 'task1' },
      { address: 'problems/problem1/measures', before: 'measure1 gone', after: 'measure1' },
    ]
    expect(say('cells.save', { cells }).changes.map(({ before, after }) => [before, after])).toEqual([
      ['未填', '维护安全稳定'],
      ['改进措施 1、改进措施 （已删除）', '改进措施 1'],
    ])
  })
  test('references in a text are said by what they are called', () => {
    const after = '{{total}}分，{{total/actualExpenditure}}万元，{{indicators/row1/score}}，{{indicators/gone/actual}}，{{nothing}}'
    expect(say('cells.save', { cells: [{ address: 'goals/a1/text', before: '', after, number: 1 }] }).changes[0]?.after).toBe(
      '〔自评总分〕分，〔部门整体支出 · 全年执行数〕万元，〔“隐患排查率” · 得分〕，〔指标（已删除） · 实际完成值〕，{{nothing}}',
    )
  })
  test('a step with its reason and notes', () => {
    const line = say('review.return', { reason: '请补充', notes: [{ at: 'indicators/row1/actual', text: '与台账不符' }] })
    expect(line).toEqual({ what: '退回', changes: [], remark: '退回理由：请补充\n批注（“隐患排查率” · 实际完成值）：与台账不符' })
  })
  test('a note that was dealt with, and one that was opened again', () => {
    const said = (action: string) => say(action, { note: 'n', text: '与台账不符' }, 'indicators/row1/actual')
    const remark = '“隐患排查率” · 实际完成值：与台账不符'
    expect(said('notes.resolve')).toEqual({ what: '标记批注已处理', changes: [], remark })
    expect(said('notes.reopen')).toEqual({ what: '批注改回未处理', changes: [], remark })
  })
  test('an explained warning', () => {
    expect(say('findings.explain', { code: 'F06', before: null, after: '口径不同' }, 'funds/total/actualExpenditure')).toMatchObject({
      what: '说明校验警告 F06',
      changes: [{ label: '部门整体支出 · 全年执行数', before: null, after: '口径不同' }],
    })
  })
  test.each([null, 'text', 3, { cells: 'none', notes: [1] }])('a payload of another shape, %o, is said as far as it goes', (payload) => {
    expect(say('review.submit', payload)).toEqual({ what: '送审', changes: [], remark: '' })
  })
})

describe('administration', () => {
  const names: Readonly<Record<string, string>> = { d1: '示例区', d2: '示例市' }
  const administered = (action: string, payload: unknown) =>
    sayAdministration({ action, payload: readAdministrationPayload(payload, []) }, (id) => names[id] ?? id)

  test('a department moved: by the names of what stands above it', () => {
    expect(administered('departments.move', { before: { parentId: 'd1' }, after: { parentId: 'd2' } })).toEqual({
      what: '移动部门',
      changes: [{ label: '上级部门', before: '示例区', after: '示例市' }],
      remark: '',
    })
  })
  test('a role, with its department and reach', () => {
    const after = { role: 'reviewer', departmentId: 'd1', withSubtree: true }
    expect(administered('users.grant', { before: null, after }).changes.map(({ label, after }) => `${label}：${after}`)).toEqual([
      '部门：示例区',
      '角色：复核人',
      '范围：本级及下级',
    ])
  })
  test('deadlines by the name of their step, and a sign-in by its address', () => {
    expect(administered('rounds.set-deadlines', { before: {}, after: { entry: '2026-03-01' } }).changes).toEqual([
      { label: '填报期限', before: null, after: '2026-03-01' },
    ])
    expect(administered('session.open', { address: '127.0.0.1' }).remark).toBe('登录地址：127.0.0.1')
    expect(administered('session.refuse', { address: '127.0.0.1' })).toMatchObject({ what: '登录失败', remark: '登录地址：127.0.0.1' })
    expect(administered('session.close', {})).toEqual({ what: '退出登录', changes: [], remark: '' })
  })
  test('what has another shape is said by its action alone', () => {
    expect(administered('users.rename', 'x')).toEqual({ what: '修改用户姓名', changes: [], remark: '' })
  })
})

test('what was taken away is said by its paper', () => {
  expect(say('papers.download', { part: 'both' })).toEqual({ what: '下载 PDF', changes: [], remark: '自评表和自评报告' })
  expect(say('papers.download', { part: 'evidence', file: '台账.pdf' })).toMatchObject({ what: '下载佐证材料', remark: '台账.pdf' })
})

test('what the reviewer gives is told apart from a change of what was reported', () => {
  const cells = [{ address: 'indicators/row1/reviewScore', before: '', after: '5', number: 1 }]
  expect(say('cells.save', { cells }).what).toBe('复核评分 1 处')
})
