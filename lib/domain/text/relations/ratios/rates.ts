import { isPositive, minus, moreThan, plus, zero } from '@/lib/domain/quantities'
import { added, spanOf } from '@/lib/domain/text/adding'
import { meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, digitsIn, givesExactly, ratioOf, shouldBe } from '@/lib/domain/text/ratio'
import { alike, before, behind, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { NAMES_DENIED } from '@/lib/domain/text/vocabulary/denied-rates'
import { NO_VALUE } from '@/lib/domain/text/vocabulary/rates'
import { joined } from './parallel-shares'
import { plainPair } from './plain-rates'
import { alikeInRates, pairOf } from './rate-figures'
import {
  dueAndDone,
  pairBehind,
  pairInBracket,
  partOfWhole,
  planAndDone,
  planInBracket,
  plannedFor,
  type RatePair,
  spanOfWhole,
} from './rate-pairs'
import { isUsable, sharesStem, stemOf } from './rate-words'
import { IS_OF_CHANGE, withoutWhole } from './rates-of-rest'

/**
 * A named rate is its part ÷ its whole: 执行率 of 支出 and 预算, 办结率 of 办结 and 受理. The part is the figure before it that
 * the rate's name speaks of; the whole the one before that. Another pair of figures that gives the rate exactly settles it too.
 */
export function rates(reading: Reading): Relation[] {
  let searches = 0
  return ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null || NAMES_DENIED.test(rate.label)) return []
    const name = nameOf(rate)
    if (name === null) return ofBare(reading, rate)
    // 目标完成率 is what was reached of the aims.
    if (NO_VALUE.test(rate.label.replace(/(?:目标|计划|任务|指标)(?:完成|达成|实现)(?=率|进度)/, ''))) return []
    const graded = ofGrades(reading, rate, name)
    if (graded !== null) return graded
    // 不含结转资金，执行率98.93%: of less than what stands before it.
    if (EXCLUDING.test(reading.text.slice(Math.max(reading.mentions[rate.index - 1]?.end ?? 0, rate.start - 24), rate.start))) return []
    const excluding = ofExcluded(reading, rate, name)
    if (excluding !== null) return excluding
    const plain = plainPair(reading, rate, name)
    const pair =
      pairInBracket(reading, rate) ??
      dueAndDone(reading, rate) ??
      partOfWhole(reading, rate) ??
      besidePlan(reading, rate, name) ??
      plain ??
      pairOf(reading, rate, name) ??
      ofPlan(reading, rate, name) ??
      pairBehind(reading, rate, stemOf(name))
    if (pair === null) return withoutWhole(reading, rate, name)
    const [part, whole] = pair
    const holds = canGive(part.span, spanOfWhole(whole), rate)
    if (!holds && IS_OF_CHANGE.test(name)) return withoutWhole(reading, rate, name)
    if (!holds && NARROWER.test(name) && !NARROWER.test(part.label)) return []
    // 全年预算849万元，支出821万元，其中项目支出268万元，执行率90.54%: of its own budget, which another sentence says.
    if (!holds && OF_ALL.test(part.label) && !OF_ALL.test(whole.label) && isAmongParts(reading, part)) return []
    // 发放企业问卷400份、群众问卷600份，收回960份，回收率96%: of all of the row that the whole stands last in.
    const row = !holds && whole.lead === '、' ? [whole, ...joined(reading, whole.index - 1, -1, whole)] : []
    if (row.length > 1 && canGive(part.span, spanOf(row), rate)) {
      const expected = shouldBe(part.value, added(row), rate)
      return [{ kind: 'rate', result: rate, operands: [part, ...row], holds: true, certainty: 'plain', rule: name, expected }]
    }
    // 计划新建2座、改建3座，实际新建2座、改建2座，总体完成率80%: of both together.
    if (!holds && TOGETHER.test(name) && part.unit.dimension !== 'money' && (part.lead === '、' || whole.lead === '、')) return []
    if (
      !holds &&
      pair !== plain &&
      !isNextTo(part, whole, rate, name) &&
      (searches++ > MOST_SEARCHES || isExplained(reading, rate, part, whole))
    )
      return []
    return [
      {
        kind: 'rate',
        result: rate,
        operands: [part, whole],
        holds,
        certainty: 'plain',
        rule: name,
        expected: shouldBe(part.value, whole.value, rate),
      },
    ]
  })
}

