import { dividedBy, plain, plus, type Quantity, times, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { unitsNamed } from '@/lib/domain/text/vocabulary/per-unit'

type Item = readonly [number: Mention, price: Mention]

/** 一等96人、每人2,500元，二等190人、每人1,500元，共发放52.5万元: numbers each with its price right behind it, and what all come to. */
export const pricedLists = (reading: Reading): Relation[] => itemsOf(reading).flatMap((items) => ofItems(reading, items))

function ofItems({ mentions }: Reading, items: readonly Item[]): Relation[] {
  const [first, last] = [items[0] as Item, items.at(-1) as Item]
  const made = items.reduce((sum, [number, price]) => plus(sum, times(dividedBy(number.value, number.unit.factor), price.value)), zero)
  const behind = mentions[last[1].index + 1]
  const ahead = mentions[first[0].index - 1]
  const comesTo = (whole: Mention): boolean => meet(exactly(made), whole.span)
  const whole =
    behind !== undefined && isWhole(behind, first[0]) && (TOTAL.test(behind.label) || (SPENT.test(behind.label) && isOrSlips(behind, made)))
      ? behind
      : ahead !== undefined && isWhole(ahead, first[0]) && isOrSlips(ahead, made)
        ? ahead
        : undefined
  if (whole === undefined) return []
  return [
    {
      kind: 'perUnit',
      result: whole,
      operands: items.flat(),
      holds: comesTo(whole),
      certainty: 'plain',
      rule: 'perUnit',
      expected: inUnit(made, whole),
    },
  ]
}

/** Two items or more that follow one another in a group of clauses. */
const itemsOf = once(({ mentions }: Reading): readonly (readonly Item[])[] => {
  const lists: Item[][] = []
  let list: Item[] = []
  for (let i = 0; i < mentions.length; i++) {
    const [number, price] = [mentions[i] as Mention, mentions[i + 1]]
    const isNext = price !== undefined && isItem(number, price) && (list[0]?.[0] ?? number).group === number.group
    if (isNext) {
      list.push([number, price])
      i += 1
      if (i < mentions.length - 1) continue
    }
    if (list.length > 1) lists.push(list)
    // What ends one list may begin the next.
    if (!isNext && list.length > 0) i -= 1
    list = []
  }
  return lists
})

/** The prices of such lists: what stands before the list is the total of none of them alone. */
export const inLists = once(
  (reading: Reading): ReadonlySet<Mention> => new Set(itemsOf(reading).flatMap((items) => items.map(([, price]) => price))),
)

const inUnit = (value: Quantity, whole: Mention): string => plain(dividedBy(value, unitOf(whole)), 4)
const TOTAL = /^(?:共计?|合计|总计|累计|共)(?:发放|支出|补助|安排|资助|兑现|需|拨付|支付|投入)?[^，。；\d]{0,6}$/
/** What was spent may be for more than the list: broken only where it is a slip of what the list comes to. */
const SPENT = /^(?:实际|全年)?(?:支[出付]|投入|使用|花费|拨付|发放)[^，。；\d]{0,6}$/
const PRICE =
  /^(?:按|标准|平均|单价)?每(?:位|名|个)?(人|名|户|亩|台|辆|套|座|处|个|家|件|头|块|顶|床|张|条|株|盏|期|场|次|公里|平方米|立方米)(?:每年|每学年|补助|发放|奖励|标准|投入|造价|[为按])*$/
const isOrSlips = (whole: Mention, made: Quantity): boolean => meet(exactly(made), whole.span) || isSlipOf(whole, made)
const isWhole = ({ unit, hedge, group, bracket }: Mention, first: Mention): boolean =>
  unit.dimension === 'money' && hedge === null && group === first.group && bracket === first.bracket
const isItem = (number: Mention, price: Mention): boolean =>
  price.unit.dimension === 'money' &&
  number.unit.word !== '' &&
  number.hedge === null &&
  price.hedge === null &&
  number.group === price.group &&
  number.bracket === price.bracket &&
  unitsNamed(PRICE.exec(price.label)?.[1] ?? '').includes(number.unit.word)
