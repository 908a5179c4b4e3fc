import { expect, test } from 'vitest'
import { type NumberCell, saidIn } from '@/lib/domain/checks/form'
import { formOfEvaluation } from '@/lib/domain/checks/form-of-evaluation'
import { quantity } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { foundingCase } from '@/tests/support/founding-case'

const evaluation = foundingCase()
const form = formOfEvaluation(evaluation, scoreEvaluation(evaluation))
const cells: NumberCell[] = [
  ...form.funds.flatMap(({ money, maxScore, printedRate, printedScore }) => [...Object.values(money), maxScore, printedRate, printedScore]),
  ...form.splits.flatMap(({ total, parts }) => [total, ...parts]),
  ...form.indicators.flatMap(({ maxScore, printedScore, printedCompletion }) => [maxScore, printedScore, printedCompletion]),
]

test('numbers of our own come to the checks exact, with no printed text or decimals made up for them', () => {
  expect(cells.filter(({ reading }) => reading.kind === 'exact').length).toBeGreaterThan(20)
  expect(cells.filter((cell) => 'text' in cell)).toEqual([])
})

test('they are said by their exact decimals, and blank ones by nothing', () => {
  expect(saidIn({ at: '', reading: { kind: 'exact', value: quantity('9016.650') } })).toBe('9016.65')
  expect(saidIn({ at: '', reading: { kind: 'blank' } })).toBe('')
})
