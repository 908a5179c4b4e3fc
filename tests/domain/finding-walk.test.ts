import { expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import { walkThrough } from '@/lib/domain/checks/walk'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'
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
