import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, cellOf } from '@/lib/domain/evaluation/evaluation-cells'

/** Every cell's address and text in printed order, as a form shows it; null where there is no such cell. */
export const cellTexts = (evaluation: Evaluation): [string, string | null][] =>
  addressesOf(evaluation).map((address) => {
    const cell = cellOf(evaluation, address)
    return [address, cell && writeCellValue(cell)]
  })
