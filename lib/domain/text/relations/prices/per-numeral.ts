import { dividedBy, plain, quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { countSaid } from '@/lib/domain/text/counted'
import { meet, product, scaled } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * Products whose factors are not a plain price and a plain number: 三轮累计426点次，平均每轮142点次, where the number is said
 * in words; 每亩增产27公斤，按每公斤6.5元计算，亩均增收175.5元, where both are of each mu.
 */
export const perNumeral = (reading: Reading): Relation[] => [...ofRounds(reading), ...ofEach(reading), ...ofAlike(reading)]

const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
const OF_ROUND = /平均每(轮|次|期|批|季|场|年|处|项|个|类|家)[^，。；\d]{0,4}$/

function ofRounds(reading: Reading): Relation[] {
  return reading.mentions.flatMap((each): Relation[] => {
    const word = OF_ROUND.exec(each.label)?.[1]
    const total = reading.mentions[each.index - 1]
    if (word === undefined || total === undefined || !isPlain(each) || !isPlain(total)) return []
    if (total.group !== each.group || !sameUnit(total, each) || total.unit.word !== each.unit.word) return []
    const said = new RegExp(`([两二三四五六七八九十])${word}[^，。；\\d]{0,4}(?:累计|合计|共计?|总计)[^，。；\\d]{0,8}$`).exec(
      total.label,
    )?.[1]
    if (said === undefined) return []
    const count = quantity(`${countSaid(said)}`)
    return [
      {
        kind: 'perUnit',
        result: total,
        operands: [each],
        holds: meet(scaled(each.span, count), total.span),
        certainty: 'plain',
        rule: 'perUnit',
        expected: plain(dividedBy(times(each.value, count), unitOf(total)), 4),
      },
    ]
  })
}

const PER = /每(亩|户|人|公顷|头|只|株|吨|件)|(亩|户|人)均/
const perOf = ({ label }: Mention): string | undefined => {
  const match = PER.exec(label.slice(-10))
  return match?.[1] ?? match?.[2]
}
function ofEach(reading: Reading): Relation[] {
  return reading.mentions.flatMap((price): Relation[] => {
    const unit = /按(?:照)?每(公斤|斤|吨|度|千瓦时|立方米|株|头|只|次|天|小时)[^，。；\d]{0,4}$/.exec(price.label)?.[1]
    if (unit === undefined || price.unit.dimension !== 'money' || !/计算|测算|估算/.test(price.after)) return []
    const total = behind(reading, price, 1).find(
      (mention) => mention.group === price.group && mention.unit.dimension === 'money' && isPlain(mention) && perOf(mention) !== undefined,
    )
    const number =
      total === undefined
        ? undefined
        : before(reading, price, 4).find(
            (mention) => mention.group === price.group && isPlain(mention) && mention.unit.word === unit && perOf(mention) === perOf(total),
          )
    if (total === undefined || number === undefined) return []
    const made = product(scaled(number.span, dividedBy(quantity('1'), number.unit.factor)), price.span)
    return [
      {
        kind: 'perUnit',
        result: total,
        operands: [number, price],
        holds: meet(made, total.span),
        certainty: 'plain',
        rule: 'perUnit',
        expected: plain(dividedBy(times(dividedBy(number.value, number.unit.factor), price.value), unitOf(total)), 4),
      },
    ]
  })
}

/** 12个社区各发放问卷50份，共600份: so many to each of so many. */
function ofAlike({ mentions, text }: Reading): Relation[] {
  return mentions.flatMap((each): Relation[] => {
    const [number, total] = [mentions[each.index - 1], mentions[each.index + 1]]
    if (number === undefined || total === undefined || !/各[\u4e00-\u9fff]{0,8}$/.test(each.label) || /各[类种项级]/.test(each.label))
      return []
    if (
      each.lead !== '' ||
      ![number, each, total].every((one) => one.group === each.group && one.bracket === each.bracket && one.hedge === null)
    )
      return []
    if (
      !/^(?:共计?|合计|总计|累计|总共)[^，。；\d]{0,4}$/.test(total.label) ||
      total.unit.word !== each.unit.word ||
      !sameUnit(total, each)
    )
      return []
    if (!['things', 'people', 'households'].includes(number.unit.dimension) || /第$/.test(text.slice(number.start - 1, number.start)))
      return []
    const holds = meet(product(number.span, each.span), total.span)
    const expected = plain(dividedBy(times(number.value, each.value), unitOf(total)), 4)
    return [{ kind: 'perUnit', result: total, operands: [number, each], holds, certainty: 'plain', rule: 'perUnit', expected }]
  })
}
