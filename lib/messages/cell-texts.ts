import { countedPlace, leadsIn } from '@/lib/domain/cells/list-places'
import { textOf } from '@/lib/domain/cells/narrative'
import { type CellValue, writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { sayReferences } from './data-labels'
import { LEAD_IN } from './form-labels'
import { measureName } from './measure-name'
import { count, wan } from './numbers'

/** How what stands in a cell is shown in a form, and how the rows that cells are tied to are called there. */

/** Figures with thousands separators, everything else as it is kept. */
export const shownText = (value: CellValue): string => {
  if (value.kind !== 'figure' || value.figure?.state !== 'filled') return writeCellValue(value)
  return value.measure === 'money' ? wan(value.figure.value) : count(value.figure.value)
}

/** 2. 维护安全稳定 */
export const taskName = (index: number, name: string): string => `${index + 1}. ${name || '（未命名任务）'}`

/** The rows that cells can be tied to, by id. */
export const rowNames = (evaluation: Evaluation): Record<string, string> =>
  Object.fromEntries([
    ...evaluation.tasks.map(({ id, name }, index) => [id, taskName(index, name)]),
    ...evaluation.measures.map((row, index, all) => [
      row.id,
      leadsIn(row) ? LEAD_IN : measureName(countedPlace(all, index), sayReferences(textOf(row.text), evaluation)),
    ]),
  ])
