import { describe, expect, test } from 'vitest'
import type { Mark } from '@/lib/domain/cells/marks'
import { numbersOf } from '@/lib/forms/cells/list-numbers'
import { itemsOfRow, pastedItems } from '@/lib/forms/cells/pasted-items'

const both = (text: string) => pastedItems(text).map((item) => [item.mark, item.text])

describe('a text pasted into one cell', () => {
  test.each<[Mark, string]>([
    ['一、', '一、宣传政策。\n二、落实党建。'],
    ['（一）', '（一）宣传政策。\n（二）落实党建。'],
    ['1.', '1.宣传政策。\n2．落实党建。'],
    ['（1）', '(1) 宣传政策。\n(2) 落实党建。'],
    ['（1）', '1）宣传政策。\n2）落实党建。'],
    ['①', '①宣传政策。\n②落实党建。'],
    ['一是', '一是宣传政策。\n二是落实党建。'],
    ['', '• 宣传政策。\n• 落实党建。'],
    ['', '宣传政策。\n\n落实党建。'],
    ['1.', '１．宣传政策。\n２．落实党建。'],
    ['（1）', '（１）宣传政策。\n（２）落实党建。'],
    ['（一）', '（一）宣传政策。\v（二）落实党建。'],
    ['（一）', '（一）宣传政策。\u2028（二）落实党建。'],
    ['', 'l\t宣传政策。\nl\t落实党建。'],
    ['', '\uf06c\t宣传政策。\n\uf06c\t落实党建。'],
    ['', '✓ 宣传政策。\n√ 落实党建。'],
    ['', '——宣传政策。\n——落实党建。'],
    ['1.', '⒈宣传政策。\n⒉ 落实党建。'],
    ['（1）', '⑴宣传政策。\n⑵落实党建。'],
    ['（一）', '㈠宣传政策。\n㈡落实党建。'],
    ['（一）', '㊀宣传政策。\n㊁落实党建。'],
    ['①', '❶宣传政策。\n❷落实党建。'],
    ['①', '➊宣传政策。\n➋落实党建。'],
    ['一、', 'Ⅰ.宣传政策。\nⅡ.落实党建。'],
    ['一、', 'Ⅰ、宣传政策。\n　　Ⅱ、落实党建。'],
    ['一、', 'i. 宣传政策。\nii. 落实党建。'],
    ['一、', '(I)宣传政策。\n(II)落实党建。'],
    ['（1）', 'a.宣传政策。\nb.落实党建。'],
    ['（1）', 'A) 宣传政策。\nB) 落实党建。'],
    ['（1）', '（ａ）宣传政策。\n（ｂ）落实党建。'],
  ])('keeps its numbers as %s', (mark, text) => {
    expect(both(text)).toEqual([
      [mark, '宣传政策。'],
      [mark, '落实党建。'],
    ])
  })

  test('has its broken lines joined, and page numbers left out', () => {
    const broken =
      '（一）宣传贯彻落实党和国家各项方针政策和\n\n上级的决议、决定。\n3\n（二）落实基层党建工作责任制，加强街道党的建设和\n组织建设。'
    expect(both(broken)).toEqual([
      ['（一）', '宣传贯彻落实党和国家各项方针政策和上级的决议、决定。'],
      ['（一）', '落实基层党建工作责任制，加强街道党的建设和组织建设。'],
    ])
  })

  test('keeps its lead-in without a number', () => {
    expect(both('街道办事处主要职责是：\n（一）宣传政策。\n（二）落实党建。')[0]).toEqual(['无', '街道办事处主要职责是：'])
    expect(both('主要职责是：\n宣传政策。')).toEqual([
      ['无', '主要职责是：'],
      ['', '宣传政策。'],
    ])
  })

  test('is the list within it where it is one paragraph', () => {
    expect(both('工作目标是：一是学习宣传；二是推动发展；三是保障民生。')).toEqual([
      ['无', '工作目标是：'],
      ['一是', '学习宣传'],
      ['一是', '推动发展'],
      ['一是', '保障民生。'],
    ])
  })

  test('letters and Roman figures at several levels stay apart from each other and from the other numbers', () => {
    expect(
      both('Ⅰ.综合管理\n1.宣传政策。\na.线上。\nb.线下。\n2.落实党建。\na.学习。\nb.检查。\nⅡ.民生保障').map(([mark]) => mark),
    ).toEqual(['一、', '1.', '（1）', '（1）', '1.', '（1）', '（1）', '一、'])
    expect(both('（1）宣传政策。\na.线上。\nb.线下。\n（2）落实党建。').map(([mark]) => mark)).toEqual(['（1）', '①', '①', '（1）'])
    expect(both(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((letter) => `${letter}.落实。`).join('\n'))).toEqual(
      Array.from({ length: 10 }, () => ['（1）', '落实。']),
    )
  })

  test.each(['a.宣传政策；b.落实党建。', '⑴宣传政策；⑵落实党建。', '⒈宣传政策；⒉落实党建。', 'i）宣传政策； ii）落实党建。'])(
    '%s in one paragraph is a list behind what leads it in',
    (list) => {
      expect(both(`工作目标是：${list}`).map(([, text]) => text)).toEqual(['工作目标是：', '宣传政策', '落实党建。'])
    },
  )

  test.each([
    'A级景区评定。\nB级景区评定。',
    'I.宣传政策。\n落实党建。',
    'b.宣传政策。\nc.落实党建。',
    '网址：a.example\nb.example',
    '维生素A.\n维生素B.',
  ])('%s has no such numbers', (text) => expect(both(text)).toEqual(text.split('\n').map((line) => ['', line])))

  test('keeps what only looks like a number, and words that a number would not give back', () => {
    expect(both('2023年完成。\n3.5万人次。\n一级指标。\n第一，加强党建。\n一要落实。').map(([, text]) => text)).toEqual([
      '2023年完成。',
      '3.5万人次。',
      '一级指标。',
      '第一，加强党建。',
      '一要落实。',
    ])
  })

  test('words that number stay, and no other number stands before them', () => {
    expect(both('第一，宣传政策。\n第二，落实党建。')).toEqual([
      ['无', '第一，宣传政策。'],
      ['无', '第二，落实党建。'],
    ])
  })

  test.each(['— 3 —', '第 3 页 共 18 页', '第3页', '3/18'])('%s is the number of a page', (number) => {
    expect(both(`（一）承担公共管理、\n${number}\n服务工作。\n（二）落实党建。`)).toEqual([
      ['（一）', '承担公共管理、服务工作。'],
      ['（一）', '落实党建。'],
    ])
  })

  test('full-width figures within a sentence stay as they are', () =>
    expect(both('３．５万人次受益。\n较上年增长。')[0]).toEqual(['', '３．５万人次受益。']))

  test('one paragraph is one', () => expect(both('  一段文字\n\n')).toEqual([['', '一段文字']]))
})

