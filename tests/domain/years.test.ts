import { expect, test } from 'vitest'
import { besideIn, linesOverYears } from '@/lib/domain/evaluation/years'
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

test('years stand beside one that are of its scope, one each, the newest five or as many from its own on', () => {
  const own = (year: number) => ({ id: `own ${year}`, scope: 'own' as const, year })
  const all = [2024, 2023, 2022, 2021, 2020, 2019, 2018].map(own)
  const years = (id: string, among: readonly Parameters<typeof besideIn>[0][]) => {
    const one = among.find((other) => other.id === id)
    return one === undefined ? [] : besideIn(one, [...among]).map((other) => other.year)
  }
  expect(years('own 2024', all)).toEqual([2024, 2023, 2022, 2021, 2020])
  expect(years('own 2020', all)).toEqual([2024, 2023, 2022, 2021, 2020])
  expect(years('own 2018', all)).toEqual([2022, 2021, 2020, 2019, 2018])
  const consolidated = { id: 'with units', scope: 'consolidated' as const, year: 2024 }
  const again = { id: 'own again', scope: 'own' as const, year: 2024 }
  expect(besideIn(again, [own(2024), consolidated, again, own(2023)]).map(({ id }) => id)).toEqual(['own again', 'own 2023'])
  expect(besideIn(consolidated, [own(2024), consolidated, own(2023)]).map(({ id }) => id)).toEqual(['with units'])
})
