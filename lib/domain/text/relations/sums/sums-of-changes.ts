import { absolute, isZero, negated, plus, quantity, times, zero } from '@/lib/domain/quantities'
import { around, exactly, type Interval, meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { changeIn, isChange } from '@/lib/domain/text/relations/growth-words'

/**
 * 合计1,969万元，减少221万元；其中：甲242万元，减少12万元；乙1,687万元，减少209万元: where parts make up their total, their changes make up the
 * total's. Drawn where every part says how it changed, against one and the same time or budget.
 */
export const sumsOfChanges = (reading: Reading, totals: readonly Relation[]): Relation[] =>
  totals.flatMap(({ holds, result, operands }): Relation[] => {
    const whole = holds && operands.length > 1 ? changeOf(reading, result) : null
    if (whole === null || whole === 'none') return []
    const parts = operands.map((part) => changeOf(reading, part))
    // Of a part of nothing nothing need be said.
    if (parts.some((change, i) => change === null && !isZero((operands[i] as Mention).value))) return []
    const changes = parts.filter((change) => change !== null && change !== 'none')
    if (changes.length < 2 || [...changes, whole].some((change, _, all) => !areOfOneBase(reading, change, all))) return []
    const span = changes.reduce((sum, change) => signed(sum, change), exactly(zero))
    const value = changes.reduce((sum, change) => plus(sum, isDown(change) ? negated(change.value) : change.value), zero)
    // 增加83.5亿元 beside parts with two digits more is as rough as it is printed.
    const printed = around(whole.value, times(whole.step, HALF))
    const wanted = isDown(whole) ? without(exactly(zero), printed) : printed
    const isMeant = meet(span, wanted)
    // A part of nothing may have been something before.
    if (!isMeant && parts.includes(null)) return []
    return [difference(whole, changes, isMeant, 'change', absolute(value))]
  })

const HALF = quantity('0.5')
const isDown = ({ label }: Mention): boolean => changeIn(label) === 'down'
const signed = (sum: Interval, change: Mention): Interval =>
  isDown(change) ? without(sum, change.span) : { low: plus(sum.low, change.span.low), high: plus(sum.high, change.span.high) }

const UNCHANGED = /持平|无变化|没有变化|无增减|不变/
/** By how much a figure changed, said in its own clauses; `none` where it did not, null where nothing is said. */
function changeOf({ mentions, text }: Reading, figure: Mention): Mention | 'none' | null {
  for (let i = figure.index + 1; i < figure.index + 4; i++) {
    const next = mentions[i]
    if (next === undefined || next.group !== figure.group || next.bracket !== figure.bracket) break
    if (alike(next, figure) && isChange(next)) return next.hedge === null && changeIn(next.label) !== null ? next : null
    // Another figure of its kind: only what it is held against may stand between.
    if (alike(next, figure) && !/^[比较与]/.test(next.label)) return null
  }
  return UNCHANGED.test(/^[^。；\d]*/.exec(text.slice(figure.end, figure.end + 24))?.[0] ?? '') ? 'none' : null
}

/** All of them since one time, or against one budget, as far as they say so. */
function areOfOneBase({ text }: Reading, change: Mention, all: readonly Mention[]): boolean {
  const baseOf = ({ label, start }: Mention): string | null => {
    const said = /预算|计划|[上去]年|同期|同比/.exec(
      `${text.slice(Math.max(0, start - label.length - 14), start).replace(/^.*[；。]/, '')}`,
    )?.[0]
    return said === undefined ? null : /预算|计划/.test(said) ? 'plan' : 'time'
  }
  const own = baseOf(change)
  return own === null || all.every((other) => (baseOf(other) ?? own) === own)
}
