import { minus, moreThan } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'

/**
 * 审核人数11,200户26,940人。因死亡等原因减少4户10人，实际享受11,196户26,930人; 下达111万元，调减40万元，实际下达71万元: what there was, less what fell
 * away, is what there is. Of two units each goes by its own. `parts`: figures that make up a total, passed over.
 */
export const afterLeaving = (reading: Reading, parts: ReadonlySet<Mention>): Relation[] =>
  reading.mentions.flatMap((left): Relation[] => {
    const head = headOf(reading, left)
    if (left.hedge !== null || left.unit.word === '' || !REALLY.test(head.label)) return []
    const [gone, whole] = back(reading, left, parts)
    if (gone === undefined || whole === undefined || gone.hedge !== null || whole.hedge !== null) return []
    if (headOf(reading, gone).sentence !== head.sentence || !FELL_AWAY.test(headOf(reading, gone).label)) return []
    if (whole.sentence < left.sentence - 1 || !moreThan(whole.value, gone.value)) return []
    if (OTHER.test(headOf(reading, whole).label)) return []
    return [difference(left, [whole, gone], meet(without(whole.span, gone.span), left.span), 'rest', minus(whole.value, gone.value))]
  })

const REALLY = /^(?:全年|最终|最后)?(?:实际|实有|实发)[^，。；\d]{0,14}$|^(?:全年|最终)下达$/
const FELL_AWAY = /^(?:年中|当年|执行中|期间|[后其]?[因由][^，。；\d]{2,16})?(?:调减|核减|减少|收回|退回|取消|核销|剔除)了?$/
const OTHER = /[上去]年|同期|[比较]|每|均|计划总/
/** 11,196户26,930人: the second figure goes by the words before the first. */
function headOf({ mentions }: Reading, mention: Mention): Mention {
  const first = mentions[mention.index - 1]
  return mention.label === '' && mention.lead === '' && first !== undefined && first.end === mention.start ? first : mention
}
/** The two figures of its unit before it, but for parts of a total. */
function back({ mentions }: Reading, left: Mention, parts: ReadonlySet<Mention>): Mention[] {
  const found: Mention[] = []
  for (let i = left.index - 1; i >= Math.max(0, left.index - 8) && found.length < 2; i--) {
    const mention = mentions[i] as Mention
    if (mention.paragraph !== left.paragraph) break
    if (sameUnit(mention, left) && mention.unit.word === left.unit.word && !parts.has(mention)) found.push(mention)
  }
  return found
}
