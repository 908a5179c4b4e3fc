import { isPositive, minus, moreThan, plus } from '@/lib/domain/quantities'
import { added, relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { isWholeOfShare, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { HEADS_LIST, NO_ITEM, TOTAL_BELOW } from '@/lib/domain/text/vocabulary/lists-below'

/**
 * Lines of one amount each make up the line of their total behind them (以上资金合计241.3万元), and the amount that the paragraph before the list
 * tells of (下达资金241.3万元，现将来源公示如下). The line of a total says so itself; from the paragraph before, the list is broken only where one
 * slip of the pen makes the difference: it need not hold all.
 */
export const listsBelow = (reading: Reading): Relation[] =>
  listsOf(reading).flatMap((lines): Relation[] => [...totalBelow(reading, lines), ...amountAbove(reading, lines)])

/** Longer than the line of an item ever is. */
const LONGEST = 90
const FEWEST = 2
const MOST = 40
/** How many paragraphs back the amount is looked for. */
const FAR = 12

/** The figures of each paragraph. */
const inParagraphs = once((reading: Reading): readonly (readonly Mention[])[] => {
  const found: Mention[][] = reading.paragraphs.map(() => [])
  for (const mention of reading.mentions) found[mention.paragraph]?.push(mention)
  return found
})

/** The one amount of a line that is an item and nothing more. */
function itemOf(reading: Reading, paragraph: number): Mention | null {
  const { start = 0, end = 0 } = reading.paragraphs[paragraph] ?? {}
  const own = (inParagraphs(reading)[paragraph] ?? []).filter(({ bracket, unit }) => bracket === 0 && unit.dimension === 'money')
  const [item] = own
  if (item === undefined || own.length > 1 || end - start > LONGEST || item.hedge !== null) return null
  return NO_ITEM.test(item.label) || !/^(?:（[^）]*）)?[。；，]?$/.test(reading.text.slice(item.end, end)) ? null : item
}

/** Items in lines that follow one another. */
const listsOf = once((reading: Reading): readonly (readonly Mention[])[] => {
  const lists: Mention[][] = []
  let open: Mention[] = []
  for (let paragraph = 0; paragraph <= reading.paragraphs.length; paragraph++) {
    const item = itemOf(reading, paragraph)
    if (item !== null && (open.length === 0 || sameUnit(item, open[0] as Mention)) && open.length < MOST) open.push(item)
    else {
      if (open.length >= FEWEST) lists.push(open)
      open = []
    }
  }
  return lists
})

const listedIn = once((reading: Reading): ReadonlySet<Mention> => new Set(listsOf(reading).flat()))

function totalBelow(reading: Reading, lines: readonly Mention[]): Relation[] {
  const last = lines.at(-1) as Mention
  const below = (inParagraphs(reading)[last.paragraph + 1] ?? [])[0]
  if (below === undefined || below.hedge !== null || !sameUnit(below, last) || !TOTAL_BELOW.test(below.label.trim())) return []
  return [relation(below, lines, meet(spanOf(lines), below.span), 'plain')]
}

function amountAbove(reading: Reading, lines: readonly Mention[]): Relation[] {
  const [first] = lines as readonly [Mention]
  const { start = 0 } = reading.paragraphs[Math.max(0, first.paragraph - 3)] ?? {}
  if (!HEADS_LIST.test(reading.text.slice(start, first.start))) return []
  // What the same amount came from may be listed before what it went to.
  const listed = listedIn(reading)
  for (let paragraph = first.paragraph - 1; paragraph >= Math.max(0, first.paragraph - FAR); paragraph--) {
    const amounts = (inParagraphs(reading)[paragraph] ?? []).filter(
      (mention) => sameUnit(mention, first) && mention.hedge === null && !listed.has(mention) && !isWholeOfShare(reading, mention),
    )
    if (amounts.length === 0) continue
    const made = amounts.find(({ span }) => meet(span, spanOf(lines)))
    if (made !== undefined) return [relation(made, lines, true, 'likely')]
    const whole = amounts.reduce((most, mention) => (moreThan(mention.value, most.value) ? mention : most))
    return isBySlip(whole, lines) ? [relation(whole, lines, false, 'likely')] : []
  }
  return []
}

/** Whether one slip of the pen, in the whole or in one of the lines, is all that keeps them apart. */
function isBySlip(whole: Mention, lines: readonly Mention[]): boolean {
  const sum = added(lines)
  if (isSlipOf(whole, sum)) return true
  return lines.some((line) => {
    const exact = plus(line.value, minus(whole.value, sum))
    return isPositive(exact) && isSlipOf(line, exact, 2)
  })
}
