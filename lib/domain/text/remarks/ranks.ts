import { compare, type Quantity } from '@/lib/domain/quantities'
import { wholeNumber } from '@/lib/domain/reading/whole-number'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt } from '@/lib/domain/text/places'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Remark } from './remark'

/** 最多, 最低, 居首, 依次 and 逐季提升 against the figures in a row that they are said of. */
export const ranks = (reading: Reading): Remark[] => [...extremes(reading), ...series(reading), ...descending(reading), ...moved(reading)]

const EXTREME =
  /([\u4e00-\u9fff]{2,12}?)(?:接待量|支出|数量|人数|占比|金额|规模|得分|比例|[\u4e00-\u9fff]{0,4})?(最多|最大|最高|居首|最少|最小|最低)/g

function extremes(reading: Reading): Remark[] {
  // The names before such a word are looked for at every character; most texts have no such word
  if (!/最|居首/.test(reading.text)) return []
  return [...reading.text.matchAll(EXTREME)].flatMap((match): Remark[] => {
    const clause = /[^，。；：]*$/.exec(reading.text.slice(Math.max(0, match.index - 8), match.index + (match[1]?.length ?? 0)))?.[0] ?? ''
    const name = clause.replace(/^其中/, '')
    const quarter = /第([一二三四])季度/.exec(name + match[0])?.[1]
    const at = indexAt(reading, match.index)
    const near = reading.mentions.slice(Math.max(0, at - 40), at)
    const most = /多|大|高|首/.test(match[2] ?? '')
    const row = quarter === undefined ? rowNaming(near, name) : (quartersIn(near, quarter) ?? rowNaming(near, `第${quarter}季度`))
    if (row === null) return []
    const [named, others] = row
    const better = others.find((other) => (most ? compare(other.value, named.value) > 0 : compare(other.value, named.value) < 0))
    return better === undefined
      ? []
      : [{ kind: 'rank', rule: 'extreme', start: match.index, text: match[0], against: `${better.label}${better.written}` }]
  })
}

type Row = readonly [named: Mention, others: readonly Mention[]]
/** Figures in a row of one group, of which one goes by the name. */
function rowNaming(near: readonly Mention[], name: string): Row | null {
  if (name.length < 3) return null
  const named = near.findLast(({ label, hedge }) => hedge === null && label.replace(/^其中/, '') === name)
  if (named === undefined) return null
  const others = near.filter(
    (mention) =>
      mention !== named &&
      mention.group === named.group &&
      sameUnit(mention, named) &&
      mention.hedge === null &&
      mention.unit.word === named.unit.word &&
      !/全年|合计|共/.test(mention.label),
  )
  return others.length < 2 ? null : [named, others]
}
/** 四个季度分别支出…: the figures go by their places. */
function quartersIn(near: readonly Mention[], quarter: string): Row | null {
  const place = '一二三四'.indexOf(quarter)
  const head = near.findLastIndex(({ label }) => /四个季度(?:分别|依次)/.test(label))
  const four = head < 0 ? [] : near.slice(head, head + 4)
  const named = four[place]
  return named === undefined || four.length < 4 || four.some(({ group }) => group !== named.group)
    ? null
    : [named, four.filter((mention) => mention !== named)]
}

const SERIES = /逐[季年月批次级][^，。；]{0,3}?(提升|提高|上升|增长|递增|增加|向好|下降|降低|减少|递减|回落)/g
function series(reading: Reading): Remark[] {
  return [...reading.text.matchAll(SERIES)].flatMap((match): Remark[] => {
    const at = indexAt(reading, match.index)
    const row: Mention[] = []
    for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
      const mention = reading.mentions[i] as Mention
      const first = row[0]
      if (/平均|合计|全年/.test(mention.label)) continue
      if (first !== undefined && (mention.group !== first.group || !sameUnit(mention, first))) break
      row.unshift(mention)
      if (/分别|依次/.test(mention.label)) break
    }
    if (row.length < 3 || !/分别|依次/.test(row[0]?.label ?? '')) return []
    const up = /提|升|增|好/.test(match[1] ?? '')
    return inOrder(row, up)
      ? []
      : [{ kind: 'rank', rule: 'series', start: match.index, text: match[0], against: row.map(({ written }) => written).join('、') }]
  })
}

/** …居首，其后依次为…: what follows goes down. */
function descending(reading: Reading): Remark[] {
  return [...reading.text.matchAll(/居首|(?:最[多大高])，?其[次后]/g)].flatMap((match): Remark[] => {
    const next = reading.text.slice(match.index, match.index + 14).search(/依次(?:为|是)/)
    if (next < 0) return []
    const at = indexAt(reading, match.index)
    const row: Mention[] = []
    for (let i = at; i < reading.mentions.length; i++) {
      const mention = reading.mentions[i] as Mention
      if ((row.length > 0 && (mention.lead !== '、' || !sameUnit(mention, row[0] as Mention))) || row.length > 20) break
      row.push(mention)
    }
    return row.length < 2 || inOrder(row, false)
      ? []
      : [
          {
            kind: 'rank',
            rule: 'descending',
            start: match.index,
            text: match[0],
            against: row.map(({ label, written }) => `${label}${written}`).join('、'),
          },
        ]
  })
}
const inOrder = (row: readonly Mention[], up: boolean): boolean =>
  row.every(({ value }, i) => {
    const before: Quantity | undefined = row[i - 1]?.value
    return before === undefined || (up ? compare(value, before) >= 0 : compare(value, before) <= 0)
  })

const MOVED =
  /第(\d{1,3})[位名](?:（|，)?[较比]?(?:[上去]年|(?:19|20)\d{2}年)(?:的)?第(\d{1,3})[位名](?:）)?，?(前进|上升|提升|后退|下降|下滑|退后)了?(\d{1,3})(?:个?位次?|名)/g
/** 列第2位，较上年第5位前进3位: as many places as lie between the two, and to that side. */
const moved = ({ text }: Reading): Remark[] =>
  [...text.matchAll(MOVED)].flatMap((match): Remark[] => {
    const [now, then, by] = [match[1], match[2], match[4]].map((digits) => wholeNumber(digits ?? '0')) as [number, number, number]
    const gained = /[进升]/.test(match[3] ?? '') ? then - now : now - then
    return gained === by ? [] : [{ kind: 'rank', rule: 'places', start: match.index, text: match[0], against: `${Math.abs(then - now)}` }]
  })
