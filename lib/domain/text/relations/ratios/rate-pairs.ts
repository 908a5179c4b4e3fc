import { isPositive, moreThan } from '@/lib/domain/quantities'
import { exactly, type Interval } from '@/lib/domain/text/interval'
import { isSameNoun, knownAim } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { isGap } from '@/lib/domain/text/relations/growth-words'

/** Where the two figures of a rate stand when they are not simply before it by their names. */
export type RatePair = readonly [part: Mention, whole: Mention]

const isPlain = ({ hedge, unit }: Mention): boolean =>
  (hedge === null || hedge === 'about') && !['percent', 'points', 'score'].includes(unit.dimension)
const PLAN = /目标|计划|任务|应|预期|拟|年初/
const OTHER_TIME = /[上去往]年|[比较]同期|同比|每|均[^衡]/

/** 甲级病案率97.60%（抽查2,500份，甲级2,440份）: a bracket behind the rate that holds its two figures and no more. */
export function pairInBracket({ mentions, brackets }: Reading, rate: Mention): RatePair | null {
  const [one, other, third] = [1, 2, 3].map((i) => mentions[rate.index + i])
  if (one === undefined || other === undefined || brackets[one.bracket]?.before !== rate.index || rate.tail !== '（') return null
  if (one.bracket !== other.bracket || third?.bracket === one.bracket || one.bracket === rate.bracket) return null
  if (!isPlain(one) || !isPlain(other) || !sameUnit(one, other) || OTHER_TIME.test(one.label + other.label)) return null
  if (PLAN.test(one.label + other.label) || /其中|增|减/.test(one.label + other.label)) return null
  const [part, whole] = moreThan(one.value, other.value) ? [other, one] : [one, other]
  return isPositive(whole.value) ? [part, whole] : null
}

/** 考取412人，考研率16.43%（本科毕业生2,508人）: the whole alone in the bracket. */
export function wholeInBracket({ mentions, brackets }: Reading, rate: Mention, part: Mention): Mention | undefined {
  const [one, other] = [mentions[rate.index + 1], mentions[rate.index + 2]]
  if (one === undefined || rate.tail !== '（' || brackets[one.bracket]?.before !== rate.index || other?.bracket === one.bracket)
    return undefined
  return isPlain(one) &&
    (sameUnit(one, part) || areCounts(one, part)) &&
    moreThan(one.value, part.value) &&
    !OTHER_TIME.test(one.label) &&
    !PLAN.test(one.label.replace(/^应[\u4e00-\u9fff]/, ''))
    ? one
    : undefined
}

/** 建档14.1万份 of 15万人: one for each of them. */
const COUNTS = new Set(['people', 'visits', 'households', 'things'])
const areCounts = (a: Mention, b: Mention): boolean => COUNTS.has(a.unit.dimension) && COUNTS.has(b.unit.dimension)

/** 应种32,400剂次，实种31,914剂次，接种率98.50%: what was due and what was done of it, whatever the rate is called. */
export function dueAndDone({ mentions }: Reading, rate: Mention): RatePair | null {
  const [done, due] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (done === undefined || due === undefined || done.group !== rate.group || due.group !== rate.group) return null
  const said = /(?:^|[^一-龥]|[^相对反适供])应([一-龥])/.exec(due.label)?.[1]
  if (said === undefined || !/(?:^|[^落])(?:实|已)[一-龥]/.test(done.label) || !sameUnit(done, due) || done.bracket !== rate.bracket)
    return null
  return isPlain(done) && isPlain(due) && isPositive(due.value) ? [done, due] : null
}

/** 目标值≥3,200批次: a plan may be a bound. */
const isSaid = (mention: Mention): boolean =>
  isPlain(mention) || (mention.hedge === 'least' && PLAN.test(mention.label) && isPlain({ ...mention, hedge: null }))
/** 计划6,000人; 6,000人的年度任务. */
const isPlanned = ({ label, after }: Mention): boolean =>
  PLAN.test(label) || /^的?(?:年度|年初|全年|既定|绩效)*(?:任务|目标|计划)/.test(after)

/** What was planned is as it stands: 3万卷 are no 2.6. */
export const spanOfWhole = (whole: Mention): Interval => (isPlanned(whole) ? exactly(whole.value) : whole.span)

