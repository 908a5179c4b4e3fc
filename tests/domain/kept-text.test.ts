import { expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import type { Form, TextPiece } from '@/lib/domain/checks/form'
import { formOfEvaluation } from '@/lib/domain/checks/form-of-evaluation'
import { keptText } from '@/lib/domain/checks/kept-text'
import { readOf } from '@/lib/domain/checks/narrative/figures'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { isSame } from '@/lib/domain/json/same'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, figuresInWan } from '@/tests/support/builders'
import { block } from '@/tests/support/findings'

const piece = (text: string, at = 'narrative/n1/text'): TextPiece => ({ at, part: 'duties', text })
const said = (words: string, budget = '500.00', more: Partial<Evaluation> = {}): Evaluation => {
  const evaluation = anEvaluation({
    figures: figuresInWan({ 'total/adjustedBudget': budget, 'total/actualExpenditure': '460.00' }),
    ...more,
  })
  return { ...evaluation, narrative: { ...evaluation.narrative, duties: [block('d1', words)] } }
}
const formOf = (evaluation: Evaluation): Form => formOfEvaluation(evaluation, scoreEvaluation(evaluation))
const WORDS = '年末结余40.00万元，占全年预算的8.00%。'

test('the same text handed in again is the one that was read; one of another sign or place is another', () => {
  const first = keptText([piece('支出100万元。')])
  expect(keptText([piece('支出100万元。')])).toBe(first)
  expect(keptText([piece('支出101万元。')])).not.toBe(first)
  expect(keptText([piece('支出100万元。', 'narrative/n2/text')])).not.toBe(first)
  expect(keptText([piece('支出100'), piece('万元。')])).not.toBe(first)
})

test('what was long not asked for goes, and what is longer than all is never kept', () => {
  const first = keptText([piece('支出200万元。')])
  for (let i = 0; i < 300; i++) keptText([piece(`${i}${'示例'.repeat(500)}`)])
  expect(keptText([piece('支出200万元。')])).not.toBe(first)
  const endless = '示'.repeat(300_000)
  expect(keptText([piece(endless)])).not.toBe(keptText([piece(endless)]))
})

test('a text is read again only where its words, the year or the table changed', () => {
  const read = readOf(formOf(said(WORDS)))
  expect(readOf(formOf(said(WORDS)))).toBe(read)
  expect(readOf(formOf(said(WORDS, '510.00')))).not.toBe(read)
  expect(readOf(formOf(said(WORDS, '500.00', { year: 2022 })))).not.toBe(read)
  expect(readOf(formOf(said(`${WORDS}已公开。`)))).not.toBe(read)
})

test('an amount that changes under the same words is held against them', () => {
  const codes = (budget: string) => assess(said(WORDS, budget)).findings.map(({ code }) => code)
  expect(codes('500.00')).not.toContain('T34')
  expect(codes('600.00')).toContain('T34')
  expect(codes('500.00')).not.toContain('T34')
})

test('a key figure that changes under the same words is held against them, and so is one that was right before', () => {
  const codes = (budget: string) => assess(said('全年预算数500.00万元，XX项目支出460.00万元。', budget)).findings.map(({ code }) => code)
  expect(codes('500.00')).not.toContain('T01')
  expect(codes('900.00')).toContain('T01')
  expect(codes('500.00')).not.toContain('T01')
})

test('what is found in the words alone is found each time, and in the words as they are', () => {
  const templates = (words: string) => assess(said(words)).findings.flatMap((finding) => (finding.code === 'T02' ? [finding.at] : []))
  expect(templates('XX项目已完成。')).toEqual(['narrative/d1/text'])
  expect(templates('XX项目已完成。')).toEqual(['narrative/d1/text'])
  expect(templates('示例项目已完成。')).toEqual([])
})

test('two values are the same where every part of them is', () => {
  expect(isSame({ a: [1n, { b: null }] }, { a: [1n, { b: null }] })).toBe(true)
  expect(isSame({ a: 1 }, { a: 2 })).toBe(false)
  expect(isSame({ a: 1 }, { b: 1 })).toBe(false)
  expect(isSame([1], { 0: 1 })).toBe(false)
  expect(isSame([1, 2], [1])).toBe(false)
  expect(isSame(null, {})).toBe(false)
})
