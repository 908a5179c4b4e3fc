import { check, type Found } from '@/lib/domain/checks/check'
import type { FactsOf } from '@/lib/domain/checks/facts'
import { headingOf, reports, type Section, sectionsOf } from './report-text'

/** What a report says that went wrong against what it says will be done about it. */

/** Measures may stand among the problems or under a title of their own kind. */
const MEASURES_SAID =
  /下一?步|下一?阶段|今后|措施|建议|打算|对策|整改|方向|思路|改进|[次明]年|下一?年度|\d{4}年[^，。]{0,6}[将拟]|[将拟](?:进一步|继续|加强|加大|加快|严格|强化)/
const NOTHING = /^(?:暂?无(?!法)|没有(?:问题|不足|发现)|不存在|未发现|[，。、]*$)/

/** T05: how many of each, where they were counted. */
export const figuresOfProblems = (facts: FactsOf['T05']): Readonly<Record<string, string>> =>
  facts.kind === 'count' ? { problems: facts.problems, measures: facts.measures } : { kind: facts.kind }

/** T05: as many problems as measures, in a printed report. What is not numbered, or numbered otherwise, cannot be compared. */
export const problemsAndMeasures = check({
  code: 'T05',
  severity: 'warning',
  figures: { version: 1, of: figuresOfProblems },
  find: (form) =>
    reports(form).flatMap(({ at, lines }): Found<'T05'>[] => {
      const sections = sectionsOf(lines)
      // A table of contents names them first.
      const place = sections.findLastIndex(({ part }) => part === 'problems')
      const problems = sections[place]
      if (problems === undefined || NOTHING.test(bodyOf(problems))) return []
      const measures = measuresIn(sections.slice(place + 1))
      if (measures.length === 0) {
        const answered = measuresIn(sections).length > 0 || sections.slice(place).some(({ lines: own }) => MEASURES_SAID.test(own.join('')))
        return answered ? [] : [{ at, facts: { kind: 'unanswered' } }]
      }
      const [wanted, ...counts] = [problems, ...measures].map(itemsOf)
      const last = counts.at(-1)
      if (!wanted || !last || counts.some((items) => items?.level !== wanted.level || items.count === wanted.count)) return []
      return [{ at, facts: { kind: 'count', problems: `${wanted.count}`, measures: `${last.count}` } }]
    }),
})

/** 有关建议 are often addressed to others; they are the measures where there are no others. */
function measuresIn(sections: readonly Section[]): Section[] {
  const measures = sections.filter(({ part }) => part === 'measures')
  const own = measures.filter(({ title }) => !/^[^。：:]*建议/.test(title))
  return own.length > 0 ? own : measures
}

/** What stands under a heading, in its own line too. */
const bodyOf = ({ title, lines: [first = '', ...others] }: Section): string =>
  [first.slice(first.indexOf(title)).replace(/^[^。：:；;\s]*[。：:；;\s]*/, ''), ...others].join('')

/** How many items a section numbers on its own highest level, or by 一是…二是…; null where that is not plain. */
function itemsOf(section: Section): { level: number; count: number } | null {
  const headings = section.lines.slice(1).flatMap((line) => headingOf(line) ?? [])
  const highest = headings.reduce((level, item) => Math.min(level, item.level), 4)
  const items = headings.filter(({ level }) => level === highest)
  if (items.length > 0) return items.every(({ number }, i) => number === i + 1) ? { level: highest, count: items.length } : null
  const named = [...bodyOf(section).matchAll(/(?<![\u4e00-\u9fff])([一二三四五六七八九十])是/g)].map((match) => match[1]).join('')
  return named !== '' && '一二三四五六七八九十'.startsWith(named) ? { level: 0, count: named.length } : null
}