/** 管理2.16万人，计划2.00万人，完成108%: the rate has no name but what was done. */
function ofBare(reading: Reading, rate: Mention): Relation[] {
  const pair = /^(?:仅|只|共|已|实际)*(?:完成|达成)(?:了|计划|任务)*$/.test(rate.label)
    ? (planAndDone(reading, rate) ?? doneOfAll(reading, rate))
    : null
  if (pair === null) return []
  return [ratioOf({ kind: 'rate', rule: '完成率' }, rate, pair)]
}

/** 填筑总量126万立方米，已填筑113.4万立方米，完成90%. */
function doneOfAll({ mentions }: Reading, rate: Mention): RatePair | null {
  const [done, all] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (done === undefined || all === undefined || !/^已/.test(done.label) || !/总[量数长额]|总面积|共$/.test(all.label)) return null
  if ([done, all].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || !isUsable(one))) return null
  return sameUnit(done, all) && !moreThan(done.value, all.value) && isPositive(all.value) ? [done, all] : null
}

/** 剔除跨年度项目1,000万元后，执行率为99.33%: of a whole, and maybe of a part, without what was left out. */
function ofExcluded(reading: Reading, rate: Mention, name: string): Relation[] | null {
  const left = reading.mentions[rate.index - 1]
  if (left === undefined || left.sentence !== rate.sentence || !/剔除|扣除|扣减|不含|不计/.test(left.label) || !isUsable(left)) return null
  const pair = pairOf(reading, rate, name)
  if (pair === null || pair.includes(left) || !sameUnit(left, pair[1])) return []
  const [part, whole] = pair
  const less = without(whole.span, left.span)
  const holds = canGive(part.span, less, rate) || canGive(without(part.span, left.span), less, rate) || canGive(part.span, whole.span, rate)
  const expected = shouldBe(part.value, minus(whole.value, left.value), rate)
  return [{ kind: 'rate', result: rate, operands: [part, whole, left], holds, certainty: 'likely', rule: name, expected }]
}

/** In words, without a figure: of what the rate is not. */
const EXCLUDING = /(?:不含|不包括|不包含|不计|不考虑|剔除|扣除|除去)[^，。；\d]{2,14}[后，]|口径[^。；\d]{0,4}，/
/** 审结6,398件，法定审限内结案率98.9%: of fewer than those that were closed. */
const NARROWER = /[限期时日]内|按[时期]|及时|准时|如期|当[庭场日]|首次|一次/
/** What one part of all that is spent is called. */
const OF_ALL = /(?:基本|项目)支出|(?:人员|公用)经费/
const isAmongParts = ({ text, sentences }: Reading, { sentence, start }: Mention): boolean =>
  text.slice(sentences[sentence]?.start ?? 0, start).includes('其中')
const TOGETHER = /^(?:总体?|整体|综合|合计|平均)/
const LEFT_OVER = /空编|空缺|缺编|空置|闲置|剩余|未|不/
/** 参赛6,240人，晋级624人，晋级率10%: the two stand right before the rate, and the part goes by its name. No other two can be meant. */
const isNextTo = (part: Mention, whole: Mention, rate: Mention, name: string): boolean =>
  // 在岗357人，空编63人，空编率15%: what is left is no share of what is there.
  !LEFT_OVER.test(name) &&
  part.index === rate.index - 1 &&
  whole.index === part.index - 1 &&
  [part, whole].every(({ group, bracket }) => group === rate.group && bracket === rate.bracket) &&
  sharesStem(part.label, stemOf(name)) &&
  !sharesStem(whole.label, stemOf(name)) &&
  !/其中|含|新[增招聘录]|[较比][上去原同]/.test(whole.label + part.label)

