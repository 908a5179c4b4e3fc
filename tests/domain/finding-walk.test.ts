import { expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import { placeIn, walkThrough } from '@/lib/domain/checks/walk'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'
import { findingPlaceLabel, sentenceBehind } from '@/lib/messages/findings'
import { anEvaluation, anIndicator } from '@/tests/support/builders'
import { text } from '@/tests/support/findings'

test('one comes past every finding form by form, in the order of its cells', () => {
  const evaluation = anEvaluation({
    figures: {},
    goals: [{ id: 'g', mark: '', text: text('保障民生'), completion: [] }],
    indicators: ['first', 'second'].map((id) => anIndicator({ id, lineId: id, name: id, maxScore: '45', actual: '' })),
  })
  const { findings } = assess(evaluation)
  const stops = walkThrough(evaluation, findings)
  expect(stops).toHaveLength(findings.length)
  const sections = stops.map(({ section }) => ENTRY_SECTIONS.indexOf(section))
  expect(sections).toEqual([...sections].sort((a, b) => a - b))
  const actuals = stops.map(({ finding }) => finding.at).filter((at) => at.endsWith('/actual'))
  expect(actuals).toEqual(['indicators/first/actual', 'indicators/second/actual'])
  // Of the form as a whole first
  const duties = stops.filter(({ section }) => section === 'duties').map(({ finding }) => finding.at)
  expect(duties[0]).toBe('duties')
})

test('lists of one form in which nothing stands are each named by what they are, and gone to each by itself', () => {
  const evaluation = anEvaluation()
  const stops = walkThrough(evaluation, assess(evaluation).findings).filter(({ section }) => section === 'problems')
  expect(stops.map(({ finding }) => [placeIn(finding), findingPlaceLabel(finding, evaluation)])).toEqual([
    ['problems', '存在的主要问题'],
    ['measures', '下一步改进措施'],
  ])
  const [first] = stops
  expect(first && sentenceBehind(findingPlaceLabel(first.finding, evaluation), first.finding)).toBe('未填。')
})
