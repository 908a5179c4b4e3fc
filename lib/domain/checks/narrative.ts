import type { Form } from '@/lib/domain/form'
import { normalised } from '@/lib/domain/number-reading'
import type { Check, Found } from './check'
import { figureChecks } from './narrative-figures'
import { excerpt, headingOf, linesOf, MOST, occurrences, type Passage, passagesOf } from './report-text'

/** One finding for each place of a pattern in the text. */
const everywhere = (
  code: string,
  severity: Check['severity'],
  pattern: RegExp,
  factsOf: (match: RegExpExecArray, passage: Passage) => Found['facts'] | null,
): Check => ({
  code,
  severity,
  find: (form) =>
    passagesOf(form).flatMap((passage) =>
      occurrences(passage.text, pattern).flatMap((match) => {
        const facts = factsOf(match, passage)
        return facts === null ? [] : [{ at: passage.at, facts }]
      }),
    ),
})

/** T02: template text was left in. References to data ({{total/…}}) are no template text. */
const placeholders = everywhere(
  'T02',
  'warning',
  /(?<!\{)\{[^{}]{1,20}\}(?!\})|[Xx×]{2,}|某某|待填|待定|_{3,}|【[^】]{0,20}填[^】]{0,20}】/g,
  (match, { text }) => ({
    found: match[0],
    text: excerpt(text, match.index, match[0].length),
  }),
)

/** T07: figures of a few months in a report on a year. */
const partOfYear = everywhere(
  'T07',
  'info',
  /(?<![\d年])1月?[-—–~～至到](\d{1,2})月份?|前三季度|前(?:[一二三四五六七八九十]{1,2}|\d{1,2})个月/g,
  (match, { text }) => {
    const month = match[1]
    if (month === '12' || (month !== undefined && !/^(?:[2-9]|1[01])$/.test(month)) || /前(?:十二|12)个月/.test(match[0])) return null
    return { found: match[0], text: excerpt(text, match.index, match[0].length + 8) }
  },
)

const SLIPS: readonly (readonly [string, string])[] = [
  ['拔付', '拨付'],
  ['拔款', '拨款'],
  ['建立建全', '建立健全'],
  ['布署', '部署'],
  ['按排', '安排'],
  ['以经', '已经'],
  ['己经', '已经'],
  ['竟争', '竞争'],
  ['竟赛', '竞赛'],
  ['松驰', '松弛'],
  ['坚苦', '艰苦'],
  ['严历', '严厉'],
  ['帐户', '账户'],
  ['帐号', '账号'],
  ['帐目', '账目'],
  ['记帐', '记账'],
  ['对帐', '对账'],
  ['既使', '即使'],
  ['迫不急待', '迫不及待'],
  ['再接再励', '再接再厉'],
  ['的的', '的'],
  ['了了', '了'],
  ['和和', '和'],
]
const INTENDED = new Map(SLIPS)
const SLIP = new RegExp(`截止(?=\\d{1,4}年|\\d{1,2}月|目前|年底|年末|当前|[12]\\d{3})|${SLIPS.map(([slip]) => slip).join('|')}`, 'g')

/** T08: a likely slip of the pen: 截止 for 截至, 拔付 for 拨付, a word twice. */
const slips = everywhere('T08', 'info', SLIP, (match, { text }) => {
  const found = match[0]
  if (found === '了了' && /了了解|了了结|一目了了/.test(text.slice(Math.max(0, match.index - 2), match.index + 4))) return null
  return { found, intended: INTENDED.get(found) ?? '截至', text: excerpt(text, match.index, found.length) }
})

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

const YEAR_OF_REPORT = /(\d{4})年?(?:度)(?!以来|至|-|—)[^。；，\n]{0,30}?(?:自评|部门整体支出|绩效评价|决算)/g

/** T03: the text speaks of another year's evaluation than the form's. Titles of regulations are left alone. */
const years: Check = {
  code: 'T03',
  severity: 'warning',
  find: (form) => {
    const { year } = form
    if (year === null) return []
    return passagesOf(form).flatMap(({ at, text }) =>
      occurrences(text.replace(/《[^》]{0,80}》|[〔[(（]\d{4}[〕\])）]/g, ''), YEAR_OF_REPORT)
        .filter((match) => match[1] !== `${year}` && match[1] !== `${year - 1}`)
        .map((match) => ({ at, facts: { found: match[1] ?? '', year: `${year}`, text: match[0].slice(0, 40) } })),
    )
  },
}

const SIGNATURE = /^[\u4e00-\u9fff（）()]{4,40}(?:局|委员会|委|办公室|办事处|办|处|中心|院|校|站|馆|所|队|政府|厅|部|会)$/
const DATE_LINE = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/

/** T04: who signs a printed report is not the department. */
const signer: Check = {
  code: 'T04',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const date = lines.findLastIndex((line) => DATE_LINE.test(line))
      const signed = date > 0 ? (lines[date - 1] ?? '').replace(/\s/g, '') : ''
      const named = normalised(form.department).replaceAll(' ', '')
      if (!SIGNATURE.test(signed) || named.includes(signed) || signed.includes(named)) return []
      return [{ at, facts: { found: signed, department: form.department } }]
    }),
}

/** T05: as many problems as measures, in a printed report. */
const problemsAndMeasures: Check = {
  code: 'T05',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      let part = ''
      const counts = { problems: 0, measures: 0 }
      for (const line of lines) {
        const heading = headingOf(line)
        if (heading?.level === 1)
          part = /措施|建议|整改|改进/.test(heading.title) ? 'measures' : /问题/.test(heading.title) ? 'problems' : ''
        else if (heading !== null && (part === 'problems' || part === 'measures') && heading.level === 2) counts[part] += 1
      }
      if (counts.problems === 0 || counts.measures === counts.problems || (counts.measures === 0 && part === '')) return []
      return [{ at, facts: { kind: 'count', problems: `${counts.problems}`, measures: `${counts.measures}` } }]
    }),
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
      for (const line of lines) {
        const heading = headingOf(line)
        if (heading === null || heading.level > 2) continue
        const level = heading.level as 1 | 2
        const before = last[level]
        if (level === 2 && resumed > 0 && heading.number !== before + 1 && heading.number === resumed + 1) resumed = 0
        else if (heading.number !== before + 1 && found.length < MOST) {
          const kind = heading.number === 1 ? 'again' : 'gap'
          if (level === 2 && kind === 'again') resumed = before
          const facts = { kind, text: line.slice(0, 24), before: `${before}`, number: `${heading.number}` }
          found.push({ at, facts })
        }
        last[level] = heading.number
        if (level === 1) {
          last[2] = 0
          resumed = 0
        }
      }
      return found
    }),
}

const reports = (form: Form): { at: string; lines: string[] }[] =>
  form.text.filter(({ part }) => part === 'report').map(({ at, text }) => ({ at, lines: linesOf(text) }))

export const narrativeChecks: readonly Check[] = [
  ...figureChecks,
  placeholders,
  years,
  signer,
  problemsAndMeasures,
  allDone,
  partOfYear,
  slips,
  numbering,
]
