import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { compareCells, compareNumbers } from '@/lib/domain/reading/comparison'
import { outcome } from '@/tests/support/comparisons'

describe('properties', () => {
  const number = fc.tuple(fc.nat(9999), fc.nat(99)).map(([a, b]) => `${a}.${`${b}`.padStart(2, '0')}`)

  test('reaching a minimum stays reached as the actual grows', () => {
    fc.assert(
      fc.property(number, number, fc.nat(1000), (target, actual, more) => {
        const [whole = '0', cents = '00'] = actual.split('.')
        const larger = `${Number(whole) + more}.${cents}`
        if (outcome(`≥${target}`, actual) === 'met') expect(outcome(`≥${target}`, larger)).toBe('met')
        if (outcome(`≤${target}`, larger) === 'met') expect(outcome(`≤${target}`, actual)).toBe('met')
      }),
    )
  })

  test('the unit in which both are written does not matter', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (target, actual) => {
        const inYuan = outcome(`≥${target}0000元`, `${actual}0000元`)
        expect(outcome(`≥${target}万元`, `${actual}万元`)).toBe(inYuan)
        expect(outcome(`≥${target}万元`, `${actual}0000元`)).toBe(inYuan)
      }),
    )
  })

  test('a bound is never better than its edge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (target, edge) => {
        if (outcome(`≥${target}人`, `${edge}人以上`) === 'met') expect(outcome(`≥${target}人`, `${edge}人`)).toBe('met')
      }),
    )
  })

  test('two numbers held against each other the short way come out as the long way has it', () => {
    const targets = fc.constantFrom('≥', '>', '=', '<', '≤', '不少于', '增长≥', '')
    const actuals = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom('≥', '约', '增长', '下降', '合格率'))
    const numbers = fc.oneof(fc.constantFrom('0', '0.95', '1', '1.02', '2', '50', '95', '96.2', '100', '100.0'), fc.nat(300).map(String))
    const units = fc
      .constantFrom('', '%', '个', '元', '月')
      .chain((unit) => fc.tuple(fc.constant(unit), fc.constantFrom(unit, unit, '‰', '万元', '')))
    const contexts = fc.record({
      dimension: fc.constantFrom('产出指标', '成本指标'),
      group: fc.constantFrom('数量指标', '时效指标', '经济成本指标'),
      name: fc.constantFrom('示例指标', '合格率', '群众满意度', '完成时限', '增长幅度（≤）'),
      unit: fc.constantFrom('', '%', '个', '月'),
    })
    let short = 0
    fc.assert(
      fc.property(
        fc.tuple(targets, numbers),
        fc.tuple(actuals, numbers),
        units,
        contexts,
        (target, actual, [askedIn, answeredIn], context) => {
          const asked = readTarget([...target, askedIn].join(''), context)
          const answered = readActual([...actual, answeredIn].join(''), context)
          const read = compareNumbers(asked, answered)
          if (read === null) return
          short++
          expect(compareCells(asked, answered, context)).toEqual(read)
        },
      ),
      { numRuns: 5_000 },
    )
    expect(short).toBeGreaterThan(500)
  })
})
