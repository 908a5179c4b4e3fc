import { atLeast, atMost, compare, dividedBy, equals, hundred, lessThan, minus, quantity, times } from '@/lib/domain/quantities'
import { countSaid } from '@/lib/domain/text/counted'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { AIM, COMPARING, type Comparing, LESS_IS_BETTER, MORE_IS_BETTER } from '@/lib/domain/text/vocabulary/comparisons'

/**
 * A word that holds one figure against another is true of the two: 低于5.5%的控制线, 高于90%的目标值, 未达到80%的年度指标,
 * 由33.6%提高到34.2%. The figure held is the one before the word, in the same sentence and unit.
 */
export const comparisons = (reading: Reading): Relation[] => [
  ...reading.mentions.flatMap((against) => ofWord(reading, against)),
  ...reading.mentions.flatMap((to) => ofMovement(reading, to)),
  ...reading.mentions.flatMap((points) => ofSchedule(reading, points)),
  ...reading.mentions.flatMap((aim) => ofAim(reading, aim)),
]

const ANY_WORD = new RegExp(COMPARING.map(([word]) => word).join('|'))
/** Which word stands between the two figures, and how far from the second: 低于上年的98.20%. */
function wordBefore({ label, hedge }: Mention): readonly [Comparing, string] | null {
  if (hedge === 'range' || !ANY_WORD.test(label)) return null
  let found: readonly [Comparing, string] | null = null
  let at = -1
  for (const [word, sense] of COMPARING) {
    const place = label.lastIndexOf(word)
    if (place >= 0 && place + word.length > at) {
      at = place + word.length
      found = [sense, label.slice(at)]
    }
  }
  return found
}

/** 在80%的及格线之上. */
function wordBehind({ label, after }: Mention): readonly [Comparing, string] | null {
  const side = /^的[^，。；\d]{1,10}(之上|之下)/.exec(after)?.[1]
  return side === undefined || !/在$/.test(label) ? null : [side === '之上' ? 'above' : 'below', '']
}

/** What may stand between the word and the second figure. */
const BETWEEN =
  /^(?:了|[上去]年(?:同期)?的?|年度|目标值?|指标值?|计划数?|预算数?|规定的?|要求的?|[^，。\d]{0,6}的|全[省市县国]平均的?|标准的?|[^，。；\d]{0,6}(?:控制[数价额线]|[限概估]价|定额|概算|标准|限额|目标值?|指标值?))?$/

/** 两项均≥90%: a bound that several figures are said to keep. */
function boundOfAll({ label, hedge }: Mention): readonly [Comparing, string] | null {
  return (hedge === 'least' || hedge === 'most') && /(?:均|都|皆|分别)(?:达到?|为|控制在)?$/.test(label) ? [hedge, '目标值'] : null
}

function ofWord(reading: Reading, against: Mention): Relation[] {
  const word = boundOfAll(against) ?? wordBefore(against) ?? wordBehind(against)
  if (word === null || !BETWEEN.test(word[1]) || against.unit.dimension === 'points' || PLANNED.test(against.label)) return []
  const all = /[均都皆]|全部|分别/.test(against.label)
  const back = before(reading, against, 10).filter(
    (mention) =>
      mention.sentence === against.sentence &&
      mention.bracket === against.bracket &&
      sameUnit(mention, against) &&
      (mention.hedge === null || mention.hedge === 'about') &&
      !/[上去]年|\d{4}年的|目标|计划/.test(mention.label),
  )
  const [first] = back
  if (first === undefined || first.group !== against.group || against.index - first.index > 3 || PLANNED.test(first.label)) return []
  // 投诉9件、高于5件 is held against nothing else: a comparison with an aim, another time or a norm says so.
  const aimed =
    AIM.test(against.after) ||
    AIM.test(word[1]) ||
    /[上去]年|\d{4}年|平均/.test(word[1]) ||
    (against.label.trim() === against.label &&
      against.label.replace(/^[均都皆也仍还则]/, '').startsWith(COMPARING.find(([w]) => against.label.includes(w))?.[0] ?? '\n'))
  // 已完成11项、未完成1项 are two counts.
  if (!aimed || (/未(?:能)?完成的?$/.test(against.label) && !/^的[^，。；]{0,6}(?:目标|指标|任务|计划)/.test(against.after))) return []
  const isOfRow = /^[和及与]$/.test(first.label) || first.lead === '、'
  const said = boundOfAll(against) === null ? null : /([两二三四五])[项者类个]/.exec(against.label)?.[1]
  const held = said == null ? (all || (isOfRow && word[0] === 'worse') ? run(back) : [first]) : back.slice(0, countSaid(said))
  if (boundOfAll(against) !== null && held.length < 2) return []
  // 每平方米360元，低于控制标准20元: by so much.
  if (word[1] !== '' && lessThan(times(against.value, quantity('2')), (held[0] as Mention).value) && !/^的/.test(against.after)) return []
  const senseOf = senseFor(word[0], held[0] as Mention, against, reading)
  if (senseOf === null) return []
  const wrong = held.find((mention) => !isTrue(senseOf, mention, against))
  return [
    {
      kind: 'comparison',
      result: against,
      operands: [wrong ?? first],
      holds: wrong === undefined,
      certainty: 'plain',
      rule: senseOf,
      expected: null,
    },
  ]
}
const PLANNED = /计划|拟|力争|确保|要求|规定|应当?|将|标准为|争取|如果|每[超低]/

/** The figures of a row before 均高于: as many as follow each other. */
function run(back: readonly Mention[]): Mention[] {
  const found: Mention[] = []
  for (const mention of back) {
    const last = found.at(-1)
    if (last !== undefined && last.index - mention.index > 1) break
    found.push(mention)
    if (mention.lead !== '、' && mention.lead !== '') break
  }
  return found
}

