import { meet } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, type Reading } from '@/lib/domain/text/reading'
import { ENDS_IN_CHANGE, isChange, isFigure } from '@/lib/domain/text/relations/growth-words'

/** What a change itself says has changed: 接待费支出决算比2021年减少, 与2021年相比收入总计减少. Its figure is the one that goes by that name. */

const YEAR = '(?:[上去]年度?|上一?(?:月|季度?)|(?:19|20)\\d{2}年度?)'
const SINCE = new RegExp(`(?:(?:[比较]${YEAR}(?:同期|同月|决算数?|预算数?)?|同比(?:${YEAR})?|环比|同口径)+)$`)
const HELD_AGAINST = new RegExp(`^(?:[与和同]|[比较])${YEAR}(?:同期|决算数?|预算数?|年初)*(?:相比|比)[，,]?`)
/** The words that say whose change it is; empty where it says none. */
export const ownNameOf = ({ label }: Mention): string => label.replace(ENDS_IN_CHANGE, '').replace(SINCE, '').replace(HELD_AGAINST, '')

/** 接待费支出决算 and 接待费支出 name one amount. */
const core = (name: string): string =>
  name.replace(/(?:支出|决算|总额|金额|总计|合计|共计|[数为共达])+$/, '').replace(/^(?:\d{1,2}[.．、]|(?:19|20)\d{2}年度?|其中[：:]?)+/, '')
const SHORTEST = 4
const isOneName = (label: string, name: string): boolean => {
  const [own, other] = [core(name), core(label)]
  return own.length >= SHORTEST && other.length >= SHORTEST && (other.endsWith(own) || own.endsWith(other))
}

/** The figure right before, of the sentence or the one before it, that the change is named after. */
export function namedNear(reading: Reading, change: Mention): Mention | undefined {
  const name = ownNameOf(change)
  if (name.length < SHORTEST) return undefined
  const isNamed = (mention: Mention): boolean =>
    isFigure(mention) && alike(mention, change) && !isChange(mention) && (mention.label.endsWith(name) || isOneName(mention.label, name))
  const near = before(reading, change, 5).find((mention) => mention.sentence >= change.sentence - 1 && isNamed(mention))
  if (near === undefined || near.sentence === change.sentence) return near
  // Said of this year and the last under one name: which of them is meant, the name does not tell.
  return before(reading, change, 40, true).every((mention) => !isNamed(mention) || meet(mention.span, near.span)) ? near : undefined
}

/** 与上年相比，全年支出增加614万元，增长8.65%: what grew is called by its name, its figure stands elsewhere or in the form. */
export function namedFar(reading: Reading, change: Mention, fits: (now: Mention) => boolean): Mention | undefined {
  // 运行费较上年同期增加2.27万元: what stands before the word is the name.
  const said = change.label.replace(ENDS_IN_CHANGE, '')
  const name = said.replace(SINCE, '')
  if (name.length < 3 || name === change.label || /[比较]/.test(name)) return undefined
  const named = before(reading, change, 40, true).filter(
    (mention) => isFigure(mention) && alike(mention, change) && mention.label.endsWith(name),
  )
  const known = knownAs(reading, name)
  const [first] = named
  // Said of this year and the last under one name: the one that grew so.
  const meant = named.length > 1 && SINCE.test(said) ? named.find(fits) : first
  return meant ?? (known !== null && alike(known, change) ? known : undefined)
}
