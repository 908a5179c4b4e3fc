import { wholeNumber } from '@/lib/domain/reading/whole-number'
import type { TextDate } from '@/lib/domain/text/dates'
import type { Reading } from '@/lib/domain/text/reading'
import { AHEAD, EVENTS } from '@/lib/domain/text/vocabulary/events'
import { dayNumber, daysIn } from './calendar'
import type { Remark } from './remark'

/**
 * Dates that cannot be, that lie beyond what a report on a year can know, that stand in the wrong order, and stretches of
 * time that are not what lies between their dates.
 */
export function dates(reading: Reading): Remark[] {
  const all = placed(reading)
  return [
    ...all.flatMap((date) => [...impossible(date, reading), ...beyond(date, reading)]),
    ...order(all, reading),
    ...earlier(all, reading),
    ...durations(all, reading),
    ...behindPlan(reading),
    ...signed(all, reading),
    ...deadlines(all, reading),
  ]
}

/** A date with its year, said or taken over from the date before it, and what the text says of it. */
type Placed = TextDate & { full: number | null; sentence: number; clause: string }

function placed(reading: Reading): Placed[] {
  let year = reading.year
  let sentence = 0
  return reading.dates.map((date) => {
    while ((reading.sentences[sentence]?.end ?? Number.MAX_SAFE_INTEGER) < date.start) {
      sentence += 1
      year = reading.year
    }
    if (date.year !== null) year = date.year
    const clause = /^[^，。；：\n]{0,24}/.exec(reading.text.slice(date.end, date.end + 24))?.[0] ?? ''
    return { ...date, full: date.year ?? (date.month === null ? null : year), sentence, clause }
  })
}

const remark = (date: Placed, rule: string, against: string, { text }: Reading): Remark => ({
  kind: 'date',
  rule,
  start: date.start,
  text: `${date.written}${text.slice(date.end, date.end + 12).replace(/[，。；\n].*$/s, '')}`,
  against,
})

function impossible(date: Placed, reading: Reading): Remark[] {
  if (date.month === null) return []
  const most = daysIn(date.full ?? 2024, date.month)
  if (date.month > 12 || date.month === 0) return date.year === null && date.day === null ? [] : [remark(date, 'impossible', '', reading)]
  return date.day !== null && (date.day > most || date.day === 0) ? [remark(date, 'impossible', `${most}`, reading)] : []
}

const DONE = /签订|完成|通过|验收|复验|交工|竣工|完工|公告|公示|公开|到货|支付|付清|投用|建成|开工|印发|召开|开展|批复|下达|合格/
/** Two years on nothing is done yet; and what was published of a year was so after it. */
function beyond(date: Placed, reading: Reading): Remark[] {
  const { year, text } = reading
  if (year === null || date.year === null || date.month === null) return []
  const before = clauseBefore(text, date.start)
  if (date.year >= year + 2 && DONE.test(before.slice(-6) + date.clause) && !AHEAD.test(before + date.clause))
    return [remark(date, 'beyond', `${year}`, reading)]
  const about = /((?:19|20)\d{2})年度?[^，。；]{0,24}已于$/.exec(before)?.[1]
  if (about !== undefined && wholeNumber(about) > date.year) return [remark(date, 'beyond', about, reading)]
  return []
}
const clauseBefore = (text: string, at: number): string => /[^，。；\n]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''

const rankOf = (clause: string): number => EVENTS.findIndex((event) => event.test(clause))
const dayOf = ({ full, month, day }: Placed): number | null =>
  full === null || month === null || day === null || month > 12 || day > 31 ? null : dayNumber(full, month, day)

/** 签订, 到货, 验收 in one sentence follow each other. */
function order(all: readonly Placed[], reading: Reading): Remark[] {
  return all.flatMap((date, i): Remark[] => {
    const next = all[i + 1]
    if (next === undefined || next.sentence !== date.sentence) return []
    const [a, b] = [dayOf(date), dayOf(next)]
    const [first, second] = [
      rankOf(`${clauseBefore(reading.text, date.start).slice(-5)}${date.clause}`),
      rankOf(`${clauseBefore(reading.text, next.start).slice(-5)}${next.clause}`),
    ]
    if (a === null || b === null || first < 0 || second < 0 || AHEAD.test(date.clause + next.clause)) return []
    return (first < second && a > b) || (first > second && a < b) ? [remark(next, 'order', date.written, reading)] : []
  })
}

