import type { TextPart } from '@/lib/domain/form'
import type { Check, Found } from './check'
import { figureChecks } from './narrative-figures'
import { keyFigureChecks } from './narrative-key-figures'
import { nameChecks } from './narrative-names'
import { slips } from './narrative-slips'
import { partOfYear, placeholders } from './narrative-wording'
import { beginsPart, type Heading, headingOf, MOST, occurrences, partOf, passagesOf, reports } from './report-text'

const ALL_DONE = /(?:目标|指标|任务)[^。；，]{0,12}?(?:均已|全部|全面|都已|均)(?:按期|按时|如期|圆满|顺利|已)?(?:完成|达成|实现)/g
const ADMITTED =
  /难以(?:达到|完成|实现)|达到[^。；，]{0,12}(?:非常|十分|比较|较为)?困难|(?:无法|未能|没有)(?:按[期时])?(?:完成|达到|实现)|未(?:按期)?(?:完成|达标|达到)/

/** T06: the text says that all was achieved, while an indicator was missed or the problems say otherwise. */
const allDone: Check = {
  code: 'T06',
  severity: 'warning',
  find: (form) => {
    const passages = passagesOf(form)
    const claim = passages
      .filter(({ part }) => part !== 'problems' && part !== 'measures' && part !== 'goals')
      .flatMap(({ at, text }) => occurrences(text, ALL_DONE).map((match) => ({ at, text: match[0] })))[0]
    if (claim === undefined) return []
    const missed = form.indicators.find(({ comparison, scored }) => scored && comparison.outcome === 'missed')
    const admission = passages.filter(({ part }) => part === 'problems').flatMap(({ text }) => ADMITTED.exec(text) ?? [])[0]
    if (missed === undefined && admission === undefined) return []
    const against =
      missed === undefined
        ? { admission: admission ?? '' }
        : { name: missed.context.name, target: missed.target.text.trim(), actual: missed.actual.text.trim() }
    return [{ at: claim.at, facts: { claim: claim.text, ...against } }]
  },
}

/** T05: as many problems as measures, in a printed report. What is not numbered cannot be counted. */
const problemsAndMeasures: Check = {
  code: 'T05',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const chapters = numberedIn(lines)
      const [problems, measures] = [chapters.find(({ part }) => part === 'problems'), chapters.find(({ part }) => part === 'measures')]
      if (problems === undefined || problems.count === 0 || measures?.count === problems.count) return []
      if (measures === undefined ? chapters.at(-1) === problems : measures.count === 0) return []
      return [{ at, facts: { kind: 'count', problems: `${problems.count}`, measures: `${measures?.count ?? 0}` } }]
    }),
}

/** The chapters of a report, and how many items each numbers on its own highest level. */
function numberedIn(lines: readonly string[]): { part: TextPart; count: number }[] {
  const chapters: { part: TextPart; items: Heading[] }[] = []
  for (const line of lines) {
    const heading = headingOf(line)
    if (heading?.level === 1) chapters.push({ part: partOf(heading.title), items: [] })
    else if (heading !== null) chapters.at(-1)?.items.push(heading)
  }
  return chapters.map(({ part, items }) => {
    const highest = items.reduce((level, item) => Math.min(level, item.level), 4)
    return { part, count: items.filter(({ level }) => level === highest).length }
  })
}

/** T12: numbering that starts again on the same level inside a chapter, or leaves a number out. */
const numbering: Check = {
  code: 'T12',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const last = { 1: 0, 2: 0 }
      /** Where the numbering stood when it started again: going on from there is no second mistake. */
      let resumed = 0
      const found: Found[] = []
      let begins = true
      for (const line of lines) {
        if (beginsPart(line)) {
          last[1] = 0
          last[2] = 0
          resumed = 0
        }
        const heading = headingOf(line)
        if (heading === null || heading.level > 2) continue
        const level = heading.level as 1 | 2
        const before = last[level]
        if (level === 2 && resumed > 0 && heading.number !== before + 1 && heading.number === resumed + 1) resumed = 0
        // An extract may begin with any chapter.
        else if (heading.number !== before + 1 && found.length < MOST && !(level === 1 && begins)) {
          const kind = heading.number === 1 ? 'again' : 'gap'
          if (level === 2 && kind === 'again') resumed = before
          const facts = { kind, text: line.slice(0, 24), before: `${before}`, number: `${heading.number}` }
          found.push({ at, facts })
        }
        last[level] = heading.number
        if (level === 1) begins = false
        if (level === 1) {
          last[2] = 0
          resumed = 0
        }
      }
      return found
    }),
}

export const narrativeChecks: readonly Check[] = [
  ...keyFigureChecks,
  ...figureChecks,
  placeholders,
  ...nameChecks,
  problemsAndMeasures,
  allDone,
  partOfYear,
  slips,
  numbering,
]
