import { dividedBy, plain, plus, type Quantity, times, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { unitsNamed } from '@/lib/domain/text/vocabulary/per-unit'

/** 一等96人、每人2,500元，二等190人、每人1,500元，共发放52.5万元: numbers each with its price right behind it, and what all come to. */
export function pricedLists(reading: Reading): Relation[] {
  return reading.mentions.flatMap((whole): Relation[] => {
    if (whole.unit.dimension !== 'money' || whole.hedge !== null || !TOTAL.test(whole.label)) return []
    const items: [Mention, Mention][] = []
    for (let i = whole.index - 1; i > 0; i -= 2) {
      const [number, price] = [reading.mentions[i - 1], reading.mentions[i]]
      if (number === undefined || price === undefined || !isItem(number, price, whole)) break
      items.unshift([number, price])
    }
    if (items.length < 2) return []
    const made = items.reduce((sum, [number, price]) => plus(sum, times(dividedBy(number.value, number.unit.factor), price.value)), zero)
    return [
      {
        kind: 'perUnit',
        result: whole,
        operands: items.flat(),
        holds: meet(exactly(made), whole.span),
        certainty: 'plain',
        rule: 'perUnit',
        expected: inUnit(made, whole),
      },
    ]
  })
}

const inUnit = (value: Quantity, whole: Mention): string => plain(dividedBy(value, unitOf(whole)), 4)
const TOTAL = /^(?:共计?|合计|总计|累计|共)(?:发放|支出|补助|安排|资助|兑现|需|拨付|支付|投入)?[^，。；\d]{0,6}$/
const PRICE = /^(?:按|标准)?每(?:位|名|个)?(人|名|户|亩|台|辆|套|座|处|个|家|件|头|公里|平方米)(?:每年|每学年|补助|发放|奖励|标准|[为按])*$/
const isItem = (number: Mention, price: Mention, whole: Mention): boolean =>
  price.unit.dimension === 'money' &&
  number.hedge === null &&
  price.hedge === null &&
  number.group === whole.group &&
  price.group === whole.group &&
  number.bracket === whole.bracket &&
  unitsNamed(PRICE.exec(price.label)?.[1] ?? '').includes(number.unit.word)
