import { atMost, type Quantity, quantity, smaller, times } from '@/lib/domain/quantities'
import { unitAsWritten } from './adding'
import { around } from './interval'
import type { Mention } from './mentions'

const HALF = quantity('0.5')
const OF_ANOTHER_TIME = /^(?:同比)?(?:[较比与])?(?:[上去]年|同期|[上去]年同期|年初预算?)(?:的|为)?$/
const CHANGED = /^(?:净|共)?(?:增[加长收支]?|减[少收支]?|下降|上升|压缩|节约)了?$/

/**
 * What stands right beside a figure tells how it is printed. 4万元 in one sentence with 2.95万元 is 4.00万元: digits that a sentence leaves out
 * are noughts. 较上年2.08减少0.03万元: a number without a unit is in that of the change that it goes with.
 */
export function asFine(mentions: readonly Mention[]): void {
  for (const mention of mentions) takeUnit(mention, mentions[mention.index + 1])
  for (let from = 0; from < mentions.length; ) {
    const { sentence } = mentions[from] as Mention
    let to = from + 1
    while (mentions[to]?.sentence === sentence) to += 1
    if (to - from > 1) refine(mentions.slice(from, to))
    from = to
  }
}

function refine(own: readonly Mention[]): void {
  const finest = new Map<string, Quantity>()
  for (const mention of own)
    if (isMoney(mention)) finest.set(printedIn(mention), smaller(finest.get(printedIn(mention)) ?? mention.step, mention.step))
  for (const mention of own) {
    const step = isMoney(mention) ? finest.get(printedIn(mention)) : undefined
    if (step !== undefined && !atMost(mention.step, step)) mention.span = around(mention.value, times(step, HALF))
  }
}
const isMoney = ({ unit, hedge }: Mention): boolean => unit.dimension === 'money' && hedge === null
/** 万元 and 亿元 are two: each is printed as finely as it is. */
const printedIn = ({ written }: Mention): string => written.replace(/[-\d.,]+/, '')

function takeUnit(mention: Mention, change: Mention | undefined): void {
  if (mention.unit.word !== '' || mention.scaled || change === undefined || change.group !== mention.group) return
  if (change.unit.dimension !== 'money' || !OF_ANOTHER_TIME.test(mention.label) || !CHANGED.test(change.label) || change.lead !== '') return
  const factor = unitAsWritten(change)
  mention.value = times(mention.value, factor)
  mention.step = times(mention.step, factor)
  mention.span = around(mention.value, times(mention.step, HALF))
  mention.unit = change.unit
  mention.scaled = change.scaled
}
