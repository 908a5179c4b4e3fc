import { isPositive, minus, moreThan, plus } from '@/lib/domain/quantities'
import { total, without } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, ratioOf, shouldBe } from '@/lib/domain/text/ratio'
import { before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isGap } from '@/lib/domain/text/relations/growth-words'
import { isUsable, sharesStem, stemOf } from './rate-words'

/** Rates whose part or whole is not said itself, but what is left, was saved, was turned down or was changed. */
export const withoutWhole = (reading: Reading, rate: Mention, name: string): Relation[] =>
  // 回复36份、尚有2份，到期回复率100%: of those that were due.
  /及时|按[期时]|到期|限时/.test(name) ? [] : ofOthers(reading, rate, name)

const ofOthers = (reading: Reading, rate: Mention, name: string): Relation[] => [
  ...ofRest(reading, rate, name),
  ...ofBeyond(reading, rate, name),
  ...ofSubject(reading, rate, name),
  ...ofSaving(reading, rate, name),
  ...ofPrices(reading, rate, name),
  ...ofRejected(reading, rate, name),
  ...ofNeighbours(reading, rate, name),
  ...ofAdjustment(reading, rate, name),
  ...ofSummed(reading, rate, name),
]

/** 中标价2,356万元，较概算节约124万元，节约率5.00%: what was there at first is what it came to and what was saved. */
function ofSaving({ mentions }: Reading, rate: Mention, name: string): Relation[] {
  const [saved, paid] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (saved === undefined || paid === undefined || !/节[约支省]率$/.test(name) || !/[比较][^，。；]{0,10}节[约支省]/.test(saved.label))
    return []
  if (paid.group !== rate.group || saved.group !== rate.group || !sameUnit(paid, saved) || !/中标|成交|合同|实际|采购/.test(paid.label))
    return []
  const holds = canGive(saved.span, total([saved.span, paid.span]), rate)
  const expected = shouldBe(saved.value, plus(saved.value, paid.value), rate)
  return [{ kind: 'rate', result: rate, operands: [saved, paid], holds, certainty: 'plain', rule: name, expected }]
}

/** 基本支出完成率99.33%, where 基本支出 was said of the budget and of what was spent: the two amounts that go by the name, if there are two. */
function ofSubject(reading: Reading, rate: Mention, name: string): Relation[] {
  const subject = /^([\u4e00-\u9fff]{2,8}?)(?:预算)?(?:完成|执行|支出)(?:率|进度)$/.exec(name)?.[1]
  if (subject === undefined) return []
  const isWhole = /^(?:部门|整体|总体|全年)?(?:预算)?$/.test(subject)
  const amounts = before(reading, rate, 40, true).filter(
    ({ label, unit, hedge }) => hedge === null && unit.dimension === 'money' && label.endsWith(subject),
  )
  const [one, other] = isWhole ? [knownAs(reading, '全年支出'), knownAs(reading, '全年预算')] : amounts
  if (one == null || other == null || (!isWhole && amounts.length !== 2) || one.sentence === other.sentence) return []
  const [part, whole] = moreThan(one.value, other.value) ? [other, one] : [one, other]
  if (!isPositive(whole.value)) return []
  const holds = canGive(part.span, whole.span, rate)
  const expected = shouldBe(part.value, whole.value, rate)
  return [{ kind: 'rate', result: rate, operands: [part, whole], holds, certainty: 'likely', rule: name, expected }]
}

/** 新改建326公里，超计划26公里，完成率108.67%: the plan is what was done without what went beyond it. */
function ofBeyond({ mentions }: Reading, rate: Mention, name: string): Relation[] {
  const [more, done] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (more === undefined || done === undefined || !/(?:完成|达成|实现)率$/.test(name)) return []
  if (!/超[出过额]?(?:年度|年初)?(?:计划|目标|任务)$/.test(more.label) || !sameUnit(more, done) || !moreThan(done.value, more.value))
    return []
  if ([more, done].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || !isUsable(one))) return []
  // 48家，超过年度目标40家: the aim itself, not what goes beyond it.
  if (/超[过出](?:年度|年初)?(?:计划|目标|任务)$/.test(more.label)) {
    return [ratioOf({ kind: 'rate', rule: name }, rate, [done, more])]
  }
  const holds = canGive(done.span, without(done.span, more.span), rate)
  const expected = shouldBe(done.value, minus(done.value, more.value), rate)
  return [{ kind: 'rate', result: rate, operands: [done, more], holds, certainty: 'plain', rule: name, expected }]
}