/** 早于9月30日的年度节点; 比合同约定的11月30日提前. */
function earlier(all: readonly Placed[], reading: Reading): Remark[] {
  return all.flatMap((date, i): Remark[] => {
    const held = all[i - 1]
    if (held === undefined || held.sentence !== date.sentence) return []
    const before = clauseBefore(reading.text, date.start)
    const word =
      /(早于|晚于|先于|迟于)[^，。；]{0,8}$/.exec(before)?.[1] ??
      (/(?:比|较)[^，。；]{0,12}$/.test(before) ? /^[^，。；]{0,6}?(提前|推迟|延后|延迟|滞后|提早)/.exec(date.clause)?.[1] : undefined)
    const [a, b] = [dayOf(held), dayOf(date)]
    if (word === undefined || a === null || b === null) return []
    const early = /早|先|提/.test(word)
    if (early !== a < b || a === b) return [remark(date, early ? 'notEarlier' : 'notLater', held.written, reading)]
    const days = /^[^，。；\d]{0,6}(?:提前|推迟|延后|延迟|滞后|提早)了?(\d{1,3})[天日]/.exec(
      reading.text.slice(date.end, date.end + 16),
    )?.[1]
    const apart = Math.abs(a - b)
    return days === undefined || Math.abs(wholeNumber(days) - apart) <= 1
      ? []
      : [remark(date, 'duration', `${held.written}至${date.written}`, reading)]
  })
}

const STRETCH = /(?:工期|历时|共计?|计|为期|建设周期|用时|总?工期为?|历经)(?:约)?(\d{1,4})(个多月|多个月|个月|天|日(?!均))(?:多)?/g
function durations(all: readonly Placed[], reading: Reading): Remark[] {
  return [...reading.text.matchAll(STRETCH)].flatMap((match): Remark[] => {
    const [first, last] = all.filter(({ end }) => end <= match.index).slice(-2)
    if (first === undefined || last === undefined || match.index - last.end > 24 || first.sentence !== last.sentence) return []
    if (
      /[。\n]/.test(reading.text.slice(last.end, match.index)) ||
      !/自|从|至|到|日期|开工|完工|竣工|交工|—|-/.test(reading.text.slice(Math.max(0, first.start - 6), match.index))
    )
      return []
    const said = wholeNumber(match[1] ?? '')
    const unit = match[2] ?? ''
    const found = (between: string): Remark[] => [{ kind: 'date', rule: 'duration', start: match.index, text: match[0], against: between }]
    if (first.full === null || last.full === null || first.month === null || last.month === null) return []
    if (unit === '天' || unit === '日') {
      const [a, b] = [dayOf(first), dayOf(last)]
      if (a === null || b === null) return []
      return said >= b - a && said <= b - a + 1 ? [] : found(`${first.written}至${last.written}`)
    }
    const months = (last.full - first.full) * 12 + last.month - first.month
    const whole = first.day !== null && last.day !== null && last.day < first.day ? months - 1 : months
    return said >= whole && said <= months + 1 ? [] : found(`${first.written}至${last.written}`)
  })
}

/** A report on a year is not signed before its last month. */
function signed(all: readonly Placed[], reading: Reading): Remark[] {
  const date = all.at(-1)
  const { text, year, paragraphs } = reading
  if (date === undefined || year === null || date.year === null || date.month === null || date.day === null) return []
  const last = paragraphs.at(-1)
  const alone = last !== undefined && text.slice(last.start, last.end).trim() === date.written
  return alone && (date.year < year || (date.year === year && date.month < 12)) ? [remark(date, 'beyond', `${year}`, reading)] : []
}

const BEHIND_PLAN =
  /(推迟|延后|延迟|滞后|晚)[^，。；]{0,8}?(?:实现|完成|达到|建成|投用)[^，。；]{0,6}?(?:原定|原计划|计划|约定)的?((?:19|20)\d{2})年/g
/** 推迟实现原定2024年3月的目标 in a report on 2023: what was reached by then cannot be behind a later date. */
const behindPlan = ({ text, year }: Reading): Remark[] =>
  year === null
    ? []
    : [...text.matchAll(BEHIND_PLAN)].flatMap((match): Remark[] =>
        wholeNumber(match[2] ?? '') <= year || AHEAD.test(clauseBefore(text, match.index))
          ? []
          : [{ kind: 'date', rule: 'notLater', start: match.index, text: match[0], against: `${year}年` }],
      )

const KEPT =
  /(\d{1,2})月底前(完工|完成|竣工|交付|建成|投用)[^，。；]{0,8}(?:要求|目标|任务|节点)[^，。；]{0,4}(?:得到满足|已?实现|已?完成|达到|满足)/g
/** 11月底前完工的要求得到满足, beside 12月31日完工. */
function deadlines(all: readonly Placed[], reading: Reading): Remark[] {
  return [...reading.text.matchAll(KEPT)].flatMap((match): Remark[] => {
    const month = wholeNumber(match[1] ?? '')
    const late = all.find(
      ({ clause, month: done, end, full }) =>
        end <= match.index && clause.startsWith(match[2] ?? '') && done !== null && (full ?? 0) === (reading.year ?? full) && done > month,
    )
    return late === undefined
      ? []
      : [{ kind: 'date', rule: 'deadline', start: match.index, text: match[0], against: `${late.written}${match[2]}` }]
  })
}
