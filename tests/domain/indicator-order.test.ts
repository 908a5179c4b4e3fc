import { expect, test } from 'vitest'
import { inSchemeOrder } from '@/lib/domain/evaluation/indicator-order'

const group = (name: string) => ({ name, maxScore: null })
const dimensions = [
  { name: '产出指标', maxScore: '50', groups: ['数量指标', '质量指标'].map(group) },
  { name: '效益指标', maxScore: '30', groups: [] },
]
const row = (text: string) => {
  const [dimension = '', second = '', id = ''] = text.split('/')
  return { dimension, group: second, id }
}
const ordered = (...rows: string[]) => inSchemeOrder(rows.map(row), { dimensions }).map(({ id }) => id)

test('by the scheme, within a 二级 as entered', () => {
  expect(ordered('效益指标//1', '产出指标/质量指标/2', '产出指标/数量指标/3', '效益指标//4', '产出指标/数量指标/5')).toEqual([
    '3',
    '5',
    '2',
    '1',
    '4',
  ])
})

test('what the scheme does not name stands behind as it comes, and what has no name at the end', () => {
  expect(
    ordered('//1', '满意度/乙/2', '加分项//3', '满意度/甲/4', '产出指标//5', '产出指标/其他/6', '产出指标/数量指标/7', '满意度/乙/8'),
  ).toEqual(['7', '6', '5', '2', '8', '4', '3', '1'])
})

test('spaces around a name make no other of it', () => {
  expect(ordered('产出指标 /质量指标/1', ' 产出指标/ 数量指标/2')).toEqual(['2', '1'])
})
