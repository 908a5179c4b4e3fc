import { describe, expect, test } from 'vitest'
import type { Mark } from '@/lib/domain/cells/marks'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { narrative, numbered } from '@/lib/report/narrative-blocks'
import { problems } from '@/lib/report/scoring-table/problems'
import { anEvaluation } from '@/tests/support/builders'

const evaluation = anEvaluation()
const assessed = { evaluation, score: scoreEvaluation(evaluation) }

const item = (mark: Mark, text: string, kind: NarrativeBlock['kind'] = 'item'): NarrativeBlock => ({
  id: text,
  kind,
  level: 1,
  mark,
  basis: '',
  runs: [{ text }],
})
const printed = (blocks: readonly NarrativeBlock[]): string[] =>
  narrative(blocks, 3, assessed).map((block) => (block.kind === 'paragraph' ? block.text : ''))

describe('the numbers of a list', () => {
  test.each<[Mark, string[]]>([
    ['', ['1.甲', '2.乙', '3.丙']],
    ['（一）', ['（一）甲', '（二）乙', '（三）丙']],
    ['1.', ['1.甲', '2.乙', '3.丙']],
    ['（1）', ['（1）甲', '（2）乙', '（3）丙']],
    ['一是', ['一是甲', '二是乙', '三是丙']],
    ['无', ['甲', '乙', '丙']],
  ])('marked %s', (mark, expected) => {
    expect(printed(['甲', '乙', '丙'].map((text) => item(mark, text)))).toEqual(expected)
  })

  test('four levels, each counted within the one above', () => {
    const list = [
      item('（一）', '甲'),
      item('1.', '甲一'),
      item('（1）', '甲一a'),
      item('一是', 'x'),
      item('一是', 'y'),
      item('（1）', '甲一b'),
      item('1.', '甲二'),
      item('（1）', '甲二a'),
      item('（一）', '乙'),
      item('1.', '乙一'),
    ]
    expect(printed(list)).toEqual([
      '（一）甲',
      '1.甲一',
      '（1）甲一a',
      '一是x',
      '二是y',
      '（2）甲一b',
      '2.甲二',
      '（1）甲二a',
      '（二）乙',
      '1.乙一',
    ])
  })

  test('a lead-in has no number and begins the list anew; other words between items do not', () => {
    const list = [item('无', '主要职责是：'), item('', '甲'), item('无', '此外'), item('', '乙'), item('无', '内设机构：'), item('', '丙')]
    expect(printed(list)).toEqual(['主要职责是：', '1.甲', '此外', '2.乙', '内设机构：', '1.丙'])
    expect(printed([item('', '甲'), item('', '说明', 'paragraph'), item('', '乙')])).toEqual(['1.甲', '说明', '2.乙'])
  })
})

describe('the numbers of goals, problems and measures', () => {
  const rows = (...all: [Mark, string][]) => all.map(([mark, text]) => ({ id: text, mark, text: [{ text }] }))
  const printedRows = (...all: [Mark, string][]): string[] =>
    numbered(rows(...all), 2, assessed).map((block) => (block.kind === 'paragraph' ? block.text : ''))

  test('as the report asks, or as the person chose', () => {
    expect(printedRows(['', '甲'], ['', '乙'])).toEqual(['（一）甲', '（二）乙'])
    expect(printedRows(['一是', '甲'], ['一是', '乙'])).toEqual(['一是甲', '二是乙'])
    expect(printedRows(['1.', '甲'], ['（1）', '甲一'], ['（1）', '甲二'], ['1.', '乙'])).toEqual([
      '1.甲',
      '（1）甲一',
      '（2）甲二',
      '2.乙',
    ])
    expect(printedRows(['无', '甲'], ['无', '乙'])).toEqual(['甲', '乙'])
  })

  test('a single one has none unless it was chosen, with a lead-in too; an empty one is not counted', () => {
    expect(printedRows(['', '甲'], ['', ''])).toEqual(['甲'])
    expect(printedRows(['无', '存在以下问题：'], ['', '甲'])).toEqual(['存在以下问题：', '甲'])
    expect(printedRows(['（一）', '甲'])).toEqual(['（一）甲'])
  })

  test('a lead-in is no row of the table', () => {
    const led = anEvaluation({
      problems: rows(['无', '存在以下问题：'], ['', '甲']).map((row) => ({ ...row, measureIds: row.id === '甲' ? ['乙'] : [] })),
      measures: rows(['无', '措施如下：'], ['', '乙']),
    })
    const block = problems({ evaluation: led, score: scoreEvaluation(led) })
    expect(block.kind === 'table' && block.table.rows.map((row) => row.map(({ text }) => text))).toEqual([['1', '甲', '乙']])
  })
})
