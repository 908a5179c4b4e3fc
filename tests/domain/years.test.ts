import { expect, test } from 'vitest'
import { linesOverYears } from '@/lib/domain/evaluation/years'
import { anIndicator } from '@/tests/support/builders'

test('an indicator stands in one line over the years, under whatever name; a year without it has none', () => {
  const row = (lineId: string, name: string) => anIndicator({ id: `${lineId}${name}`, lineId, name })
  const now = [row('b', '满意度'), row('a', '维修里程（公里）')]
  const before = [row('a', '维修里程'), row('c', '绿化面积')]
  expect(linesOverYears([now, before]).map(({ line, rows }) => [line, ...rows.map((one) => one?.name ?? null)])).toEqual([
    ['b', '满意度', null],
    ['a', '维修里程（公里）', '维修里程'],
    ['c', null, '绿化面积'],
  ])
  expect(linesOverYears([[], []])).toEqual([])
})
