import { expect, test } from 'vitest'
import { plain } from '@/lib/domain/quantities'
import { readPastYears } from '@/lib/forms/administration/past-years'
import { PAST_FIGURES } from '@/lib/forms/administration/past-years-columns'
import { refusal, value } from '@/tests/support/people'

const read = (...rows: string[]) => readPastYears(rows.join('\n'))

test('columns are found by their words in whatever order, amounts are 万元, what is empty says nothing', () => {
  const { lines, faulty } = value(
    read('年份\t单位名称\t全年执行数\t部门代码\t项目支出全年执行数（万元）\t备注', '2022年\t示例局\t1,200.5\t101\t\t核对过'),
  )
  expect(faulty).toEqual([])
  expect(lines).toHaveLength(1)
  const [{ figures = [], ...line } = {}] = lines
  expect(line).toEqual({ line: 2, code: '101', year: 2022 })
  expect(
    figures.map(({ name, value: cell }) => [name, cell.kind === 'figure' && cell.figure?.state === 'filled' && plain(cell.figure.value)]),
  ).toEqual([['total/actualExpenditure', '12005000']])
})

test('each line says what is wrong with it, by its own words', () => {
  const { lines, faulty } = value(
    read('单位代码\t年度\t全年预算数\t在职人数', '101\t去年\t1\t', '102\t2022\t约三百\t1.5', '103\t2022\t1\t2'),
  )
  expect(lines.map(({ code }) => code)).toEqual(['103'])
  expect(faulty.map(({ line, sentences }) => [line, sentences.length])).toEqual([
    [2, 1],
    [3, 2],
  ])
  expect(faulty[1]?.sentences[0]).toContain('全年预算数“约三百”')
})

test('a column that nobody understands, or that stands there twice, is refused: no amount is left out unsaid', () => {
  expect(refusal(read('单位代码\t年度\t水费', '101\t2022\t1'))).toBe('past-years-unknown')
  expect(refusal(read('单位代码\t年度\t全年预算数\t部门整体支出全年预算数', '101\t2022\t1\t1'))).toBe('past-years-unknown')
  expect(refusal(read('年度\t全年预算数', '2022\t1'))).toBe('past-years-columns')
  expect(refusal(read('单位代码\t年度\t全年预算数'))).toBe('past-years-empty')
})

test('what the template writes is understood', () => {
  const head = ['单位代码', '单位名称', '年度', ...PAST_FIGURES.map(({ heading }) => heading)].join('\t')
  const row = ['101', '', '2022', ...PAST_FIGURES.map(() => '1')].join('\t')
  expect(value(read(head, row)).lines[0]?.figures).toHaveLength(PAST_FIGURES.length)
})