describe('a row that is split keeps the number it has', () => {
  const split = (standing: Mark, text: string) => itemsOfRow(pastedItems(text), standing).map((item) => item.mark)
  test.each<[Mark, string, Mark[]]>([
    ['1.', '按月通报。\n（1）第一季度。\n（2）第二季度。', ['1.', '（1）', '（1）']],
    ['（一）', '按月通报：一是学习；二是检查。', ['无', '一是', '一是']],
    ['①', '按月通报。\n按季检查。', ['①', '①']],
    ['一是', '2. 按月通报。\n3. 按季检查。', ['1.', '1.']],
    ['1.', '第一，按月通报。\n第二，按季检查。', ['无', '无']],
    ['无', '按月通报。\n按季检查。', ['无', '无']],
    ['', '按月通报。\n（1）第一季度。\n（2）第二季度。', ['无', '（1）', '（1）']],
    ['', '按月通报。\n按季检查。', ['', '']],
  ])('%s: %j', (standing, text, marks) => expect(split(standing, text)).toEqual(marks))
})

test('a list in a form shows the numbers that it will have', () => {
  const list = ['无', '（一）', '1.', '1.', '（一）'].map((mark, index) => ({ mark, text: index === 0 ? '主要职责是：' : '甲' }))
  expect(numbersOf(list, { kind: 'item', level: 1 })).toEqual(['', '（一）', '1.', '2.', '（二）'])
  expect(
    numbersOf(
      [
        { mark: '（1）', text: '甲' },
        { mark: '', text: '乙' },
      ],
      { kind: 'paragraph', level: 1 },
    ),
  ).toEqual(['（1）', ''])
})
