import { FIGURE_ITEMS, type FigureColumn, type FigureName } from '@/lib/domain/cells/funds'
import type { Mention } from '@/lib/domain/text/mentions'
import { amountOf, type Funds } from './funds'
import { type Found, foundIn, type ReadPaper, spotOf } from './read-paper'
import { PURE_COLUMN, type Split } from './splits'
import {
  ALL_RECEIVED,
  CHANGED,
  FURTHER_COLUMNS,
  FURTHER_ITEMS,
  type Further,
  ITEMS,
  NOT_SPENT,
  ONLY_SPENT,
  OTHER_QUOTA,
  PART_OF_QUOTA,
  PEOPLE,
  PEOPLE_COUNTED,
  PRIOR,
} from './vocabulary/money'

/** A figure of the form that is neither the whole's nor part of a split: money in the report's unit, or a count. */
export type FurtherFigure = { name: FigureName; amount: Found; measure: 'money' | 'count' }

/**
 * “三公”经费, 政府采购, assets, 年初结转 and people as the report's sentences say them, and parts of the whole that stand alone: each the
 * first time that it is said. Nothing of other years but 上年决算 of “三公”经费, and no changes. `splits`: whose parts are read already.
 */
export function furtherFiguresOf(read: ReadPaper, funds: Funds, splits: readonly Split[]): FurtherFigure[] {
  const found = new Map<FigureName, FurtherFigure>()
  const parts = new Set(splits.flatMap((split) => split.parts.map(({ amount }) => amount.from)))
  const add = (figure: FurtherFigure): void => {
    if (!found.has(figure.name)) found.set(figure.name, figure)
  }
  let current = null as { further: Further; group: number } | null
  for (const mention of read.reading.mentions) {
    const { after, written, unit, hedge, paragraph, group } = mention
    const label = labelOf(read, mention)
    const kind = read.nodes[paragraph]?.kind
    const isCount = PEOPLE.test(written + after) || (unit.dimension === 'number' && PEOPLE_COUNTED.test(label))
    const measure = unit.dimension === 'money' ? 'money' : isCount ? 'count' : null
    const year = /((?:19|20)\d{2})年/.exec(label)?.[1]
    // 2021年末在职108人 beside this year's.
    if (isCount && year !== undefined && read.title.year !== null && year !== `${read.title.year}`) continue
    if (measure === null || kind === 'problems' || kind === 'measures' || (hedge !== null && hedge !== 'about')) continue
    const named = FURTHER_ITEMS.find((item) => item.measure === measure && item.pattern.test(label) && item.not?.test(label) !== true)
    const further: Further | null = named ?? (current?.group === group && PURE_COLUMN.test(label) ? current.further : null)
    if (measure === 'money' && ALL_RECEIVED.test(after))
      add({ name: 'total/received', amount: amountOf(read, mention, funds.unit, 'likely'), measure })
    const prior = current?.group === group && PRIOR.test(label) && CHANGED.test(after) ? priorOf(current.further) : null
    if (prior !== null) {
      add({ name: prior, amount: amountOf(read, mention, funds.unit, 'likely'), measure: 'money' })
      continue
    }
    current = further === null ? null : { further, group }
    if (further === null) {
      const alone = measure === 'money' && !parts.has(spotOf(read, mention).from) ? itemAlone(label) : null
      if (alone !== null && kind !== 'achievements' && kind !== 'completion')
        add({ name: alone, amount: amountOf(read, mention, funds.unit, 'likely'), measure })
      continue
    }
    if (CHANGED.test(label) || (PART_OF_QUOTA.test(label) && OTHER_QUOTA.test(read.texts[paragraph] ?? ''))) continue
    const column = further.column ?? FURTHER_COLUMNS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'actualExpenditure'
    const amount: Found =
      measure === 'money'
        ? amountOf(read, mention, funds.unit, 'likely')
        : { text: written.replace(/[^\d,.]/g, ''), certainty: 'likely', ...spotOf(read, mention) }
    add({ name: `${further.item}/${column}` as FigureName, amount, measure })
  }
  for (const none of nothingSpent(read)) add(none)
  return [...found.values()]
}

/** What it was the year before; null where the form does not ask for that. */
const priorOf = ({ item, measure }: Further): FigureName | null =>
  measure === 'money' && (FIGURE_ITEMS[item].columns as readonly FigureColumn[]).includes('priorActual')
    ? (`${item}/priorActual` as FigureName)
    : null

/** “三公”经费：全年预算92万元 names before the colon what the column is of. */
const labelOf = ({ reading }: ReadPaper, { lead, label, start }: Mention): string =>
  lead === '：' && (label === '' || PURE_COLUMN.test(label))
    ? (/[^\n。；，]{0,20}$/.exec(reading.text.slice(Math.max(0, start - 40), start))?.[0] ?? label).replace(
        label === '' ? /[：:]$/ : /^$/,
        '',
      )
    : label

/** 项目支出7,300.00万元 in a report that says no other part. What came in is not what was spent. */
function itemAlone(label: string): FigureName | null {
  if (/收入|来源/.test(label)) return null
  const named = ITEMS.flatMap(([item, , pattern]) => {
    const match = pattern.exec(label)
    return match !== null && ONLY_SPENT.test(label.replace(match[0], '')) ? [item] : []
  })
  return named.length === 1 ? (`${named[0]}/actualExpenditure` as FigureName) : null
}

/** 未发生因公出国（境）费用和公务用车购置费 is an expenditure of 0 each. */
const nothingSpent = (read: ReadPaper): FurtherFigure[] =>
  read.texts.flatMap((text, index) =>
    [...text.matchAll(NOT_SPENT)].flatMap(({ index: from, 0: said }) =>
      ITEMS.filter(([, split, pattern]) => split === 'threePublic' && pattern.test(said)).map(
        ([item]): FurtherFigure => ({
          name: `${item}/actualExpenditure` as FigureName,
          amount: { ...foundIn(read, index, from, from + said.length, 'likely'), text: '0' },
          measure: 'money',
        }),
      ),
    ),
  )
