import { expect, it } from 'vitest'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { gradeName } from '@/lib/domain/scoring/grade'
import { tryScheme } from '@/lib/domain/scoring/scheme-trial'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { trialRow } from '@/lib/messages/scheme-trial'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'

it('a grade is called as its scheme calls it, wherever it is shown', () => {
  const names = { excellent: '优', good: '良', fair: '合格', poor: '不合格' }
  const by = scheme('national-2020', { grades: scheme().grades.map((grade) => ({ ...grade, name: names[grade.grade] })) })
  expect(gradeName('fair', by)).toBe('合格')
  const evaluation = anEvaluation({ scheme: by, indicators: [anIndicator({ maxScore: '90', actual: '70' })] })
  const score = scoreEvaluation(evaluation)
  const said = explainScore(evaluation, score, { kind: 'grade' })
  expect(said && sayExplanation(said)).toMatchObject({ summary: '等级：合格', gains: [expect.stringMatching(/为良$/)] })
  expect(trialRow(tryScheme(evaluation, by))).toMatchObject({ gradeBefore: '合格', gradeAfter: '合格' })
  const document = documentOf(evaluation)
  expect(document.printedGrade).toBe('合格')
  const line = (printedGrade: string) => {
    const evaluated = evaluateDocument({ ...document, printedGrade })
    if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.error))
    return [evaluated.line.grade, evaluated.line.findings.some(({ code }) => code === 'K08')]
  }
  expect([line('合格'), line('不合格'), line('优')]).toEqual([
    ['合格', false],
    ['合格', true],
    ['合格', true],
  ])
})
