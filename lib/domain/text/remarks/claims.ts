import { compare, isZero, quantity, times } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt, sentenceAt } from '@/lib/domain/text/places'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import { isChange } from '@/lib/domain/text/relations/growth-words'
import { CLAIMS, NONE_OCCURRED, OCCURRED, UNCHANGED } from '@/lib/domain/text/vocabulary/claims'
import type { Remark } from './remark'

/** Claims that the text itself contradicts: 全部完工 beside 3个在建, 未发生事故 beside 事故2起, 与上年持平 beside two figures that differ. */
export const claims = (reading: Reading): Remark[] => [
  ...denied(reading),
  ...occurred(reading),
  ...unchanged(reading),
  ...safe(reading),
  ...yearsOfNone(reading),
  ...goals(reading),
  ...quotedAims(reading),
  ...spentAll(reading),
]

const sentenceOf = (reading: Reading, at: number): string => {
  const { start = 0, end = 0 } = reading.sentences[sentenceAt(reading, at)] ?? {}
  return reading.text.slice(start, Math.min(end, start + 600))
}
const remark = (rule: string, start: number, text: string, against: string): Remark => ({ kind: 'claim', rule, start, text, against })
const MOST = 20

function denied(reading: Reading): Remark[] {
  return CLAIMS.flatMap(({ rule, claim, denial, anywhere }) =>
    [...reading.text.matchAll(claim)].slice(0, 200).flatMap((match): Remark[] => {
      const where =
        anywhere === true ? reading.text.slice(Math.max(0, match.index - 4_000), match.index + 4_000) : sentenceOf(reading, match.index)
      const against = denial.exec(where.replace(match[0], ''))?.[0]
      return against === undefined || PLANNED.test(reading.text.slice(Math.max(0, match.index - 12), match.index).replace(HELD_AGAINST, ''))
        ? []
        : [remark(rule, match.index, match[0], against)]
    }),
  ).slice(0, MOST)
}
const PLANNED = /确保|力争|目标|要求|计划|争取|预计|将|除/
/** 与计划不存在偏差: what it is held against makes it no plan. */
const HELD_AGAINST = /[与和同跟较比][^，。；]{0,8}$/

function occurred(reading: Reading): Remark[] {
  const happened = [...reading.text.matchAll(OCCURRED)].slice(0, 100).filter((match) => !/^0+$/.test(match[2] ?? ''))
  return [...reading.text.matchAll(NONE_OCCURRED)].slice(0, 100).flatMap((match): Remark[] => {
    const thing = (match[1] ?? '').replace(/^(?:一起|任何|较大|重大|规模性|人为)+/, '')
    const against =
      thing.length < 2
        ? undefined
        : happened.find(
            ({ 1: what = '', index }) =>
              what.length >= 2 && index !== match.index && (what.endsWith(thing) || thing.endsWith(what)) && !isOtherTime(reading, index),
          )
    return against === undefined ? [] : [remark('occurred', match.index, match[0], against[0])]
  })
}
const isOtherTime = (reading: Reading, at: number): boolean => /[上去往]年|同期|(?<!\d)\d{1,2}月前/.test(sentenceOf(reading, at))

const LEVEL = /特别重大|重特大|特大|重大|较大|群死群伤|人为|责任|重伤|群体性/
const SAFE = /(?:未发生|未出现|没有发生|杜绝)[^，。；]{0,20}(?:事故|事件|案件|伤亡|死亡)/g
/** 未发生安全责任事件，安全事故数为2起. */
function safe(reading: Reading): Remark[] {
  return [...reading.text.matchAll(SAFE)].slice(0, 100).flatMap((match): Remark[] => {
    const sentence = sentenceAt(reading, match.index)
    const at = indexAt(reading, match.index)
    // 未发生重大以上事故 leaves smaller ones.
    const level = LEVEL.exec(match[0])?.[0] ?? ''
    const counted = reading.mentions
      .slice(Math.max(0, at - 2), at + 3)
      .find(
        (mention) =>
          mention.sentence === sentence &&
          mention.hedge === null &&
          mention.label.includes(level) &&
          /(?:事故|事件|案件|死亡|伤亡)(?:人)?(?:数|起数|件数)?(?:为|共|是)?$/.test(mention.label) &&
          !isZero(mention.value),
      )
    return counted === undefined ? [] : [remark('occurred', match.index, match[0], said([counted]))]
  })
}

/** 事故2起，连续5年为零. */
function yearsOfNone(reading: Reading): Remark[] {
  return [...reading.text.matchAll(/[，、]?连续[\d两三四五六七八九十]+年(?:为零|为0|零(?:事故|发生|发案))/g)]
    .slice(0, 100)
    .flatMap((match): Remark[] => {
      const last = reading.mentions.slice(0, indexAt(reading, match.index)).at(-1)
      if (last === undefined || last.end !== match.index || last.hedge !== null || isZero(last.value)) return []
      return /[起件例次人宗]/.test(last.unit.word) ? [remark('occurred', match.index, match[0].replace(/^[，、]/, ''), said([last]))] : []
    })
}

