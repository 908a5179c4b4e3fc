import { equals } from '@/lib/domain/quantities'
import { relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isChange } from '@/lib/domain/text/relations/growth-words'

/**
 * 农业类28个，总投资82.72亿元，完成11.38亿元；水利类14个，总投资232.56亿元，完成18.56亿元；…: items that ； parts and that tell the same of each,
 * column by column. What a column comes to stands before them, in its unit and under its word. Drawn where most columns that have such a
 * total come to it, so that it is not the items that leave something out.
 */
export function columnsOfItems(reading: Reading): Relation[] {
  const rows = itemsOf(reading)
  const told = new Set(rows.flat(2))
  return rows.flatMap((items) => {
    const columns = (items[0] ?? []).flatMap((_, at) => {
      const parts = items.map((item) => item[at] as Mention)
      return made(totalsFor(reading, parts, told), parts)
    })
    const held = columns.filter(({ holds }) => holds).length
    return held > 0 && held * 2 >= columns.length ? columns : []
  })
}

const MOST_FIGURES = 8
const FAR = 40

/** A total that the column comes to; else the only number that is said under most of the column's name. */
function made(totals: readonly Mention[], parts: readonly Mention[]): Relation[] {
  const sum = spanOf(parts)
  const whole = totals.find(({ span }) => meet(span, sum))
  if (whole !== undefined) return [relation(whole, parts, true, 'likely')]
  const name = (parts[0] as Mention).label
  const most = Math.max(...totals.map(({ label }) => sharedEnd(label, name)))
  const [one, ...others] = most < 2 ? [] : totals.filter(({ label }) => sharedEnd(label, name) === most)
  return one === undefined || others.some(({ value }) => !equals(value, one.value)) ? [] : [relation(one, parts, false, 'likely')]
}

/** Amounts of each group of a sentence, where two groups or more that follow on one another have as many, each in its unit and under its word. */
function itemsOf({ mentions }: Reading): Mention[][][] {
  const found: Mention[][][] = []
  let items: Mention[][] = []
  let group: Mention[] = []
  const endGroup = (): void => {
    if (group.length > 1 && items.length > 0 && isLike(items[0] as Mention[], group)) items.push(group)
    else {
      endItems()
      if (group.length > 1) items = [group]
    }
    group = []
  }
  const endItems = (): void => {
    if (items.length > 1) found.push(items)
    items = []
  }
  for (const mention of mentions) {
    const last = group.at(-1) ?? items.at(-1)?.at(-1)
    if (group.length > 0 && group[0]?.group !== mention.group) endGroup()
    if (last !== undefined && last.sentence !== mention.sentence) {
      endGroup()
      endItems()
    }
    if (mention.bracket === 0 && isAmount(mention) && group.length < MOST_FIGURES) group.push(mention)
  }
  endGroup()
  endItems()
  return found
}

const isAmount = (mention: Mention): boolean =>
  mention.hedge === null &&
  ['money', 'things', 'people', 'households', 'length', 'area'].includes(mention.unit.dimension) &&
  !isChange(mention) &&
  !/每|均(?!衡)|[上去]年|[较比]|标准|单价/.test(mention.label)

const isLike = (first: readonly Mention[], other: readonly Mention[]): boolean =>
  first.length === other.length &&
  first.every((one, i) => sameUnit(one, other[i] as Mention) && (i === 0 || wordOf(one) === wordOf(other[i] as Mention)))
const wordOf = ({ label }: Mention): string => label.replace(/[为共约达到]+$/, '').slice(-2)

/** With how many signs alike two names end. */
function sharedEnd(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1
  return length
}

/** What stands before the items in their unit and under the column's word. */
function totalsFor({ mentions }: Reading, parts: readonly Mention[], told: ReadonlySet<Mention>): readonly Mention[] {
  const [part, next] = parts
  if (part === undefined || next === undefined) return []
  const word = wordOf(part)
  return mentions
    .slice(Math.max(0, part.index - FAR), part.index)
    .filter(
      (mention) =>
        isAmount(mention) &&
        !told.has(mention) &&
        mention.bracket === 0 &&
        sameUnit(mention, part) &&
        part.paragraph - mention.paragraph < 4 &&
        mention.sentence <= part.sentence &&
        (mention.label.endsWith(word) || mention.after.includes(word)),
    )
    .reverse()
}
