import { isPositive, moreThan, plus, zero } from '@/lib/domain/quantities'
import { meet, total } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, givesExactly, shouldBe } from '@/lib/domain/text/ratio'
import { alike, before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { NO_VALUE, RATE_FAMILIES, type RateFamily } from '@/lib/domain/text/vocabulary/rates'
import { dueAndDone, pairInBracket, planAndDone, plannedFor, type RatePair, wholeInBracket } from './rate-pairs'
import { isUsable, sharesStem, stemOf } from './rate-words'
import { withoutWhole } from './rates-of-rest'

/**
 * A named rate is its part ÷ its whole: 执行率 of 支出 and 预算, 办结率 of 办结 and 受理. The part is the figure before it that
 * the rate's name speaks of; the whole the one before that. Another pair of figures that gives the rate exactly settles it too.
 */
export function rates(reading: Reading): Relation[] {
  let searches = 0
  return reading.mentions.flatMap((rate): Relation[] => {
    if (rate.unit.dimension !== 'percent' || rate.hedge !== null) return []
    const name = nameOf(rate)
    if (name === null) return ofBare(reading, rate)
    if (NO_VALUE.test(rate.label)) return []
    const graded = ofGrades(reading, rate, name)
    if (graded !== null) return graded
    const pair =
      pairInBracket(reading, rate) ??
      dueAndDone(reading, rate) ??
      besidePlan(reading, rate, name) ??
      pairOf(reading, rate, name) ??
      ofPlan(reading, rate, name)
    if (pair === null) return withoutWhole(reading, rate, name)
    const [part, whole] = pair
    const holds = canGive(part.span, whole.span, rate)
    if (!holds && !isNextTo(part, whole, rate, name) && (searches++ > MOST_SEARCHES || isExplained(reading, rate, part, whole))) return []
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
  const pair = /^(?:仅|只|共|已|实际)*(?:完成|达成)(?:了|计划|任务)*$/.test(rate.label) ? planAndDone(reading, rate) : null
  if (pair === null) return []
  const [part, whole] = pair
  const expected = shouldBe(part.value, whole.value, rate)
  return [
    {
      kind: 'rate',
      result: rate,
      operands: pair,
      holds: canGive(part.span, whole.span, rate),
      certainty: 'plain',
      rule: '完成率',
      expected,
    },
  ]
}

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
  !/其中|含|新增|[较比][上去原同]/.test(whole.label + part.label)

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

const NAMED = /([\u4e00-\u9fff“”]{0,14}(?:率|进度|满意度|覆盖面))(?:\d*年?)(?:达到?了?|为|是|均?为|高达|只有|仅为?|约为|也?达|升?至|：)*$/
/** The rate's own name without what introduces it. */
function nameOf({ label }: Mention): string | null {
  const name = NAMED.exec(label.replace(/[“”"]|（[^）]*）/g, ''))?.[1] ?? null
  return name === null || /增长率|下降率|利率|税率|折扣率|比率提|系数|概率|均达/.test(name) ? null : name
}

/** How many figures back the two are looked for. */
const FAR = 12

function pairOf(reading: Reading, rate: Mention, name: string): RatePair | null {
  const family = RATE_FAMILIES.find((one) => one.name.test(name)) ?? null
  const near = before(reading, rate, FAR).filter(isUsable)
  const stem = stemOf(name)
  const own = near.filter(({ group, sentence }) => group === rate.group || (sentence === rate.sentence && family?.money === true))
  const isPart = (mention: Mention): boolean =>
    (family?.money === true) === (mention.unit.dimension === 'money') &&
    (family?.part.test(mention.label) === true || sharesStem(mention.label, stem))
  const part = own.find(isPart)
  if (part === undefined) return family?.money === true ? spentBefore(reading, rate) : partBehind(reading, rate, stem, near)
  if (family === null && !sharesStem(part.label, stem)) return null
  // What stands between the part and the rate must not be a figure that could be the part itself.
  const subject = subjectOf(part.label)
  const wholes = before(reading, part, family?.money === true ? 24 : FAR, family?.money === true).filter(
    (mention) => isUsable(mention) && alikeInRates(mention, part) && (family?.money === true || mention.sentence === part.sentence),
  )
  const named = wholes.find(
    (mention) =>
      (family?.whole ?? NONE).test(mention.label) &&
      !(family?.part.test(mention.label) === true && family.money === true && !/预算|到位|安排|下达/.test(mention.label)) &&
      !moreThan(part.value, mention.value),
  )
  const ofSubject =
    subject === '' || family?.money !== true
      ? undefined
      : wholes.find(
          ({ label, value }) =>
            label.includes(subject) && !family.part.test(label.replace(/下达|到位/g, '')) && !moreThan(part.value, value),
        )
  const next = wholes[0]
  const beside =
    next !== undefined && next.group === part.group && !moreThan(part.value, next.value) && part.index - next.index <= 2 ? next : undefined
  const after = behind(reading, rate, 2).find(
    (mention) =>
      isUsable(mention) &&
      sameUnit(mention, part) &&
      (family?.whole ?? NONE).test(mention.label) &&
      moreThan(mention.value, part.value) &&
      mention.group === rate.group,
  )
  const whole =
    family?.money === true
      ? (ofSubject ?? (subject === '' || named?.sentence === part.sentence ? named : undefined) ?? after)
      : (beside ?? named ?? after)
  const wide = wholeInBracket(reading, rate, part) ?? whole ?? inParagraph(reading, part, family) ?? ofForm(reading, subject, name)
  if (wide === undefined || !isPositive(wide.value) || (wide.index < 0 && (!alike(wide, part) || moreThan(part.value, wide.value))))
    return null
  return [part, wide]
}
/** 已到位资金7,790万元，到位率95%: what the whole had to be stands in the form. */
function ofForm(reading: Reading, subject: string, name: string): Mention | undefined {
  return subject === '' && /(?:到位|执行|支出|支付)(?:率|进度)$/.test(name) ? (knownAs(reading, '全年预算') ?? undefined) : undefined
}
/** 本年支出合计4,305万元，…。全年预算4,500万元，预算执行率95.67%: what was spent by the whole stands in the sentence before. */
function spentBefore(reading: Reading, rate: Mention): RatePair | null {
  const whole = reading.mentions[rate.index - 1]
  if (whole === undefined || whole.group !== rate.group || !/^(?:全年|本年|年度|调整后|部门|\d{4}年)*预算数?为?$/.test(whole.label))
    return null
  const part = before(reading, whole, 8).find(
    (mention) =>
      mention.sentence === whole.sentence - 1 &&
      sameUnit(mention, whole) &&
      /^(?:本年|全年|\d{4}年)?(?:总支出|支出(?:合计|总额|总计)?|实际支出|决算支出)为?$/.test(mention.label),
  )
  return part === undefined ? null : [part, whole]
}
const OF_PLAN = /(?:完成|达成|实现)(?:率|进度)$/
/** 完成率 of what was planned and what was done beside it, of whatever dimension. */
const besidePlan = (reading: Reading, rate: Mention, name: string): RatePair | null =>
  OF_PLAN.test(name) ? planAndDone(reading, rate) : null
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
/** 康复有效率92.2%，有效83人: the part stands behind its rate, the whole before it. */
function partBehind(reading: Reading, rate: Mention, stem: string, near: readonly Mention[]): RatePair | null {
  const [part] = behind(reading, rate, 1)
  if (part === undefined || part.group !== rate.group || !isUsable(part) || !sharesStem(part.label, stem) || part.label.length > 6)
    return null
  const whole = near.find((mention) => mention.group === rate.group && sameUnit(mention, part) && !moreThan(part.value, mention.value))
  return whole === undefined ? null : [part, whole]
}
/** The whole of a count in an earlier sentence of the paragraph: 抽检9,600批次。…检出不合格179批次，不合格率1.86%. */
function inParagraph(reading: Reading, part: Mention, family: RateFamily | null): Mention | undefined {
  if (family === null || family.money === true) return undefined
  return before(reading, part, 16).find(
    (mention) =>
      isUsable(mention) &&
      alikeInRates(mention, part) &&
      (mention.unit.word === part.unit.word || mention.unit.dimension !== 'things') &&
      moreThan(mention.value, part.value) &&
      family.whole.test(mention.label) &&
      !family.part.test(mention.label.replace(/[参培]训|检[查测验]|调查/g, '')),
  )
}
const NONE = /(?!)/
/** 1,008人 of 1,260人次: who came and how often they came are held against each other. */
const alikeInRates = (a: Mention, b: Mention): boolean => sameUnit(a, b) || (isOfPeople(a) && isOfPeople(b))
/** 检出52例 of 8,320人: a case is somebody's. */
const isOfPeople = ({ unit }: Mention): boolean => unit.dimension === 'people' || unit.dimension === 'visits' || unit.word === '例'
/** Whose figure it is: what is left of the label without the words of time, role and connection. Empty: the whole report's. */
const subjectOf = (label: string): string => {
  const rest = label.replace(NOT_SUBJECT, '')
  return rest.length >= 2 ? rest : ''
}
const NOT_SUBJECT =
  /其中[:：]?|\d+[.．、]|(?:上|下)半年|\d{1,2}月[末底份]*|前?\d{1,2}个月|第?[一二三四]季度末?|按时[点间][^，。；]{0,2}|截[至止]\S{0,4}?[底末]|(?:本|全|当|该)年度?|年度|年内|年末|\d{4}年?度?|部门|单位|项目|专项|资金|经费|预算|实际|累计|共计?|总|合计|形成|完成|支出|支付|执行|使用|决算|拨付|付款|数|款|全[省市县区旗]|[已的为是到了达约]|投资|一般公共|财政|节[约省余]|[较比]|结[余转]|剩余|到位|下达/g

/** Whether some two figures near the rate give it exactly: it is then a rate of those. */
function isExplained(reading: Reading, rate: Mention, part: Mention, whole: Mention): boolean {
  if (reading.known.some(({ mention }) => alike(mention, part) && givesExactly(part.value, mention.value, rate))) return true
  const near = [...before(reading, rate, 16, true), ...behind(reading, rate, 6)].filter(
    ({ unit }) => unit.dimension !== 'percent' && unit.dimension !== 'points',
  )
  // A rate of two digits is made by many figures: only those of its own sentence speak for it.
  const heard =
    rate.written.replace(/\D/g, '').length > 2 || part.sentence !== rate.sentence || whole.sentence !== rate.sentence
      ? near
      : near.filter(({ sentence }) => sentence === rate.sentence)
  return heard.some((part) =>
    heard.some((whole) => part !== whole && alikeInRates(part, whole) && givesExactly(part.value, whole.value, rate)),
  )
}
