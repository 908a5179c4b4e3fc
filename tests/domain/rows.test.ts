import { describe, expect, test } from 'vitest'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { type RowList, rowsIn, withNewRow, withoutRow, withRowMoved } from '@/lib/domain/evaluation/rows'
import { canonicalJson } from '@/lib/domain/json/canonical-json'
import { anEvaluation, anIndicator } from '@/tests/support/builders'
import { refusal, value } from '@/tests/support/people'

const ids = (evaluation: Evaluation, place: RowList) => rowsIn(evaluation, place)?.map(({ id }) => id)
const goals = { list: 'goals' } as const
const three = ['a', 'b', 'c'].reduce((evaluation, id) => value(withNewRow(evaluation, goals, id)), anEvaluation())

describe('the rows of a list', () => {
  test('are added last, first, or behind another', () => {
    expect(ids(three, goals)).toEqual(['a', 'b', 'c'])
    expect(ids(value(withNewRow(three, goals, 'x', { after: null })), goals)).toEqual(['x', 'a', 'b', 'c'])
    expect(ids(value(withNewRow(three, goals, 'x', { after: 'a' })), goals)).toEqual(['a', 'x', 'b', 'c'])
    expect(ids(value(withNewRow(three, goals, 'x', { after: 'gone' })), goals)).toEqual(['a', 'b', 'c', 'x'])
  })

  test('move', () => {
    expect(ids(value(withRowMoved(three, 'goals', 'c', null)), goals)).toEqual(['c', 'a', 'b'])
    expect(ids(value(withRowMoved(three, 'goals', 'a', 'c')), goals)).toEqual(['b', 'c', 'a'])
    expect(refusal(withRowMoved(three, 'goals', 'a', 'a'))).toBe('no-such-row')
    expect(refusal(withRowMoved(three, 'goals', 'x', null))).toBe('no-such-row')
  })

  test('are 300 at most', () => {
    let full = anEvaluation()
    for (let n = 0; n < 300; n++) full = value(withNewRow(full, goals, `g${n}`))
    expect(refusal(withNewRow(full, goals, 'one-more'))).toBe('too-many-rows')
  })

  test('of a section and of a task are lists of their own', () => {
    const withTask = value(withNewRow(anEvaluation(), { list: 'tasks' }, 'task'))
    const duties = { list: 'narrative', section: 'duties' } as const
    const subItems = { list: 'narrative', section: 'subItems', taskId: 'task' } as const
    const both = value(withNewRow(value(withNewRow(withTask, duties, 'd')), subItems, 's', { shape: { kind: 'item', level: 2 } }))
    expect(ids(both, duties)).toEqual(['d'])
    const marked = withNewRow(anEvaluation(), { list: 'measures' }, 'm', { shape: { kind: 'item', level: 1, mark: '一是' } })
    expect(marked.ok && marked.value.measures).toEqual([{ id: 'm', text: [], mark: '一是' }])
    expect(both.tasks[0]?.subItems).toEqual([{ id: 's', kind: 'item', level: 2, mark: '', basis: '', runs: [] }])
    expect(refusal(withNewRow(both, { ...subItems, taskId: 'gone' }, 'x'))).toBe('no-such-row')
    expect(refusal(withRowMoved(both, 'narrative', 's', 'd'))).toBe('no-such-row')
  })
})

describe('removing', () => {
  test('a measure unties the problems that it answered', () => {
    const tied = anEvaluation({
      problems: [{ id: 'p', mark: '', text: [], measureIds: ['m', 'n'] }],
      measures: [
        { id: 'm', mark: '', text: [] },
        { id: 'n', mark: '', text: [] },
      ],
    })
    const { after, untied } = value(withoutRow(tied, 'measures', 'm'))
    expect(after.problems[0]?.measureIds).toEqual(['n'])
    expect(untied).toEqual(['problems/p/measures'])
  })

  test('a task unties its indicators', () => {
    const withTask = value(withNewRow(anEvaluation({ indicators: [anIndicator({ taskId: 'task' })] }), { list: 'tasks' }, 'task'))
    const { after, untied } = value(withoutRow(withTask, 'tasks', 'task'))
    expect(after.indicators[0]?.taskId).toBeNull()
    expect(untied).toEqual(['indicators/indicator1/task'])
  })

  test('what the scheme gives stays', () => {
    expect(refusal(withoutRow(anEvaluation({ indicators: [anIndicator({ fixedId: 'f' })] }), 'indicators', 'indicator1'))).toBe(
      'fixed-by-scheme',
    )
    expect(refusal(withoutRow(three, 'goals', 'x'))).toBe('no-such-row')
  })
})

test('canonical JSON has one form for one content', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '汉' }], a: undefined })).toBe('{"b":[1,{"c":"汉","d":null}]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  expect(() => canonicalJson({ a: 1n })).toThrow()
})
