import { absolute, dividedBy, equals, hundred, isZero, minus, plain, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, quotient, scaled, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, decimalsOf, digitsIn, shouldBe, tellingDigits } from '@/lib/domain/text/ratio'
import type { Relation } from '@/lib/domain/text/relation'
import type { TableRow } from './rows'

/** Columns that two others make: a rate, a share of the total, a growth, a difference. */

export const isNumber = ({ unit, hedge }: Mention): boolean =>
  (unit.dimension === 'number' || unit.dimension === 'money' || unit.dimension === 'things') && hedge === null

/** What a cell would be by one way of making its column; null where this row does not say. */
type Making = (row: TableRow) => Relation | null

/** For each column the way that most of its rows go: the others have to as well. A table of one row has its rate behind its two amounts. */
export function columnsOf(rows: readonly TableRow[], total: TableRow | undefined, head: string): Relation[] {
  const columns = rows[0]?.cells.length ?? 0
  if (rows.length === 1 && columns === 3) return rows[0]?.cells[2]?.unit.dimension === 'percent' ? drawnBy(rows, rate(2, 1, 0)) : []
  return Array.from({ length: columns }, (_, column) => bestFor(rows, total, column, columns, head)).flat()
}

/** The head says that a column is a difference. */
const DIFFERENCE = /增减|差额|差异|结余|结转|剩余|变动|未支出/
const NO_WAY: Making = () => null
/** So many rows show how a column is made. */
const SAMPLE = 12
/** How many cells are tried for all columns of a table. */
export const waysOf = (rows: readonly TableRow[]): number => (rows[0]?.cells.length ?? 0) ** 3 * Math.min(rows.length, SAMPLE)

function bestFor(rows: readonly TableRow[], total: TableRow | undefined, column: number, columns: number, head: string): Relation[] {
  const isSaid = DIFFERENCE.test(head)
  const others = Array.from({ length: columns }, (_, i) => i).filter((i) => i !== column)
  const isRate = rows.every(({ cells }) => cells[column]?.unit.dimension === 'percent')
  const pairs = others.flatMap((a) => others.flatMap((b) => (a === b ? [] : [[a, b] as const])))
  const given = isRate ? null : rateWithoutSign(rows, column, pairs, head)
  if (given !== null) return given
  const ways = isRate
    ? [
        ...pairs.flatMap(([a, b]) => [rate(column, a, b), growth(column, a, b)]),
        ...(total === undefined ? [] : others.map((a) => share(column, a, total))),
      ]
    : pairs.map(([a, b]) => difference(column, a, b))
  const sample = rows.slice(0, SAMPLE)
  const tried = ways.map((way) => ({ way, kept: keptOf(drawnBy(sample, way)) }))
  const { way, kept } = tried.reduce((most, one) => (one.kept > most.kept ? one : most), { way: NO_WAY, kept: 0 })
  const best = kept === 0 ? [] : drawnBy(rows, way)
  const wrong = best.length - keptOf(best)
  // Most rows; of a difference that no head names, which may be so by chance, all but one of four or more.
  return isRate || isSaid ? (keptOf(best) >= wrong && keptOf(best) > 0 ? best : []) : wrong < 2 && keptOf(best) > 2 ? best : []
}
/** 251 270 -7.04 under 本期, 上期 and 环比: a column of rates whose head has their sign. Most rows, and three of them or two under such a head, are made by the same two columns. */
function rateWithoutSign(
  rows: readonly TableRow[],
  column: number,
  pairs: readonly (readonly [number, number])[],
  head: string,
): Relation[] | null {
  if (rows.length < FEWEST_ROWS || !rows.every(({ cells }) => cells[column]?.unit.dimension === 'number')) return null
  const ways = pairs.flatMap(([a, b]) => [rate(column, a, b), growth(column, a, b)])
  const sample = rows.slice(0, SAMPLE)
  const made = ways.map((way) => ({ way, kept: keptOf(drawnBy(sample, way).filter(({ result }) => tellingDigits(result) > 2)) }))
  const { way, kept } = made.reduce((most, one) => (one.kept > most.kept ? one : most), { way: NO_WAY, kept: 0 })
  return kept < (RATE.test(head) ? FEWEST_ROWS - 1 : FEWEST_ROWS) || kept * 2 <= sample.length ? null : drawnBy(rows, way)
}
const FEWEST_ROWS = 3
const RATE = /率|同比|环比|增幅|增长|增减|占比|比例|比重|完成情况|[%％]/

const keptOf = (drawn: readonly Relation[]): number => drawn.filter((one) => one.holds && !isZero(one.result.value) && tells(one)).length
/** 100% 15 15: an indicator's target beside its points, which are alike by chance. Amounts that are alike to four digits are not. */
const tells = ({ kind, operands: [part, whole] }: Relation): boolean =>
  kind !== 'rate' || part === undefined || whole === undefined || !equals(part.value, whole.value) || digitsIn(part) > FEWEST_DIGITS
const FEWEST_DIGITS = 3

const drawnBy = (rows: readonly TableRow[], way: Making): Relation[] => rows.flatMap((row) => way(row) ?? [])

const relation = (
  kind: Relation['kind'],
  result: Mention,
  operands: readonly Mention[],
  holds: boolean,
  rule: string,
  expected: string | null,
) => ({ kind, result, operands, holds, certainty: 'plain', rule, expected }) as const

function rate(column: number, a: number, b: number): Making {
  return ({ cells }) => {
    const [result, part, whole] = [cells[column], cells[a], cells[b]]
    if (result === undefined || part === undefined || whole === undefined || !isNumber(part) || !isNumber(whole)) return null
    if (isZero(whole.value)) return null
    return relation('rate', result, [part, whole], canGive(part.span, whole.span, result), 'row', shouldBe(part.value, whole.value, result))
  }
}

function share(column: number, a: number, total: TableRow): Making {
  return ({ cells }) => {
    const [result, part, whole] = [cells[column], cells[a], total.cells[a]]
    if (result?.unit.dimension !== 'percent' || part === undefined || whole === undefined || !isNumber(part) || isZero(whole.value))
      return null
    return relation(
      'share',
      result,
      [part, whole],
      canGive(part.span, whole.span, result),
      'share',
      shouldBe(part.value, whole.value, result),
    )
  }
}

function growth(column: number, a: number, b: number): Making {
  return ({ cells }) => {
    const [result, now, then] = [cells[column], cells[a], cells[b]]
    if (result === undefined || now === undefined || then === undefined || !isNumber(now) || !isNumber(then)) return null
    const grown = quotient(without(now.span, then.span), then.span)
    if (grown === null || isZero(result.value)) return null
    const exact = dividedBy(times(minus(now.value, then.value), hundred), then.value)
    return relation(
      'growth',
      result,
      [now, then],
      meet(scaled(grown, hundred), result.span),
      'growth',
      plain(exact, Math.max(2, decimalsOf(result))),
    )
  }
}

function difference(column: number, a: number, b: number): Making {
  return ({ cells }) => {
    const [result, from, less] = [cells[column], cells[a], cells[b]]
    if (result === undefined || from === undefined || less === undefined || ![result, from, less].every(isNumber)) return null
    const apart = minus(from.value, less.value)
    return relation(
      'rest',
      result,
      [from, less],
      meet(without(from.span, less.span), result.span),
      'rest',
      plain(dividedBy(absolute(apart), unitOf(result)), 4),
    )
  }
}
