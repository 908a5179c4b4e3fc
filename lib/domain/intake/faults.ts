import { sharedRun } from '@/lib/domain/text/subjects'
import { kindOfBody } from './heading-kind'
import { type Leading, leadOf, withItems } from './leading'
import { type Group, isLeadIn, itemsOf, listOf, type Piece } from './pieces'
import { type Found, foundIn, type ReadPaper } from './read-paper'
import { sentencesIn } from './sentences'
import { CUES, type SectionKind } from './vocabulary/sections'

/** 存在的问题 and 改进措施, one text a problem and a measure, with what leads them in. */
export type Faults = { problems: Leading[]; measures: Leading[] }

/** So many signs in a row that a problem and a measure share speak of one thing. */
const SHARED = 4

/**
 * Which measures answer each problem, by their places: one for one where there are as many, else those that share its words; a single
 * one answers all, and a single problem is answered by all.
 */
export function tiesOf(all: Faults): number[][] {
  const items = ({ leads }: Leading): boolean => leads !== true
  const places = [...all.measures.keys()].filter((place) => items(all.measures[place] as Leading))
  const ties = tiesOfItems({ problems: all.problems.filter(items), measures: all.measures.filter(items) })
  const next = ties.values()
  return all.problems.map((problem) => (items(problem) ? (next.next().value ?? []).map((at) => places[at] ?? 0) : []))
}

function tiesOfItems({ problems, measures }: Faults): number[][] {
  if (problems.length === 1 || measures.length === 1) return problems.map(() => [...measures.keys()])
  if (problems.length === measures.length) return problems.map((_, index) => [index])
  const answered = measures.map(({ text }) => {
    const shared = problems.map((problem) => sharedRun(problem.text, text))
    const most = Math.max(0, ...shared)
    return most >= SHARED ? shared.indexOf(most) : -1
  })
  return problems.map((_, index) => answered.flatMap((problem, measure) => (problem === index ? [measure] : [])))
}

const MEASURES = CUES.find(([kind]) => kind === 'measures')?.[1] ?? /^$/

/** Where a report says both in one section, or says them without a heading, sentences are told apart by their words. */
export function faultsOf(read: ReadPaper): Faults {
  const measures = itemsOf(read, 'measures').flatMap((group) => textsOf(read, group))
  const none = measures.length === 0
  const problems = itemsOf(read, 'problems').flatMap((group) => {
    const texts = textsOf(read, group)
    // 针对以上问题，…: measures at the end of the problems, where they have no section.
    if (!none || group.head.marker !== null || !MEASURES.test(texts[0]?.text ?? '')) return texts
    measures.push(...texts)
    return []
  })
  const both = itemsOf(read, 'faults')
  const again = measures.length === 0 ? begunAgain(read, both) : both.length
  for (const [place, group] of both.entries()) {
    const told = toldApart(read, group, place >= again ? 'measures' : 'problems')
    problems.push(...told.problems)
    measures.push(...told.measures)
  }
  return { problems: withItems(inOrder(problems)), measures: withItems(inOrder(measures)) }
}

const inOrder = (all: Leading[]): Leading[] => all.sort((a, b) => a.from - b.from)

/** A statement as one text, or each item of the list that it is. */
function textsOf(read: ReadPaper, group: Group): Leading[] {
  const { pieces } = group
  const [first, ...rest] = pieces
  if (first === undefined) return []
  const text = read.texts[first.index] ?? ''
  if (isLeadIn(text.slice(first.from, first.to)) && rest.length === 0) return leadIn(leadOf(read, first.index, first))
  const list = rest.length === 0 ? listOf(read, group) : null
  if (list === null) return [joined(read, pieces)]
  const lead = text.slice(list.lead.from, list.lead.to)
  const led =
    lead === '' || /[：:]$/.test(lead) || isLeadIn(lead) || lead.length < 24
      ? leadIn(leadOf(read, first.index, list.lead))
      : [foundIn(read, first.index, list.lead.from, list.lead.to)]
  return [...led, ...list.items.map(({ from, to }) => foundIn(read, first.index, from, to))]
}

const leadIn = (lead: Leading | null): Leading[] => (lead === null ? [] : [lead])

/** Several paragraphs as one text, a heading parted from its text by a full stop. */
function joined(read: ReadPaper, pieces: readonly Piece[]): Found {
  const all = pieces.map(({ index, from, to }) => foundIn(read, index, from, to))
  const text = all.map(({ text: words }, i) => (i < all.length - 1 && !/[。；：，！？:;]$/.test(words) ? `${words}。` : words)).join('')
  return { text, certainty: 'certain', from: all[0]?.from ?? 0, to: all.at(-1)?.to ?? 0 }
}

/**
 * Where 一是 comes a second time: under 存在的问题和改进措施 the second list is that of the measures, unless its own words say what is wrong.
 * Behind the last where none does.
 */
function begunAgain(read: ReadPaper, groups: readonly Group[]): number {
  const isFirst = ({ head }: Group): boolean => head.marker?.number === 1
  const firsts = groups.flatMap((group, place) => (isFirst(group) ? [place] : []))
  const [first, second] = firsts
  if (firsts.length !== 2 || first !== 0 || second === undefined) return groups.length
  const alike = groups[second]?.head.marker?.style === groups[0]?.head.marker?.style
  const texts = groups.slice(second).map(({ head }) => (read.texts[head.index] ?? '').slice(head.from))
  return alike && second >= 2 && kindOfBody(texts) !== 'problems' ? second : groups.length
}

function toldApart(read: ReadPaper, group: Group, first: 'problems' | 'measures'): Faults {
  const problems: Found[] = []
  const measures: Found[] = []
  let kind: SectionKind = first
  for (const [place, { index, from, to }] of group.pieces.entries()) {
    const text = read.texts[index] ?? ''
    const list = place === 0 ? listOf(read, group) : null
    const stretches =
      list === null ? sentencesIn(text, from, to) : [list.lead, ...list.items].flatMap((item) => sentencesIn(text, item.from, item.to))
    for (const stretch of stretches) {
      const words = text.slice(stretch.from, stretch.to)
      const said = CUES.find(([cue, pattern]) => (cue === 'measures' || cue === 'problems') && pattern.test(words))?.[0]
      if (said !== undefined) kind = said
      if (words.trim() === '' || isLeadIn(words)) continue
      ;(kind === 'measures' ? measures : problems).push(foundIn(read, index, stretch.from, stretch.to, 'likely'))
    }
  }
  return { problems, measures }
}
