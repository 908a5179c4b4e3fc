import { absolute, isPositive, minus } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'

/**
 * 增长19.9%，高于全省平均增幅（11.0%）8.9个百分点，高于市州平均增幅（14.5%）5.4个百分点: what it is held against stands in the bracket right before
 * the points, and what is held against it is the last growth, or rate of that name, outside the brackets of its sentence.
 */
export const pointsBeyond = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((points): Relation[] => {
    const said = BEYOND.exec(points.label)
    const base = reading.mentions[points.index - 1]
    if (points.unit.dimension !== 'points' || points.hedge !== null || said === null || base === undefined) return []
    const bracket = reading.brackets[base.bracket]
    const isAlone =
      base.bracket !== points.bracket && bracket?.close === points.start - 1 && bracket.before < base.index && base.label === ''
    if (!isAlone || base.unit.dimension !== 'percent' || base.hedge !== null) return []
    const [, word = '', noun = ''] = said
    const now = before(reading, points, 8).find(
      (mention) =>
        mention.sentence === points.sentence &&
        mention.bracket === points.bracket &&
        mention.unit.dimension === 'percent' &&
        isOf(mention, noun),
    )
    if (now === undefined || now.hedge !== null) return []
    const fell = /下降|降低|减少|负增长/.test(now.label)
    if (fell) return []
    const apart = minus(now.value, base.value)
    const holds = meet(without(now.span, base.span), points.span) || meet(without(base.span, now.span), points.span)
    const isUp = /高|快|超/.test(word)
    const isTurned = holds && isPositive(absolute(apart)) && isPositive(apart) !== isUp
    return [difference(points, [now, base], holds && !isTurned, isTurned ? 'direction' : 'change', absolute(apart))]
  })

const BEYOND = /(高于|低于|快于|慢于|超过|落后于)[^，。；]{2,12}?(增幅|增速|增长率|[一-龥]率|进度)的?$/
/** A growth where growths are compared, else a rate of that name. */
const isOf = ({ label }: Mention, noun: string): boolean =>
  noun.startsWith('增') ? /增[长幅速]|增长率/.test(label) : label.replace(/[为是达到]+$/, '').endsWith(noun)
