import { expect, test } from 'vitest'
import { cellSpec, projectCell, readProjectCell } from '@/lib/domain/cells/addresses'
import { readCellValue } from '@/lib/forms/cells/cells'
import { asCellsOf, removedWith, together } from '@/lib/forms/saving/answers-of-projects'

const AT = 'funds/total/initialBudget'
const CELL = projectCell({ project: 'abc', at: AT })

test('a cell of a project is called by the project, and holds what it holds there', () => {
  expect(CELL).toBe('projects/abc/funds/total/initialBudget')
  expect(readProjectCell(CELL)).toEqual({ project: 'abc', at: AT })
  expect(readProjectCell(AT)).toBeNull()
  expect(cellSpec(CELL)).toEqual(cellSpec(AT))
  expect(cellSpec('projects/abc/funds/none/initialBudget')).toBeNull()
  expect(readCellValue(CELL, '不适用：无')).toEqual(readCellValue(AT, '不适用：无'))
})

test('answers of projects are one answer of the form', () => {
  const one = { saved: [{ address: AT, number: 2 }], refusals: [{ address: AT, message: '不' }], conflicts: [], message: null }
  const all = together([asCellsOf('abc', one), removedWith([{ address: 'projects/gone/x', text: '1' }])])
  expect(all).toMatchObject({
    saved: [{ address: CELL, number: 2 }],
    refusals: [{ address: CELL, message: '不' }],
    conflicts: [{ address: 'projects/gone/x', typed: '1', current: null }],
    message: null,
  })
})
