import { describe, expect, it } from 'vitest'
import { fixed } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'
import { dice, difference, type Exact, exact, hundredths, hundredthsText, order, product, quotient } from '@/tests/support/exact'

const ROWS = 50
const COUNT = process.env.HENGJI_LONG === '1' ? 1_000_000 : 20_000
const SYMBOLS = ['≥', '>', '=', '<', '≤'] as const
type Row = { symbol: (typeof SYMBOLS)[number]; target: string; actual: string; maxScore: string }

const met = ({ symbol, target, actual }: Row): boolean => {
  const by = order(exact(actual), exact(target))
  if (symbol === '≥') return by >= 0n
  if (symbol === '>') return by > 0n
  if (symbol === '<') return by < 0n
  if (symbol === '≤') return by <= 0n
  return exact(target).n === 0n ? by === 0n : by >= 0n
}

/** 得分 in hundredths by the rules as they are printed, or null where a person decides. */
function expected(row: Row, formula: 'ratio' | 'linear'): bigint | null {
  const [target, actual, maxScore] = [exact(row.target), exact(row.actual), exact(row.maxScore)]
  const full = hundredths(maxScore)
  if (row.symbol === '≥' && target.n === 0n) return null
  if (met(row)) return full
  if (target.n === 0n) return 0n
  const share: Exact =
    row.symbol === '<' || row.symbol === '≤'
      ? formula === 'ratio'
        ? quotient(target, actual)
        : difference(exact('1'), quotient(difference(actual, target), target))
      : quotient(actual, target)
  if (share.n <= 0n) return 0n
  const score = hundredths(product(share, maxScore))
  if (score < full) return score
  return full > 0n ? full - 1n : 0n
}

describe(`${COUNT.toLocaleString('en')} random indicators against exact rationals`, () => {
  it.each(['ratio', 'linear'] as const)('agree to the last digit by the formula %s for ≤', { timeout: 600_000 }, (formula) => {
    const by = scheme('national-2020', { defaults: { atMostFormula: formula, missed: 'ratio' } })
    const roll = dice(formula === 'ratio' ? 20200225 : 20210818)
    const decimals = (below: number, places: number): string => {
      const digits = `${roll(below)}`.padStart(places + 1, '0')
      return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
    }
    const number = (): string => (roll(20) === 0 ? '0' : decimals(10 ** (1 + roll(8)), roll(4)))
    let different = 0
    for (let done = 0; done < COUNT / 2; done += ROWS) {
      const rows = Array.from({ length: ROWS }, (): Row => {
        const target = number()
        const actual = roll(6) === 0 ? target : number()
        return { symbol: SYMBOLS[roll(5)] ?? '=', target, actual, maxScore: decimals(10_000, 2) }
      })
      const indicators = rows.map(({ symbol, target, actual, maxScore }) => anIndicator({ target: `${symbol}${target}`, actual, maxScore }))
      const { indicators: scored } = scoreEvaluation(anEvaluation({ scheme: by, indicators }))
      for (const [index, row] of rows.entries()) {
        const wanted = expected(row, formula)
        const found = scored[index]?.score ?? null
        const agrees = wanted === null ? found === null : found !== null && fixed(found, 2) === hundredthsText(wanted)
        if (!agrees) different++
        if (!agrees && different <= 3)
          expect.soft({ row, score: found && fixed(found, 2) }).toEqual({ row, score: wanted === null ? null : hundredthsText(wanted) })
      }
    }
    expect(different).toBe(0)
  })
})