function senseFor(
  sense: Comparing,
  held: Mention,
  against: Mention,
  { text }: Reading,
): 'above' | 'below' | 'least' | 'most' | 'equal' | null {
  if (sense === 'above' || sense === 'below' || sense === 'least' || sense === 'most' || sense === 'equal') return sense
  const about = text.slice(Math.max(0, held.start - 30), held.start) + against.after
  const less = LESS_IS_BETTER.test(about) || ['days', 'workdays', 'hours', 'minutes', 'density'].includes(held.unit.dimension)
  // 优于40DDDs: neither is known of what is measured.
  const named = /^[和及与]?$/.test(held.label) ? about : held.label
  if (!less && !MORE_IS_BETTER.test(named + against.after)) return null
  if (sense === 'better') return less ? 'below' : 'above'
  if (sense === 'worse') return less ? 'above' : 'below'
  return less ? 'most' : 'least'
}

function isTrue(sense: 'above' | 'below' | 'least' | 'most' | 'equal', held: Mention, against: Mention): boolean {
  const order = compare(held.value, against.value)
  if (sense === 'equal') return order === 0
  if (sense === 'above') return order > 0
  if (sense === 'below') return order < 0
  return sense === 'least' ? order >= 0 : order <= 0
}

const TO =
  /(提高|提升|增加|增长|上升|扩大|增|升|涨|上调|恢复)(?:到了?|至|为)$|(下降|降低|减少|缩短|压缩|回落|下调|降|减|压减|缩减)(?:到了?|至|为)$/
/** 由33.6%提高到34.2%: what is raised ends higher. */
function ofMovement(reading: Reading, to: Mention): Relation[] {
  const match = TO.exec(to.label)
  const from = before(reading, to, 2).find((mention) => mention.group === to.group && sameUnit(mention, to))
  if (
    match === null ||
    from === undefined ||
    (from.hedge !== null && from.hedge !== 'about') ||
    to.hedge === 'range' ||
    // 由5.8等提升至5.2等: of ranks the first is the best.
    (to.unit.dimension === 'number' && /^[等级位]/.test(to.after)) ||
    !/由|从|[上去]年|年初|年末|原/.test(from.label)
  )
    return []
  const up = match[1] !== undefined
  const holds = up ? atMost(from.value, to.value) : atLeast(from.value, to.value)
  return [
    {
      kind: 'comparison',
      result: to,
      operands: [from],
      holds: holds && !equals(from.value, to.value),
      certainty: 'plain',
      rule: up ? 'up' : 'down',
      expected: null,
    },
  ]
}

/** 6月末…48.00%，低于序时进度2个百分点: by the end of June half of the year is over. */
function ofSchedule(reading: Reading, points: Mention): Relation[] {
  const { text, sentences } = reading
  const match = points.unit.dimension === 'points' ? /(低于|高于|快于|慢于|超过|落后于?|超)(?:序时|时间)进度/.exec(points.label) : null
  if (match === null) return []
  const held = reading.mentions[points.index - 1]
  const month = held === undefined ? undefined : reading.dates.findLast(({ end }) => end <= held.start)
  if (held?.unit.dimension !== 'percent' || held.sentence !== points.sentence) return []
  const clauses = text.slice(Math.max(sentences[points.sentence]?.start ?? 0, held.start - 120), held.start)
  const named = month?.month == null || month.end < held.start - 200 ? undefined : `${month.month}`
  const months = BY_THEN.find(([words]) => words.test(clauses))?.[1] ?? named
  if (months === undefined) return []
  const due = dividedBy(times(hundred, quantity(months)), quantity('12'))
  const apart = minus(held.value, due)
  const below = /低于|慢于|落后/.test(match[1] ?? '')
  const wanted = below ? minus(quantity('0'), points.value) : points.value
  const gap = minus(apart, wanted)
  const holds = atMost(gap, quantity('0.5')) && atLeast(gap, quantity('-0.5'))
  return [{ kind: 'comparison', result: points, operands: [held], holds, certainty: 'plain', rule: 'schedule', expected: null }]
}

/** How many months of the year are over. */
const BY_THEN: readonly (readonly [RegExp, string])[] = [
  [/前三季度/, '9'],
  [/上半年|前[二两]季度/, '6'],
  [/[第]?一季度/, '3'],
]

const REACHED = /(?<!未|没有|尚未|未能|不能|难以)(?:超额)?(?:完成|实现|达到)了?[^，。；\d]{0,12}$/
const AIMED = /^的?[^，。；\d]{0,6}(?:目标|任务|指标|要求)(?!.{0,4}[率的])/
/** 降幅为4.74%，超额完成下降3%的目标: what came of it stands right before it, and is no less. */
function ofAim({ mentions }: Reading, aim: Mention): Relation[] {
  const held = mentions[aim.index - 1]
  if (held === undefined || held.group !== aim.group || held.hedge !== null || aim.hedge !== null || !sameUnit(held, aim)) return []
  if (!REACHED.test(aim.label) || !AIMED.test(aim.after) || PLANNED.test(held.label + aim.label.replace('计划', ''))) return []
  if (
    held.lead === '' ||
    aim.unit.word !== held.unit.word ||
    /目标|任务|指标|[上去]年/.test(held.label) ||
    LESS_IS_BETTER.test(held.label + aim.label)
  )
    return []
  const holds = atLeast(held.value, aim.value)
  return [{ kind: 'comparison', result: aim, operands: [held], holds, certainty: 'plain', rule: 'least', expected: null }]
}
