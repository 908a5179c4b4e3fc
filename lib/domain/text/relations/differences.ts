import { absolute, dividedBy, equals, isPositive, isZero, minus, moreThan, plain, plus, type Quantity, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { CHANGE_WORDS } from '@/lib/domain/text/vocabulary/changes'
import { DONE, LEFT, WHOLE } from '@/lib/domain/text/vocabulary/rests'
import { directionIn, isBase } from './growth'
import { plannedFor } from './rate-pairs'

/**
 * What is left is the whole less what was done: 结余 = 预算 − 支出, 未付 = 合同 − 已付, 余下 = 计划 − 完成. And a change is the
 * difference of now and before: 由206家增加到247家，净增41家; 低于5.5%的控制线2.3个百分点.
 */
export const differences = (reading: Reading, parts: ReadonlySet<Mention>): Relation[] => [
  ...rests(reading, parts),
  ...nets(reading),
  ...changes(reading),
]

const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
const FAR = 24

/** `parts` are parts of totals: what is left is left of the total. */
function rests(reading: Reading, parts: ReadonlySet<Mention>): Relation[] {
  let searches = 0
  return reading.mentions.flatMap((rest): Relation[] => {
    if (!isPlain(rest) || !LEFT.test(rest.label) || isRate(rest) || isMore(rest)) return []
    const back = before(reading, rest, FAR, true).filter((mention) => alike(mention, rest) && isPlain(mention))
    const near = back.filter(({ sentence }) => sentence >= rest.sentence - 1)
    const done = near.find(
      (mention) =>
        !parts.has(mention) &&
        DONE.test(mention.label) &&
        !LEFT.test(mention.label) &&
        !OTHER_TIME.test(mention.label) &&
        sameUnit(mention, rest),
    )
    if (done === undefined) return []
    const whole = back.find(
      (mention) =>
        mention !== done &&
        (mention.sentence === done.sentence || !OTHERS.test(rest.label)) &&
        WHOLE.test(mention.label) &&
        !DONE.test(mention.label.replace(/下达|到位|安排|合同(?:总)?[价金]额?/g, '')) &&
        !LEFT.test(mention.label) &&
        !OTHER_TIME.test(mention.label) &&
        sameUnit(mention, rest) &&
        !moreThan(done.value, mention.value),
    )
    if (whole === undefined) return []
    // 退回3.58万元，补发2.9万元: more happened in between.
    if (reading.mentions.slice(done.index + 1, rest.index).some((mention) => alike(mention, rest) && CORRECTED.test(mention.label)))
      return []
    const holds = meet(without(whole.span, done.span), rest.span)
    if (!holds && (searches++ > MOST_SEARCHES || explained(rest, [...back, ...behind(reading, rest, 4)]))) return []
    return [relation(rest, [whole, done], holds, 'rest', minus(whole.value, done.value))]
  })
}
const CORRECTED = /退回|补发|追回|收回|扣[减除]|冲减|上缴|缴回|调[增减]|追加/
/** 其余支出304万元 may end a list: only of a whole in its own sentence is it what is left. */
const OTHERS = /^其[余他]|^另有|^还有/
/** 另有编外人员156人 are no part of the whole, 另有8台在建 are. */
const isMore = ({ label, after }: Mention): boolean => /^(?:另|还)有.+/.test(label) && !/未|在[建办途]|待|尚|没有|办理/.test(label + after)
/** 768.96万元，扣减考核款184.55万元后实拨584.41万元. */
function nets(reading: Reading): Relation[] {
  return reading.mentions.flatMap((net): Relation[] => {
    const taken = reading.mentions[net.index - 1]
    const whole = reading.mentions[net.index - 2]
    if (taken === undefined || whole === undefined || !isPlain(net) || !isPlain(taken) || !isPlain(whole)) return []
    if (
      !/^[^，。；\d]{0,2}后/.test(net.label) ||
      !/扣[减除]|减去|冲减|核减/.test(taken.label) ||
      net.group !== taken.group ||
      !alike(net, taken) ||
      !alike(whole, taken)
    )
      return []
    return [relation(net, [whole, taken], meet(without(whole.span, taken.span), net.span), 'rest', minus(whole.value, taken.value))]
  })
}
const OTHER_TIME = /[上去往]年|同期|每|均[^衡]/
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

function changes(reading: Reading): Relation[] {
  return reading.mentions.flatMap((change): Relation[] => {
    if (!isPlain(change) || change.unit.dimension === 'percent') return []
    const gap =
      change.unit.dimension === 'points'
        ? /差|距|有$/.test(change.label + change.after)
        : /^(?:两者|二者)?(?:相差|差额为?|差距为?|差)$/.test(change.label)
    if (gap && change.unit.dimension !== 'points') return betweenTwo(reading, change)
    const direction =
      directionOfChange(reading, change) ??
      (gap ? 'apart' : null) ??
      (SHORT.test(change.label) ? (/[高多长]$/.test(change.label) ? ('up' as const) : ('down' as const)) : null)
    if (direction === null || NOT_DIFFERENCE.test(change.label) || /[至到为]$/.test(change.label)) return []
    const isPoints = change.unit.dimension === 'points'
    const fits = (mention: Mention): boolean =>
      isPlain(mention) && (isPoints ? mention.unit.dimension === 'percent' : sameUnit(mention, change))
    const back = before(reading, change, 10).filter(fits)
    const here = back.filter(({ sentence }) => sentence === change.sentence)
    const named = /(?:比|较)([^，；]{2,14})$/.exec(change.label.replace(ENDING, ''))?.[1]
    const then =
      named !== undefined
        ? here.find((mention) => mention.label.includes(named.replace(/^的|的$/g, '')))
        : (here.find((mention) => isBase(mention, reading) || COMPARED.test(mention.label) || COMPARED.test(mention.after)) ??
          behind(reading, change, 1).find(
            (mention) => fits(mention) && /[上去]年|\d{4}年|目标/.test(mention.label) && mention.group === change.group,
          ))
    if (then === undefined && /[比较](?:年度)?目标值?[^，。；\d]{0,4}$/.test(change.label)) return beyondAim(reading, change, direction)
    if (then === undefined) return named === undefined ? [] : sinceYear(reading, change, here[0], named, direction)
    const now =
      here.find((mention) => mention !== then && !PRIOR.test(mention.label) && mention.bracket === change.bracket) ??
      here.find((mention) => mention !== then && !PRIOR.test(mention.label)) ??
      (/调增|调减|追加|核减/.test(change.label) ? behind(reading, change, 2) : []).find(
        (mention) => fits(mention) && /全年|调整后|年末|达到|增至|减至/.test(mention.label),
      )
    if (now === undefined) return []
    // From a loss to a gain is further than from one gain to another.
    const turned = /亏损$/.test(then.label) !== /亏损$/.test(now.label) && /盈利|利润/.test(then.label + now.label)
    const apart = turned ? plus(now.value, then.value) : minus(now.value, then.value)
    const wanted = isPositive(change.value) ? change.value : absolute(change.value)
    const holds = turned
      ? meet(total([now.span, then.span]), change.span)
      : meet(without(now.span, then.span), change.span) || meet(without(then.span, now.span), change.span)
    const measured = minus(now.value, then.value)
    const wrongWay = holds && !turned && direction !== 'apart' && !isZero(measured) && isPositive(measured) !== (direction === 'up')
    const pool = [...before(reading, change, 12, true), ...behind(reading, change, 3)].filter(fits)
    if (
      !holds &&
      !turned &&
      !isBetween(now, then, change, reading) &&
      pool.some((a) => pool.some((b) => a !== b && equals(absolute(minus(a.value, b.value)), wanted)))
    )
      return []
    return [relation(change, [now, then], holds && !wrongWay, wrongWay ? 'direction' : 'change', absolute(apart))]
  })
}
/** 举办8个（…），比计划的6个多2个: nothing of their level stands between the three. */
const isBetween = (now: Mention, then: Mention, change: Mention, { mentions }: Reading): boolean =>
  then.index === change.index - 1 &&
  /^[比较]/.test(then.label) &&
  now.group === change.group &&
  mentions.slice(now.index + 1, then.index).every(({ bracket }) => bracket !== change.bracket)

/** 水质达标率97.50%，比目标值高2.5个百分点: the aim stands in the part on aims, under the same words. */
function beyondAim(reading: Reading, change: Mention, direction: 'up' | 'down' | 'apart'): Relation[] {
  const now = reading.mentions[change.index - 1]
  const aim = now === undefined || now.group !== change.group ? null : plannedFor(reading, now)
  if (now === undefined || aim === null || !(change.unit.dimension === 'points' ? now.unit.dimension === 'percent' : sameUnit(now, change)))
    return []
  const apart = without(now.span, aim.span)
  const holds = meet(direction === 'down' ? without(aim.span, now.span) : apart, change.span)
  const isWrongWay = !holds && meet(direction === 'down' ? apart : without(aim.span, now.span), change.span)
  return [relation(change, [now, aim], holds, isWrongWay ? 'direction' : 'change', absolute(minus(now.value, aim.value)))]
}

/** 计划投资600万元，实际投资480万元，完成率80%，相差120万元: of what was planned and what was done before it. */
function betweenTwo(reading: Reading, gap: Mention): Relation[] {
  const [done, planned] = before(reading, gap, 5).filter(
    (mention) => mention.group === gap.group && isPlain(mention) && sameUnit(mention, gap),
  )
  if (done === undefined || planned === undefined || /计划|目标|预算|应/.test(done.label) === /计划|目标|预算|应/.test(planned.label))
    return []
  const holds = meet(without(planned.span, done.span), gap.span) || meet(without(done.span, planned.span), gap.span)
  return [relation(gap, [planned, done], holds, 'change', absolute(minus(planned.value, done.value)))]
}

/** 2024年拟安排720万元，较2023年增加120万元: what that year had stands elsewhere, under the year alone or in the same words. */
function sinceYear(
  reading: Reading,
  change: Mention,
  now: Mention | undefined,
  named: string,
  direction: 'up' | 'down' | 'apart',
): Relation[] {
  const year = /^((?:19|20)\d{2}年)度?$/.exec(named)?.[1]
  if (year === undefined || now === undefined || !alike(now, change)) return []
  const ofYear = before(reading, now, 200, true).filter(
    (mention) =>
      isPlain(mention) &&
      sameUnit(mention, change) &&
      (mention.label.endsWith(year) || (mention.label.includes(year) && sharesRole(mention, now))),
  )
  const settles = ({ span, value }: Mention): boolean =>
    meet(
      without(now.span, span),
      direction === 'down' ? { low: minus(zero, change.span.high), high: minus(zero, change.span.low) } : change.span,
    ) && !equals(now.value, value)
  const then = ofYear.find(settles) ?? ofYear[0]
  if (then === undefined) return []
  return [relation(change, [now, then], settles(then), 'change', absolute(minus(now.value, then.value)))]
}
const ROLES = ['安排', '预算', '支出', '投入', '收入', '下达', '完成']
const sharesRole = (a: Mention, b: Mention): boolean => ROLES.some((role) => a.label.includes(role) && b.label.includes(role))

/** 低于50%的年度目标6个百分点: the word stands before the figure held against. */
function directionOfChange(reading: Reading, change: Mention): 'up' | 'down' | null {
  const own = directionIn(change.label)
  if (own !== null) return own
  const held = reading.mentions[change.index - 1]
  const word =
    held !== undefined && held.group === change.group && change.lead === ''
      ? /(高于|超过|低于|少于|不足)$/.exec(held.label)?.[1]
      : undefined
  return word === undefined ? null : /高于|超过/.test(word) ? 'up' : 'down'
}
const ENDING = new RegExp(`(?:${CHANGE_WORDS.map(([word]) => word).join('|')})(?:了|额|值)?$`)
const SHORT = /[低高多少长短]$/
const COMPARED = /[与距离]$|[低高多少优长短大小早晚]于|超过|超出|比|较|由|从|目标值?为?$/
/** Another time's figure is not what now is. */
const PRIOR = /[上去]年/
const NOT_DIFFERENCE = /每|均|(?<!的年度|的|年度)目标|力争|计划|拟|新增(?!$)|累计|高达|不低于|不高于/

const relation = (result: Mention, operands: readonly Mention[], holds: boolean, rule: string, value: Quantity): Relation => ({
  kind: rule === 'rest' ? 'rest' : 'change',
  result,
  operands,
  holds,
  certainty: 'plain',
  rule,
  expected: plain(dividedBy(value, unitOf(result)), 6),
})
