import { describe, expect, test } from 'vitest'
import { lettersOf } from '@/lib/data/database/search'
import { type FoundDatum, findData, isMeant } from '@/lib/forms/cells/found-data'

const datum = (label: string, text = ''): FoundDatum => ({ name: label, label, text, letters: lettersOf(label) })
const data = [
  datum('年末结转结余'),
  datum('预算执行率', '98.76%'),
  datum('全年预算数', '1,234.50'),
  datum('“调解成功率”的实际完成值', '96%'),
]
const found = (word: string) => findData(data, word).map(({ label }) => label)

describe('data that texts refer to are found', () => {
  test.each([
    ['', data.map(({ label }) => label)],
    ['预算', ['预算执行率', '全年预算数']],
    ['98', ['预算执行率']],
    ['yszxl', ['预算执行率']],
    ['YSZXL', ['预算执行率']],
    ['yusuan', ['预算执行率', '全年预算数']],
    ['qnys', ['全年预算数']],
    // 调 is tiao or diao
    ['tjcgl', ['“调解成功率”的实际完成值']],
    // Those that begin so come first
    ['ys', ['预算执行率', '全年预算数']],
  ])('by “%s”', (word, labels) => {
    expect(found(word)).toEqual(labels)
  })

  test.each(['h', 'kg', '或者', 'km'])('none by “%s”, which stands behind a stroke that is meant as one', (word) => {
    expect(found(word)).toEqual([])
  })

  test('and taken by Enter only where they are clearly meant', () => {
    const [first, second] = findData(data, 'ys')
    expect([first && isMeant(first, 'ys'), second && isMeant(second, 'ys'), first && isMeant(first, '')]).toEqual([true, false, false])
  })
})
