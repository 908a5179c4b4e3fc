import type { TableIndicator } from './indicator-table'
import { markerOf } from './markers'
import type { Node } from './outline-node'
import { type Found, foundIn, type ReadPaper } from './read-paper'
import { sentencesIn } from './sentences'
import {
  LISTED_GROUP,
  LISTED_MEASURES,
  LISTED_POINTS,
  LISTED_REASON,
  LISTED_SCORE,
  NEXT_TARGET,
  SECOND_LEVEL,
  STATED_PAIR,
  TELLS_OF_ALL,
  WHAT_BECAME,
} from './vocabulary/indicators'

/**
 * Indicators that a report lists in sentences as a table would, each with its 分值: 治理面积，目标值12平方公里，实际完成12平方公里，
 * 分值10分，得10分。 `wholly`: paragraphs that say nothing else.
 */
export type ListedIndicators = { rows: TableIndicator[]; wholly: ReadonlySet<number> }

/** Fewer are told of, not listed. */
const FEWEST = 3
/** Signs beside its indicators with which a paragraph still says nothing else. */
const MOST_BESIDE = 6

/** A row and where its words end. */
type Stated = { row: TableIndicator; from: number; to: number; hasPoints: boolean }

export function listedIndicatorsOf(read: ReadPaper): ListedIndicators {
  const all = read.texts.flatMap((_, index) => {
    const stated = statedIn(read, index)
    return stated.length === 0 ? [] : [{ index, stated }]
  })
  const rows = all.flatMap(({ stated }) => stated)
  if (rows.filter(({ hasPoints }) => hasPoints).length < FEWEST) return { rows: [], wholly: new Set() }
  const wholly = new Set(all.filter((one) => saysNothingElse(read, one)).map(({ index }) => index))
  for (const { index, stated } of all) {
    const last = stated.at(-1)
    const below = read.texts[index + 1] ?? ''
    const reason = last === undefined || last.row.deviationReason !== undefined ? null : reasonAt(below, 0)
    if (last === undefined || reason === null) continue
    last.row = { ...last.row, deviationReason: foundIn(read, index + 1, reason.from, reason.to) }
    if (reason.to === below.length) wholly.add(index + 1)
  }
  return { rows: rows.map(({ row }) => row), wholly }
}

function statedIn(read: ReadPaper, index: number): Stated[] {
  const text = read.texts[index] ?? ''
  const node = read.nodes[index]
  if (node == null) return []
  const { dimension, group: above } = headingsAbove(read, node)
  let group = above
  return [...text.matchAll(STATED_PAIR)].map((match): Stated => {
    const [whole, name = '', target = '', actual = ''] = match
    const before = LISTED_GROUP.exec(text.slice(0, match.index))
    if (before?.[1] !== undefined)
      group = foundIn(read, index, match.index - before[0].length, match.index - before[0].length + before[1].length)
    const found = (part: string, at: number) => foundIn(read, index, at, at + part.length)
    const marker = markerOf(name)?.length ?? 0
    let to = match.index + whole.length
    const next = (pattern: RegExp) => {
      const said = pattern.exec(text.slice(to))
      if (said?.[1] === undefined) return undefined
      const at = to + said[0].lastIndexOf(said[1])
      to += said[0].length
      return found(said[1], at)
    }
    const maxScore = next(LISTED_POINTS)
    const printedScore = next(LISTED_SCORE)
    const reason = reasonAt(text, to)
    const deviationReason = reason === null ? undefined : foundIn(read, index, reason.from, reason.to)
    to = reason?.to ?? to
    return {
      row: {
        ...(dimension === undefined ? {} : { dimension }),
        ...(group === undefined ? {} : { group }),
        name: foundIn(read, index, match.index + marker, match.index + name.length),
        target: found(target, match.index + whole.indexOf(target, name.length)),
        actual: found(actual, match.index + whole.lastIndexOf(actual)),
        ...(maxScore === undefined ? {} : { maxScore }),
        ...(printedScore === undefined ? {} : { printedScore }),
        ...(deviationReason === undefined ? {} : { deviationReason }),
      },
      from: match.index,
      to,
      hasPoints: maxScore !== undefined,
    }
  })
}

/** Why it was missed, with what is done about it: up to the next indicator. Null where nothing is said. */
function reasonAt(text: string, at: number): { from: number; to: number } | null {
  const [lead, withMeasures] = LISTED_REASON.exec(text.slice(at)) ?? []
  if (lead === undefined) return null
  const from = at + lead.length
  const [first, ...rest] = sentencesIn(text, from, text.length)
  if (first === undefined) return null
  let { to } = first
  for (const sentence of rest) {
    const words = text.slice(sentence.from, sentence.to)
    if (NEXT_TARGET.test(words) || (withMeasures === undefined && !LISTED_MEASURES.test(words))) break
    to = sentence.to
  }
  return { from, to }
}

/** 一级指标 and 二级指标 as the headings above say them; those that speak of the whole, such as 各项指标完成情况, say neither. */
function headingsAbove(read: ReadPaper, { parent }: Node): { dimension?: Found; group?: Found } {
  const names: Found[] = []
  for (let node = parent; node !== null && node.index >= 0; node = node.parent) {
    const heading = (read.texts[node.index] ?? '')
      .slice(node.from, node.headingEnd ?? node.from)
      .replace(/[。：:]$/, '')
      .replace(WHAT_BECAME, '')
    if (node.bare && heading !== '' && !TELLS_OF_ALL.test(heading))
      names.unshift(foundIn(read, node.index, node.from, node.from + heading.length))
  }
  const [dimension, group] = names.slice(-2)
  if (dimension === undefined) return {}
  if (group !== undefined) return { dimension, group }
  return SECOND_LEVEL.test(dimension.text) ? { group: dimension } : { dimension }
}

/** Whether all of a paragraph stands in its indicators, but for numbers and the names of groups. */
function saysNothingElse({ texts }: ReadPaper, { index, stated }: { index: number; stated: readonly Stated[] }): boolean {
  const said = stated.reduce((sum, { from, to }) => sum + to - from, 0)
  const groups = stated.reduce((sum, { row: { group } }) => sum + (group === undefined ? 0 : group.text.length + 1), 0)
  return (texts[index] ?? '').length - said <= MOST_BESIDE + groups + stated.length
}
