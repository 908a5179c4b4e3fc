import { absolute, equals, isPositive, isZero, minus, plus } from '@/lib/domain/quantities'
import { exactly, type Interval, meet, total, without } from '@/lib/domain/text/interval'
import { isOfWhole, knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, behind, isWholeOfShare, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { directionIn, isBase, isChange, shortDirection } from '@/lib/domain/text/relations/growth-words'
import { changeOfPrice, isPaidForMany } from '@/lib/domain/text/relations/prices/price-changes'
import { plannedFor } from '@/lib/domain/text/relations/ratios/rate-pairs'
import { rateNamed } from '@/lib/domain/text/relations/ratios/rate-words'
import { CHANGE_WORDS } from '@/lib/domain/text/vocabulary/changes'
import { CAME, WENT } from '@/lib/domain/text/vocabulary/flows'
import { areAlone, baseBehind, hangsOnBase, isBetween } from './change-base'
import { sinceThen, sinceYear } from './changes-since'

const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
/** A change is the difference of now and before: 由206家增加到247家，净增41家; 低于5.5%的控制线2.3个百分点. */
export function changes(reading: Reading): Relation[] {
  return reading.mentions.flatMap((change): Relation[] => {
    if (!isPlain(change) || change.unit.dimension === 'percent' || isBaseOfRate(reading, change)) return []
    if (changeOfPrice(reading, change) !== null || isPaidForMany(reading, change)) return []
    const gap =
      change.unit.dimension === 'points'
        ? /差|距|有$/.test(change.label + change.after)
        : /^(?:两者|二者)?(?:相差|差[额值距数]?[为是]?)$/.test(change.label)
    if (gap && change.unit.dimension !== 'points') return betweenTwo(reading, change)
    const direction =
      directionOfChange(reading, change) ?? (gap ? 'apart' : null) ?? (SHORT.test(change.label) ? shortDirection(change) : null)
    if (
      direction === null ||
      (NOT_DIFFERENCE.test(change.label) && !BEYOND_AIM.test(change.label)) ||
      /[至到为](?:(?:19|20)\d{2}年度?的?)?$/.test(change.label)
    )
      return []
    const isPoints = change.unit.dimension === 'points'
    const fits = (mention: Mention): boolean =>
      isPlain(mention) && (isPoints ? mention.unit.dimension === 'percent' : sameUnit(mention, change))
    const back = before(reading, change, 10).filter(fits)
    // 占年初预算数9,466万元的56.3%，增收539万元: what a share is of is held against nothing.
    const here = back.filter(
      (mention) =>
        mention.sentence === change.sentence &&
        (change.unit.dimension === 'points' || /[比较高低超]/.test(change.label) || !isWholeOfShare(reading, mention)),
    )
    const named = /(?:(?<!相)比|较|[低高]于|超过)([^，；]{2,14})$/.exec(
      change.label.replace(/([比较][^，。；\d]{1,8})[多少][\u4e00-\u9fff]{1,2}$/, '$1').replace(ENDING, ''),
    )?.[1]
    const then =
      named !== undefined
        ? (baseNamed(reading, here, named, change) ??
          // 低于上年（96.8%）1.8个百分点.
          here.find((mention) => mention.index === change.index - 1 && mention.label === '' && hangsOnBase(reading, mention, change)) ??
          baseBehind(reading, change))
        : (here.find(
            (mention) =>
              (isBase(mention, reading) ||
                COMPARED.test(mention.label) ||
                COMPARED.test(mention.after) ||
                hangsOnBase(reading, mention, change)) &&
              (!isChange(mention) || /[于过出]$/.test(mention.label)) &&
              !hasOwnNow(here, mention, change),
          ) ??
          baseBehind(reading, change) ??
          behind(reading, change, 1).find(
            (mention) =>
              fits(mention) &&
              !isChange(mention) &&
              !mention.label.includes(`${reading.year}年`) &&
              /[上去]年|\d{4}[年届]|上一?届|目标/.test(mention.label) &&
              mention.group === change.group,
          ))
    if (then === undefined && BEYOND_AIM.test(change.label)) return beyondAim(reading, change, direction)
    if (then === undefined) return named === undefined ? [] : sinceYear(reading, change, here[0], named, direction)
    const isAdded = ADJUSTED.test(change.label)
    // 原因：一是追加512万元；二是增资98万元: one of several.
    if (isAdded && ONE_OF_SEVERAL.test(change.label)) return []
    // 年中追加510.15万元，调减50万元: of several no one is the difference.
    if (
      isAdded &&
      [...here, ...behind(reading, change, 2)].some(
        (mention) => mention !== change && mention.unit.dimension === 'money' && ADJUSTED.test(mention.label),
      )
    )
      return []
    // 较目标70%高出4.6个百分点，较2022年的72.1%提高2.5个百分点: one base is not held against the other.
    const isNow = (mention: Mention): boolean =>
      mention !== then &&
      !isWholeOfShare(reading, mention) &&
      !PRIOR.test(mention.label) &&
      !/^[比较与]/.test(mention.label) &&
      // 年初预算6,420万元，其中公益金1,926万元，年中追加580万元: what was carried over, and a part, is not what the budget came to.
      !(isAdded && /结转|^其中/.test(mention.label)) &&
      // 引进18人，退休9人，调出3人，比年初的222人净增18人: who came or went is not who there is.
      !(/净[增减]/.test(change.label) && (CAME.test(mention.label) || WENT.test(mention.label)))
    const owner = isPoints ? FALLS_SHORT.exec(then.label)?.[1] : undefined
    const now =
      (owner === undefined ? undefined : rateNamed(reading, then, owner)) ??
      here.find((mention) => isNow(mention) && mention.bracket === change.bracket) ??
      here.find(isNow) ??
      (isAdded ? behind(reading, change, 2) : []).find((mention) => fits(mention) && /全年|调整后|年末|达到|增至|减至/.test(mention.label))
    // 结案率未达92%的目标，差2个百分点: of that rate, wherever it is said, and of no other.
    if (owner !== undefined && now !== undefined && !now.label.includes(owner)) return []
    if (now === undefined) return sinceThen(reading, change, then, direction)
    // From a loss to a gain is further than from one gain to another.
    const turned = /亏损$/.test(then.label) !== /亏损$/.test(now.label) && /盈利|利润/.test(then.label + now.label)
    const apart = turned ? plus(now.value, then.value) : minus(now.value, then.value)
    const wanted = isPositive(change.value) ? change.value : absolute(change.value)
    const isWhole = [now, then, change].every(({ unit, scaled, written }) => unit.word === '元' && !scaled && !written.includes('.'))
    const holds =
      isWhole && !turned
        ? equals(absolute(apart), wanted)
        : turned
          ? meet(total([now.span, then.span]), change.span)
          : meet(without(now.span, aimSpan(then)), change.span) || meet(without(aimSpan(then), now.span), change.span)
    const measured = minus(now.value, then.value)
    const wrongWay = holds && !turned && direction !== 'apart' && !isZero(measured) && isPositive(measured) !== (direction === 'up')
    const pool = [...before(reading, change, 12, true), ...behind(reading, change, 3)].filter(fits)
    // 较上年4,512万元减少547万元，主要原因是防控经费减少612万元: a reason has figures of its own.
    if (!holds && REASON.test(reading.text.slice(Math.max(0, change.start - LONGEST_REASON), change.start))) return []
    if (
      !holds &&
      !turned &&
      !isBetween(now, then, change, reading) &&
      !areAlone(back, now, then, change) &&
      pool.some((a) => pool.some((b) => a !== b && equals(absolute(minus(a.value, b.value)), wanted)))
    )
      return []
    return [difference(change, [now, then], holds && !wrongWay, wrongWay ? 'direction' : 'change', absolute(apart))]
  })
}
/** 比总体执行率低, 比调整后预算增加: what is held against goes by its name, in the sentence, before it or in the form. */
function baseNamed(reading: Reading, here: readonly Mention[], named: string, change: Mention): Mention | undefined {
  const name = named.replace(/^的|的$|(?:相比|比)$/g, '').replace(/(?<=目标|指标|计划|预算)[数值]$/, '')
  // 较上年增加392.40万元 is no figure of last year's.
  // 运行费251万元，比上年285万元减少34万元；购置费56万元，比上年增加56万元: the year alone names no figure of another clause.
  const isBareTime = /^(?:[上去]年|同期|[上去]年同期)$/.test(name)
  const bases = here.filter((mention) => !isChange(mention) && !(isBareTime && hasOwnNow(here, mention, change)))
  const found = bases.find(({ label }) => label.includes(name)) ?? bases.find(({ label }) => label.includes(name.replace(/数$/, '')))
  if (found !== undefined) return found
  const later = behind(reading, change, 2).find(
    (mention) =>
      mention.group === change.group &&
      (sameUnit(mention, change) || (change.unit.dimension === 'points' && mention.unit.dimension === 'percent')) &&
      isPlain(mention) &&
      !isChange(mention) &&
      mention.label.includes(name),
  )
  if (later !== undefined) return later
  const isPoints = change.unit.dimension === 'points'
  // 清查项目支出98.40万元，较预算少支出21.60万元: of the project's own, which the form does not hold.
  const now = bases[0]
  const isBare = /^(?:年初)?预算$/.test(name) && now !== undefined && !isOfWhole(reading, now)
  const known = isBare && !isPoints ? null : knownAs(reading, name)
  return known !== null && (isPoints ? known.unit.dimension === 'percent' : alike(known, change)) ? known : undefined
}
const FALLS_SHORT = /([\u4e00-\u9fff]{2,8}[率度])(?:未|没有|尚未|未能)(?:能)?(?:达到?|完成|实现)[^，。；\d]{0,4}$/
/** 低于预算500万元7.84%: by so many per cent of it, not by it. */
const isBaseOfRate = ({ mentions }: Reading, { index, end }: Mention): boolean =>
  mentions[index + 1]?.unit.dimension === 'percent' && mentions[index + 1]?.start === end
/** 门诊148元，上年156元；住院4,256元，同比增加56元: behind another base a figure of its own, in its own clauses. */
const hasOwnNow = (here: readonly Mention[], base: Mention, change: Mention): boolean =>
  base.group !== change.group && here.some((mention) => mention.index > base.index && mention.group === change.group)
/** 88%的年度目标 is not 87.6%: what was aimed at is as it stands. */
const aimSpan = ({ after, value, span }: Mention): Interval =>
  /^的?[^，。；\d]{0,6}(?:目标|指标|标准|任务|要求)/.test(after) ? exactly(value) : span
const REASON = /(?:原因|主要)(?:是|系|为|在于)[^，。；\n]{2,}$/
const LONGEST_REASON = 40
const ADJUSTED = /调增|调减|追加|追减|核减|压减|调剂/
const ONE_OF_SEVERAL = /^[（(]?(?:[一二三四五六七八九]是|其[一二三四五]|[①-⑳])/
const BEYOND_AIM =
  /(?:[比较超距]|[高低优]于|超[过出]|[高低]出|低)(?:年初|年度|控制|预期|设定|计划|既定|绩效|[国省市区县]定)*的?(?:目标|指标|计划|要求|标准)值?[^，。；\d]{0,4}$/
/** 水质达标率97.50%，比目标值高2.5个百分点: the aim stands in the part on aims, under the same words. */
function beyondAim(reading: Reading, change: Mention, direction: 'up' | 'down' | 'apart'): Relation[] {
  const now =
    change.unit.dimension === 'points'
      ? before(reading, change, 3).find((mention) => mention.unit.dimension === 'percent' && !/[上去]年/.test(mention.label))
      : reading.mentions[change.index - 1]
  const aim = now === undefined || now.group !== change.group ? null : (plannedFor(reading, now) ?? boundBefore(reading, now))
  if (now === undefined || aim === null || !(change.unit.dimension === 'points' ? now.unit.dimension === 'percent' : sameUnit(now, change)))
    return []
  const apart = without(now.span, aim.span)
  const holds = meet(direction === 'down' ? without(aim.span, now.span) : apart, change.span)
  const isWrongWay = !holds && meet(direction === 'down' ? apart : without(aim.span, now.span), change.span)
  return [difference(change, [now, aim], holds, isWrongWay ? 'direction' : 'change', absolute(minus(now.value, aim.value)))]
}

/** 成本控制在380元以内，实际…每平方米360元，低于控制标准20元: what it was to keep to, in its sentence. */
const boundBefore = (reading: Reading, now: Mention): Mention | null =>
  before(reading, now, 5).find(
    (mention) => mention.sentence === now.sentence && (mention.hedge === 'most' || mention.hedge === 'least') && sameUnit(mention, now),
  ) ?? null

/** 计划投资600万元，实际投资480万元，完成率80%，相差120万元: of what was planned and what was done before it. */
function betweenTwo(reading: Reading, gap: Mention): Relation[] {
  const [done, planned] = before(reading, gap, 5).filter(
    (mention) => mention.group === gap.group && isPlain(mention) && sameUnit(mention, gap),
  )
  if (done === undefined || planned === undefined || /计划|目标|预算|应/.test(done.label) === /计划|目标|预算|应/.test(planned.label))
    return []
  const holds = meet(without(planned.span, done.span), gap.span) || meet(without(done.span, planned.span), gap.span)
  return [difference(gap, [planned, done], holds, 'change', absolute(minus(planned.value, done.value)))]
}

/** 低于50%的年度目标6个百分点: the word stands before the figure held against. */
function directionOfChange(reading: Reading, change: Mention): 'up' | 'down' | null {
  const own = directionIn(change.label)
  if (own !== null) return own
  const held = reading.mentions[change.index - 1]
  // 比年初计划800人多安置20人.
  const [, more] =
    held !== undefined && held.group === change.group && /^[比较]/.test(held.label)
      ? (/^([多少])[\u4e00-\u9fff]{1,3}$/.exec(change.label) ?? [])
      : []
  if (more !== undefined) return more === '多' ? 'up' : 'down'
  if (/超(?:出|过|额)?[^，。；\d]{0,8}(?:目标|要求|标准|计划|任务|预算)[值数]?$|超[收支]$/.test(change.label)) return 'up'
  const word =
    held !== undefined && held.group === change.group && change.lead === ''
      ? /(高于|高出|超过|超出|低于|少于|不足)[^，。；\d]{0,8}$/.exec(held.label)?.[1]
      : undefined
  return word === undefined ? null : /高|超/.test(word) ? 'up' : 'down'
}
const ENDING = new RegExp(`(?:${CHANGE_WORDS.map(([word]) => word).join('|')})(?:了|额|值)?$`)
const SHORT = /[低高多少长短超快慢]$|[比较][^，。；\d]{1,8}[多少][\u4e00-\u9fff]{1,2}$/
const COMPARED = /[与距离]$|[低高多少优长短大小早晚]于|超过|超出|(?<!占)比(?!例|重)|较|由|从|(?:目标|设计|规定)值?为?$/
/** Another time's figure is not what now is. */
const PRIOR = /[上去]年/
const NOT_DIFFERENCE = /每|均(?!值)|(?<!的年度|的|年度)目标|力争|计划|拟|新增(?!$)|累计|高达|不低于|不高于/
