import { minus, plus } from '@/lib/domain/quantities'
import { meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { isChange } from '@/lib/domain/text/relations/growth-words'
import { ACCOUNT_ITEMS, MORE_OF_ACCOUNT, OF_OTHER_ACCOUNT } from '@/lib/domain/text/vocabulary/accounts'

/**
 * 收入决算数为35,820万元，…；年初结转结余41万元。总支出决算数为35,838万元，…；年末结转结余24万元: the four of one year's account, each told once in
 * its paragraph, wherever they stand among what splits them up.
 */
export function accountsTold(reading: Reading): Relation[] {
  const drawn: Relation[] = []
  let told: Mention[][] = [[], [], [], []]
  let paragraph = -1
  const settle = (): void => {
    const [[income], [opening], [spent], [closing]] = told as [Mention[], Mention[], Mention[], Mention[]]
    const isOneEach = told.every(({ length }) => length === 1)
    told = [[], [], [], []]
    if (!isOneEach || income === undefined || opening === undefined || spent === undefined || closing === undefined) return
    const all = [income, opening, spent, closing]
    const words = reading.text.slice(Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end)))
    if (!all.every((one) => sameUnit(one, closing)) || MORE_OF_ACCOUNT.test(words)) return
    const left = without(total([income.span, opening.span]), spent.span)
    const expected = minus(plus(income.value, opening.value), spent.value)
    drawn.push(difference(closing, [income, opening, spent], meet(left, closing.span), 'stock', expected))
  }
  for (const mention of reading.mentions) {
    if (mention.paragraph !== paragraph) {
      settle()
      paragraph = mention.paragraph
    }
    if (mention.unit.dimension !== 'money' || mention.bracket !== 0 || mention.hedge !== null) continue
    if (isChange(mention) || OF_OTHER_ACCOUNT.test(mention.label)) continue
    told[ACCOUNT_ITEMS.findIndex((name) => name.test(mention.label))]?.push(mention)
  }
  settle()
  return drawn
}
