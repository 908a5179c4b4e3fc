import { describe, expect, test } from 'vitest'
import { planRoster } from '@/lib/domain/people/roster'
import { MOST_LINES, readRoster, rosterRows } from '@/lib/forms/administration/roster'

const HEAD = '单位代码\t单位名称\t类型\t上级代码\t用户名\t姓名\t角色\t含下级'
const read = (...rows: string[]) => {
  const roster = readRoster([HEAD, ...rows].join('\n'))
  if (!roster.ok) throw new Error(roster.refusal.code)
  return roster.value
}

describe('a list as it is pasted', () => {
  test('is read by its head, whatever the order, with further columns left aside', () => {
    const roster = readRoster(
      '序号\t姓名＊\t用户名\t部门\t预算单位编码（财政）\t角色\n1\t示例李\tＬi.Ming\t示例教育局\t１０１\t填报人\n\t\t\n',
    )
    expect(roster).toEqual({
      ok: true,
      value: {
        faulty: [],
        lines: [
          {
            line: 2,
            code: '101',
            name: '示例教育局',
            kind: null,
            parentCode: null,
            person: { loginName: 'li.ming', name: '示例李', role: 'editor', withSubtree: false },
          },
        ],
      },
    })
  })

  test('a department alone, and a person with what is below', () => {
    const { lines } = read('101\t示例教育局\t主管部门\t1\t\t\t\t', '101\t\t\t\tli\t示例李\t管理员\t是')
    expect(lines.map(({ kind, person }) => [kind, person?.role, person?.withSubtree])).toEqual([
      ['authority', undefined, undefined],
      [null, 'administrator', true],
    ])
  })

  test.each([
    ['\t示例教育局\t主管部门\t1', '单位代码为 1 至 30 位'],
    ['101\t示例教育局\t局机关\t1', '类型应为行政区、主管部门、单位之一。'],
    ['101\t\t\t\t李\t示例李\t填报人', '用户名为 2 至 50 个字符'],
    ['101\t\t\t\tli\t\t填报人', '请填写姓名。'],
    ['101\t\t\t\tli\t示例李\t会计', '角色应为'],
    ['101\t\t\t\tli\t示例李\t填报人\t也许', '“含下级”应填“是”或“否”。'],
  ])('%s is wrong at its line', (row, sentence) => {
    const { faulty, lines } = read(row)
    expect(lines).toEqual([])
    expect(faulty).toMatchObject([{ line: 2, sentences: [expect.stringContaining(sentence)] }])
  })

  test.each([
    ['', 'roster-columns'],
    ['姓名\t用户名\n示例李\tli', 'roster-columns'],
    [`${HEAD}\n\t\t`, 'roster-empty'],
    [[HEAD, ...Array.from({ length: MOST_LINES + 1 }, (_, index) => `${index}`)].join('\n'), 'roster-too-long'],
  ])('what is no list is refused', (text, code) => expect(readRoster(text)).toMatchObject({ ok: false, refusal: { code } }))
})

test('every line is shown in its place, with what is wrong in words', () => {
  const roster = read('101\t示例教育局\t局机关\t1', '102\t示例水务局\t主管部门\t9')
  const plan = planRoster(roster.lines, { departments: new Map(), people: new Map(), nameTaken: () => false })
  expect(rosterRows(roster, plan, () => [])).toEqual([
    { line: 2, department: '101　示例教育局　局机关　1', person: '', outcome: null, sentences: ['类型应为行政区、主管部门、单位之一。'] },
    {
      line: 3,
      department: '102 示例水务局',
      person: '',
      outcome: { department: 'new', person: null },
      sentences: ['上级代码“9”既不在系统中，也不在名册中。'],
    },
  ])
})