/** 采购预算1,860.00万元，合同金额1,742.30万元，节约率6.33%: what was saved is not said itself. */
function ofPrices({ mentions }: Reading, rate: Mention, name: string): Relation[] {
  const [paid, budget] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (paid === undefined || budget === undefined || !/(?:节[约支省]|下浮|核减|审减)率$/.test(name)) return []
  if ([paid, budget].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || !isUsable(one))) return []
  if (!/预算|概算|限价|控制价|送审/.test(budget.label) || !/中标|成交|合同|实际|采购|审定/.test(paid.label)) return []
  if (!sameUnit(paid, budget) || !moreThan(budget.value, paid.value)) return []
  const holds = canGive(without(budget.span, paid.span), budget.span, rate)
  const expected = shouldBe(minus(budget.value, paid.value), budget.value, rate)
  return [{ kind: 'rate', result: rate, operands: [budget, paid], holds, certainty: 'plain', rule: name, expected }]
}

/** 审核214笔，退回17笔，审核通过率92.06%: what was turned down is what did not pass. */
function ofRejected({ mentions }: Reading, rate: Mention, name: string): Relation[] {
  const [rejected, all] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (
    rejected === undefined ||
    all === undefined ||
    !/(?:通过|合格|达标|成功|有效|开工|完工|完成|竣工|验收|投用|覆盖|建成|普及|分配|下达|发放|整改)率$/.test(name)
  )
    return []
  // 24个项目中3个当年未开工，开工率87.5%.
  const isOneOfAll = !/[不未]/.test(name) && /中(?:还|仍|尚)?有?$/.test(rejected.label) && /^(?:尚|仍)?未/.test(rejected.after)
  const isUndone = isOneOfAll || new RegExp(`未(?:能)?(?:按期|如期)?${stemOf(name)}`).test(rejected.label + rejected.after)
  if (
    !(isUndone || /退回|不合格|不达标|未通过|驳回|剔除|无效|失败/.test(rejected.label)) ||
    all.group !== rate.group ||
    rejected.group !== rate.group
  )
    return []
  if (!isUsable(all) || !sameUnit(all, rejected) || all.unit.word !== rejected.unit.word || !moreThan(all.value, rejected.value)) return []
  // 已开工33个，未开工17个: what was begun is not all.
  if (new RegExp(`已${stemOf(name)}`).test(all.label)) return []
  const passed = minus(all.value, rejected.value)
  const holds = canGive(without(all.span, rejected.span), all.span, rate)
  return [
    {
      kind: 'rate',
      result: rate,
      operands: [rejected, all],
      holds,
      certainty: 'plain',
      rule: name,
      expected: shouldBe(passed, all.value, rate),
    },
  ]
}

const USED = /([\u4e00-\u9fff]{2})(?:利用|入住|使用|出租|上座|空置|吸纳|留用|参与|参训|普及|签约|入驻|开放)率$/
/** 见习岗位3,200个，吸纳见习人员2,330人，岗位利用率72.81%: what is used is named by the rate, whoever uses it stands between. */
function ofNeighbours({ mentions }: Reading, rate: Mention, name: string): Relation[] {
  const [part, whole] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  const noun = USED.exec(name)?.[1]
  if (noun === undefined || part === undefined || whole === undefined || !whole.label.includes(noun) || part.label.includes(noun)) return []
  if ([part, whole].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || !isUsable(one) || !isCount(one))) return []
  if (moreThan(part.value, whole.value) || isGap(part) || /其中|新增|[增减]/.test(part.label + whole.label)) return []
  return [ratioOf({ kind: 'rate', rule: name }, rate, [part, whole])]
}
const isCount = ({ unit }: Mention): boolean => ['people', 'visits', 'households', 'things'].includes(unit.dimension)

