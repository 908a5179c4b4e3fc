import { dividedBy, hundred, isPositive, plain, plus, type Quantity, quantity, times, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { countSaid } from '@/lib/domain/text/counted'
import { meet, printsAs, scaled, total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { rates } from '@/lib/domain/text/relations/ratios/rates'

/**
 * An average of figures in a row is their sum ÷ their number; a rate of several together (合并执行率) is their parts ÷ their
 * wholes, not the mean of their rates.
 */
export const means = (reading: Reading): Relation[] => [...plainMeans(reading), ...combined(reading), ...weighted(reading)]

const MEAN = /(?:平均(?:分|得分|成绩|值|数)?|均值|均分)(?:取|为|是|得|约|达到?)*$/

function plainMeans(reading: Reading): Relation[] {
  return reading.mentions.flatMap((mean): Relation[] => {
    if (!MEAN.test(mean.label) || (mean.hedge !== null && mean.hedge !== 'about')) return []
    const row: Mention[] = []
    for (const mention of before(reading, mean, 20)) {
      if (mention.sentence !== mean.sentence) break
      if (!sameUnit(mention, mean)) {
        if (row.length === 0) continue
        break
      }
      if (mention.hedge !== null || /平均|[上去]年|目标/.test(mention.label)) break
      row.unshift(mention)
    }
    const said = /([两二三四五六七八九十])(?:次|期|季|轮|项|个|家|处|者|类|方)/.exec(mean.label)?.[1]
    const count = countSaid(said ?? '')
    const all = count > 0 ? (row.length < count ? namesakes(reading, mean, count) : row.slice(-count)) : row
    if (all.length < 2 || (count > 0 && all.length !== count)) return []
    const listed = /分别|依次/.test(all[0]?.label ?? '') || count > 0
    if (!listed) return []
    const n = quantity(`${all.length}`)
    const exact = dividedBy(
      all.reduce((sum, { value }) => plus(sum, value), zero),
      n,
    )
    const span = scaled(total(all.map(({ span: one }) => one)), dividedBy(quantity('1'), n))
    const holds = printsAs(exact, mean.value, mean.step) || meet(span, mean.span)
    return [
      {
        kind: 'mean',
        result: mean,
        operands: all,
        holds,
        certainty: 'plain',
        rule: 'mean',
        expected: plain(dividedBy(exact, unitOf(mean)), 4),
      },
    ]
  })
}

/** 出院患者满意度96.2%；…门诊患者满意度92.7%；职工满意度88.5%。三项平均92.5%: the last three that go by the same noun, in the sentence before too. */
function namesakes(reading: Reading, mean: Mention, count: number): Mention[] {
  const near = before(reading, mean, 20).filter(
    (mention) => sameUnit(mention, mean) && mention.hedge === null && !/平均|[上去]年|目标/.test(mention.label),
  )
  const noun = near[0]?.label.replace(/[为是达]+$/, '').slice(-3) ?? ''
  const named = near.filter(({ label, sentence }) => label.replace(/[为是达]+$/, '').endsWith(noun) && sentence >= mean.sentence - 1)
  return noun.length < 2 ? [] : named.slice(0, count).reverse()
}

const TOGETHER = /合并|总体|综合|汇总|整体|两项合计|加权/
/** 合并满意率 of 386 of 400 and 182 of 200 is 568 of 600. */
function combined(reading: Reading): Relation[] {
  if (!reading.mentions.some(({ label, unit }) => unit.dimension === 'percent' && TOGETHER.test(label))) return []
  const drawn = rates(reading)
  return ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null || !TOGETHER.test(rate.label) || drawn.some(({ result }) => result === rate)) return []
    const stem = /([\u4e00-\u9fff]{2})[率度](?:为|是|达到?)?$/.exec(rate.label)?.[1]
    if (stem === undefined) return []
    const kin = drawn.filter(
      ({ result, rule, holds }) => holds && result.paragraph === rate.paragraph && result.index < rate.index && rule.includes(stem),
    )
    if (kin.length < 2) return []
    const parts = kin.map(({ operands }) => operands[0] as Mention)
    const wholes = kin.map(({ operands }) => operands[1] as Mention)
    const whole = sum(wholes)
    if (!isPositive(whole)) return []
    const exact = dividedBy(times(sum(parts), hundred), whole)
    return [
      {
        kind: 'mean',
        result: rate,
        operands: [...parts, ...wholes],
        holds: printsAs(exact, rate.value, rate.step),
        certainty: 'plain',
        rule: 'combined',
        expected: plain(exact, 2),
      },
    ]
  })
}
const WEIGHTED = /按(?:照)?(?:各自)?的?(?:预算|资金|金额)[^，。；\d]{0,6}加权(?:平均)?(?:后?(?:得分?|为|是))?$/
const BODY = /^(.{3,}?)(?:自评|得分|评价|评分|得)/
/** 甲局自评97.2分，乙局自评90.6分，按预算额加权得95.2分: each score weighs as much as its body's budget, said elsewhere. */
function weighted(reading: Reading): Relation[] {
  return reading.mentions.flatMap((mean): Relation[] => {
    if (mean.unit.dimension !== 'score' || mean.hedge !== null || !WEIGHTED.test(mean.label)) return []
    const scores = before(reading, mean, 12)
      .filter((mention) => mention.sentence === mean.sentence && mention.unit.dimension === 'score' && mention.hedge === null)
      .reverse()
    const budgets = scores.map(({ label, index }) => {
      const body = BODY.exec(label)?.[1] ?? '\n'
      return reading.mentions
        .slice(0, index)
        .find(
          (mention) =>
            mention.unit.dimension === 'money' && mention.hedge === null && /预算|安排/.test(mention.label) && mention.label.includes(body),
        )
    })
    const known = budgets.filter((budget) => budget !== undefined)
    const whole = sum(known)
    if (scores.length < 2 || known.length < scores.length || !isPositive(whole)) return []
    const exact = dividedBy(
      scores.reduce((made, score, i) => plus(made, times(score.value, known[i]?.value ?? zero)), zero),
      whole,
    )
    return [
      {
        kind: 'mean',
        result: mean,
        operands: [...scores, ...known],
        holds: printsAs(exact, mean.value, mean.step),
        certainty: 'plain',
        rule: 'weighted',
        expected: plain(exact, 2),
      },
    ]
  })
}
const sum = (all: readonly Mention[]): Quantity => all.reduce((made, { value }) => plus(made, value), zero)
