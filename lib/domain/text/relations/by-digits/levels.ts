import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { isWholeOfShare, type Reading } from '@/lib/domain/text/reading'
import { isChange } from '@/lib/domain/text/relations/growth-words'

/** Figures that say how much there is of something: what may be added up, be a part or a whole. */

const NO_AMOUNT = new Set([
  'percent',
  'points',
  'score',
  'years',
  'months',
  'days',
  'workdays',
  'hours',
  'minutes',
  'seconds',
  'age',
  'times',
  'density',
])
/** How it compares, what it is for each, what it was at another time, what was only meant. */
const NO_LEVEL =
  /每|均(?!衡)|单价|标准|目标|计划|力争|不低于|不超过|^(?:[比较与]|同比|环比)|[上去]年(?!(?:结[转余]|滚存))|同期|差值|差额|[增减][收支加少长]$/

export const isLevel = (reading: Reading, mention: Mention): boolean =>
  mention.hedge === null &&
  !NO_AMOUNT.has(mention.unit.dimension) &&
  mention.unit.word !== '' &&
  !NO_LEVEL.test(mention.label) &&
  // 5.36批次/千人: so many for each.
  !mention.after.startsWith('/') &&
  !isChange(mention) &&
  !isWholeOfShare(reading, mention)

/** What is counted in one word, or is of one dimension. */
export const kindOf = ({ unit }: Mention): string => (unit.dimension === 'things' ? `things ${unit.word}` : unit.dimension)

/** The levels of a text by their kind and the bracket that they stand in, in their order. */
export const levelsOf = once((reading: Reading): ReadonlyMap<string, readonly Mention[]> => {
  const found = new Map<string, Mention[]>()
  for (const mention of reading.mentions) {
    if (!isLevel(reading, mention)) continue
    const key = `${mention.bracket} ${kindOf(mention)}`
    const row = found.get(key)
    if (row === undefined) found.set(key, [mention])
    else row.push(mention)
  }
  return found
})
