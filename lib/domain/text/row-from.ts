import { equals } from '@/lib/domain/quantities'
import type { Mention } from './mentions'
import { isWholeOfShare, type Reading } from './reading'
import { AND_MORE, type Completeness, GIVEN_OF_FULL_MARKS, NO_PART, ONLY_NO_PART, REST_OF_ROW } from './vocabulary/lists'

const LIST_ITEM = /^\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳▲●■◆]|[一二三四五六七八九十]是)/
/** A list's mark behind the end of the item before. */
const ITEM_BEHIND = /[。；;\n]\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳▲●■◆]|[一二三四五六七八九十]是)/
const ANSWER = /满意[”"]?的?$/
const MOST_PARTS = 40
/** How many figures a row reaches over, with those in brackets between its parts. */
export const FARTHEST = 80
/** Whether the row's items stand in lines or carry numbers of their own. */
export const isNumbered = (text: string, from: number): boolean =>
  LIST_ITEM.test(text.slice(from, from + 6)) || text[from] === '\n' || text[from - 1] === '\n'

/** The parts from a mention on, to where the row ends. */
export function rowFrom(
  reading: Reading,
  first: number,
  from: number,
  dimension: string,
  inBracket: number,
  completeness: Completeness,
  farthest: number,
) {
  const { text, mentions } = reading
  const start = mentions[first]
  if (start === undefined || start.start - from > 60 || text.slice(from, start.start).includes('。')) return null
  // 分别为办公室、财务科和法规科，管理军休所1个、陵园所1个: a row of names, and what follows is another.
  if (completeness === 'all' && /、[^，；]*，/.test(text.slice(from, start.start))) return null
  const bracket = start.bracket
  const own = reading.brackets[bracket]
  // One that is never closed holds no list.
  if (inBracket >= 0 && (bracket === 0 || own?.open !== from - 1 || own.close === text.length)) return null
  const numbered = isNumbered(text, from)
  const head = headsOf(reading, first)
  const parts: Mention[] = []
  let last: Mention | null = null
  let separator = ''
  let more = false
  /** The item so far has a price: what it comes to is the part. */
  let priced = false
  /** 其中 stands in the item: what follows is of its parts. */
  let nested = false
  /** 包括 stands behind a part: what follows up to ； splits that part up. */
  let inner = false
  let split = false
  /** A change stood behind the first part. */
  let changed = false
  const marked = LIST_ITEM.test(text.slice(from, from + 6))
  // The row stands within an item that has a title itself, not right behind one.
  const isTitled = IN_TITLED.test(text.slice(Math.max(0, from - 60), from))
  for (let i = first; i < mentions.length && i < first + farthest && parts.length < MOST_PARTS; i++) {
    const mention = mentions[i] as Mention
    if (mention.bracket !== bracket) {
      if (isInside(reading, mention.bracket, bracket)) continue
      break
    }
    const apart = last === null ? '' : text.slice(last.end, mention.start)
    if (last !== null) {
      const stop = apart.search(/[。！？\n]/)
      if (stop >= 0 && !(numbered && LIST_ITEM.test(apart.slice(stop).replace(/^[。！？\n]+/, ''))) && !(numbered && /；\n?/.test(apart)))
        break
    }
    // 食品抽检：计划360批次，其中不合格8批次；药品抽检：计划160批次: the next item under a title of its own.
    if (isTitled && TITLED_ANEW.test(apart)) break
    // 甲类13.21万元按经济分类科目，工资福利支出3,720.57万元: where the end of the sentence is left out, the same is split up once more.
    if (parts.length > 1 && SPLIT_ANEW.test(apart)) break
    // 林业资金2,860万元等专项支出3,780万元: the sum of what is named by an example.
    if (last !== null && mention.lead === '' && /^等(?!级|次|于|待)/.test(apart)) return null
    const itemBegins = last === null || (marked ? ITEM_BEHIND.test(apart) : /[；;\n]|。/.test(apart))
    const isPart = mention.unit.dimension === dimension && !isWholeOfShare(reading, mention) && !mention.after.startsWith('/')
    if (itemBegins) nested = false
    else if (mention.label.includes('其中')) nested = true
    if (last !== null && AND_MORE.test(text.slice(last.end, last.end + 12)) && isPart) {
      more = true
    }
    if (!isPart) {
      last = mention
      continue
    }
    const name = mention.label
    // 职工76人，其中在职48人，包括行政22人、事业26人；退休15人: what splits up one part is no part beside it.
    if (!itemBegins && parts.length > 0 && INNER.test(name)) inner = split = true
    else if (itemBegins || /[；;]/.test(apart)) inner = false
    if (inner) {
      last = mention
      continue
    }
    // 产出指标50分中得47.5分: full marks are no part.
    if (dimension === 'score' && GIVEN_OF_FULL_MARKS.test(mentions[i + 1]?.label ?? '')) {
      last = mention
      continue
    }
    if (mention.hedge !== null && mention.hedge !== 'about') return null
    const sums = /^(?:小计|计|共计|合计|共)$/.test(name.replace(/支出|支付|[为是]/g, '').trim())
    if (numbered || separator === '；') {
      // Several figures in one item: what it comes to stands last, as 计 or 小计.
      // …；退休15人，聘用5人: behind a part that was split up ， parts as ； does.
      if (!itemBegins && !(split && !numbered && !nested && mention.lead === '，') && (marked || parts.at(-1)?.group === mention.group)) {
        if (sums && !nested && parts.length > 0 && parts.at(-1)?.group === mention.group) parts[parts.length - 1] = mention
        last = mention
        continue
      }
    }
    const isPrice = /每|均[^，。；]{0,4}$|单价/.test(name)
    if (isPrice && (numbered || /^(?:每|[人户次件台亩场]均)|单价/.test(name))) {
      priced = true
      last = mention
      continue
    }
    // 满意542份 is an answer like any other.
    const isAnswer = ANSWER.test(name)
    if (isAnswer && parts.length > 0 && !ANSWER.test(parts[0]?.label ?? '')) break
    // 共验收164栋：5月验收38栋: what the total is of is no other thing.
    const noPart = isNoPart(
      completeness === 'all' || isAnswer ? ONLY_NO_PART : NO_PART,
      last === null ? name.replace(/^其中/, '') : name,
      head,
      inBracket >= 0,
    )
    // 接待费5.4万元，减少3.8万元；运行费30.9万元，减少3.7万元: how each compares stands behind it, ； parts them.
    if (
      noPart &&
      separator === '' &&
      parts.length === 1 &&
      parts[0]?.group === mention.group &&
      (CHANGED.test(name) || /^[比较与]/.test(name))
    ) {
      changed = true
      last = mention
      continue
    }
    if (noPart && parts.length > 0 && !sums) break
    if (noPart && parts.length === 0) return null
    if (sums && !priced) break
    priced = false
    const since = parts.at(-1)?.end
    const sign = since !== undefined && /[；;]/.test(text.slice(since, mention.start)) ? '；' : mention.lead
    if (changed && parts.length === 1 && sign !== '；') break
    if (parts.length > 0 && separator === '') separator = sign
    else if (
      parts.length > 1 &&
      !(OF_A_YEAR.test(name) && OF_A_YEAR.test(parts[0]?.label ?? '') && sign === '，') &&
      ((separator === '、' && sign === '，') || ((separator === '、' || (separator === '，' && !numbered)) && /[；;]/.test(apart)))
    )
      break
    parts.push(mention)
    last = mention
    // 拨款751万元，包括一般公共预算751万元；其他收入…: all of it is that one part.
    if (parts.length === 1 && isAllOf(mentions[first - 1], mention)) return null
  }
  if (parts.length < 2) return null
  const end = parts.at(-1) as Mention
  if (REST_OF_ROW.test(end.label)) return { parts, more: false, bracket }
  more ||= AND_MORE.test(text.slice(end.end, end.end + 12)) || /等[^，。；、\d]{0,10}$/.test(end.label)
  return { parts, more, bracket }
}

const isAllOf = (whole: Mention | undefined, part: Mention): boolean =>
  whole !== undefined && whole.group === part.group && whole.unit === part.unit && equals(whole.value, part.value)
const IN_TITLED = /[^，。；：:\n]{2}[：:][^。；\n]*\d[^。；\n]*$/
const TITLED_ANEW = /[；;\n][^，。；：:\d]{2,12}[：:]/
const SPLIT_ANEW = /^按[^，。；\d]{2,8}(?:分类|划分|分)(?:科目)?[，：]/
const INNER = /^(?:包括|其中包括)/
/** 2021年省级248万元、中央597万元，2022年省级316万元: each year begins anew. */
const OF_A_YEAR = /^(?:其中)?(?:19|20)\d{2}年/
const CHANGED = /(?:增[加长收支]|减[少收支]|下降|上升|降低|提高)了?$/

/** 累计支付18,360万元，支付率85%，结余3,240万元。其中，中央资金支付…: what is split up may stand a few figures back. */
const headsOf = ({ mentions }: Reading, first: number): string =>
  mentions
    .slice(Math.max(0, first - HEADS), first)
    .map(({ label }) => label)
    .join('，')
const HEADS = 4

function isNoPart(words: RegExp, name: string, head: string, isInBracket: boolean): boolean {
  const word = words.exec(name)?.[0]
  return (
    word !== undefined &&
    !(LEFT_SPLIT.test(word) && NOT_SPENT.test(head)) &&
    !(SAME_DEED.test(word) && head.includes(word)) &&
    !(CARRIED_OVER.test(name) && (isInBracket || FUNDS.test(head)))
  )
}
/** 未执行预算738万元，其中收回财政516.6万元，结转下年221.4万元: what became of what was left. */
const LEFT_SPLIT = /^(?:结[余转]|剩余)$/
const NOT_SPENT = /(?:未执行|未使用|未支[出付])[^，]{0,4}$/
/** 总收入…，其中年初结转结余…: what was carried over is a part of what there is to spend. */
const CARRIED_OVER = /^(?:其中)?[:：]?(?:上年|年初|以前年度|历年|期初)(?:财政|资金|拨款)*(?:结转|结余)/
const FUNDS = /收入|预算|资金|来源|总额|合计|总计|财力/
const SAME_DEED = /^(?:验收|支付|拨付|办结|查处|整改|复查|答复|化解|考核|结余|结转|剩余)$/

function isInside(reading: Reading, inner: number, outer: number): boolean {
  for (let b = inner; b !== 0; b = reading.brackets[b]?.outer ?? 0) if (b === outer) return true
  return outer === 0 && inner !== 0
}
