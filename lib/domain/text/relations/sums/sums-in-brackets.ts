import { equals, hundred } from '@/lib/domain/quantities'
import { added } from '@/lib/domain/text/adding'
import type { Row } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'

/** 获奖24项（一等奖5项、二等奖9项、三等奖10项）: a bracket right behind the whole that holds three parts of one kind and nothing else. */
export function isToldInFull(
  { mark, bracket, more }: Row,
  parts: readonly Mention[],
  whole: Mention,
  { brackets, text }: Reading,
): boolean {
  const own = brackets[bracket]
  const [first, last] = [parts[0], parts.at(-1)]
  if (
    own === undefined ||
    first === undefined ||
    last === undefined ||
    parts.length < (CHANGED.test(whole.label) ? 2 : 3) ||
    more ||
    !/^[（(]$/.test(mark)
  )
    return false
  if (own.before !== whole.index || first.bracket !== bracket || first.start - own.open > 14 || own.close - last.end > 1) return false
  if (/其中|包括|主要|如|含|另/.test(text.slice(own.open, first.start))) return false
  if (CHANGED.test(whole.label)) return parts.every(({ unit }) => unit.word === whole.unit.word)
  const kind = first.label.slice(-1)
  return parts.every(
    ({ unit, label }, i) =>
      (i === 0 || parts[i - 1]?.index === (parts[i] as Mention).index - 1) && unit.word === whole.unit.word && label.endsWith(kind),
  )
}
/** 年中调增250万元（免费开放补助150万元，文物保护专项100万元): what was added is told to the last. */
const CHANGED = /(?:调增|追加|调减|核减|增加|减少)[^，。；\d]{0,4}$/

/** 甲3,494万元，占20%；乙1,223万元，占7%；丙12,755万元，占73%: by their own shares the parts are all there are. */
export function haveAllShares(parts: readonly Mention[], { mentions, brackets }: Reading): boolean {
  const shares = parts.flatMap(({ index, group }) => {
    const next = mentions[index + 1]
    const isShare =
      next?.unit.dimension === 'percent' &&
      next.group === group &&
      (next.label.startsWith('占') || (next.label === '' && brackets[next.bracket]?.before === index))
    return isShare && next !== undefined ? [next] : []
  })
  return parts.length > 1 && shares.length === parts.length && equals(added(shares), hundred)
}
