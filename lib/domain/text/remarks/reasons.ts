import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt, sentenceAt } from '@/lib/domain/text/places'
import type { Reading } from '@/lib/domain/text/reading'
import { changeIn, isChange } from '@/lib/domain/text/relations/growth-words'
import type { Remark } from './remark'

const REASON = /(增长|增加|上升|提高|下降|减少|降低)的?(?:主要)?原因/g
const UP = /增长|增加|上升|提高/

/**
 * 减少0.28万元，下降4.27%，增长的原因是: the reason is given for the other direction. Held against the change that stands right before the word, or
 * under the name that stands before it (“三公”经费预算增长的原因).
 */
export const reasons = (reading: Reading): Remark[] =>
  [...reading.text.matchAll(REASON)].slice(0, 500).flatMap((match): Remark[] => {
    const { mentions, text } = reading
    const at = indexAt(reading, match.index)
    const last = mentions[at - 1]
    if (last === undefined) return []
    const between = text.slice(last.end, match.index)
    const change = /^[，。；]?(?:[其该](?:中)?)?(?:支出|经费|费用|收入)?$/.test(between) ? last : changeNamed(reading, match.index, at)
    if (change === undefined || !isDirected(change)) return []
    if ((changeIn(change.label) === 'up') === UP.test(match[1] ?? '')) return []
    return [
      {
        kind: 'claim',
        rule: 'direction',
        start: match.index,
        text: match[0],
        against: `${change.label.replace(/^[^，]*，/, '')}${change.written}`,
      },
    ]
  })

const isDirected = (change: Mention): boolean => change.hedge === null && isChange(change) && changeIn(change.label) !== null

/** The change behind the one figure of the paragraph that goes by the name before the word. */
function changeNamed({ mentions, text, sentences, paragraphs }: Reading, start: number, at: number): Mention | undefined {
  const sentence = sentences[sentenceAt({ sentences }, start)]
  const from = Math.max(sentence?.start ?? 0, start - 24)
  const name = /([\u4e00-\u9fff“”]{4,16})$/.exec(text.slice(from, start))?.[1]?.replace(/^(?:年度?|本|该|其)+|支出$/g, '')
  if (name === undefined || name.length < 5 || sentence === undefined) return undefined
  const begin = paragraphs[sentence.paragraph]?.start ?? 0
  const named = mentions
    .slice(Math.max(0, at - 24), at)
    .filter((mention) => mention.start >= begin && mention.label.replace(/(?:合计|总计|总额|支出|[为共计])+$/, '').endsWith(name))
  const [figure] = named
  if (figure === undefined || named.length !== 1) return undefined
  return mentions.slice(figure.index + 1, figure.index + 4).find((mention) => mention.group === figure.group && isDirected(mention))
}
