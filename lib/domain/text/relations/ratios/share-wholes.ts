import { isZero, moreThan } from '@/lib/domain/quantities'
import { unmarked } from '@/lib/domain/text/counted'
import { meet } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { alike, before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { sharedRun } from '@/lib/domain/text/subjects'
import { isUsable } from './over-fulfilled'
import { plannedFor } from './rate-pairs'
import { sharesStem } from './rate-words'

/** Where the whole of a share stands when it is not simply before it. */

/** 前三季度…，占全年支出的57%；第四季度…，占43%: of the same whole. 本年支出中，基本支出…，占46.93%: of what the sentence begins with. */
export function topicOf({ text, mentions, sentences }: Reading, rate: Mention): string {
  let same: string | undefined
  // 中央…，占项目支出的50%；省级…，占30%；市级…，占7%: the first of the row says of what.
  for (let i = rate.index - 2; i > rate.index - MOST_SIBLINGS && same === undefined; i -= 2) {
    const sibling = mentions[i]
    if (sibling?.unit.dimension !== 'percent' || sibling.sentence !== rate.sentence || !/占/.test(sibling.label)) break
    same = /占([^，。；：\d]{2,20}?)的?(?:比例|比重)?(?:为|达)?$/.exec(sibling.label)?.[1]
  }
  const from = sentences[rate.sentence]?.start ?? 0
  return same ?? /^([\u4e00-\u9fff“”]{3,12}?)(?:当|之)?中，/.exec(text.slice(from, from + 18))?.[1] ?? ''
}
const MOST_SIBLINGS = 24
/** 占全年预算的9%, where the text does not say the budget: the form does. */
export function ofForm(reading: Reading, base: string, part: Mention): Mention | undefined {
  // 四季度支出占全年的31.58%.
  const words = /^全年$/.test(base) && part.label.endsWith('支出') ? '全年支出' : base
  const known = knownAs(reading, words.replace(/^[本其该]/, ''))
  return known !== null && alike(known, part) && !moreThan(part.value, known.value) ? known : undefined
}
/** 占总支出的73%: all that was spent, however much the part is said to be. */
export function allOf(reading: Reading, base: string, part: Mention): Mention | undefined {
  const known = knownAs(reading, base)
  return known !== null && alike(known, part) ? known : undefined
}
/** What is a part of all that is spent, though it is called a budget too. */
export const PART_OF_ALL = /(?:基本|项目|人员|公用|经费)(?:支出)?(?:总?预算|经费)?$/
export const AIM = /^(?:年度|年初|全年|绩效|既定|预期|设定|计划)*(?:目标|任务|计划|指标){1,2}值?$/
/** 两项合计60公里，完成年度计划（56公里）的107.14%: the whole alone in the bracket that its name carries, the part right before. */
export function inItsBracket({ mentions, brackets, text }: Reading, rate: Mention): readonly [Mention, Mention] | null {
  const [whole, part] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  if (whole === undefined || part === undefined || whole.bracket === rate.bracket || text.slice(whole.end, rate.start) !== '）的')
    return null
  if (brackets[whole.bracket]?.before !== part.index || part.group !== rate.group || !isUsable(part) || !isUsable(whole)) return null
  return sameUnit(part, whole) && part.bracket === rate.bracket && /完成|占|达到?|为/.test(rate.label) ? [part, whole] : null
}
/** 完成目标的105%: what was aimed at stands in the part on aims, or in the form. */
export const ofAims = (reading: Reading, pool: readonly Mention[], part: Mention, done: string | undefined): Mention | undefined =>
  done === undefined || !AIM.test(done)
    ? undefined
    : (pool.find((mention) => mention.group === part.group && sameUnit(mention, part) && /计划|目标|任务|应/.test(mention.label)) ??
      plannedFor(reading, part) ??
      undefined)
/** 甲费318.6万元，占26.9%；乙费…: what a share of its own stands behind is a part like any other, not the whole. */
export const hasShare = ({ mentions }: Reading, { index, group }: Mention): boolean => {
  const next = mentions[index + 1]
  return next !== undefined && next.group === group && next.unit.dimension === 'percent' && /^占/.test(next.label)
}

/** 占合同额的90%, beside 主合同…，金额2,860万元: the clause before the whole names it, the figure itself is only called an amount. */
export function underItsNoun({ text, sentences }: Reading, pool: readonly Mention[], part: Mention, words: string): Mention | undefined {
  const noun = /^(.{2,})[额价款]$/.exec(words)?.[1]
  return noun === undefined
    ? undefined
    : pool.find(
        (mention) =>
          /(?:金额|价款|总额|总价)为?$/.test(mention.label) &&
          !moreThan(part.value, mention.value) &&
          text.slice(Math.max(sentences[mention.sentence]?.start ?? 0, mention.start - 40), mention.start).includes(noun),
      )
}

/** 占结转结余总额的53.06%, 占全年项目经费的15%: the whole stands chapters away, under just this name and with one value. */
export function farNamed(reading: Reading, part: Mention, words: string): Mention | undefined {
  const name = words.replace(/(?:资金|经费|金额)$/, '')
  if (name.length < 2) return undefined
  const named = before(reading, part, FAR, true).filter(
    (mention) =>
      isUsable(mention) &&
      sameUnit(mention, part) &&
      nameOf(mention).endsWith(name) &&
      !moreThan(part.value, mention.value) &&
      !/[上去]年|同期|计划|目标/.test(mention.label),
  )
  const exact = named.filter((mention) => nameOf(mention) === name)
  const meant = exact.length > 0 ? exact : name.length < 4 && !/结[余转]|人口/.test(name) ? [] : named
  const [first] = meant
  return first !== undefined && meant.every(({ span }) => meet(span, first.span)) ? first : undefined
}
/** 占全国政府采购规模的8.1%, where the text says 全国政府采购规模为33,067亿元: the base is named in full, with one value, however far it reaches. */
export function namedWhole(reading: Reading, part: Mention, base: string): Mention | undefined {
  if (base.length < 4) return undefined
  const named = before(reading, part, NEAR, true).filter(
    (mention) =>
      isUsable(mention) &&
      !isZero(mention.value) &&
      sameUnit(mention, part) &&
      isNamed(nameOf(mention), base) &&
      !/[上去]年|同期|计划|目标/.test(mention.label),
  )
  const [first] = named
  return first !== undefined && named.every(({ span }) => meet(span, first.span)) ? first : undefined
}
/** A short name must be all of it, but for whose it is: 全市财政收入 is 财政收入, 一般公共财政收入 is not. */
const isNamed = (name: string, base: string): boolean =>
  base.length > 5 ? name.endsWith(base) : /^(?:全[省市县区旗州镇乡年]|本级)*$/.test(name.slice(0, -base.length)) && name.endsWith(base)
const nameOf = once(({ label }: Mention): string =>
  unmarked(label)
    .replace(/^其中[:：]?/, '')
    .replace(/^(?:全年|年末|年终|本年)/, '')
    .replace(/(?:总[额数量]|合计|共计|共|数)?(?:完成|实现)?[为是达]*$/, '')
    .replace(/(?:资金|经费|金额)$/, ''),
)
/** A whole that a share names in full stands among so many figures before it. */
const NEAR = 60
const FAR = 400

/** 在编52人、聘用34人，聘用人员占39.53%: the share names whom the number only hints at. */
export const isNounOf = ({ label, unit }: Mention, subject: string): boolean => {
  const noun = label.replace(/^其中[:：]?/, '')
  return (
    noun.length >= 2 &&
    noun.length < subject.length &&
    subject.replace(unit.dimension === 'people' ? /人[员数]$/ : /(?:额|数额?|资金|金额)$/, '') === noun
  )
}

/** 占采购支出的90%: the whole is called by what was done, 实际采购, or with another word for an amount. */
export function underItsDeed(pool: readonly Mention[], part: Mention, words: string, base: string): Mention | undefined {
  const just = justNamed(pool, part, base)
  if (just !== undefined) return just
  // 取得证书1,140人, …，占取证人数的40%.
  const taken = words.length === 2 && /人[员数]$/.test(base) ? pool.find((mention) => isTakenUp(mention, part, words)) : undefined
  if (taken !== undefined) return taken
  const deed = /^(.{2,4})(?:支出|总?[额量]|金额|规模)$/.exec(words)?.[1]?.replace(/^政府(?=采购)/, '')
  if (deed === undefined || /^(?:基本|项目|全年|预算|财政)/.test(deed)) return undefined
  const named = new RegExp(`^(?:全年|本年|当年|累计|实际|政府|共|完成)*${deed}(?:支出|总?[额量]|金额|规模)?(?:合计|共计)?[为达]*$`)
  return pool.find(({ label, paragraph, value }) => named.test(label) && paragraph === part.paragraph && !moreThan(part.value, value))
}

const isTakenUp = (mention: Mention, part: Mention, words: string): boolean =>
  sharesStem(mention.label, words) && mention.group === part.group && mention.index < part.index && !moreThan(part.value, mention.value)

/** 年度预算320万元，12月支付192万元，占该项目预算的60%: the budget of what is just spoken of stands right before the part. */
const justNamed = (pool: readonly Mention[], part: Mention, base: string): Mention | undefined => {
  const role = /^[该其本].{0,6}(预算|投资|合同|计划)[额数总]*$/.exec(base)?.[1]
  return role === undefined
    ? undefined
    : pool.find(
        ({ label, index, group, value }) =>
          index === part.index - 1 && group === part.group && label.includes(role) && !moreThan(part.value, value),
      )
}

/** 占总户数的4%: of all there are, not of those that were planned or done. */
export const canBeAll = ({ label, after }: Mention, base: string): boolean =>
  base === '' || (!/任务|计划|目标/.test(label + after) && (!/^总[户人]数$/.test(base) || /总|共|全|辖|现有|户籍|[户人]数$/.test(label)))

/** Both are named whole, side by side: 每万人4.58名，仅为全省平均数7.5名的61.07%. */
export const isHeldAgainst = (part: Mention, whole: Mention): boolean =>
  /^(?:仅|只|约|已|相当)*[为是于](?=[^，。；\d]*均)/.test(whole.label) &&
  [part, whole].every(({ hedge }) => hedge === null) &&
  sameUnit(part, whole) &&
  part.group === whole.group &&
  part.bracket === whole.bracket

/**
 * 公务接待费支出1.2万元，完成预算的60%: a budget of another sentence, or from before 其中, is its own only under its own name, or where nothing
 * else was spent since.
 */
export const isBudgetOfOther = ({ mentions, text }: Reading, budget: Mention, part: Mention, isDone: boolean): boolean =>
  budget.index < part.index &&
  (budget.sentence !== part.sentence || (isDone && /其中|包括/.test(text.slice(budget.end, part.start)))) &&
  mentions.slice(budget.index + 1, part.index).some((other) => sameUnit(other, part) && other.bracket === part.bracket) &&
  sharedRun(budget.label, part.label) < 4
