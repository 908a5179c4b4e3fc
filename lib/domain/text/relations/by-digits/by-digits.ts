import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { loneShares } from './lone-shares'
import { retold } from './retold'
import { runs } from './runs'
import { siblings } from './siblings'

/**
 * What the digits tell where the words do not: relations that come out exactly, and those that would but for one slip of the pen in a
 * figure that nothing else explains. `drawn`: what the grammar has drawn; a row that the grammar hung on another total than the one that it
 * comes to is taken from it.
 */
export function drawnByDigits(reading: Reading, drawn: readonly Relation[]): Relation[] {
  if (reading.mentions.length > MOST_FIGURES) return [...drawn]
  const sure = drawn.filter(({ certainty }) => certainty !== 'unclear')
  const results = new Set(sure.map(({ result }) => result))
  const shares = siblings(reading, results)
  const shown = new Set<Mention>([...sure, ...shares].flatMap(explains))
  const rows = runs(reading, shown, sure)
  const explained = new Set([...shown, ...rows.flatMap(explains)])
  const lone = loneShares(reading, explained, new Set([...results, ...shares.map(({ result }) => result)]))
  const isOverruled = ({ kind, holds, result, operands }: Relation): boolean =>
    kind === 'sum' &&
    !holds &&
    rows.some((row) => row.holds && (row.result === result || operands.every((part) => row.operands.includes(part))))
  return [...drawn.filter((relation) => !isOverruled(relation)), ...shares, ...rows, ...lone, ...retold(reading, explained)]
}

/** More than any report has. */
const MOST_FIGURES = 5_000

/** The figures that a relation explains: that one is less than another says nothing of its digits. */
const explains = ({ holds, expected, result, operands }: Relation): readonly Mention[] =>
  holds && expected !== null ? [result, ...operands] : []
