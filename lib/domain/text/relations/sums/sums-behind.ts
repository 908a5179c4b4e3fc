import { moreThan, zero } from '@/lib/domain/quantities'
import { addend, relation, spanOf } from '@/lib/domain/text/adding'
import { countSaid } from '@/lib/domain/text/counted'
import { exactly, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, isWholeOfShare, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { fullMarksBefore } from '@/lib/domain/text/relations/scores/section-scores'
import { GIVEN_OF_FULL_MARKS, NO_PART } from '@/lib/domain/text/vocabulary/lists'
import { isSubtracted, isWholeSet, MOST_GRADES } from '@/lib/domain/text/whole-sets'

const SUM_NAME =
  /^(?:综合|最终|自评|合计|评价)(?:总)?(?:得分|评分)(?:为|是)?$|(?:合同|投资|资金)?总(?:[价量数]|得分|评分|预算|投资|投入|支出|收入)$|(?:合计|总计|共计|总共|小计|总额|总分|相加|加起来|[两二三四五六七八九十]项(?:支出|资金|经费)?(?:合计|累计)?共?|[两二三四五六七八九十]级|[两二三四五六七八九十]年(?:间|来)?(?:共计?|累计|合计|总计)|共)(?:支出|支付|得|占|为|是|投入|安排|出动|[^，。；\d]{0,6})$/
/** A total behind its parts: 在编42人，聘用38人，合计80人. */
export function addedUp(reading: Reading): Relation[] {
  return reading.mentions.flatMap((whole): Relation[] => {
    const ahead = reading.mentions[whole.index - 1]
    // 合计4,058户14,946人: the second is a sum as the first is.
    const goesOn =
      ahead !== undefined && ahead.group === whole.group && /^[、和]?$/.test(whole.lead + whole.label) && SUM_NAME.test(ahead.label)
    const named = SUM_NAME.test(whole.label) || goesOn
    const yearly = /^(?:全年|实际)[^，。；\d]{0,4}$/.test(whole.label)
    if (!(named || yearly) || whole.hedge !== null || /[较比](?!赛)|减少|增加|同比|平均/.test(whole.label)) return []
    const together = TOGETHER.exec(goesOn ? ahead.label : whole.label)
    // 机关编制12名；中心编制20名。全系统编制合计32名.
    const isOfBody = WHOLE_BODY.test(whole.label)
    const parts: Mention[] = []
    for (let i = whole.index - 1; i >= 0 && parts.length < 40; i--) {
      const mention = reading.mentions[i] as Mention
      if (mention.sentence !== whole.sentence && !((together !== null || isOfBody) && mention.sentence === whole.sentence - 1)) break
      if (mention === ahead && goesOn) continue
      if (mention.bracket !== whole.bracket || mention.unit.dimension !== whole.unit.dimension || /每|均|单价/.test(mention.label)) continue
      if (isWholeOfShare(reading, mention)) continue
      // 产出指标50分得49.2分: full marks are no part of what was given.
      if (whole.unit.dimension === 'score' && isFullMarks(reading, i)) continue
      parts.unshift(mention)
    }
    // 得93分、95分，按60%和40%加权，综合得分93.8分: no sum.
    const behindParts = parts.at(-1)?.end
    if (
      whole.unit.dimension === 'score' &&
      behindParts !== undefined &&
      /加权|权重|折算|平均/.test(reading.text.slice(behindParts, whole.start))
    )
      return []
    const byRole = ofRole(whole, parts) ?? ofKind(reading, whole)
    if (byRole !== null) return byRole
    const add = addend(parts)
    const onlyGrows = !parts.some(isSubtracted)
    let made = exactly(zero)
    for (let from = parts.length - 1; from >= 0 && !(onlyGrows && moreThan(made.low, whole.span.high)); from--) {
      made = add(made, parts[from] as Mention)
      if (from < parts.length - 1 && meet(made, whole.span)) return [relation(whole, parts.slice(from), true, 'plain')]
    }
    // 三档合计…: the last figure of each of the three items before it.
    const items = together === null ? [] : lastOfGroups(parts)
    const count = countSaid(together?.[1] ?? '')
    const years = parts.filter(({ label }) => /^(?:19|20)\d{2}年/.test(label))
    // 两类文书共548份: the last two of its own unit.
    const own = count < 2 ? [] : parts.filter(({ unit }) => unit.word === whole.unit.word).slice(-count)
    if (
      count > 1 &&
      own.length === count &&
      own.every(({ hedge, label, group }) => hedge === null && group === whole.group && !LOOSE.test(label))
    )
      return [relation(whole, own, meet(spanOf(own), whole.span), 'plain')]
    // 计划6,000批次，实际6,120批次；化妆品2,500批次，器械1,200批次，三类合计9,820批次: as many as are said, but for what was planned.
    const said = count < 3 ? [] : parts.filter(({ unit, label }) => unit.word === whole.unit.word && !/计划|目标|应|任务/.test(label))
    if (
      said.length > 2 &&
      said.length === count &&
      said.every(({ hedge, label }) => hedge === null && !LOOSE.test(label.replace(/^其中/, '')))
    )
      return [relation(whole, said, meet(spanOf(said), whole.span), 'plain')]
    const row = /年$/.test(together?.[0].replace(/(?:累计|合计|共计?|总计|合并).*$/, '') ?? '') ? years : items
    if (count > 1 && row.length >= count) {
      const some = row.slice(-count)
      if (some.every(({ hedge, label }) => hedge === null && !/合计|总/.test(label)))
        return [relation(whole, some, meet(spanOf(some), whole.span), 'plain')]
    }
    // 编制58名，实有人员52人、聘用人员18人，共70人: the row right before it.
    const close = ROW_TOTAL.test(whole.label) && whole.lead === '，' ? rowBefore(parts, whole) : []
    const all = close.length > 1 ? close : ROW_TOTAL.test(whole.label) ? wholeSetBefore(parts, whole) : []
    if (all.length > 1) return [relation(whole, all, meet(spanOf(all), whole.span), 'plain')]
    // 履职50分，自评48.3分；管理50分，自评47.9分；总计96.2分: each given of its full marks.
    const areGiven =
      whole.unit.dimension === 'score' &&
      parts.length > 1 &&
      parts.every((part) => part.sentence === whole.sentence && isFullMarks(reading, part.index - 1))
    const inGroup = areGiven ? parts : parts.filter(({ group }) => group === whole.group)
    // 收入27.16亿元，下降4.7%；加上级补助12.08亿元，调入1.83亿元，收入合计: what more is added to.
    const addedTo = /^加/.test(inGroup[0]?.label ?? '')
      ? (parts[parts.indexOf(inGroup[0] as Mention) - 1] ?? topicBefore(reading, inGroup[0] as Mention))
      : undefined
    const direct = yearly ? wholeSetAt(inGroup) : addedTo === undefined ? inGroup : [addedTo, ...inGroup]
    if (yearly && direct.length === 0) return []
    if (whole.unit.dimension === 'percent' && !/相加|合计占|之和/.test(whole.label)) return []
    const isList =
      direct.length >= 2 &&
      direct.every(
        ({ hedge, label }, i) =>
          hedge === null &&
          !(whole.unit.dimension === 'score' ? /合计|总|满分|分值|权重|扣/ : LOOSE).test(
            label.replace(OF_FUNDS, '').replace(i === 0 ? /^其中|(?<=收入)合计$/ : /^$/, ''),
          ) &&
          (i === 0 || LISTED.test(label + (direct[i]?.lead ?? ''))),
      )
    // 24个、8个、13个，共45个: one row in one unit.
    const oneRow = direct.slice(1).every(({ lead, unit }) => lead === '、' && unit.word === whole.unit.word)
    // 结婚2,750对，离婚1,045对，补证605对，共4,400对: three of one unit, none of them done with the others.
    const inOneUnit =
      direct.length > 2 &&
      direct.every(({ lead, unit, label }, i) => (i === 0 || /[，、]/.test(lead)) && unit.word === whole.unit.word && !NO_PART.test(label))
    const isCounted = countSaid(NUMERAL_OF_ALL.exec(whole.label)?.[1] ?? '') === direct.length
    const strong =
      yearly ||
      isCounted ||
      goesOn ||
      (oneRow && /^共$/.test(whole.label)) ||
      (inOneUnit && /^共$/.test(whole.label)) ||
      (/^共$/.test(whole.label) && isWholeSet(direct)) ||
      /合计|总计|共计|小计|相加|项共|总[额价量数分]|总得分|总评分/.test(whole.label) ||
      (whole.unit.dimension === 'score' && direct.every(({ label }) => /得分?$/.test(label)))
    if (!isList || !strong || (whole.lead === '' && !goesOn && !yearly) || !(yearly || goesOn || isCounted || FIRST.test(whole.label)))
      return []
    if (
      whole.tail !== '（' &&
      !isPlainTotal(whole, direct) &&
      direct.some(({ unit }) => unit.word !== whole.unit.word && unit.dimension === 'things')
    )
      return []
    return [
      relation(
        whole,
        direct,
        addedTo !== undefined && meet(spanOf(direct), whole.span),
        direct.every(({ label }, i) => i === 0 || !/其中/.test(label)) ? 'plain' : 'unclear',
      ),
    ]
  })
}
/** 本级收入64万元，其中…。加上转移性收入48万元，收入总计112万元: what more is added to begins the sentence before. */
const topicBefore = ({ mentions }: Reading, first: Mention): Mention | undefined => {
  const own = mentions
    .slice(Math.max(0, first.index - 10), first.index)
    .find((mention) => mention.sentence === first.sentence - 1 && mention.paragraph === first.paragraph && mention.unit === first.unit)
  return own !== undefined && own.hedge === null && /收入|支出/.test(own.label) ? own : undefined
}
/** 在岗79名，编外聘用21名，实际工作人员共100名: who works there, under a word for all of them. */
const ROW_TOTAL = /^(?:(?:实际|现有|全部)?(?:工作|在岗|在职)?(?:人员|人数))?(?:共|合计|共计|总计)$/
/** The parts of one unit that 、 joins, up to a total; empty where anything else is among them or right before. */
function rowBefore(parts: readonly Mention[], whole: Mention): readonly Mention[] {
  // 分别为150份、200份和50份，共400份.
  const from = parts.findLastIndex(({ lead, label }) => /分别|依次/.test(label) || (lead !== '、' && !/^(?:和|及|与|以及)$/.test(label)))
  const row = parts.slice(Math.max(0, from))
  const isRow = row.every(
    ({ hedge, unit, label, group }) =>
      hedge === null && unit.word === whole.unit.word && group === whole.group && !LOOSE.test(label) && !NO_PART.test(label),
  )
  return isRow && row.at(-1)?.index === whole.index - 1 ? row : []
}
/** 在岗79名，编外聘用21名: two that leave nothing out, right before it. */
function wholeSetBefore(parts: readonly Mention[], whole: Mention): readonly Mention[] {
  const both = parts.slice(-2)
  const areBeside = both.at(-1)?.index === whole.index - 1 && both.every(({ group, hedge }) => group === whole.group && hedge === null)
  return areBeside && isWholeSet(both) ? both : []
}
/** “五进”活动共220次: of just so many. */
const NUMERAL_OF_ALL = /^[“"]?([三四五六七八九十])[\u4e00-\u9fff][”"]?[\u4e00-\u9fff]{0,4}(?:共|合计|共计)$/
/** 计划500人，第一期170人、第二期165人、第三期175人: the last figures that are of one set of names. */
function wholeSetAt(all: readonly Mention[]): readonly Mention[] {
  for (let from = Math.max(0, all.length - MOST_GRADES); from < all.length - 1; from++)
    if (isWholeSet(all.slice(from))) return all.slice(from)
  return []
}
/** 产出指标50分得49.2分; 预算管理20分，自评18.6分. */
function isFullMarks(reading: Reading, i: number): boolean {
  const next = reading.mentions[i + 1]
  return (
    next !== undefined &&
    ((next.lead === '' && GIVEN_OF_FULL_MARKS.test(next.label)) || fullMarksBefore(next, reading) === reading.mentions[i])
  )
}
const ROLE = /^([\u4e00-\u9fff]{2}?)(?:人数|数量?|总数|面积|金额|资金)?(?:共计?|合计|总计)(?:为|有)?$/
const WHOLE_BODY = /^(?:全(?:局|市|县|区|校|院|系统|部门|馆|所|中心)|本(?:部门|单位))/
/** 五个项目预算合计: how many they are says nothing of what is added up. */
const SO_MANY = /^(?:以上|上述|这)?[两二三四五六七八九十][个大]?(?:项目|单位|部门|任务|专项|工程|子项|项|类|家)?/
/** 行政编制26人，实有22人；事业编制68人，实有61人，编制数共94人，实有人数共83人: each total is of those that go by its name. */
function ofRole(whole: Mention, parts: readonly Mention[]): Relation[] | null {
  const role =
    ROLE.exec(whole.label.replace(WHOLE_BODY, '').replace(SO_MANY, ''))?.[1] ??
    /^(?:全年|[两二三]项)?(?:合计|共计)([\u4e00-\u9fff]{2})$/.exec(whole.label)?.[1]
  if (role === undefined) return null
  const own = parts.filter(
    ({ label, unit, hedge }) => label.includes(role) && hedge === null && unit.word === whole.unit.word && !/共|合计|总/.test(label),
  )
  if (own.length < 2 || own.length === parts.length) return null
  const holds = meet(spanOf(own), whole.span)
  return holds || areInTurn(own, parts) ? [relation(whole, own, holds, 'plain')] : null
}
/** 编制26人，实有22人；编制68人，实有61人: behind each stand as many others. 补助收入…，结余收入…，调入资金…，收入合计: one row under different names. */
function areInTurn(own: readonly Mention[], parts: readonly Mention[]): boolean {
  const gaps = own.map((part, i) => parts.indexOf(own[i + 1] ?? part) - parts.indexOf(part))
  gaps[gaps.length - 1] = parts.length - parts.indexOf(own.at(-1) as Mention)
  const fewest = Math.min(...gaps)
  return fewest > 1 && Math.max(...gaps) - fewest <= own.length
}
const OF_KIND = /(收入|支出|结余|余额|投入|人数)(?:合计|总计|共计?)[为达]?$/
/** 职工收入46.15亿元、支出39.23亿元；居民收入28.06亿元、支出27.50亿元。两项收入合计74.21亿元，支出合计66.73亿元: each of the two that end with its word. */
function ofKind(reading: Reading, whole: Mention): Relation[] | null {
  const kind = OF_KIND.exec(whole.label)?.[1]
  const clause = reading.text.slice(reading.sentences[whole.sentence]?.start ?? 0, whole.start)
  const count = countSaid(
    /([两二三四五六七八九])(?:项|类|个|种)[^，。；\d]{0,8}$|^[^，。；\d]*?([两二三四五六七八九])(?:项|类|个|种)/
      .exec(clause)
      ?.slice(1)
      .find((sign) => sign !== undefined) ?? '',
  )
  if (kind === undefined || count < 2) return null
  const own = before(reading, whole, 16).filter(
    ({ label, unit, hedge, sentence }) =>
      label.endsWith(kind) &&
      hedge === null &&
      unit.word === whole.unit.word &&
      sentence < whole.sentence &&
      sentence >= whole.sentence - 1,
  )
  return own.length === count ? [relation(whole, own.reverse(), meet(spanOf(own), whole.span), 'plain')] : []
}
/** 泵站23座、蓄水池41口、桥涵112处，合计176处: things counted in several words make one row. */
const isPlainTotal = ({ label }: Mention, [, ...rest]: readonly Mention[]): boolean =>
  /^(?:合计|共计|总计)$/.test(label) && rest.every(({ lead }) => lead === '、')
const TOGETHER =
  /(?:^|[，上述以前这年末底至到的放排入助])([两二三四五六七八九])(?:年|项|档|类|者|种|个|级|部分|部门|批|期|笔|家|地)[^，。；\d]{0,10}(?:累计|合计|共计?|总计|合并)[^，。；\d]{0,6}$/
function lastOfGroups(parts: readonly Mention[]): Mention[] {
  const byGroup = new Map<number, Mention>()
  for (const part of parts) if (!/每|均|单价/.test(part.label)) byGroup.set(part.group, part)
  return [...byGroup.values()]
}
/** Names of funds in which 预算, 共 or 上年 say nothing of a plan, a total or another time. */
const OF_FUNDS = /一般公共预算|政府性基金预算|国有资本经营预算|预算(?=稳定调节基金)|公共|[上去]年(?=结[转余])/g
const LOOSE = /合计|总计|(?<!公)共(?!同)|每|均|单价|标准|预算|[较比](?!赛)|[上去]年|其中|目标|计划/
/** The sum of just what stands before it, not of something that is named anew: 合计80人, not 书记合计讲党课68场. */
const FIRST =
  /^(?:其?中|以上|上述|[两二三四五六七八九十]\S{1,2})?(?:合计|总计|共计|小计|共|相加|二者相加|总)|^(?:支出|收入|资金|投入|经费|投资|人数|总|可用(?:资金|财力))(?:合计|总计|共计)|^\S{0,4}总(?:[额价量数分]|得分|评分)|^(?:综合|最终|自评|评价)(?:得分|评分)/
const LISTED = /^.*[，、；和及与]?/