/** What was planned and what was done, right before the rate in either order: 体检6,120人，目标任务6,000人，完成率102.00%. */
export function planAndDone({ mentions, brackets }: Reading, rate: Mention): RatePair | null {
  const last = mentions[rate.index - 1]
  const from = rate.index - (last !== undefined && isGap(last) ? 2 : 1)
  const [near, far] = [mentions[from], mentions[from - 1]]
  if (near === undefined || far === undefined || !sameUnit(near, far) || !isSaid(near) || !isSaid(far)) return null
  if (near.sentence !== rate.sentence || far.group !== near.group || far.bracket !== rate.bracket) return null
  // 更换46.8千米（计划45千米），完成率104%.
  if (near.bracket !== rate.bracket && brackets[near.bracket]?.before !== far.index) return null
  const [isNear, isFar] = [isPlanned(near), isPlanned(far)]
  // 比年度任务多18场 is what goes beyond the plan, not the plan.
  if (
    isGap(near) ||
    isGap(far) ||
    [near, far].some(({ label }) => /[比较].*[多少高低]$|超额?$|超[出过额]?(?:年度|年初)?(?:计划|目标|任务)$/.test(label))
  )
    return null
  if (isNear === isFar || OTHER_TIME.test(near.label + far.label) || /其中/.test(near.label)) return null
  const [done, planned] = isNear ? [far, near] : [near, far]
  return isPositive(planned.value) ? [done, planned] : null
}

/** 改厕210户，任务完成率105%（任务数200户）: the plan alone in the bracket behind the rate. */
export function planInBracket({ mentions, brackets }: Reading, rate: Mention): RatePair | null {
  const [done, plan, next] = [mentions[rate.index - 1], mentions[rate.index + 1], mentions[rate.index + 2]]
  if (done === undefined || plan === undefined || rate.tail !== '（' || brackets[plan.bracket]?.before !== rate.index) return null
  if (next?.bracket === plan.bracket || !isPlanned(plan) || !isSaid(plan) || !isPlain(done) || !sameUnit(done, plan)) return null
  return done.group === rate.group && isPositive(plan.value) ? [done, plan] : null
}

/** 25项中的24项，达成率96%: part and whole in one. */
export function partOfWhole({ mentions }: Reading, rate: Mention): RatePair | null {
  const [part, whole] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (part === undefined || whole === undefined || part.group !== rate.group || !/^中的?$/.test(part.label)) return null
  return isPlain(part) && isPlain(whole) && sameUnit(part, whole) && isPositive(whole.value) ? [part, whole] : null
}

/** 支付率仅有40%，年度预算50万元中支付20万元: whole and part stand right behind the rate, the part under the rate's own word. */
export function pairBehind({ mentions }: Reading, rate: Mention, stem: string): RatePair | null {
  const [whole, part] = [mentions[rate.index + 1], mentions[rate.index + 2]]
  if (
    whole === undefined ||
    part === undefined ||
    [whole, part].some(({ group, bracket }) => group !== rate.group || bracket !== rate.bracket)
  )
    return null
  if (!isPlain(whole) || !isPlain(part) || !sameUnit(part, whole) || moreThan(part.value, whole.value) || stem.length < 2) return null
  return part.label.endsWith(stem) && !whole.label.includes(stem) && isPositive(whole.value) ? [part, whole] : null
}

/** Words around what is counted that say nothing of what it is. */
const AROUND =
  /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|^(?:[一-龥]{2,4}指标[。：:])|实际|全年|年度|本年|年末|累计|完成了?|实现|组织|开展|共计?|合计|已|控制在?|目标|[为了有达到至]/g
const nounOf = ({ label }: Mention): string => label.replace(AROUND, '').trim()
/** How far back the aims of a report are looked for. */
const FAR = 200

/**
 * 升级渔港4座，完成率100%: what was planned stands in the part on aims, under the same words (绩效目标：升级渔港4座). Only where
 * one number is aimed at under them; else the form's own aim.
 */
export function plannedFor(reading: Reading, done: Mention): Mention | null {
  const noun = nounOf(done)
  if (noun.length < 3 || (done.hedge !== null && done.hedge !== 'about')) return null
  const planned = before(reading, done, FAR, true).filter(
    (mention) =>
      mention.paragraph < done.paragraph &&
      mention.unit.word === done.unit.word &&
      (mention.hedge === null || mention.hedge === 'least' || mention.hedge === 'most') &&
      isSameNoun(nounOf(mention), noun) &&
      isAmongAims(reading, mention),
  )
  const [first] = planned
  if (first !== undefined) return planned.length === 1 && isPositive(first.value) ? first : null
  // What one rate reached is no part of another: 覆盖率为100%，检查完成率119.76%
  return isPlain(done) ? knownAim(reading, noun, done) : null
}

const AIMS = /目标|计划|任务/
/** The words from the beginning of its paragraph say that aims are listed. */
function isAmongAims({ text, paragraphs }: Reading, { paragraph, start }: Mention): boolean {
  const from = paragraphs[paragraph]?.start ?? 0
  const { start: above = 0, end = 0 } = paragraphs[paragraph - 1] ?? {}
  // Or the line above is their heading.
  const heading = end - above < 24 ? text.slice(above, end) : ''
  const lead = text.slice(from, Math.min(start, from + 40))
  return (AIMS.test(lead) || AIMS.test(heading)) && !/完成情况|实现情况|均已|已完成|实际/.test(lead + heading)
}
