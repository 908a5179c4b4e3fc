import { FIGURE_SPLITS as ALL_SPLITS, type FigureItem, type FigureSplit } from '@/lib/domain/cells/funds'
import { equals, type Quantity, sum } from '@/lib/domain/quantities'
import { rowsIn } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import { amountOf, type Funds } from './funds'
import { markerOf } from './markers'
import type { TableFunds } from './money-table'
import { type Found, type ReadPaper, spotOf, wholeLabel } from './read-paper'
import { COLUMN_WORDS, ITEMS, OTHER_TIME } from './vocabulary/money'

export type BudgetColumn = 'initialBudget' | 'adjustedBudget' | 'actualExpenditure'
export type SplitPart = { item: FigureItem; name: Found; amount: Found }
/** How an amount is made up. `total` null: the parts are said, what they make is not. */
export type Split = { whole: FigureItem; split: FigureSplit; column: BudgetColumn; total: Found | null; parts: SplitPart[] }
/** Counts that add up: 帮扶1,363个，其中…. */
export type CountSplit = { name: Found; total: Found; parts: { name: Found; amount: Found }[] }

type Part = { item: FigureItem; split: FigureSplit; column: BudgetColumn | null; mention: Mention; name: string }
const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const

/** The splits of a department's form: finished reports are theirs. */
const FIGURE_SPLITS = ALL_SPLITS.filter(({ split }) => split !== 'funding')

/** Amounts by source, by nature and by the parts of 基本支出 and “三公”经费. */
export function splitsOf(read: ReadPaper, funds: Funds): Split[] {
  const parts = partsOf(read)
  return FIGURE_SPLITS.flatMap(({ whole, split }) => {
    const sets = setsOf(parts.filter((part) => part.split === split)).flatMap((set) => (whole === 'total' ? exactOf(set, funds) : [set]))
    const found: Split[] = []
    for (const set of sets) {
      const total = sum(set.map(({ mention }) => mention.value))
      const said = set.find(({ column }) => column !== null)?.column ?? columnBefore(read, set, funds)
      const exact = whole === 'total' ? COLUMNS.filter((column) => holds(funds, column, total)) : []
      const known = exact.find((column) => column === said) ?? (set.length === 1 && said !== null ? undefined : exact[0])
      const column = known ?? said ?? 'actualExpenditure'
      if ((set.length < 2 && known === undefined) || found.some((other) => other.column === column)) continue
      const certainty = known === undefined ? ('likely' as const) : ('certain' as const)
      const whereTotal = whole === 'total' ? (known === undefined ? null : (funds.amounts[column] ?? null)) : null
      found.push({
        whole,
        split,
        column,
        total: whereTotal ?? totalNear(read, set, total, funds),
        parts: set.map(({ item, mention, name }) => ({
          item,
          name: { text: name, certainty, ...spotOf(read, mention) },
          amount: amountOf(read, mention, funds.unit, certainty),
        })),
      })
    }
    return found
  })
}

/** Where a set makes no column's whole, but what one of its sentences says does, it is that: 其他收入58万元 may stand in the one before. */
function exactOf(set: Part[], funds: Funds): Part[][] {
  const isWhole = (some: readonly Part[]): boolean =>
    some.length > 1 && COLUMNS.some((column) => holds(funds, column, sum(some.map(({ mention }) => mention.value))))
  if (isWhole(set)) return [set]
  const groups = [...new Set(set.map(({ mention }) => mention.group))].map((group) => set.filter(({ mention }) => mention.group === group))
  const exact = groups.filter(isWhole)
  return exact.length > 0 ? exact : [set]
}

const holds = (funds: Funds, column: BudgetColumn, total: Quantity): boolean => {
  const whole = funds.mentions[column]
  return whole !== undefined && equals(whole.value, total)
}

/** The column whose whole stands just before the parts: 年初预算100万元，其中：事业收入40万元，其他收入20万元 is all budget, though some is left out. */
function columnBefore(read: ReadPaper, set: readonly Part[], funds: Funds): BudgetColumn | null {
  const before = read.reading.mentions[(set[0]?.mention.index ?? 0) - 1]
  return COLUMNS.find((column) => before !== undefined && funds.mentions[column] === before) ?? null
}

/** What the parts make, where it is said just before them. */
function totalNear(read: ReadPaper, set: readonly Part[], total: Quantity, funds: Funds): Found | null {
  const first = set[0]?.mention.index ?? 0
  const said = read.reading.mentions
    .slice(Math.max(0, first - 6), first)
    .findLast(({ value, unit }) => unit.dimension === 'money' && equals(value, total))
  return said === undefined ? null : amountOf(read, said, funds.unit, 'certain')
}

