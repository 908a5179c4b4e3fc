import { zero } from '@/lib/domain/quantities'
import { addend, relation } from '@/lib/domain/text/adding'
import { exactly, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, shouldBe } from '@/lib/domain/text/ratio'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * A table that became text: lines of a name and numbers with nothing but spaces between. The row 合计 is the sum of those
 * above it, column by column; a last column in per cent is the second ÷ the first.
 */
export function tables(reading: Reading): Relation[] {
  const lines = rowsOf(reading)
  const found: Relation[] = []
  let table: Mention[][] = []
  for (const line of lines) {
    const above = table.at(-1)
    if (above !== undefined && (line.length !== above.length || (line[0]?.paragraph ?? 0) !== (above[0]?.paragraph ?? 0) + 1)) table = []
    found.push(...ratesOf(line))
    if (/^合\s*计$|^总\s*计$/.test(line[0]?.label ?? '')) {
      found.push(...columnsOf(table, line))
      table = []
    } else table.push(line)
  }
  return found
}

/** Paragraphs that are a name and two numbers or more, parted by spaces. */
function rowsOf({ mentions }: Reading): Mention[][] {
  const rows: Mention[][] = []
  let row: Mention[] = []
  for (const mention of mentions) {
    const goesOn = row.length > 0 && mention.paragraph === row[0]?.paragraph && mention.label === ' '
    if (!goesOn) {
      if (row.length > 1 || isAlone(row)) rows.push(row)
      row = mention.lead === '\n' || mention.lead === '' ? [mention] : []
      if (mention.label === '' || mention.label === ' ') row = []
    } else row.push(mention)
  }
  return row.length > 1 || isAlone(row) ? [...rows, row] : rows
}
/** 工程费用 6,420: a line of a name and one number, without a unit. */
const isAlone = ([only]: readonly Mention[]): boolean =>
  only !== undefined && only.unit.word === '' && only.after === '' && /^\n?$/.test(only.tail) && /^[\u4e00-\u9fff]{2,14}$/.test(only.label)

const isNumber = ({ unit, hedge }: Mention): boolean =>
  (unit.dimension === 'number' || unit.dimension === 'money' || unit.dimension === 'things') && hedge === null

function ratesOf(row: readonly Mention[]): Relation[] {
  const [whole, part, rate] = row
  if (row.length !== 3 || whole === undefined || part === undefined || rate === undefined || rate.unit.dimension !== 'percent') return []
  if (!isNumber(whole) || !isNumber(part)) return []
  return [
    {
      kind: 'rate',
      result: rate,
      operands: [part, whole],
      holds: canGive(part.span, whole.span, rate),
      certainty: 'plain',
      rule: 'row',
      expected: shouldBe(part.value, whole.value, rate),
    },
  ]
}

function columnsOf(table: readonly (readonly Mention[])[], sums: readonly Mention[]): Relation[] {
  if (table.length < 2) return []
  return sums.flatMap((sum, column): Relation[] => {
    const parts = table.flatMap((row) => row[column] ?? [])
    if (!isNumber(sum) || parts.length < table.length || !parts.every(isNumber)) return []
    return [relation(sum, parts, meet(addend(parts)(exactly(zero), ...parts), sum.span), 'plain')]
  })
}
