import { absolute, equals, minus, moreThan, plus, type Quantity } from '@/lib/domain/quantities'
import { exactly, meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { DONE, LEFT, WHOLE } from '@/lib/domain/text/vocabulary/rests'
/** What is left is the whole less what was done: 结余 = 预算 − 支出, 未付 = 合同 − 已付, 余下 = 计划 − 完成. `parts` are parts of totals. */
export const leftovers = (reading: Reading, parts: ReadonlySet<Mention>): Relation[] => [...rests(reading, parts), ...nets(reading)]

const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
const FAR = 24
const OF_ALL_YEARS = /累计|滚存|历年/
const SAVED = /节[约支资省]/

/** `parts` are parts of totals: what is left is left of the total. */
function rests(reading: Reading, parts: ReadonlySet<Mention>): Relation[] {
  let searches = 0
  return reading.mentions.flatMap((rest): Relation[] => {
    const notDone = LEFT.test(rest.label) ? undefined : /未([\u4e00-\u9fff]{2})的?$/.exec(rest.label)?.[1]
    if (isPlain(rest) && isSecond(reading, rest)) return secondOf(reading.mentions, rest)
    if (isPlain(rest) && OVERDUE.test(rest.label)) return besides(reading, rest)
    if (
      !isPlain(rest) ||
      !(LEFT.test(rest.label) || notDone !== undefined || isLeftBehind(rest)) ||
      isRate(rest) ||
      isMore(rest) ||
      isMoved(rest) ||
      isPartOfRest(reading, rest)
    )
      return []
    const back = before(reading, rest, FAR, true).filter(
      (mention) => (alike(mention, rest) || (isPosts(mention) && /缺编|空编|空缺/.test(rest.label))) && isPlain(mention),
    )
    // 支出1,425万元。其中：拨款1,125万元、事业收入300万元。年末结转75万元: what only splits up stands between.
    const near = back.filter(
      (mention) =>
        mention.sentence >= rest.sentence - 1 || (mention.sentence === rest.sentence - 2 && isSplitUpAfter(reading, mention, rest, parts)),
    )
    const done = near.find(
      (mention) =>
        !parts.has(mention) &&
        (DONE.test(saidOf(mention)) || (notDone !== undefined && mention.label.endsWith(notDone))) &&
        !LEFT.test(mention.label) &&
        !OTHER_TIME.test(mention.label) &&
        !isMoved(mention) &&
        sameUnit(mention, rest),
    )
    if (done === undefined) return besides(reading, rest)
    // 已整治27处，正在整治6处，未整治3处: what is being done is neither.
    if (
      reading.mentions
        .slice(done.index, rest.index)
        .some((other) => other !== rest && sameUnit(other, rest) && /正在|在[建办]|推进/.test(other.label))
    )
      return []
    // 支出64.8万元，控制在预算70万元以内，节约5.2万元: of what it was to keep to.
    const bound = reading.mentions[rest.index - 1]
    if (bound !== undefined && bound !== done && bound.hedge === 'most' && bound.group === rest.group && sameUnit(bound, rest))
      return [
        difference(rest, [bound, done], meet(without(exactly(bound.value), done.span), rest.span), 'rest', minus(bound.value, done.value)),
      ]
    const whole = back.find(
      (mention) =>
        mention !== done &&
        // What was saved was saved of something said beside it.
        (mention.paragraph === done.paragraph || !SAVED.test(rest.label)) &&
        (mention.sentence === done.sentence ||
          !(OTHERS.test(rest.label) || notDone !== undefined) ||
          (mention.sentence === done.sentence - 1 &&
            mention.paragraph === done.paragraph &&
            /任务|计划|目标|设[定置立]/.test(mention.label))) &&
        WHOLE.test(saidOf(mention)) &&
        !DONE.test(saidOf(mention).replace(/下达|到位|安排|开工|合同(?:总)?[价金]额?|支出(?=预算)/g, '')) &&
        !LEFT.test(mention.label) &&
        !OTHER_TIME.test(mention.label) &&
        (sameUnit(mention, rest) || isPosts(mention)) &&
        !moreThan(done.value, mention.value),
    )
    if (whole === undefined) return besides(reading, rest)
    // 退回3.58万元，补发2.9万元: more happened in between.
    if (reading.mentions.slice(done.index + 1, rest.index).some((mention) => alike(mention, rest) && CORRECTED.test(mention.label)))
      return []
    const holds = meet(without(whole.span, done.span), rest.span)
    // 收入4.92亿元，支出4.78亿元，累计结余0.57亿元: with what was left of the years before.
    if (!holds && OF_ALL_YEARS.test(rest.label) && !OF_ALL_YEARS.test(done.label)) return []
    // 原值2.86亿元，其中在用2.80亿元、出租0.04亿元、闲置0.02亿元: one of the parts of a total that holds.
    if (!holds && parts.has(rest)) return []
    if (
      !holds &&
      isCarriedOver(
        whole,
        rest,
        [...back, ...behind(reading, rest, 4)].filter((mention) => !parts.has(mention)),
        minus(whole.value, done.value),
      )
    )
      return []
    if (
      !holds &&
      !isInARow(reading, whole, done, rest) &&
      !areAlone(back, whole, done, rest) &&
      (searches++ > MOST_SEARCHES || explained(rest, [...back, ...behind(reading, rest, 4)]))
    )
      return []
    return [difference(rest, [whole, done], holds, 'rest', minus(whole.value, done.value))]
  })
}
/** 剩余69.90万元，其中项目支出结余66万元: a part of what is left. */
const isPartOfRest = ({ mentions }: Reading, { index, label, group }: Mention): boolean => {
  const whole = mentions[index - 1]
  return whole !== undefined && /^其中/.test(label) && whole.group === group && LEFT.test(whole.label)
}
/**
 * 年初结转50万元，本年收入1,000万元，支出900万元，结余150万元: what was carried over is left with what is left of the year. Income beside
 * a carry-over is never the whole; a budget is not where just the carry-over is what is missing.
 */
function isCarriedOver(whole: Mention, rest: Mention, near: readonly Mention[], left: Quantity): boolean {
  const carried = near.filter(
    (mention) =>
      mention !== rest && mention.paragraph === rest.paragraph && alike(mention, rest) && CARRIED.test(mention.label) && mention !== whole,
  )
  const isIncome = /收入(?:合计|总额)?[为计]?$/.test(whole.label)
  return carried.some(({ value }) => isIncome || equals(plus(left, value), rest.value) || equals(minus(left, value), rest.value))
}
const CARRIED =
  /(?:[上去]年|年初|期初|以前年度|历年)[^，。；\d]{0,6}结[转余]|结转(?:资金)?$|动用|弥补|调[入出]|转[入出]|提取|分配|上缴|上解/
function isSplitUpAfter({ mentions }: Reading, whole: Mention, rest: Mention, parts: ReadonlySet<Mention>): boolean {
  const between = mentions.slice(whole.index + 1, rest.index).filter(({ sentence }) => sentence === whole.sentence + 1)
  return (
    whole.paragraph === rest.paragraph &&
    between.some((other) => parts.has(other)) &&
    between.every((other) => parts.has(other) || isRate(other)) &&
    !/[上去]年/.test(rest.label)
  )
}
/** 2个已整改到位, 42项重点任务: where nothing stands before a number, what stands behind it says what it is of. */
const saidOf = ({ label, after }: Mention): string =>
  label.replace(/^[，。；、]|年度?|方面$/g, '').length < 2 ? label + after.replace(/中.*$/, '') : label
/** 排查196件，成功调处190件，余6件: said as the rest of what stands right before it, whatever was done. */
function besides({ mentions }: Reading, rest: Mention): Relation[] {
  const isUndone = /^(?:尚|还|仍)有$/.test(rest.label) && /^(?:正在|未|尚未|待|在[办建])/.test(rest.after)
  if (!BESIDES.test(rest.label) && !OVERDUE.test(rest.label) && !isUndone) return []
  const rateBetween = mentions[rest.index - 1]?.unit.dimension === 'percent' ? 1 : 0
  const [done, whole] = [mentions[rest.index - 1 - rateBetween], mentions[rest.index - 2 - rateBetween]]
  if (done === undefined || whole === undefined) return []
  if ([done, whole].some((one) => one.group !== rest.group || one.bracket !== rest.bracket || !sameUnit(one, rest) || !isPlain(one)))
    return []
  if (!moreThan(whole.value, done.value) || !moreThan(whole.value, rest.value) || !(done.lead === '，' || /中的?有?$/.test(done.label)))
    return []
  if (/其中|[较比增减]|每|均/.test(done.label + whole.label)) return []
  return [difference(rest, [whole, done], meet(without(whole.span, done.span), rest.span), 'rest', minus(whole.value, done.value))]
}
const BESIDES = /^(?:其余|余下?|剩余|剩下|尚余|还剩|另外?有?)(?:的)?$/
/** 按期办结2,376宗，逾期24宗. */
const OVERDUE = /^(?:逾期|超期|延期)[\u4e00-\u9fff]{0,4}$/
const isSecond = ({ mentions }: Reading, { index, label, lead }: Mention): boolean =>
  label === '' && lead === '、' && BESIDES.test(mentions[index - 1]?.label ?? '')
/** 图斑240个、面积360亩，已整改228个、342亩，其余12个、18亩: each of the two is left of its own. */
function secondOf(mentions: readonly Mention[], rest: Mention): Relation[] {
  const [done, whole] = mentions
    .slice(Math.max(0, rest.index - 8), rest.index)
    .reverse()
    .filter((mention) => mention.group === rest.group && sameUnit(mention, rest) && isPlain(mention))
  if (done === undefined || whole === undefined || done.lead !== '、' || !moreThan(whole.value, done.value)) return []
  return [difference(rest, [whole, done], meet(without(whole.span, done.span), rest.span), 'rest', minus(whole.value, done.value))]
}
/** 应付1,300万元，实际支付1,215万元，支付率93.46%，未付85万元: no other figure of their kind stands in the clauses. */
const areAlone = (back: readonly Mention[], whole: Mention, done: Mention, rest: Mention): boolean => {
  const own = back.filter(({ group }) => group === rest.group)
  return own.length === 2 && own.includes(whole) && own.includes(done) && !/其中/.test(done.label)
}
/** 发现5个，已整改4个，还有1个: the three stand side by side, but for their rate, so that no other two can be meant. */
const isInARow = ({ mentions, brackets }: Reading, whole: Mention, done: Mention, rest: Mention): boolean =>
  [...mentions.slice(whole.index + 1, done.index), ...mentions.slice(done.index + 1, rest.index)].every(
    ({ unit }) => unit.dimension === 'percent',
  ) &&
  !done.label.includes('其中') &&
  [whole, done].every(({ group }) => group === rest.group) &&
  done.bracket === rest.bracket &&
  (whole.bracket === rest.bracket || brackets[whole.bracket]?.before === done.index)
/** 完成7项，1项未完成. */
const isLeftBehind = ({ label, after }: Mention): boolean =>
  /^(?:另有|尚有|还有|有)?$/.test(label) &&
  /^(?:指标|项目|任务|工程|问题|目标|案件)?(?:尚|仍|还)?(?:未(?:完成|达到|达标|办结|整改|完工|竣工|到位|销号|支付)|在[建办]|正在有序推进|(?:限期|正在|仍在|继续|持续|加紧)(?:整改|办理|推进|实施|施工|核查|扫尾|收尾|完善|建设)|跨年(?:实施|推进)|(?:整改|办理|推进|施工|核查)中)/.test(
    after,
  )
/** 编制152个，实有141人，缺编11人: a post is for one person. */
const isPosts = ({ unit, label }: Mention): boolean => unit.word === '个' && /编制(?:数|总数)?为?$/.test(label)
const CORRECTED = /退回|补发|追回|收回|扣[减除]|冲减|上缴|缴回|调[增减]|追加/
/** 其余支出304万元 may end a list: only of a whole in its own sentence is it what is left. */
const OTHERS = /^其[余他]|^另有|^还有/
/** 另有编外人员156人 are no part of the whole, 另有8台在建 are. */
const isMore = ({ label, after }: Mention): boolean => /^(?:另|还)有.+/.test(label) && !/未|在[建办途]|待|尚|没有|办理/.test(label + after)
const IS_NET = /^[^，。；\d]{0,2}后|^实[收付拨发支缴]/
/** 768.96万元，扣减考核款184.55万元后实拨584.41万元. */
function nets(reading: Reading): Relation[] {
  return reading.mentions.flatMap((net): Relation[] => {
    if (!IS_NET.test(net.label)) return []
    const taken = reading.mentions[net.index - 1]
    // 应收148.08万元，减免46人共2.76万元，实收145.32万元.
    const whole = reading.mentions
      .slice(Math.max(0, net.index - 4), net.index - 1)
      .findLast((mention) => taken !== undefined && alike(mention, taken))
    if (taken === undefined || whole === undefined || !isPlain(net) || !isPlain(taken) || !isPlain(whole)) return []
    const isAfter = /^(?!调整)[^，。；\d]{0,2}后/.test(net.label) && /扣[减除]|减去|冲减|核减/.test(taken.label)
    const takenFor = /^(?:共|计|共计)$/.test(taken.label) ? (reading.mentions[taken.index - 1]?.label ?? '') : taken.label
    const isDue = /^实[收付拨发支缴]/.test(net.label) && /减免|免[收缴]|扣[减除]|核减|退回/.test(takenFor)
    if (!(isAfter || isDue) || net.group !== taken.group || !alike(net, taken) || !alike(whole, taken)) return []
    return [difference(net, [whole, taken], meet(without(whole.span, taken.span), net.span), 'rest', minus(whole.value, taken.value))]
  })
}
const OTHER_TIME = /[上去往]年|同期|每|均[^衡]/
/** 未结案件减少2.6万件: by how much it changed is nothing that is left. */
const isMoved = ({ label }: Mention): boolean => /(?:增加|减少|下降|上升|增长)了?$/.test(label)
const isRate = ({ unit }: Mention): boolean => unit.dimension === 'percent' || unit.dimension === 'points' || unit.dimension === 'score'

/** Some two figures near it differ by just this, or some make it up together. */
function explained(result: Mention, near: readonly Mention[]): boolean {
  const same = near.filter((mention) => alike(mention, result) && mention !== result)
  return same.some((a) =>
    same.some(
      (b) => a !== b && (equals(absolute(minus(a.value, b.value)), absolute(result.value)) || equals(plus(a.value, b.value), result.value)),
    ),
  )
}
