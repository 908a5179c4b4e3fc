import { dividedBy, equals, plain, type Quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { tablesIn } from './rows'

/** Shorter names are words like any other. */
const SHORTEST = 4
/** More figures than any report has beside its tables. */
const MOST_HELD = 20_000

/**
 * A figure of the text that names a row of a table that the text holds is one of the row's. Said only where it is a slip of the pen from
 * one of them: a row may be spoken of in many ways.
 */
export function retold(reading: Reading): Relation[] {
  const rows = tablesIn(reading)
    .filter((table) => table.length > 1)
    .flat()
    .filter(({ name }) => name.length >= SHORTEST)
  const cells = new Set(rows.flatMap((row) => row.cells))
  let held = 0
  return reading.mentions.flatMap((mention): Relation[] => {
    if (cells.has(mention) || mention.hedge !== null || mention.label.length < SHORTEST || held > MOST_HELD) return []
    if (/[上去]年|同期|目标|计划|增|减|降|升|提|[高低]于|占/.test(mention.label)) return []
    held += rows.length
    const row = rows.find(({ name }) => mention.label.includes(name))
    const own = row?.cells.filter((cell) => isOfKind(cell, mention)) ?? []
    if (own.some((cell) => equals(valueIn(cell, mention), mention.value))) return []
    const meant = own.find((cell) => isSlipOf(mention, valueIn(cell, mention)))
    if (meant === undefined) return []
    const expected = plain(dividedBy(valueIn(meant, mention), unitOf(mention)), Math.max(2, decimalsOf(mention)))
    return [{ kind: 'count', result: mention, operands: [meant], holds: false, certainty: 'likely', rule: 'restated', expected }]
  })
}

const isOfKind = ({ unit }: Mention, { unit: said }: Mention): boolean =>
  said.dimension === 'percent'
    ? unit.dimension === 'percent'
    : said.dimension === 'money' && (unit.dimension === 'money' || unit.word === '')
/** A table's amounts are in the unit that the text says them in. */
const valueIn = (cell: Mention, mention: Mention): Quantity =>
  cell.unit.word === '' && mention.unit.dimension === 'money' ? times(cell.value, unitOf(mention)) : cell.value
