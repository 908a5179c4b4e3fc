import { dividedBy, minus, plain, plus, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt } from '@/lib/domain/text/places'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'

/**
 * 收入合计514,601万元。支出合计448,985万元。收支相抵，年终结余65,616万元: what came in less what went out. Where no totals are printed, all
 * that the text says since the last balance or heading, if each figure of it says by its name which of the two it is.
 */
export const balances = (reading: Reading): Relation[] => [...ofTotals(reading), ...ofBalances(reading)]

const ofBalances = (reading: Reading): Relation[] =>
  [...reading.text.matchAll(BALANCED)].slice(0, 200).flatMap((match): Relation[] => {
    const rest = reading.mentions[indexAt(reading, match.index)]
    if (rest === undefined || rest.start - match.index > 30 || !/结[余转]/.test(rest.label) || !isMoney(rest)) return []
    const said = figuresBefore(reading, rest)
    const come = said.findLast(({ label }) => /收入(?:合计|总计|总量)[为计]?$/.test(label))
    const gone = said.findLast(({ label }) => /支出(?:合计|总计|总量)[为计]?$/.test(label))
    if (come !== undefined && gone !== undefined)
      return [difference(rest, [come, gone], meet(without(come.span, gone.span), rest.span), 'rest', minus(come.value, gone.value))]
    if (come !== undefined || gone !== undefined) return []
    const [ins, outs] = [said.filter(({ label }) => IN.test(label)), said.filter(({ label }) => OUT.test(label))]
    if (ins.length === 0 || outs.length === 0 || ins.length + outs.length !== said.length) return []
    const span = without(total(ins.map(({ span }) => span)), total(outs.map(({ span }) => span)))
    const sumOf = (all: readonly Mention[]) => all.reduce((sum, { value }) => plus(sum, value), exactly(zero).low)
    return [difference(rest, [...ins, ...outs], meet(span, rest.span), 'rest', minus(sumOf(ins), sumOf(outs)))]
  })

/** 收入总计697万元，支出总计697万元: with what was carried over on either side the two totals of a year's accounts are one number. */
const ofTotals = ({ mentions }: Reading): Relation[] =>
  mentions.flatMap((gone): Relation[] => {
    const come = mentions[gone.index - 1]
    if (come === undefined || !/^支出总计[为共]?$/.test(gone.label) || !/(?:^|年度?)收入总计[为共]?$/.test(come.label)) return []
    if (come.group !== gone.group || !isMoney(come) || !isMoney(gone)) return []
    const expected = plain(dividedBy(come.value, unitOf(gone)), 4)
    const holds = meet(come.span, gone.span)
    return [{ kind: 'count', result: gone, operands: [come], holds, certainty: 'likely', rule: 'restated', expected }]
  })

const BALANCED = /收支(?:相抵|品迭|轧差|相减)(?:后|之后)?[，]?/g
const IN = /(?:收入|[上去]年结[余转](?:收入)?|补助|转贷|调入资金?)[为共计]?$/
const OUT = /(?:支出|上解|还本|调出资金?)[为共计]?$/
const isMoney = ({ unit, hedge }: Mention): boolean => unit.dimension === 'money' && hedge === null
const FARTHEST = 40
/** Amounts outside brackets since the heading of their section. */
function figuresBefore({ mentions, text }: Reading, rest: Mention): Mention[] {
  const found: Mention[] = []
  for (let i = rest.index - 1; i >= Math.max(0, rest.index - FARTHEST); i--) {
    const mention = mentions[i] as Mention
    const between = text.slice(mention.end, mentions[i + 1]?.start ?? rest.start)
    if (i + 1 < rest.index && /收支(?:相抵|品迭|轧差|相减)/.test(between)) break
    if (mention.bracket !== 0 || mention.unit.dimension === 'percent') continue
    if (!isMoney(mention) || /结余[为计]?$/.test(mention.label) !== /[上去]年结余[为计]?$/.test(mention.label)) break
    found.unshift(mention)
  }
  return found
}
