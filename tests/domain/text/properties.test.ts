import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relationsIn } from '@/lib/domain/text/engine'
import { readingOf } from '@/lib/domain/text/reading'

/** 200 generated sentences each, 100,000 in the long form. */
const runs = { numRuns: process.env.HENGJI_LONG ? 100_000 : 200 }
/** Four sentences stand in 24 orders. */
const orders = { numRuns: process.env.HENGJI_LONG ? 1_000 : 100 }
const patience = process.env.HENGJI_LONG ? 1_800_000 : 20_000

const brokenIn = (text: string): string[] =>
  relationsIn(readingOf([{ at: '', text }], 2023)).flatMap(({ holds, certainty, kind }) => (holds || certainty === 'unclear' ? [] : [kind]))

/** Hundredths of 万元 as printed: 123456 → 1,234.56. */
const printed = (hundredths: number): string => {
  const whole = `${Math.floor(hundredths / 100)}`.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${`${hundredths % 100}`.padStart(2, '0')}`
}
const inYuan = (hundredths: number): string => `${hundredths * 100}.00`
/** a ÷ b in per cent with two decimals, half up. */
const rate = (a: number, b: number): string => printed(Math.floor((a * 20_000 + b) / (b * 2)))

const budget = fc.integer({ min: 10_000, max: 9_000_000 })
const share = fc.integer({ min: 5, max: 95 })
const money = fc.tuple(budget, share).map(([whole, percent]) => ({ whole, spent: Math.floor((whole * percent) / 100) + 1 }))

/** The same statements of a budget and what was spent of it, in 万元 or in 元. */
const statement = ({ whole, spent }: { whole: number; spent: number }, unit: '万元' | '元' = '万元', said = spent): string => {
  const amount = unit === '万元' ? printed : inYuan
  return `全年预算${amount(whole)}${unit}，实际支出${amount(said)}${unit}，预算执行率${rate(spent, whole)}%，结余${amount(whole - spent)}${unit}。`
}

describe('generated sentences', () => {
  test(
    'rounded rightly never raise, in 万元 and in 元',
    () => {
      fc.assert(
        fc.property(money, (figures) => {
          expect(brokenIn(statement(figures))).toEqual([])
          expect(brokenIn(statement(figures, '元'))).toEqual([])
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'with one figure put wrong always raise',
    () => {
      fc.assert(
        fc.property(money, fc.integer({ min: 2, max: 9 }), ({ whole, spent }, more) => {
          const wrong = spent + Math.ceil((whole * more) / 1000) + 1
          fc.pre(wrong < whole)
          expect(brokenIn(statement({ whole, spent }, '万元', wrong))).not.toEqual([])
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'lists add up, and do not with one part put wrong',
    () => {
      const parts = fc.array(fc.integer({ min: 100, max: 900_000 }), { minLength: 3, maxLength: 7 })
      const list = (all: readonly number[], total: number): string =>
        `支出${printed(total)}万元，按用途分，${all.map((part, i) => `${'甲乙丙丁戊己庚'[i]}项工作${printed(part)}万元`).join('、')}。`
      fc.assert(
        fc.property(parts, fc.integer({ min: 10, max: 99 }), (all, error) => {
          const total = all.reduce((a, b) => a + b, 0)
          expect(brokenIn(list(all, total))).toEqual([])
          expect(brokenIn(list([(all[0] ?? 0) + error, ...all.slice(1)], total))).toContain('sum')
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'that are independent may stand in any order',
    () => {
      const sentences = [
        '受理信访件860件，办结842件，办结率97.91%。',
        '接待读者1,080人次，比上年的1,200人次下降20%。',
        '改造厕所120户，每户补助3,000元，共计36.00万元。',
        '在编42人，聘用38人，合计81人。',
      ]
      fc.assert(
        fc.property(fc.shuffledSubarray(sentences, { minLength: sentences.length }), (order) => {
          expect(brokenIn(order.join('\n')).toSorted()).toEqual(brokenIn(sentences.join('\n')).toSorted())
        }),
        orders,
      )
    },
    patience,
  )
})
