import { relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { SOME_OF_A_ROW } from '@/lib/domain/text/vocabulary/lists'

/** 甲40万元、乙20万元、丙30万元。前两项合计60万元: the first, or the last, so many of the row in the sentence before it. */
export const sumsOfSome = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((whole): Relation[] => {
    const [, side, said] = whole.hedge === null ? (SOME_OF_A_ROW.exec(whole.label) ?? []) : []
    const many = 'xx两三四五六七八九'.indexOf((said ?? 'x').replace('二', '两'))
    if (side === undefined || many < 2) return []
    const row = rowBefore(reading, whole)
    const parts = side === '前' ? row.slice(0, many) : row.slice(-many)
    // All of the row are said otherwise: of how many there are nothing is told.
    if (row.length <= many || parts.some(({ hedge }) => hedge !== null)) return []
    return [relation(whole, parts, meet(spanOf(parts), whole.span), 'plain')]
  })

/** The figures of its unit in the nearest sentence before it that has two of them or more, from the one that a colon or 其中 leads in. */
function rowBefore(reading: Reading, whole: Mention): readonly Mention[] {
  const near = before(reading, whole, 40).filter((mention) => sameUnit(mention, whole) && mention.bracket === whole.bracket)
  const sentence = near.find(({ sentence: own }) => near.filter((other) => other.sentence === own).length > 1)?.sentence
  const row = near.filter((mention) => mention.sentence === sentence && mention.sentence >= whole.sentence - 1).reverse()
  const from = row.findLastIndex(({ lead, label }) => lead === '：' || /其中|分别/.test(label))
  const own = row.slice(Math.max(0, from))
  return own.slice(1).every(({ lead }) => /[、；，]/.test(lead)) && !own.some(({ label }) => /合计|共|总/.test(label)) ? own : []
}