/** 与上年持平 is of two figures before it in its sentence. */
function unchanged(reading: Reading): Remark[] {
  return [...reading.text.matchAll(UNCHANGED)].slice(0, 200).flatMap((match): Remark[] => {
    const at = indexAt(reading, match.index)
    const sentence = sentenceAt(reading, match.index)
    const here = reading.mentions
      .slice(Math.max(0, at - 6), at)
      .filter((mention) => mention.sentence === sentence && mention.hedge === null)
    const last = here.at(-1)
    if (last === undefined) return []
    if (match[2] !== undefined) {
      const count = /三/.test(match[0]) ? 3 : /四/.test(match[0]) ? 4 : 2
      const row = here.filter((mention) => sameUnit(mention, last)).slice(-count)
      return row.length < count || row.every(({ value }) => compare(value, last.value) === 0)
        ? []
        : [remark('unequal', match.index, match[0], said(row))]
    }
    // 合计36万元，比上年减少5万元；其中甲与上年持平: neither a change nor a figure of other clauses is what it was last year.
    const prior = here.findLast((mention) => /[上去]年/.test(mention.label) && !isChange(mention) && mention.group === last.group)
    const now = here.findLast(
      (mention) => mention !== prior && prior !== undefined && sameUnit(mention, prior) && mention.group === prior.group,
    )
    if (prior === undefined || now === undefined || /基本|相当/.test(match[0])) return []
    return compare(now.value, prior.value) === 0 ? [] : [remark('changed', match.index, match[0], said([now, prior]))]
  })
}
const said = (row: readonly Mention[]): string => row.map(({ label, written }) => `${label}${written}`).join('、')

const REACHED = /([\u4e00-\u9fff]{2,6}率)(?:已经?|均已?)?(?:达到|完成|实现)了?(?:年度|预期|既定)?(?:目标|指标|要求)/g
/** 就业率已经达到目标, where the same rate was said to be below it. */
function goals(reading: Reading): Remark[] {
  return [...reading.text.matchAll(REACHED)].slice(0, 100).flatMap((match): Remark[] => {
    const name = match[1] ?? ''
    const missed = reading.mentions.find((mention, i) => {
      const aim = reading.mentions[i + 1]
      return (
        mention.unit.dimension === 'percent' &&
        mention.label.endsWith(name) &&
        aim !== undefined &&
        /^(?:低于|未达到|没有达到)$/.test(aim.label.trim()) &&
        /目标|指标|要求/.test(aim.after)
      )
    })
    return missed === undefined ? [] : [remark('goal', match.index, match[0], `${missed.label}${missed.written}`)]
  })
}

const QUOTED_AIM =
  /(?<!确保|力争|争取|预计|计划)((?:尚未|未能?|没有)(?:全部)?|已经?(?:全部)?)(?:实现|达到|完成)了?[“"](\d[\d.]*)(个?工作日|个?小时|天|日|分钟|%)[^”"\d]{0,8}[”"]的?(?:目标|要求|标准|承诺)/g
/** 平均12个工作日，已经实现“10个工作日办结”的目标: the figure before it in its sentence is held against the aim; of times less is better. */
function quotedAims(reading: Reading): Remark[] {
  return [...reading.text.matchAll(QUOTED_AIM)].slice(0, 100).flatMap((match): Remark[] => {
    const [, word = '', digits = '', unit = ''] = match
    const held = reading.mentions[indexAt(reading, match.index) - 1]
    if (held === undefined || held.sentence !== sentenceAt(reading, match.index) || held.hedge !== null) return []
    if (held.unit.word !== unit && held.unit.word !== `个${unit}`) return []
    const order = compare(held.value, times(quantity(digits), held.unit.factor))
    const isReached = unit === '%' ? order >= 0 : order <= 0
    return isReached === word.startsWith('已') ? [] : [remark('goal', match.index, match[0], said([held]))]
  })
}

/** 预算1,640万元，全部支出，其中…: what is listed behind it makes up the budget. */
function spentAll(reading: Reading): Remark[] {
  return [...reading.text.matchAll(/全部(?:支出|使用|支付|执行)(?:完毕)?(?=[，。；])/g)].slice(0, 100).flatMap((match): Remark[] => {
    const next = reading.mentions[indexAt(reading, match.index)]
    if (
      next === undefined ||
      next.unit.dimension !== 'money' ||
      !/^(?:结余|剩余|结转|未支出|余)/.test(next.label) ||
      isZero(next.value) ||
      next.sentence !== sentenceAt(reading, match.index)
    )
      return []
    return [remark('spent', match.index, match[0], `${next.label}${next.written}`)]
  })
}