/** Answers by grade (很满意128份、满意20份、一般2份): who counts as satisfied are the first so many grades. */
function ofGrades(reading: Reading, rate: Mention, name: string): Relation[] | null {
  if (!/满意[度率]$/.test(name)) return null
  const answers = before(reading, rate, 8)
    .filter((mention) => mention.sentence === rate.sentence && GRADE.test(mention.label) && isUsable(mention))
    .reverse()
  const [first] = answers
  if (first === undefined || answers.length < 2 || !answers.some(({ label }) => /一般|不满意/.test(label))) return null
  const all = total(answers.map(({ span }) => span))
  // Whoever answered none of these counts too, where the number of all stands before.
  const given = before(reading, first, 4).filter(
    (mention) => sameUnit(mention, first) && (meet(mention.span, all) || moreThan(mention.value, all.high)),
  )
  const wholes = [...given.map(({ span }) => span), all]
  const holds = answers.some((_, i) => wholes.some((whole) => canGive(total(answers.slice(0, i + 1).map(({ span }) => span)), whole, rate)))
  const satisfied = answers.filter(({ label }) => !/一般|不满意/.test(label)).reduce((sum, { value }) => plus(sum, value), zero)
  return [
    { kind: 'rate', result: rate, operands: answers, holds, certainty: 'plain', rule: name, expected: shouldBe(satisfied, all.low, rate) },
  ]
}
const GRADE = /[很非]?常?(?:比较|基本|较|不)?满意[”"]?(?:的|人数)?$|一般[”"]?(?:的|人数)?$/

const NAMED =
  /([\u4e00-\u9fff“”]{0,14}(?:率|进度|满意度|覆盖面|免疫密度|(?:支[付出]|拨付|执行|使用|到位)比例|调整幅度))(?:\d*年?)(?:达到?了?|为|是|均?为|高达|[稳保维固][定持]在|只有|仅有?|仅为|约为|也?达|升?至|：)*$/
/** The rate's own name without what introduces it. */
function nameOf({ label }: Mention): string | null {
  const name = NAMED.exec(label.replace(/[“”"]|（[^）]*）/g, ''))?.[1] ?? null
  return name === null || /增长率|下降率|利率|税率|折扣率|比率提|系数|概率|均达/.test(name) ? null : name
}

const OF_PLAN = /(?:完成|达成|实现)(?:率|进度)$/
/** 完成率 of what was planned and what was done beside it, of whatever dimension. */
const besidePlan = (reading: Reading, rate: Mention, name: string): RatePair | null =>
  OF_PLAN.test(name) ? (planAndDone(reading, rate) ?? planInBracket(reading, rate)) : null
/** Or the plan stands farther back, or in the part on aims. */
function ofPlan(reading: Reading, rate: Mention, name: string): RatePair | null {
  const done = reading.mentions[rate.index - 1]
  if (!OF_PLAN.test(name) || done === undefined || done.group !== rate.group || done.bracket !== rate.bracket || !isUsable(done))
    return null
  // 计划培育500人，第一期170人、第二期…，实际培育510人，完成率102%: what was planned stands before the row.
  const plan = before(reading, done, 8).find(
    (mention) =>
      mention.group === done.group && mention.bracket === done.bracket && sameUnit(mention, done) && /计划|任务|目标/.test(mention.label),
  )
  if (plan !== undefined && /实际|完成/.test(done.label) && isUsable(plan) && isPositive(plan.value)) return [done, plan]
  const planned = plannedFor(reading, done)
  return planned === null ? null : [done, planned]
}
/** Whether some two figures near the rate give it exactly: it is then a rate of those. */
function isExplained(reading: Reading, rate: Mention, part: Mention, whole: Mention): boolean {
  if (reading.known.some(({ mention }) => alike(mention, part) && givesExactly(part.value, mention.value, rate))) return true
  const near = [...before(reading, rate, 16, true), ...behind(reading, rate, 6)].filter(
    ({ unit }) => unit.dimension !== 'percent' && unit.dimension !== 'points',
  )
  // A rate of two digits is made by many figures: only those of its own sentence speak for it.
  const heard =
    digitsIn(rate) > 2 || part.sentence !== rate.sentence || whole.sentence !== rate.sentence
      ? near
      : near.filter(({ sentence }) => sentence === rate.sentence)
  const isRound = digitsIn(rate) < 3
  return heard.some((a) =>
    heard.some(
      (b) =>
        a !== b &&
        alikeInRates(a, b) &&
        givesExactly(a.value, b.value, rate) &&
        // So round a rate is made by many figures: by two of the sentences that the two meant are of, or by the part that was meant.
        (!isRound || a === part || (a.sentence === part.sentence && (b.sentence === rate.sentence || b.sentence === whole.sentence))),
    ),
  )
}