/** Every amount that goes by an item's name, with those that only name their column behind it: 基本支出预算100万元，执行98万元. */
function partsOf(read: ReadPaper): Part[] {
  const parts: Part[] = []
  let current: Part | null = null
  for (const mention of read.reading.mentions) {
    if (mention.unit.dimension !== 'money' || (mention.hedge !== null && mention.hedge !== 'about')) continue
    const kind = read.nodes[mention.paragraph]?.kind
    if (kind === 'problems' || kind === 'measures' || kind === 'achievements') continue
    const named = ITEMS.flatMap(([item, split, pattern]) => {
      const match = pattern.exec(mention.label)
      return match === null ? [] : [{ item, split, match }]
    })
    // 其中：一般公共预算的基本支出: who knows of what it is a part.
    const [own] = named
    if (own !== undefined && named.length === 1) {
      const rest = mention.label.replace(own.match[0], '')
      current = OTHER_TIME.test(rest)
        ? null
        : { item: own.item, split: own.split, column: columnIn(rest), mention, name: own.match[0].replace(/(?<=拨款|资金)支出$/, '') }
      if (current !== null && rest.replace(COLUMN_REST, '').length <= 12) parts.push(current)
    } else if (own === undefined && current !== null && current.mention.group === mention.group && PURE_COLUMN.test(mention.label)) {
      parts.push({ ...current, column: columnIn(mention.label), mention })
    } else current = null
  }
  return parts
}

const COLUMN_REST = /其中|包括|财政|拨款|本年|全年|年初|预算|决算|执行|实际|支出|完成|数|[：:为是共和及由]/g
/** Only a column is said: of what stood before. */
export const PURE_COLUMN = /^(?:年初|全年|调整后?|实际|当年|本年)?(?:预算|执行|支出|决算|使用|支付|完成支出)(?:数|为|了|支出|安排)?$/

function columnIn(words: string): BudgetColumn | null {
  const role = COLUMN_WORDS.find(([, pattern]) => pattern.test(words))?.[0]
  return role === 'initialBudget' || role === 'adjustedBudget' || role === 'actualExpenditure' ? role : null
}

/** Parts of one whole each: those of one column, and where none is said, one after another until an item comes again. */
function setsOf(parts: readonly Part[]): Part[][] {
  const sets: Part[][] = []
  for (const part of parts) {
    const set = sets.findLast((all) => all.some(({ column }) => column === part.column))
    if (set === undefined || set.some(({ item }) => item === part.item)) sets.push([part])
    else set.push(part)
  }
  return sets
}

/** The parts of a printed money table, by source and by nature; columns that the text has splits of stay as the text says. */
export function splitsOfRows(rows: readonly TableFunds[], known: readonly Split[]): Split[] {
  const whole = rows.find(({ role }) => role === 'total')
  return FIGURE_SPLITS.flatMap((kind) =>
    COLUMNS.flatMap((column): Split[] => {
      if (known.some((other) => other.split === kind.split && other.column === column)) return []
      const parts = rows.flatMap((row): SplitPart[] => {
        const found = row.role === 'part' ? ITEMS.find(([, , pattern]) => pattern.test(row.item.text)) : undefined
        const amount = row[column]
        return found === undefined || found[1] !== kind.split || amount === undefined ? [] : [{ item: found[0], name: row.item, amount }]
      })
      const isOnce = new Set(parts.map(({ item }) => item)).size === parts.length
      const total = kind.whole === 'total' ? whole?.[column] : undefined
      return parts.length >= 2 && isOnce ? [{ ...kind, column, total: total ?? null, parts }] : []
    }),
  )
}

/** Lists of counts whose parts make exactly their head. */
export function countSplitsOf(read: ReadPaper): CountSplit[] {
  const { reading } = read
  const seen = new Set<number>()
  return rowsIn(reading).flatMap(({ head, parts }) => {
    const whole = reading.mentions[head]
    const first = parts[0]
    if (
      whole === undefined ||
      first === undefined ||
      seen.has(head) ||
      first.unit.dimension === 'percent' ||
      first.unit.dimension === 'money'
    )
      return []
    if (whole.unit.dimension !== first.unit.dimension || !equals(sum(parts.map(({ value }) => value)), whole.value)) return []
    seen.add(head)
    const named = (mention: Mention): Found => ({
      text: nameOfPart(wholeLabel(read, mention)),
      certainty: 'certain',
      ...spotOf(read, mention),
    })
    const amount = (mention: Mention): Found => ({ text: mention.written, certainty: 'certain', ...spotOf(read, mention) })
    return [{ name: named(whole), total: amount(whole), parts: parts.map((part) => ({ name: named(part), amount: amount(part) })) }]
  })
}

const nameOfPart = (label: string): string =>
  label
    .slice(markerOf(label)?.length ?? 0)
    .replace(/^(?:[（(][一二三四五六七八九十\d]+[）)])?(?:其中|包括|分别为|和|及|以及|含)?[：:]?/, '')
    .replace(/(?:共计?|合计|为|是|达到?|有|[：:])+$/, '')
