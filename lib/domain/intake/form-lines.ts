import { withFullSigns } from '@/lib/domain/text/full-signs'
import { kindOfHeading } from './heading-kind'
import { markerOf } from './markers'
import type { Paper, Paragraph } from './paper'
import { FIELD, HALVES, INNER_HEADINGS } from './vocabulary/forms'

/**
 * Papers that were copied out of a form or a page: a name and what it says on two lines, a number on a line of its own, headings within
 * a paragraph. Put back as they are read; linear in the paper's length.
 */
export function withFormLines(paper: Paper): Paper {
  const paragraphs: Paragraph[] = []
  /** Where each paragraph went. */
  const places: number[] = []
  for (let index = 0; index < paper.paragraphs.length; index++) {
    places.push(paragraphs.length)
    const own = paper.paragraphs[index] as Paragraph
    const next = paper.paragraphs[index + 1]
    const between = next === undefined || paper.tables.some(({ before }) => before === index + 1) ? null : linkOf(own.text, next.text)
    if (between === null || next === undefined) {
      paragraphs.push(...partsOf(own))
      continue
    }
    paragraphs.push(linked(own, between, next))
    places.push(paragraphs.length)
    index += 1
  }
  places.push(paragraphs.length)
  return { ...paper, paragraphs, tables: paper.tables.map((table) => ({ ...table, before: places[table.before] ?? paragraphs.length })) }
}

const bare = (text: string): string => text.replace(/[\s\u3000]/g, '')
const NUMBER_ALONE = /^(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[一二三四五六七八九十]{1,3}、)$/

/** What stands between two lines that are one; null where they are two. */
function linkOf(given: string, below: string): string | null {
  const [text, next] = [bare(given), bare(below)]
  if (text.length > 12 || next === '') return null
  if (NUMBER_ALONE.test(text)) return markerOf(next) === null ? '' : null
  if (HALVES.some(([first, second]) => first.test(text) && second.test(next))) return ''
  const isValue = next.length <= 24 && !FIELD.test(next) && !/[。；，]/.test(next) && markerOf(next) === null
  return FIELD.test(text) && isValue && (/\d/.test(next) || kindOfHeading(next) === null) ? (/[：:]$/.test(text) ? '' : '：') : null
}

function linked(first: Paragraph, between: string, second: Paragraph): Paragraph {
  const text = first.text.trimEnd()
  const at = text.length + between.length
  return { text: `${text}${between}${second.text}`, runs: [...first.runs, ...second.runs.map((run) => ({ ...run, at: run.at + at }))] }
}

/** A paragraph with its headings in it, each with what follows it: 一、概况（一）职能。…（二）目标。… */
function partsOf(paragraph: Paragraph): Paragraph[] {
  const cuts = cutsOf(withFullSigns(paragraph.text))
  if (cuts.length === 0) return [paragraph]
  return [0, ...cuts].map((from, place) => partOf(paragraph, from, cuts[place] ?? paragraph.text.length))
}

const NUMBERED = /[（(][一二三四五六七八九十]{1,2}[）)]([^。：:，；（(]{2,16})[。：:]/g
/** What stands before such a heading: a full stop or a space, or the paragraph's own heading. */
const BEFORE = /[。；\s]$|^[一二三四五六七八九十]、[^。；]{2,16}$/

function cutsOf(text: string): number[] {
  if (text.length < 24) return []
  const numbered = [...text.matchAll(NUMBERED)].filter(
    ({ index, 1: heading }) =>
      index > 0 && BEFORE.test(text.slice(Math.max(0, index - 19), index)) && kindOfHeading(heading ?? '') !== null,
  )
  const cuts =
    numbered.length >= 2 || (numbered.length === 1 && /^[一二三四五六七八九十]、/.test(text)) ? numbered.map(({ index }) => index) : []
  // 自评得分90分，存在的问题：一是…。下一步改进措施：一是…
  if (TELLS_RESULT.test(text)) cuts.push(...[...text.matchAll(INNER_HEADINGS)].map(({ index }) => index))
  return [...new Set(cuts)].sort((a, b) => a - b)
}
const TELLS_RESULT = /(?:自评|评价|绩效)(?:得分|结果|总分|分)|得分(?:为)?\d/

function partOf({ text, runs }: Paragraph, from: number, to: number): Paragraph {
  const first = runs.findLast(({ at }) => at <= from)
  const inner = runs.filter(({ at }) => at > from && at < to)
  return {
    text: text.slice(from, to),
    runs: [{ at: 0, place: (first?.place ?? 0) + from - (first?.at ?? 0) }, ...inner.map((run) => ({ ...run, at: run.at - from }))],
  }
}
