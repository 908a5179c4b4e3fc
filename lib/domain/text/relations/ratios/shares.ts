import { isZero, moreThan } from '@/lib/domain/quantities'
import { exactly } from '@/lib/domain/text/interval'
import { isOfWhole, isSameNoun } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { givesExactly } from '@/lib/domain/text/ratio'
import { alike, before, behind, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { isChange, isGap } from '@/lib/domain/text/relations/growth-words'
import { sharedRun } from '@/lib/domain/text/subjects'
import { FUNDS_NAMED_BUDGET, NO_VALUE, OUTSIDE, SHARE } from '@/lib/domain/text/vocabulary/rates'
import { DONE, LEFT } from '@/lib/domain/text/vocabulary/rests'
import { FILLER } from '@/lib/domain/text/vocabulary/shares'
import { listedShares } from './listed-shares'
import { isUsable, overFulfilled } from './over-fulfilled'
import { ofNamesakes, ofRowTogether, parallelShares } from './parallel-shares'
import { planAndDone } from './rate-pairs'
import { isDecided, isExplained, isNamed } from './share-explained'
import {
  AIM,
  allOf,
  canBeAll,
  farNamed,
  hasShare,
  inItsBracket,
  isBudgetOfOther,
  isNounOf,
  namedWhole,
  ofAims,
  ofForm,
  PART_OF_ALL,
  topicOf,
  underItsDeed,
  underItsNoun,
} from './share-wholes'
import { ofNumber, share } from './shares-of-number'

/**
 * 占…的p% is the figure before it ÷ the whole that is named or that it is a part of; 完成…的p% is what was done ÷ what was
 * planned; 超额p% what was done beyond it.
 */
export function shares(reading: Reading): Relation[] {
  const listed = new Set([...listedShares(reading), ...parallelShares(reading)].map(({ result }) => result))
  const drawn = ratesOf(reading).flatMap((rate) => {
    if (rate.hedge !== null && rate.hedge !== 'about') return []
    return ofNumber(reading, rate) ?? overFulfilled(reading, rate) ?? (listed.has(rate) ? [] : ofBase(reading, rate)) ?? []
  })
  let searches = 0
  const byShare = new Map(drawn.map((relation) => [relation.result, relation]))
  // 人员经费1,520万元，占总支出的45%；公用经费338万元，占10%: in a row of shares each is of the same whole, as the one before it shows.
  const isInRow = ({ result, operands: [part, whole] }: Relation): boolean =>
    part?.index === result.index - 1 &&
    [result.index - 2, result.index + 2].some((at) => {
      const sibling = byShare.get(reading.mentions[at] as Mention)
      return sibling?.holds === true && sibling.operands[1] === whole && sibling.result.sentence === result.sentence
    })
  return drawn.flatMap((relation): Relation[] => {
    const { holds, result, rule, operands } = relation
    if (holds || rule === 'over' || isInRow(relation)) return [relation]
    const part = operands[0] as Mention
    const row = ofRowTogether(reading, relation) ?? ofNamesakes(reading, relation)
    if (row !== null) return [row]
    if (isNamed(reading, operands, result)) return [relation]
    if (!isDecided(operands, result) && (searches++ > MOST_SEARCHES || isExplained(reading, result, part, operands[1]))) return []
    if (isDecided(operands, result)) return [relation]
    const whole = before(reading, part, 40, true).find(
      (mention) => isUsable(mention) && alike(mention, part) && givesExactly(part.value, mention.value, result),
    )
    return [whole === undefined ? relation : { ...relation, operands: [part, whole], holds: true }]
  })
}

/** 占总支出的40.24%, 完成年初预算的85%, 占55.33%: the whole is named, or what the part is a part of. */
function ofBase(reading: Reading, rate: Mention): Relation[] | null {
  const carried = inItsBracket(reading, rate)
  if (carried !== null) return share(...carried, rate, 'share')
  const done = /(?:完成|达到|恢复到|相当于|[为是])([^，。；\d]{2,14})的$/.exec(rate.label)?.[1]
  if (!(SHARE.test(rate.label) || done !== undefined) || NO_VALUE.test(rate.label.replace(/目标|计划/g, ''))) return null
  // 占比由78%提高到86%: the first is of another time.
  if (/[由从]$/.test(rate.label)) return null
  const base =
    done ?? /占(?:到|了|比)?([^，。；：\d]{0,20}?)(?:的?(?:比例|比重)?)?(?:的|为|达到?|约|近|仅|只|是)*$/.exec(rate.label)?.[1] ?? ''
  const topic = base === '' && done === undefined ? topicOf(reading, rate) : ''
  const inBracket = rate.bracket !== 0 && reading.brackets[rate.bracket]?.before === rate.index - 1
  const subject = /^(.*?)占/.exec(rate.label)?.[1]?.replace(FILLER, '') ?? ''
  // 除险18座，年度计划20座，完成计划的90%.
  const planAndDoneBeside = done !== undefined && AIM.test(done) ? planAndDone(reading, rate) : null
  if (planAndDoneBeside !== null) return share(...planAndDoneBeside, rate, 'share')
  const part =
    subject.length >= 2
      ? before(reading, rate, 16).find(
          (mention) =>
            isUsable(mention) &&
            (mention.label.endsWith(subject) ||
              isNounOf(mention, subject) ||
              isSameNoun(mention.label.replace(/^其中/, ''), subject) ||
              (mention.index === rate.index - 1 && mention.label.includes(subject))),
        )
      : before(reading, rate, 4).find(
          (mention) =>
            isUsable(mention) &&
            !isGap(mention) &&
            // 累计支付22,200万元（2022年支付8,400万元），占…: not of what stands aside.
            (mention.bracket === rate.bracket || mention.bracket === reading.brackets[rate.bracket]?.outer) &&
            (mention.group === rate.group || inBracket) &&
            (done === undefined ||
              DONE.test(mention.label) ||
              (/^[为是达]/.test(rate.label) && LEFT.test(mention.label) && mention.index === rate.index - 1) ||
              (AIM.test(done) && mention.index === rate.index - 1)),
        )
  const inFull = part === undefined ? undefined : namedWhole(reading, part, base)
  if (inFull !== undefined && part !== undefined) return share(part, inFull, rate, 'share')
  if (OUTSIDE.test(base)) return []
  // 支出96.80万元，控制在年初预算110.00万元以内，占预算的88%.
  const bound = reading.mentions[rate.index - 1]
  const kept = reading.mentions[rate.index - 2]
  if (bound?.hedge === 'most' && kept !== undefined && base.length > 1 && bound.group === rate.group && bound.label.includes(base))
    return kept.group === rate.group && isUsable(kept) && sameUnit(kept, bound)
      ? share(kept, { ...bound, span: exactly(bound.value) }, rate, 'share')
      : []
  // 提前办结51,876件，…，网上办理比例93.5%: a share by a name of its own is of what goes by that name.
  const own = /占/.test(rate.label) ? undefined : /^([\u4e00-\u9fff]{3,}?)比[重例]/.exec(rate.label)?.[1]
  if (own !== undefined && part !== undefined && sharedRun(own, part.label) < 2 && !isSameNoun(own, part.label)) return []
  if (part === undefined) return amountBehind(reading, rate, subject)
  const pool = [...before(reading, part, 40, true), ...behind(reading, rate, 6)].filter(
    // 就业756人，占参训人次的60%.
    (mention) =>
      isUsable(mention) &&
      // 收入预算总额增加712万元: a change is no whole, but of itself.
      (!isChange(mention) || /增|减/.test(base)) &&
      (alike(mention, part) || (base.endsWith('人次') && mention.unit.word === '人次')),
  )
  const words = (base === '' ? topic : base.replace(/人[员数]$/, '')).replace(
    /^(?:本|全|其|该|年度|全年|当年|同期)+|总[量数额]?|数$|部|全|[的其]/g,
    '',
  )
  // 占支出总预算的4%: of all of it, and not of 项目支出预算.
  const isOfSum = /总(?:预算|支出|收入)/.test(base) && !PART_OF_ALL.test(base)
  // 完成预算的60%: of its own budget, however many others are said.
  const isBudget = /^(?:年初|全年|年度|调整后?的?|调整|当年|本年)*预算数?$/.test(words)
  const named =
    words.length >= 2
      ? pool.find((mention) => {
          const { after, value, label: full } = mention
          const label = isBudget ? full.replace(FUNDS_NAMED_BUDGET, '') : full
          return (
            (label.includes(words) || isSpread(words, label) || after.startsWith(words)) &&
            !(isBudget && isBudgetOfOther(reading, mention, part, done !== undefined)) &&
            !(isOfSum && PART_OF_ALL.test(label)) &&
            // 占年度计划的116.69%: more may be done than was planned.
            (done !== undefined || AIM.test(base) || !moreThan(part.value, value))
          )
        })
      : undefined
  const unit = words.endsWith('人次') ? '人次' : part.unit.word
  const ofUnit = words.endsWith(unit)
    ? pool.find((mention) => moreThan(mention.value, part.value) && mention.unit.word === unit && canBeAll(mention, base))
    : undefined
  const larger =
    words.length < 2 || done === undefined
      ? pool.find(
          (mention) =>
            mention.sentence >= part.sentence - (mention.paragraph === part.paragraph ? 1 : 2) &&
            moreThan(mention.value, part.value) &&
            sameUnit(mention, part) &&
            canBeAll(mention, base) &&
            !hasShare(reading, mention),
        )
      : undefined
  // 基本支出…，项目支出…，分别占支出总额的65%和35%: all that was spent, no part of it.
  const isOfAll = /^(?:全年|本年|年度|部门|决算)*(?:总支出|全部支出|支出(?:总额|合计|总计))$/.test(base === '' ? topic : base)
  const isPartOfAll = named !== undefined && /(?:基本|项目|人员|公用|经费)(?:支出)?$/.test(named.label)
  const whole =
    (isOfAll && (isPartOfAll || named === undefined) ? allOf(reading, base === '' ? topic : base, part) : undefined) ??
    named ??
    ofUnit ??
    (isBudget && !isOfWhole(reading, part) ? undefined : ofForm(reading, base === '' ? topic : base, part)) ??
    ofAims(reading, pool, part, done ?? base) ??
    underItsNoun(reading, pool, part, words) ??
    underItsDeed(pool, part, words, base) ??
    farNamed(reading, part, words) ??
    (words.length < 2 ? larger : undefined)
  // 年初预算为0，支出30万元，完成年初预算的100%: nothing can be part of nothing.
  const nothing =
    done === undefined || isZero(rate.value)
      ? undefined
      : pool.find(({ label, value, sentence }) => isZero(value) && sentence === part.sentence && label.includes(words) && words.length > 1)
  if (nothing !== undefined && !isZero(part.value))
    return [{ kind: 'growth', result: rate, operands: [nothing], holds: false, certainty: 'plain', rule: 'fromZero', expected: null }]
  if (whole === undefined || isZero(whole.value) || (isOfSum && PART_OF_ALL.test(whole.label))) return []
  return share(part, whole, rate, 'share')
}

/** 第四季度价差亏损占全年的62.65%，为26.5万元: the part behind its share, the whole under the same name. */
function amountBehind(reading: Reading, rate: Mention, subject: string): Relation[] {
  const [part] = behind(reading, rate, 1)
  const name = subject.replace(/^(?:其中)?(?:第?[一二三四]季度|[上下]半年|\d{1,2}月)/, '')
  const base = /占([^，。；：\d]{3,14}?)的?(?:比例|比重)?(?:的|为)?$/.exec(rate.label)?.[1]
  if (part !== undefined && base !== undefined && part.group === rate.group && part.label === '即') {
    const ofBase = before(reading, rate, 200, true).find(
      (mention) => isUsable(mention) && sameUnit(mention, part) && mention.label.endsWith(base),
    )
    return ofBase === undefined ? [] : share(part, ofBase, rate, 'share')
  }
  if (part === undefined || name === subject || name.length < 3 || part.group !== rate.group || !/^(?:为|计|即)$/.test(part.label))
    return []
  const whole = before(reading, rate, 80, true).find(
    (mention) =>
      isUsable(mention) &&
      sameUnit(mention, part) &&
      mention.label.includes(name) &&
      !/[上去]年|\d{4}年/.test(mention.label) &&
      moreThan(mention.value, part.value),
  )
  return whole === undefined || !isUsable(part) ? [] : share(part, whole, rate, 'share')
}

/** 下达资金 of 下达防灭火资金: both halves of the base, in their order. */
export const isSpread = (words: string, label: string): boolean =>
  words.length === 4 && label.includes(words.slice(0, 2)) && label.lastIndexOf(words.slice(2)) > label.indexOf(words.slice(0, 2))
