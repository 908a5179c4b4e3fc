import { dividedBy, minus, plain, plus, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { sharedRun } from '@/lib/domain/text/subjects'

/** What there was, with what came in and without what went out, is what there is: 年初86.42万册，新增3.18万册，剔旧0.60万册，年末89.00万册. */
export const stocks = (reading: Reading): Relation[] => [...flows(reading), ...cumulated(reading), ...grown(reading)]

/** 累计88个，2023年新建26个，截至年底累计114个. */
function cumulated(reading: Reading): Relation[] {
  return reading.mentions.flatMap((closing): Relation[] => {
    const inBracket = openingBehind(reading, closing)
    // 累计3,840套，新增480套，上年底累计为3,360套: what there was, not what there is.
    if (/[上去]年/.test(closing.label)) return ofLastYear(reading, closing)
    if (
      !isPlain(closing) ||
      !(
        inBracket !== undefined ||
        /累计(?:达到?|为|有|[建完]成|改造|创建|新建)?[^，。；\d]{0,6}$|(?:年底|年末)(?:达到?|增至|累计)|^(?:现|目前|现在|合计|总数|共|总计|达到?|有)+$/.test(
          closing.label,
        )
      )
    )
      return []
    const here = before(reading, closing, 4).filter((mention) => mention.sentence === closing.sentence && isLike(mention, closing))
    if (
      inBracket === undefined &&
      /^(?:现|目前|现在|合计|总数|共|总计|达到?|有)+$/.test(closing.label) &&
      !here.some(({ label }) => /连同|加上|原有/.test(label))
    )
      return []
    const added = here.find(
      ({ label }) =>
        /新[建增装购]|^[^，。；]{0,2}建成|[今本当]年|\d{4}年新/.test(label) && !/累计|[上去]年|计划|预算|目标|任务/.test(label),
    )
    const opening = inBracket ?? here.find((mention) => mention !== added && /累计|[上去]年|年底|年末|已有|原有|加上/.test(mention.label))
    if (added === undefined || opening === undefined || isOfOtherDeed(opening, closing)) return []
    return [stockOf(closing, opening, added)]
  })
}

/** 累计建成40公里；累计改造25公里: each has its own. */
function isOfOtherDeed(opening: Mention, closing: Mention): boolean {
  const [one, other] = [opening, closing].map(({ label }) => /累计(?!达|为|有|已|共)([\u4e00-\u9fff]{2})/.exec(label)?.[1])
  return one !== undefined && other !== undefined && one !== other
}

/** What there is stands first, then what came in, then what there was. */
function ofLastYear({ mentions }: Reading, opening: Mention): Relation[] {
  const [added, closing] = [mentions[opening.index - 1], mentions[opening.index - 2]]
  if (added === undefined || closing === undefined || !isPlain(opening)) return []
  if (![added, closing].every((one) => isLike(one, opening) && one.group === opening.group && one.bracket === opening.bracket)) return []
  if (!/累计/.test(closing.label) || !/新增|新[建增装购]/.test(added.label) || !/累计/.test(opening.label)) return []
  return [stockOf(closing, opening, added)]
}

/** What there was, with what came in, is what there is. */
function stockOf(closing: Mention, opening: Mention, added: Mention): Relation {
  const span = { low: plus(opening.span.low, added.span.low), high: plus(opening.span.high, added.span.high) }
  return {
    kind: 'rest',
    result: closing,
    operands: [opening, added],
    holds: meet(span, closing.span),
    certainty: 'plain',
    rule: 'stock',
    expected: plain(dividedBy(plus(opening.value, added.value), unitOf(closing)), 4),
  }
}

/** 累计建成护岸52.8公里（截至上年末46.5公里）: what there was stands in the bracket behind. */
function openingBehind({ mentions, brackets }: Reading, closing: Mention): Mention | undefined {
  const opening = mentions[closing.index + 1]
  // 累计建成堤防312.8公里，上年末为286.4公里.
  if (
    opening !== undefined &&
    opening.group === closing.group &&
    /累计/.test(closing.label) &&
    /^(?:[上去]年(?:[末底]|(?=[为是]?$))|年初|期初)/.test(opening.label) &&
    isLike(opening, closing)
  )
    return opening
  if (
    opening === undefined ||
    brackets[opening.bracket]?.before !== closing.index ||
    !/累计|总数|总量|总计|(?:达到?|增至)$/.test(closing.label)
  )
    return undefined
  return isLike(opening, closing) &&
    /^(?:截[至止])?(?:到)?(?:[上去]年|(?:19|20)\d{2}年|年初|期初)[末底]?(?:累计|已建成?|为|有)*$/.test(opening.label)
    ? opening
    : undefined
}

function flows(reading: Reading): Relation[] {
  return reading.mentions.flatMap((opening): Relation[] => {
    if (!isPlain(opening) || !OPENING.test(opening.label) || CLOSING.test(opening.label.replace(/[上去]年末/, ''))) return []
    const here = reading.mentions
      .slice(Math.max(0, opening.index - 6), opening.index + 8)
      .filter((mention) => mention !== opening && mention.group === opening.group && isLike(mention, opening))
    // 年末未消除风险户 are those that stayed.
    const wentOut = ({ label }: Mention): boolean => OUT.test(label.replace(/未[\u4e00-\u9fff]{2}/g, ''))
    const ins = here.filter((mention) => IN.test(mention.label) && !wentOut(mention))
    const outs = here.filter(wentOut)
    const closing =
      here.find(({ label }) => CLOSING.test(label)) ??
      before(reading, opening, 12).find((mention) => isLike(mention, opening) && CLOSING.test(mention.label)) ??
      rightBefore(reading, [opening, ...ins, ...outs]) ??
      underTopic(reading, opening)
    if (closing === undefined || ins.length === 0 || outs.length === 0 || ins.includes(closing) || outs.includes(closing)) return []
    const add = (sum: { low: typeof zero; high: typeof zero }, { span }: Mention) => ({
      low: plus(sum.low, span.low),
      high: plus(sum.high, span.high),
    })
    const span = without([opening, ...ins].reduce(add, exactly(zero)), outs.reduce(add, exactly(zero)))
    const value = minus(
      [opening, ...ins].reduce((sum, mention) => plus(sum, mention.value), zero),
      outs.reduce((sum, mention) => plus(sum, mention.value), zero),
    )
    return [
      {
        kind: 'rest',
        result: closing,
        operands: [opening, ...ins, ...outs],
        holds: meet(span, closing.span),
        certainty: 'plain',
        rule: 'stock',
        expected: plain(dividedBy(value, unitOf(closing)), 4),
      },
    ]
  })
}
/** 执勤车辆312辆，当年新购36辆、报废28辆，上年末304辆: what there is stands right before what came and went. */
function rightBefore({ mentions }: Reading, all: readonly Mention[]): Mention | undefined {
  const first = all.reduce((one, other) => (other.index < one.index ? other : one))
  const closing = mentions[first.index - 1]
  return closing !== undefined &&
    closing.group === first.group &&
    isLike(closing, first) &&
    !IN.test(closing.label) &&
    !OUT.test(closing.label) &&
    /^[，。；]?$/.test(first.lead)
    ? closing
    : undefined
}
/** 配备专职网格员138人, far before 网格员流动偏快，离职19人，招录21人，年初在岗的136人: what there is goes by the name of the group's topic. */
function underTopic(reading: Reading, opening: Mention): Mention | undefined {
  const from = reading.mentions.findLast(({ index, group }) => index < opening.index && group !== opening.group)?.end ?? 0
  const topic = /[^。；]*$/.exec(reading.text.slice(Math.max(from, opening.start - 80), opening.start))?.[0] ?? ''
  const named = before(reading, opening, 200, true).filter(
    (mention) => mention.group !== opening.group && isLike(mention, opening) && sharedRun(mention.label, topic) >= 3,
  )
  return named.length === 1 ? named[0] : undefined
}

const isPlain = ({ hedge }: Mention): boolean => hedge === null
const isLike = (a: Mention, b: Mention): boolean =>
  isPlain(a) && a.unit.word === b.unit.word && a.unit.dimension === b.unit.dimension && !['percent', 'points'].includes(a.unit.dimension)
const OPENING = /年初|期初|[上去]年末|[上去]年底|月初|原有|旧存|上年结转|(?:清查|盘点|清理|整治|改造|调整|机构改革)前/
const CLOSING = /增至|减至|增加到|(?<![上去]年?)年末|年底|期末|现有|目前|共有|实有|(?:清查|盘点|清理|整治|改造|调整|机构改革)后/
const IN = /新增|新购|新收|购[入置]|增加|调入|转入|轮入|入库|接收|录入|登记|招录|新招|新进|招聘|盘盈|考录|引进|转隶/
const OUT = /剔[旧除]|核销|报废|减少|注销|调出|转出|轮出|退出|清退|淘汰|发射|领用|消耗|销号|离职|化解|消除|盘亏|退休|辞职/

/** 馆藏14,860件，…；当年新征集160件，上年末馆藏14,700件: what came in stands right before what there was; what there is goes by the same noun before them. */
function grown(reading: Reading): Relation[] {
  return reading.mentions.flatMap((opening): Relation[] => {
    const noun = isPlain(opening)
      ? /^(?:[上去]年[末底]|年初)的?([\u4e00-\u9fff]{2,6}?)(?:总[量数]|数量?)?(?:为|有)?$/.exec(opening.label)?.[1]
      : undefined
    const added = reading.mentions[opening.index - 1]
    if (noun === undefined || added === undefined || added.group !== opening.group || !isLike(added, opening)) return []
    if (!/^(?:当年|本年|全年|年内)?(?:新[增征购收招建入]|增加|购入|征集|入藏)/.test(added.label)) return []
    const named = before(reading, added, 8).filter(
      (mention) => mention.sentence === opening.sentence && isLike(mention, opening) && mention.label.includes(noun),
    )
    const [closing] = named
    const isOut = reading.mentions.some(({ group, label }) => group === opening.group && OUT.test(label))
    return closing === undefined || named.length !== 1 || isOut ? [] : [stockOf(closing, opening, added)]
  })
}
