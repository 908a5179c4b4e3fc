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
  if (own === undefined || first === undefined || last === undefined || parts.length < 3 || more || !/^[（(]$/.test(mark)) return false
  if (own.before !== whole.index || first.bracket !== bracket || first.start - own.open > 14 || own.close - last.end > 1) return false
  if (/其中|包括|主要|如|含|另/.test(text.slice(own.open, first.start))) return false
  const kind = first.label.slice(-1)
  return parts.every(
    ({ unit, label }, i) =>
      (i === 0 || parts[i - 1]?.index === (parts[i] as Mention).index - 1) && unit.word === whole.unit.word && label.endsWith(kind),
  )
}
