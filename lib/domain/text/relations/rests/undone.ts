import { minus, moreThan } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'

/**
 * 投放点128个，达标122个，达标率95.31%；未达标6个: what was not done is called by the very word that what was done goes by. Whatever the
 * whole is called, it stands right before what was done of it.
 */
export const undone = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((rest): Relation[] => {
    // 满意242户、基本满意13户、不满意5户: answers are parts of another whole.
    const word =
      rest.hedge === null && !rest.label.includes('满意')
        ? /^(?:其中)?(?:不|未|尚未|没有)([\u4e00-\u9fff]{2,4})的?$/.exec(rest.label)?.[1]
        : undefined
    const done = word === undefined ? undefined : doneBefore(reading, rest, word)
    const whole = done === undefined ? undefined : reading.mentions[done.index - 1]
    if (done === undefined || whole === undefined || !isLike(whole, done) || whole.group !== done.group) return []
    if (!moreThan(whole.value, done.value) || /其中|[较比]|[上去]年|新增|每|均/.test(whole.label + done.label)) return []
    return [difference(rest, [whole, done], meet(without(whole.span, done.span), rest.span), 'rest', minus(whole.value, done.value))]
  })

/** But for rates nothing stands between the two. */
function doneBefore({ mentions }: Reading, rest: Mention, word: string): Mention | undefined {
  for (let i = rest.index - 1; i >= 0; i--) {
    const mention = mentions[i] as Mention
    if (mention.sentence !== rest.sentence) return undefined
    if (mention.unit.dimension === 'percent') continue
    return isLike(mention, rest) && mention.label.endsWith(word) && !/[不未]|没有|正|[在拟待]/.test(mention.label) ? mention : undefined
  }
  return undefined
}
const isLike = (a: Mention, b: Mention): boolean => a.hedge === null && a.bracket === b.bracket && sameUnit(a, b)
