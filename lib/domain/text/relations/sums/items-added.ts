import { relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { mentionAt, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isChange } from '@/lib/domain/text/relations/growth-words'

/**
 * 慈善项目40万元；救助项目2.75万元；福利院经费25.85万元。共计下达资金68.6万元: a sentence of items that ； parts, each with one amount, and the total
 * that begins the next.
 */
export const itemsAdded = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((total): Relation[] => {
    if (total.hedge !== null || total.bracket !== 0 || total.unit.dimension !== 'money') return []
    if (mentionAt(reading, total.index - 1)?.sentence !== total.sentence - 1) return []
    // 共计下达中央、市级资金: its name may have signs within.
    const begins = reading.text.slice(reading.sentences[total.sentence]?.start ?? 0, total.start)
    if (begins.length > LONGEST || !TOTAL.test(begins)) return []
    const items = itemsBefore(reading, total)
    return items.length < FEWEST ? [] : [relation(total, items, meet(spanOf(items), total.span), 'plain')]
  })

const TOTAL = /^(?:以上(?:各项|项目|资金|支出)?|上述(?:各项|项目|资金|支出)?)?(?:共计|合计|总计|累计|共)[^，。；\d年月]{0,20}$/
const LONGEST = 30
const FEWEST = 3
const MOST = 40
const NO_ITEM = /每|均(?!衡)|单价|其中|标准|同比|[较比](?!赛)|合计|总计|共计|目标|计划|[上去]年/

/** The one amount of each group of the sentence before; empty where a group has several. */
function itemsBefore(reading: Reading, total: Mention): readonly Mention[] {
  const items: Mention[] = []
  for (let i = total.index - 1; i >= 0; i--) {
    const item = mentionAt(reading, i)
    if (item === undefined || item.sentence !== total.sentence - 1 || item.paragraph !== total.paragraph || items.length > MOST) break
    if (item.bracket !== 0) continue
    const isItem = item.hedge === null && sameUnit(item, total) && !isChange(item) && !NO_ITEM.test(item.label)
    if (!isItem || items[0]?.group === item.group) return []
    items.unshift(item)
  }
  return items
}
