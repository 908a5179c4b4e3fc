import { lately } from '@/lib/domain/reading/lately'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import { BASE, CHANGE_WORDS } from '@/lib/domain/text/vocabulary/changes'

/** What the words of a figure say of change: its direction, whether it is one itself, or of another time. */

const ANY_WORD = new RegExp(`${CHANGE_WORDS.map(([word]) => word).join('|')}|同比|环比`)
/** The direction of the word of change that stands last in a label. */
export const directionIn = lately((label): 'up' | 'down' | null => {
  const tail = label.slice(-12)
  if (!ANY_WORD.test(tail) && !/[增升涨翻降减]$/.test(tail)) return null
  let found: 'up' | 'down' | null = null
  let at = -1
  let longest = 0
  for (const [word, direction] of CHANGE_WORDS) {
    if (word.length < 2) continue
    const place = tail.lastIndexOf(word)
    if (place < 0) continue
    const end = place + word.length
    // 负增长 says more than the 增长 that it ends with.
    if (end > at || (end === at && word.length > longest)) {
      at = end
      longest = word.length
      found = direction
    }
  }
  return found ?? (/(?:同比|环比|[增升涨翻])$/.test(tail) ? 'up' : /[降减]$/.test(tail) ? 'down' : null)
})

export function isFigure({ hedge, unit, label }: Mention): boolean {
  if ((hedge !== null && hedge !== 'about') || unit.dimension === 'points') return false
  // 标准由每人每年100元提高到120元: a price like any other.
  return /[由从][^，。；]*每年$/.test(label) || !/目标|计划|每年|标准$|[日月]均$/.test(label)
}
/** 收入超过1,000亿元，同比增长9.3%: a mark that was passed, neither a time before nor a change. */
const PASSED = /(?:收入|支出|总[额量数]|产值|规模|投资|[人数次量])(?:已|首次)?(?:超过|突破)$/
/** 年初结转和结余156万元: what was carried over is of this year's money. */
const OF_THIS_YEAR = /(?:[上去]年|年初|期初)结[转余][^，。；\d]{0,6}$|[年期]末[^，。；\d比较]{0,4}结[转余][^，。；\d]{0,6}$/
/** Whether a figure is of another time or thing that the present one is held against; the report's own year is none, nor is one to come. */
export const isBase = ({ label, after }: Mention, { year }: Reading): boolean => {
  // 2023年支出较2022年的…: the year that stands last.
  const named = /.*((?:19|20)\d{2})年/.exec(label)?.[1]
  return (
    (BASE.test(label) || (/^与/.test(label) && after.startsWith('相比'))) &&
    (named === undefined || year === null || named < `${year}` || /年初/.test(label)) &&
    !/^比例|占比/.test(label + after) &&
    !PASSED.test(label) &&
    !OF_THIS_YEAR.test(label) &&
    // 受理321件（不含上年旧存28件）: what is left out or in is nothing that it is held against.
    !/^(?:不含|不包括|[另均]?含|包括|扣除|剔除)/.test(label)
  )
}
export const ENDS_IN_CHANGE = new RegExp(
  `(?:${CHANGE_WORDS.flatMap(([word]) => (word.length > 1 && !word.endsWith('至') ? [word] : [])).join('|')})了?$`,
)
export const isChange = ({ label }: Mention): boolean => saysChange(label)
const saysChange = lately(
  (label): boolean =>
    (ENDS_IN_CHANGE.test(label) && !PASSED.test(label)) ||
    /(?:[比较][^，。；]{1,12}|同比|环比)[多少高低]$/.test(label) ||
    SAID_BY_VERB.test(label) ||
    /(?<!业(?:实现)?(?:总)?)[增减][加少]?[值额]$/.test(label),
)

const OF_TIME = new Set(['seconds', 'minutes', 'hours', 'days', 'workdays', 'months'])
/** 高, 多 and 长 go up, 低, 少 and 短 down; what is 快 of its time takes less of it. */
export function shortDirection({ label, unit }: Mention): 'up' | 'down' {
  if (OF_TIME.has(unit.dimension) && /[快慢]$/.test(label)) return label.endsWith('快') ? 'down' : 'up'
  return /[高多长超快][\u4e00-\u9fff]{0,2}$/.test(label) ? 'up' : 'down'
}

/** 比上年多安置20人, 同比少立152起. */
const SAID_BY_VERB = /(?:[比较](?:\d{4}年)?[^，。；\d]{0,8}|同比|环比)[多少][\u4e00-\u9fff]{1,3}$/

/** 较年度计划12台多2台: what goes beyond the figure before it, and nothing that was done or planned. */
export const isGap = ({ label }: Mention): boolean => /^[多少高低超缺差][出于了过]?$/.test(label)

/** 比2021年少52起: of an amount one sign says it. */
export const changeIn = (label: string): 'up' | 'down' | null =>
  directionIn(label) ??
  (/[多高]$|(?:[比较](?:\d{4}年)?[^，。；\d]{0,8}|同比|环比)多[\u4e00-\u9fff]{1,3}$/.test(label)
    ? 'up'
    : /[少低]$|(?:[比较](?:\d{4}年)?[^，。；\d]{0,8}|同比|环比)少[\u4e00-\u9fff]{1,3}$/.test(label)
      ? 'down'
      : null)

/** 完成年度下降3%的目标: what was aimed at. */
export const IS_AIM = /^的?[^，。；\d]{0,6}(?:目标|任务|要求|指标)/
/** A growth that is planned, or a mean of several years. */
export const PLANNED = /目标|力争|不低于|不超过|计划|预计|拟|年均|年平均|高于|低于|超过/
