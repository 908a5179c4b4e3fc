import { expect, test } from 'vitest'
import type { KeyTask } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, textAt } from '@/lib/domain/evaluation/evaluation-cells'
import { quantity, yuanFromWan } from '@/lib/domain/quantities'
import { cellsOfDocument, rowIdsOf, typedBeside } from '@/lib/exchange/document-cells'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { anEvaluation, untold } from '@/tests/support/builders'
import { found } from '@/tests/support/findings'

/** A task's money by source of its funds, and why less was spent. */

const wan = (digits: string) => yuanFromWan(quantity(digits))
const task = (more: Partial<KeyTask>): KeyTask => ({ ...untold, id: 't', name: '危房改造', subItems: [], completion: [], ...more })
const whole = {
  budget: wan('1000'),
  expenditure: wan('940'),
  centralBudget: wan('600'),
  centralExpenditure: wan('540'),
  ownBudget: wan('400'),
  ownExpenditure: wan('400'),
  reason: '尾款未到支付节点',
}
const evaluationOf = (more: Partial<KeyTask>) => anEvaluation({ tasks: [task({ ...whole, ...more })] })

test('the sources add to the task, column by column', () => {
  expect(found(evaluationOf({}), 'F01')).toEqual([])
  expect(found(evaluationOf({ centralBudget: wan('650') }), 'F01')).toMatchObject([
    { at: 'tasks/t/budget', expected: '1050', found: '1000' },
  ])
  expect(found(evaluationOf({ budget: null }), 'F01')).toEqual([])
  expect(found(anEvaluation({ tasks: [task({ budget: wan('5') })] }), 'F01')).toEqual([])
})

test('a document holds them, by the names of the sources', () => {
  const document = documentOf(evaluationOf({}))
  expect(document.tasks).toMatchObject([
    {
      budget: '1000',
      reason: '尾款未到支付节点',
      sources: [
        { name: '中央', budget: '600', expenditure: '540' },
        { name: '本级', budget: '400', expenditure: '400' },
      ],
    },
  ])
  const result = evaluateDocument(JSON.parse(JSON.stringify(document)))
  expect(result.ok && result.line.findings.filter(({ code }) => code === 'F01')).toEqual([])
  expect(documentOf(anEvaluation({ tasks: [task({})] })).tasks?.[0]).not.toHaveProperty('sources')
})

test('every cell is read out of it again', () => {
  const evaluation = evaluationOf({ municipalBudget: wan('0') })
  const document = documentOf(evaluation)
  expect(typedBeside(evaluation, document)).toEqual({})
  const said = new Map(cellsOfDocument(document, rowIdsOf(evaluation)))
  for (const address of addressesOf(evaluation).filter((at) => at.startsWith('tasks/')))
    expect(said.get(address)).toBe(textAt(evaluation, address))
})