/** Such a rate is of what was changed, never of what it was changed to. */
export const IS_OF_CHANGE = /(?:调整|追加|调增|变动|变更)(?:率|幅度)$/
/** 年初预算2,316.48万元，调整后预算4,587.20万元，调整率98.02%: what was changed, of what there was at first. */
function ofAdjustment(reading: Reading, rate: Mention, name: string): Relation[] {
  if (!IS_OF_CHANGE.test(name)) return []
  const near = before(reading, rate, 4).filter(
    (mention) => mention.group === rate.group && mention.unit.dimension === 'money' && isUsable(mention),
  )
  const first = near.find(({ label }) => /年初/.test(label)) ?? ofWhole(reading, name, '年初预算')
  const last = near.find(({ label }) => /调整后?|全年|最终/.test(label) && !/年初|追加/.test(label)) ?? ofWhole(reading, name, '全年预算')
  if (first === undefined || last === undefined || first === last || !isPositive(first.value)) return []
  const [high, low] = moreThan(last.value, first.value) ? [last, first] : [first, last]
  const holds = canGive(without(high.span, low.span), first.span, rate)
  const expected = shouldBe(minus(high.value, low.value), first.value, rate)
  return [{ kind: 'rate', result: rate, operands: [last, first], holds, certainty: 'plain', rule: name, expected }]
}

const ofWhole = (reading: Reading, name: string, words: string): Mention | undefined =>
  /^(?:全年|年度|部门)?(?:预算)?(?:调整|追加|调增)(?:率|幅度)$/.test(name) ? (knownAs(reading, words) ?? undefined) : undefined

const LEFT_OUT = /^(?:还有|另外?有?$|余下|其余|剩余|仍有|尚有)/
/** 覆盖6处，还有2处没有安装，覆盖率75%; 合格34个，合格率94.44%，另2个返工: the whole is what was done and what was not. */
function ofRest(reading: Reading, rate: Mention, name: string): Relation[] {
  const left = [...before(reading, rate, 2), ...behind(reading, rate, 1)].find(
    ({ label, group, after }) =>
      group === rate.group && (LEFT_OUT.test(label) || (/^未/.test(label) && sharesStem(label, stemOf(name)))) && !/新增|增加/.test(after),
  )
  const part =
    left === undefined
      ? undefined
      : before(reading, left.index < rate.index ? left : rate, 2).find(
          (mention) => mention.group === rate.group && isUsable(mention) && sameUnit(mention, left),
        )
  if (left === undefined || part === undefined || !sharesStem(part.label, stemOf(name))) return []
  const whole = total([part.span, left.span])
  return [
    {
      kind: 'rate',
      result: rate,
      operands: [part, left],
      holds: canGive(part.span, whole, rate),
      certainty: 'plain',
      rule: name,
      expected: shouldBe(part.value, plus(part.value, left.value), rate),
    },
  ]
}

/** 线上发放600份、线下发放400份，回收950份，有效率95%: what was sent out is the sum of the two. */
function ofSummed({ mentions }: Reading, rate: Mention, name: string): Relation[] {
  const [part, second, first] = [1, 2, 3].map((i) => mentions[rate.index - i])
  if (part === undefined || second === undefined || first === undefined || !/(?:回收|有效|收回|合格|完成|办结)率$/.test(name)) return []
  if ([part, second, first].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || !isUsable(one))) return []
  const word = /(发放|投放|寄出|受理|收到|计划|抽检|检测)$/.exec(first.label)?.[1]
  if (word === undefined || !second.label.endsWith(word) || !sameUnit(first, second) || !sameUnit(part, second)) return []
  const whole = total([first.span, second.span])
  if (moreThan(part.value, plus(first.value, second.value))) return []
  const expected = shouldBe(part.value, plus(first.value, second.value), rate)
  return [
    {
      kind: 'rate',
      result: rate,
      operands: [part, first, second],
      holds: canGive(part.span, whole, rate),
      certainty: 'plain',
      rule: name,
      expected,
    },
  ]
}
