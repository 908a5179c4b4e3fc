import { equals } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { clauseBefore } from './money-words'
import type { Node } from './outline-node'
import { inlineList } from './pieces'
import type { ReadPaper } from './read-paper'
import { BATCH, LEVEL, NAMES_ONE, SAYS_SUM } from './vocabulary/money'

/** Figures by their place among the mentions that are said of one of several, and so never of the whole. */
export type OfSeveral = ReadonlySet<number>

/**
 * Amounts of one of several: of an item of a list whose items each say such an amount, of a project that has a heading of its own beside
 * others, of one batch or of one level of government beside another. `roleOf`: what a figure would be of the whole; null for none. A wrong
 * amount is worse than none. Linear in the report's length.
 */
export function ofSeveral(read: ReadPaper, roleOf: (mention: Mention) => string | null): OfSeveral {
  const several = new Set<number>()
  const add = (all: Iterable<Mention>): void => {
    for (const { index } of all) several.add(index)
  }
  const byParagraph = new Map<number, Mention[]>()
  for (const mention of read.reading.mentions) {
    const own = byParagraph.get(mention.paragraph)
    if (own === undefined) byParagraph.set(mention.paragraph, [mention])
    else own.push(mention)
  }
  for (const [paragraph, mentions] of byParagraph) add(inItems(read, paragraph, mentions, roleOf))
  for (const index of projectsOf(read.outline)) add(byParagraph.get(index) ?? [])
  const money = read.reading.mentions.filter(({ unit }) => unit.dimension === 'money')
  add(money.filter((mention) => BATCH.test(clauseBefore(read, mention)) && !SAYS_SUM.test(clauseBefore(read, mention))))
  add(ofLevels(read, money, roleOf))
  return several

  /** The paragraphs of projects that have headings of their own, one beside another. */
  function projectsOf(node: Node): number[] {
    const names = node.children.filter(({ index, marker, from, headingEnd }) => {
      const heading = marker === null || headingEnd === null ? '' : (read.texts[index] ?? '').slice(from, headingEnd)
      return NAMES_ONE.test(heading.replace(/[。：:]$/, ''))
    })
    const own = names.length < 2 ? [] : names.flatMap(placesOf)
    return [...own, ...node.children.flatMap(projectsOf)]
  }
}

const placesOf = (node: Node): number[] => [node.index, ...node.children.flatMap(placesOf)]

/** All figures of the items of a list in a paragraph, where two items say different amounts of the same role. */
function inItems(
  { texts, starts }: ReadPaper,
  paragraph: number,
  mentions: readonly Mention[],
  roleOf: (mention: Mention) => string | null,
): Mention[] {
  if (mentions.length < 2) return []
  const list = inlineList(texts[paragraph] ?? '', 0)
  if (list === null) return []
  const start = starts[paragraph] ?? 0
  let at = 0
  // Mentions stand in their order, and so do items.
  const places = mentions.map(({ start: begin }) => {
    while ((list.items[at]?.to ?? Number.POSITIVE_INFINITY) <= begin - start) at += 1
    return (list.items[at]?.from ?? Number.POSITIVE_INFINITY) <= begin - start ? at : null
  })
  const first = new Map<string, { item: number; mention: Mention }>()
  const isTwice = mentions.some((mention, place) => {
    const [role, item] = [roleOf(mention), places[place] ?? null]
    if (role === null || item === null) return false
    const other = first.get(role)
    if (other === undefined) first.set(role, { item, mention })
    return other !== undefined && other.item !== item && !equals(other.mention.value, mention.value)
  })
  return isTwice ? mentions.filter((_, place) => places[place] !== null) : []
}

/** 中央下达9,056万元 beside 省级下达804万元. */
function ofLevels(read: ReadPaper, money: readonly Mention[], roleOf: (mention: Mention) => string | null): Mention[] {
  const levels = money.flatMap((mention) => {
    const clause = clauseBefore(read, mention)
    const level = LEVEL.exec(clause)?.[0]
    return level === undefined || SAYS_SUM.test(clause) || roleOf(mention) === null ? [] : [{ mention, level }]
  })
  return new Set(levels.map(({ level }) => level)).size < 2 ? [] : levels.map(({ mention }) => mention)
}
