import { describe, expect, test } from 'vitest'
import { partOfGroups } from '@/components/evidence/evidence-parts'

const group = (place: string, count: number) => ({
  place,
  label: place,
  count,
  all: '',
  files: Array.from({ length: count }, (_, i) => ({ id: `${place}${i}`, name: '', about: '', href: '', isShown: false, same: null })),
})
const groups = [group('a', 80), group('b', 150), group('c', 5)]
const shown = (after: string, place = '') => {
  const { groups: here, part } = partOfGroups(groups, after, place)
  return [here.map(({ place: at, files }) => `${at} ${files.length}`).join(', '), part.skipped, part.previous, part.next]
}

describe('a long list of 佐证材料', () => {
  test('goes on where the part before ended', () => {
    expect(shown('')).toEqual(['a 80, b 20', 0, null, 'b19'])
    expect(shown('b19')).toEqual(['b 100', 100, '', 'b119'])
    expect(shown('b119')).toEqual(['b 30, c 5', 200, 'b19', null])
  })

  test('begins where a place that is asked for does, and at the beginning where neither is there', () => {
    expect(shown('', 'c')).toEqual(shown('b119'))
    expect(shown('b19', 'c')).toEqual(shown('b19'))
    expect(shown('gone', 'gone')).toEqual(shown(''))
    expect(partOfGroups([], '', '').part).toMatchObject({ count: 0, previous: null, next: null })
  })

  test('is one part where it is short', () =>
    expect(partOfGroups([group('a', 100)], '', '').part).toMatchObject({ count: 100, previous: null, next: null }))
})
