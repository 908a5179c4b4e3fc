import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atStake } from '@/lib/domain/explanation/at-stake'
import { adviseOnTarget } from '@/lib/domain/explanation/target-advice'
import { plain } from '@/lib/domain/quantities'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { anEvaluation, anIndicator } from '@/tests/support/builders'
import { withRow } from '@/tests/support/findings'

const context = { dimension: '产出指标', group: '质量指标', name: '示例完成率', unit: '' }

/** Doubts about a target, by what was achieved (newest first) and what others aim at. */
const doubts = (target: string, history: readonly string[] = [], peers: readonly string[] = [], at = context) =>
  adviseOnTarget(readTarget(target, at), at, {
    history: history.map((text, index) => ({ year: 2022 - index, text, reading: readActual(text, at) })),
    peers: peers.map((text) => ({ text, reading: readTarget(text, at) })),
  })

describe('what nobody can measure', () => {
  test.each([
    ['明显提升', 'words'],
    ['较好', 'words'],
    ['≥0次', 'openMinimum'],
    ['约95%', 'approximate'],
    ['1O0%', 'unreadable'],
  ])('%s', (target, why) => expect(doubts(target)).toEqual([{ kind: 'notMeasurable', why }]))
  test.each(['≥95%', '=0起', '≤5天', '3-5次', '2023年12月底前', '', '不适用：本年无此项'])('%s is in order', (target) =>
    expect(doubts(target)).toEqual([]),
  )
})

describe('what was met before it was set, and what is out of reach', () => {
  test.each([
    ['≥95%', ['98%'], 'trivial'],
    ['≤10天', ['8天'], 'trivial'],
    ['≥100%', ['100%'], null],
    ['=0起', ['0起'], null],
    ['≥95%', ['90%', '99%'], null],
    ['≥200次', ['100次', '120次'], 'outOfReach'],
    ['≥130次', ['100次'], null],
    ['≤5天', ['10天'], 'outOfReach'],
    ['≥95%', ['较好'], null],
    ['≥95%', ['300人'], null],
  ] as const)('%s after %s', (target, history, kind) =>
    expect(doubts(target, history).map((one) => one.kind)).toEqual(kind === null ? [] : [kind]),
  )

  test('the reason says which year', () => {
    expect(doubts('≥200次', ['100次', '120次'])).toEqual([{ kind: 'outOfReach', by: 'history', than: '120次', year: 2021 }])
    expect(doubts('≥95%', ['98%', '99%'])).toEqual([{ kind: 'trivial', by: 'history', than: '98%', year: 2022 }])
  })

  test('against like departments, three at least', () => {
    const others = ['≥90次', '≥100次', '≥120次']
    expect(doubts('≥50次', [], others)).toEqual([{ kind: 'trivial', by: 'peers', than: '≥90次', count: 3 }])
    expect(doubts('≥200次', [], others)).toEqual([{ kind: 'outOfReach', by: 'peers', than: '≥120次', count: 3 }])
    expect(doubts('≥100次', [], others)).toEqual([])
    expect(doubts('≥50次', [], others.slice(1))).toEqual([])
    expect(doubts('≤30天', [], ['≤5天', '≤7天', '≤10天']).map(({ kind }) => kind)).toEqual(['trivial'])
    expect(doubts('≤2天', [], ['≤5天', '≤7天', '≤10天']).map(({ kind }) => kind)).toEqual(['outOfReach'])
  })

  test('a target at what was achieved last year is never doubtful', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom('≥', '≤', '=', '>'), (value, sign) => {
        const at = { ...context, name: '示例次数' }
        const kinds = doubts(`${sign}${value}次`, [`${value}次`], [], at).map(({ kind }) => kind)
        expect(kinds).toEqual([])
      }),
    )
  })
})

describe('what the points hang on', () => {
  const stake = (target: string) => {
    const evaluation = withRow({ target, actual: '' })
    const [row] = evaluation.indicators
    const found = row === undefined ? null : atStake(row, evaluation)
    return found === null ? null : { ...found, maxScore: plain(found.maxScore), ...('lost' in found ? { lost: plain(found.lost) } : {}) }
  }
  const most = plain(withRow({ target: '≥1次' }).indicators[0]?.maxScore ?? expect.fail('no row'))

  test('a missed minimum loses its proportion, a missed 0 everything; words are judged', () => {
    expect(stake('≥100次')).toMatchObject({ kind: 'tenth', maxScore: most, lost: tenthOf(most) })
    expect(stake('=0起')).toEqual({ kind: 'all', maxScore: most })
    expect(stake('2023年12月底前')).toEqual({ kind: 'all', maxScore: most })
    expect(stake('明显提升')).toEqual({ kind: 'judged', maxScore: most })
    expect(stake('')).toBeNull()
  })

  test('without 分值 nothing is at stake', () => {
    const evaluation = anEvaluation({ indicators: [{ ...anIndicator(), maxScore: null }] })
    const [row] = evaluation.indicators
    expect(row && atStake(row, evaluation)).toBeNull()
  })
})

const tenthOf = (most: string): string => `${Number(most) / 10}`
