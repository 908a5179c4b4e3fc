import { atLeast, lessThan, moreThan, plain, quantity } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt, paragraphAt, sentenceAt } from '@/lib/domain/text/places'
import { behind, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** A grade fits its score (优 from 90, 良 from 80, 中 from 60, unless the text itself says otherwise), and no score exceeds its maximum. */
export const scores = (reading: Reading): Relation[] => [...grades(reading), ...maxima(reading)]

/** By the national method: the grade's name, and from where to where it goes. */
const GRADES: readonly (readonly [RegExp, string, string])[] = [
  [/^优/, '90', '100'],
  [/^良/, '80', '90'],
  [/^[中合]/, '60', '80'],
  [/^差|^不合格/, '0', '60'],
]
const SAID =
  /(?:等[级次]|评级|评[定为]|评价(?:结果|结论)|结果|属于|属|为)(?:均|都|评定|确定)?(?:为|是|[:：])?[“"‘]?(优秀|优|良好|良|中等|中|合格|差)(?![\u4e00-\u9fff](?!次|级)|点|抚|质|先|化|惠|势|良|性|央|心)(?![”"’]?(?:等级)?的?有?\d+(?:个|家|项|人|户|所|份))[”"’]?|[“"‘](优秀|优|良好|良|中等|中|差)[”"’]?等[次级]/g
const TOTAL = /(?:自评|总|评价|综合|最终|绩效|加权|合计|共计)[^，。；\d]{0,8}(?:得分|评分|总分|分)?[^，。；\d]{0,4}$|总分|得分|实得/
const HUNDRED = quantity('100')
const LEAST = quantity('30')

/** 满分120分, 以150分计: full marks that are not 100. Where they are, what is above 100 is no mistake. */
const MORE_MARKS =
  /(?:满分|总分值?|标准分|合计)(?:值|共|为|是)*1[0-9][1-9]|1[1-9]\d分制|1[1-9]0分(?:制|计)|(?:满分|总分值?)(?:为|是|共)?1[1-9]\d/
function grades(reading: Reading): Relation[] {
  const isOfHundred = !MORE_MARKS.test(reading.text)
  return [...reading.text.matchAll(SAID)].flatMap((match): Relation[] => {
    const word = match[1] ?? match[2] ?? ''
    const grade = GRADES.find(([name]) => name.test(word))
    const near = reading.mentions.slice(0, indexAt(reading, match.index))
    const sentence = sentenceAt(reading, match.index)
    const all = /均|都/.test(match[0]) || /均|都/.test(reading.text.slice(match.index - 6, match.index))
    const scored = near
      .slice(-16)
      .filter(
        (mention) =>
          mention.unit.dimension === 'score' &&
          mention.hedge === null &&
          TOTAL.test(mention.label) &&
          (isOfHundred || !moreThan(mention.value, HUNDRED)) &&
          moreThan(mention.value, LEAST),
      )
    const own = scored.filter((mention) => mention.sentence === sentence)
    // 自评总分94.6分。评价等级为优: the sentence before, where it says the total.
    const before = scored.filter(
      (mention) =>
        mention.sentence === sentence - 1 &&
        mention.paragraph === paragraphAt(reading, match.index) &&
        /总分|总得分|实得|自评得分/.test(mention.label),
    )
    const held = own.length > 0 || !/^(?:等[级次]|评)/.test(match[0]) ? own : before
    // 90（含）—100分为优 is the scale itself; 优（90分以上） too.
    if (grade === undefined || held.length === 0 || SCALE.test(reading.text.slice(Math.max(0, match.index - 16), match.index))) return []
    const [, low, high] = grade
    const checked = all ? held : held.slice(-1)
    const wrong = checked.find(
      ({ value }) => lessThan(value, quantity(low)) || moreThan(value, HUNDRED) || (atLeast(value, quantity(high)) && high !== '100'),
    )
    const result = wrong ?? (checked.at(-1) as Mention)
    return [{ kind: 'score', result, operands: [], holds: wrong === undefined, certainty: 'plain', rule: word, expected: null }]
  })
}
const SCALE = /(?:以[上下]|[—\-~～至到]\d+分?|（含）|\(含\))[^，。；]{0,4}$/

/** 满意度4.6分（满分5分）. */
function maxima(reading: Reading): Relation[] {
  return reading.mentions.flatMap((score): Relation[] => {
    if (score.unit.dimension !== 'score' || score.hedge !== null) return []
    const most = behind(reading, score, 1).find(
      ({ label, unit }) =>
        /^[（(]?(?:满分|分值|权重|标准分)(?:为|是|[:：])?$/.test(label) && (unit.dimension === 'score' || unit.word === ''),
    )
    // 产出（满分35分）32.5分，效果（满分25分）23.5分: in a bracket it is of the name before it.
    if (most !== undefined && most.bracket !== score.bracket && reading.brackets[most.bracket]?.open !== score.end) return []
    if (most === undefined || /满分|分值|权重/.test(score.label)) return []
    return [
      {
        kind: 'score',
        result: score,
        operands: [most],
        holds: !moreThan(score.value, most.value),
        certainty: 'plain',
        rule: 'maximum',
        expected: plain(most.value),
      },
    ]
  })
}
