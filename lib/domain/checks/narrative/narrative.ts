import { type Check, check, type Found } from '@/lib/domain/checks/check'
import { partFigures } from './budget-parts'
import { allDone } from './claims'
import { figureChecks } from './figures'
import { keyFigureChecks } from './key-figures'
import { nameChecks } from './names'
import { uniformNumbers } from './number-style'
import { problemsAndMeasures } from './problems'
import { saidTwice } from './rates'
import { beginsPart, headingOf, MOST, reports } from './report-text'
import { openBrackets, slips } from './slips'
import { partOfYear, placeholders } from './wording'

/** T12: numbering that starts again on the same level inside a chapter, or leaves a number out. */
const numbering = check({
  code: 'T12',
  severity: 'warning',
  figures: { version: 1, of: ({ text, number }) => ({ text, number }) },
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const last = { 1: 0, 2: 0 }
      /** Where the chapters stood before a line such as 附件：自评表: they may go on behind it. */
      let chapter = 0
      /** Where the numbering stood when it started again: going on from there is no second mistake. */
      let resumed = 0
      const found: Found<'T12'>[] = []
      let begins = true
      for (const line of lines) {
        if (beginsPart(line)) {
          chapter = last[1]
          last[1] = 0
          last[2] = 0
          resumed = 0
        }
        const heading = headingOf(line)
        if (heading === null || heading.level > 2) continue
        const level = heading.level as 1 | 2
        const before = last[level]
        if (level === 1 && before === 0 && chapter > 0 && heading.number === chapter + 1) chapter = 0
        else if (level === 2 && resumed > 0 && heading.number !== before + 1 && heading.number === resumed + 1) resumed = 0
        // An extract may begin with any chapter.
        else if (heading.number !== before + 1 && found.length < MOST && !(level === 1 && begins)) {
          const kind = heading.number === 1 ? ('again' as const) : ('gap' as const)
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
})

/** T12: a chapter with nothing in it: 一、… directly before 二、…. In a list of chapters all are so. */
const emptyChapter = check({
  code: 'T12',
  severity: 'warning',
  figures: { version: 1, of: ({ text, number }) => ({ text, number }) },
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const isChapter = (line: string | undefined): boolean =>
        line !== undefined && headingOf(line)?.level === 1 && line.length <= 24 && !/[。：:，]/.test(line)
      const told = lines.filter((line, i) => {
        const next = lines[i + 1]
        return isChapter(line) && next !== undefined && !isChapter(next) && !beginsPart(next)
      }).length
      const empty = lines.filter((line, i) => isChapter(line) && isChapter(lines[i + 1]))
      if (told < 2 || empty.length > told) return []
      return empty.map(
        (line): Found<'T12'> => ({ at, facts: { kind: 'empty', text: line, before: '', number: `${headingOf(line)?.number ?? ''}` } }),
      )
    }),
})

/** T12: a number left out of a row of items (1. 2. 4.). They begin anew wherever they are, which is no mistake. */
const itemLeftOut = check({
  code: 'T12',
  severity: 'warning',
  figures: { version: 1, of: ({ text, number }) => ({ text, number }) },
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      let last = 0
      return lines
        .flatMap((line): Found<'T12'>[] => {
          const heading = headingOf(line)
          if (heading === null || heading.level > 3) return []
          const before = last
          last = heading.level === 3 ? heading.number : 0
          if (before === 0 || last !== before + 2) return []
          return [{ at, facts: { kind: 'gap', text: line.slice(0, 24), before: `${before}`, number: `${last}` } }]
        })
        .slice(0, MOST)
    }),
})

export const narrativeChecks: readonly Check[] = [
  ...keyFigureChecks,
  partFigures,
  ...figureChecks,
  saidTwice,
  uniformNumbers,
  placeholders,
  ...nameChecks,
  problemsAndMeasures,
  allDone,
  partOfYear,
  slips,
  openBrackets,
  numbering,
  itemLeftOut,
  emptyChapter,
]
